"""After a safety answer that shows no services: keeps the facts that were told with it, and says nothing."""

from dataclasses import replace

from helpfinder.conversation.situation import Reply, Situation
from helpfinder.interview import Heard, Interview, hear


def remember_reply(before: Interview, heard: Heard, situation: Situation) -> Reply:
    """Age, place and who writes; not the worry, which an unclear message only hints at."""
    facts = replace(heard, concerns=(), age_problem=None, intent=None, number=None)
    after, _ = hear(before, facts, situation.known.directory, situation.known.gazetteer)
    kept = replace(after, open_question=before.open_question, candidates=before.candidates)
    return Reply((), kept)
