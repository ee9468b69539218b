import pytest

from helpfinder.interview import Interview, Question
from tests.conversation.talking import SIXTEEN, Talk


@pytest.mark.parametrize("intent", ["affirm", "deny"])
def test_a_yes_or_no_out_of_the_blue_asks_for_the_worry(talk: Talk, intent: str) -> None:
    assert talk.hears(intent=intent) == talk.says("utter_ask_concern")
    assert talk.interview.skipped == frozenset()


def test_a_skip_out_of_the_blue_declines_the_menu_of_the_greeting(talk: Talk) -> None:
    assert talk.hears(intent="skip").startswith(talk.says("utter_skipped"))
    assert talk.interview.skipped == {Question.CONCERN}


def test_yes_to_the_offer_explains_the_application(talk: Talk) -> None:
    talk.has_result("feelings")
    assert talk.says("utter_route_one_application") in talk.hears(intent="affirm")


@pytest.mark.parametrize("intent", ["deny", "skip"])
def test_no_to_the_offer_leaves_it_there(talk: Talk, intent: str) -> None:
    talk.has_result("feelings")
    assert talk.hears(intent=intent) == talk.says("utter_declined")
    assert talk.interview.offer is None
    assert talk.interview.has_result


@pytest.mark.parametrize("intent", ["affirm", "deny", "skip"])
def test_a_yes_or_no_to_nothing_does_not_show_the_result_again(talk: Talk, intent: str) -> None:
    talk.has_result("feelings").hears(intent="affirm")
    assert talk.hears(intent=intent) == talk.says("utter_declined")
    assert talk.interview.has_result


def test_a_yes_with_a_fact_is_heard(talk: Talk) -> None:
    talk.has_result("feelings").hears(intent="affirm")
    talk.hears(intent="affirm", age=SIXTEEN)
    assert talk.interview.age == SIXTEEN


def test_a_number_after_a_result_means_the_service_of_that_number(talk: Talk) -> None:
    talk.has_result("feelings")
    assert talk.hears(number=1, ordinal=1).startswith("1. Support from a psychologist")


def test_a_number_means_the_question_where_one_is_open(talk: Talk) -> None:
    talk.has_result("feelings").knows(open_question=Question.PLACE_CHOICE, candidates=("L00399", "L00001"))
    talk.hears(number=2)
    assert talk.interview.place == "L00001"


def test_yes_to_a_guess_is_not_yes_to_the_offer(talk: Talk) -> None:
    talk.has_result("feelings").hears(place="Redangee")
    assert "Nearest office: ORE Redange" in talk.hears(intent="affirm")


def test_anything_else_goes_to_the_guide(talk: Talk) -> None:
    assert talk.hears("school") == talk.says("utter_ask_age")
    assert talk.interview == Interview(concern="school", open_question=Question.AGE)
