"""Facts told together with a hint of danger are kept, and nothing is asked or said."""

from dataclasses import replace

from helpfinder.conversation import remember_reply
from helpfinder.interview import Heard, Interview, Question
from helpfinder.matching import Age
from tests.conversation.talking import Talk

NINE = Age.of_years(9)


def test_age_place_and_person_are_kept(talk: Talk) -> None:
    place = talk.situation.known.gazetteer.look_up("Wiltz")
    reply = remember_reply(Interview(), Heard(ages=(NINE,), place=place, person="child"), talk.situation)
    assert (reply.interview.age, reply.interview.person) == (NINE, "child")
    assert reply.interview.place == place.places[0].id
    assert reply.messages == ()


def test_the_worry_is_left_open(talk: Talk) -> None:
    reply = remember_reply(Interview(), Heard(concerns=("school",)), talk.situation)
    assert reply.interview.concern is None


def test_the_open_question_stays_open(talk: Talk) -> None:
    asked = replace(Interview(concern="school"), open_question=Question.AGE)
    assert remember_reply(asked, Heard(), talk.situation).interview.open_question is Question.AGE
