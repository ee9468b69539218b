"""The interview's questions in words."""

from helpfinder.geography import Gazetteer
from helpfinder.interview.state import Interview, Question
from helpfinder.wording.catalogue import Catalogue
from helpfinder.wording.message import Choice, Message

_YOUNG = ("child", "young_adult")


def question_message(
    interview: Interview,
    question: Question,
    catalogue: Catalogue,
    gazetteer: Gazetteer,
    language: str,
    again: bool = False,
) -> Message:
    """``again`` asks the same in fewer words, after something else was answered in between."""
    name = "utter_ask_" + question.value.replace("-", "_")
    if question is Question.AGE and interview.person in _YOUNG:
        name += "_self"
    if again:
        name += "_again"
    places = [gazetteer.get(place) for place in interview.candidates]
    known = [place for place in places if place is not None]
    values = {"place": known[0].display_name} if question is Question.PLACE_GUESS and known else {}
    message = catalogue.message(name, language, **values)
    if question is not Question.PLACE_CHOICE:
        return message
    choices = tuple(Choice(place.display_name, place_payload(place.id)) for place in known)
    return Message(message.text, choices + message.choices)


def place_payload(place: str) -> str:
    """What the button of a place says."""
    return f'/inform{{"place":"{place}"}}'
