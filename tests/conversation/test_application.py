from dataclasses import replace

import pytest

from helpfinder.conversation import application_reply
from helpfinder.conversation.application import _route_text
from helpfinder.directory import Route
from helpfinder.interview import Interview
from helpfinder.matching import Age, Matches
from tests.conversation.talking import SIXTEEN, Talk


def test_before_any_worry_it_asks_for_one(talk: Talk) -> None:
    assert talk.hears(to=application_reply) == talk.says("utter_ask_concern")


def test_families_use_the_application_form(talk: Talk) -> None:
    talk.has_result("feelings")
    assert talk.hears(to=application_reply).startswith(talk.says("utter_route_one_application"))


def test_professionals_use_fg1(talk: Talk) -> None:
    talk.knows(person="professional").has_result("feelings")
    assert talk.hears(to=application_reply).startswith(talk.says("utter_route_fg1"))


@pytest.mark.parametrize(
    ("concern", "age", "name", "how"),
    [
        ("school", SIXTEEN, "SePAS", "at your school"),
        ("violence-at-home", SIXTEEN, "ALTERNATIVES", "51 72 72 89"),
        ("baby", Age(6, 7), "CNJE", "no appointment needed"),
    ],
)
def test_where_no_application_is_needed_it_says_whom_to_contact(
    talk: Talk, concern: str, age: Age, name: str, how: str
) -> None:
    said = talk.has_result(concern, age).hears(to=application_reply)
    assert said.startswith("No application is needed: contact ")
    assert name in said
    assert how in said


def test_an_unknown_way_leads_through_the_application_form(talk: Talk) -> None:
    said = talk.has_result("development").hears(to=application_reply)
    assert said.startswith(talk.says("utter_route_one_application"))


@pytest.mark.parametrize(
    ("route", "response"),
    [
        (Route.ABROAD_FORM, "utter_route_abroad_form"),
        (Route.MINISTRY, "utter_route_ministry"),
        (Route.UNKNOWN, "utter_route_one_application"),
    ],
)
def test_each_form_has_its_words(talk: Talk, route: Route, response: str) -> None:
    answer = replace(talk.situation.find(Interview(concern="feelings")), route=route)
    assert _route_text(Interview(), answer, talk.situation) == talk.says(response)


def test_with_no_service_at_all_the_application_form_is_left(talk: Talk) -> None:
    answer = replace(
        talk.situation.find(Interview(concern="school")), matches=Matches((), (), False), route=Route.PHONE
    )
    assert _route_text(Interview(), answer, talk.situation) == talk.says("utter_route_one_application")


def test_it_says_what_to_have_ready_and_that_nothing_was_sent(talk: Talk) -> None:
    said = talk.has_result("feelings").hears(to=application_reply)
    assert said.endswith(talk.says("utter_route_prepare"))


def test_the_offer_is_taken_only_once(talk: Talk) -> None:
    talk.has_result("feelings").hears(to=application_reply)
    assert talk.interview.offer is None


def test_without_a_result_a_known_worry_is_enough(talk: Talk) -> None:
    said = talk.knows(concern="feelings").hears(to=application_reply)
    assert said.startswith(talk.says("utter_route_one_application"))
