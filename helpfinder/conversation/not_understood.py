"""A message no rule understood: perhaps it answers the open question; else three steps help it along."""

from dataclasses import replace

from helpfinder.conversation.guide import ask, help_reply
from helpfinder.conversation.situation import Reply, Situation
from helpfinder.interview import Heard, Interview, Question
from helpfinder.wording import Choice, Message
from helpfinder.wording.catalogue import need_payload

_STEPS = 3
_READINGS = 2
_SHORT = 2  # words: so short a text answers the question, however badly


def not_understood_reply(before: Interview, heard: Heard, situation: Situation) -> Reply:
    """``heard.concerns`` are the likely readings here, best first."""
    if _says_something(before, heard):
        return help_reply(before, replace(heard, concerns=()), situation)
    step = before.misunderstood % _STEPS
    interview = replace(before, misunderstood=before.misunderstood + 1)
    if heard.intent == "out_of_scope" and step == 0:
        return _ask_again(interview, situation).after(situation.message("utter_out_of_scope"))
    if not heard.text.strip():
        return _ask_again(before, situation).after(situation.message("utter_empty"))
    if step == 0:
        return Reply((_rephrase(heard, situation),), interview)
    question = interview.open_question
    if step == 1 and question is not None and question is not Question.CONCERN:
        return ask(interview, question, situation)
    if step == 1:
        return Reply((situation.message("utter_menu"),), interview.asking(Question.CONCERN))
    return Reply((situation.message("utter_give_up"),), interview.asking(Question.PLACE))


def _says_something(interview: Interview, heard: Heard) -> bool:
    """Facts were heard, or the message answers the open question, perhaps badly: then it says how."""
    is_short = len(heard.text.split()) <= _SHORT
    answers_age = heard.age_problem is not None and (is_short or heard.intent != "out_of_scope")
    answers_place = interview.open_question is Question.PLACE and heard.place is not None
    answers_menu = interview.open_question is Question.CONCERN and heard.number is not None
    return bool(heard.ages or answers_age or answers_place or answers_menu or heard.place_is_certain)


def _ask_again(interview: Interview, situation: Situation) -> Reply:
    if interview.open_question is None:
        if interview.has_result:
            return Reply((), interview)
        return ask(interview, Question.CONCERN, situation, again=True)
    return ask(interview, interview.open_question, situation, again=True)


def _rephrase(heard: Heard, situation: Situation) -> Message:
    """The two likeliest readings as buttons, where there are any."""
    likely = [c for c in heard.concerns if c in situation.known.directory.concerns][:_READINGS]
    if not likely:
        return situation.message("utter_rephrase_open")
    choices = tuple(
        Choice(situation.catalogue.concern(c, situation.language), need_payload(c)) for c in likely
    )
    return Message(situation.text("utter_rephrase"), choices)
