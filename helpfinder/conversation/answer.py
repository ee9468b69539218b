"""A message of the guided flow: a yes or no to the last offer, or anything the guide can use."""

from dataclasses import replace

from helpfinder.conversation.application import application_reply
from helpfinder.conversation.follow_up import details_reply
from helpfinder.conversation.guide import help_reply
from helpfinder.conversation.situation import Reply, Situation
from helpfinder.interview import Heard, Interview, Question
from helpfinder.interview.state import Offer

_YES_OR_NO = ("affirm", "deny", "skip")


def answer_reply(interview: Interview, heard: Heard, situation: Situation) -> Reply:
    offered = interview.open_question is None and interview.offer is Offer.APPLICATION
    if offered and heard.intent == "affirm":
        return application_reply(interview, heard, situation)
    if interview.open_question is None and interview.offer is not None and heard.intent in ("deny", "skip"):
        return Reply((situation.message("utter_declined"),), replace(interview, offer=None, waiting=()))
    if interview.has_result and _answers_nothing(interview, heard):
        return Reply((situation.message("utter_declined"),), interview)
    if not interview.has_result and interview.open_question is None and heard.intent == "skip":
        return help_reply(interview.asking(Question.CONCERN), heard, situation)
    if interview.has_result and interview.open_question is None and heard.number is not None:
        return details_reply(interview, heard, situation)
    return help_reply(interview, heard, situation)


def _answers_nothing(interview: Interview, heard: Heard) -> bool:
    """A mere yes or no where nothing was asked or offered."""
    asked = interview.open_question is not None or interview.offer is not None
    told = heard.concerns or heard.ages or heard.age_problem or heard.place
    return heard.intent in _YES_OR_NO and not asked and not told
