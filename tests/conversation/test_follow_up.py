from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from helpfinder.conversation import (
    cost_reply,
    details_reply,
    hours_reply,
    more_reply,
    office_reply,
    other_office_reply,
)
from helpfinder.interview import Question
from helpfinder.matching import Age
from tests.conversation.talking import SIXTEEN, Talk

ABOUT_A_RESULT = [more_reply, details_reply]


@pytest.mark.parametrize("reply", ABOUT_A_RESULT)
def test_before_any_result_it_says_so_and_shows_the_menu(talk: Talk, reply: Callable[..., object]) -> None:
    assert talk.hears(to=reply) == talk.says("utter_no_result_yet")  # type: ignore[arg-type]
    assert talk.interview.open_question is Question.CONCERN
    assert "/need_school" in talk.payloads


class TestMore:
    def test_the_next_page_goes_on_counting(self, talk: Talk) -> None:
        said = talk.has_result("school", SIXTEEN).hears(to=more_reply)
        assert said.startswith(talk.says("utter_result_more") + "\n4. ")
        assert talk.interview.shown_count == 5

    def test_all_pages_together_are_the_whole_list_once(self, talk: Talk) -> None:
        said = talk.has_result("violence-at-home", SIXTEEN).text
        while talk.interview.shown_count < len(talk.interview.shown):
            said += talk.hears(to=more_reply)
        services = talk.situation.known.directory.services
        titles = [f"\n{at}. {services[id_].name}" for at, id_ in enumerate(talk.interview.shown, start=1)]
        assert [said.count(title) for title in titles] == [1] * len(titles)

    def test_more_is_offered_only_while_there_is_more(self, talk: Talk) -> None:
        talk.has_result("violence-at-home", SIXTEEN)
        assert "/show_more" in talk.payloads
        talk.hears(to=more_reply)
        assert "/show_more" in talk.payloads
        talk.hears(to=more_reply)
        assert "/show_more" not in talk.payloads

    def test_at_the_end_it_says_so(self, talk: Talk) -> None:
        talk.has_result("school", SIXTEEN).hears(to=more_reply)
        assert talk.hears(to=more_reply) == talk.says("utter_result_no_more")


class TestDetails:
    @pytest.mark.parametrize("number", [1, 2, 3])
    def test_a_number_names_a_service_of_the_list(self, talk: Talk, number: int) -> None:
        talk.has_result("school", SIXTEEN)
        service = talk.situation.known.directory.services[talk.interview.shown[number - 1]]
        said = talk.hears(to=details_reply, ordinal=number)
        assert said.startswith(f"{number}. {service.name}")
        assert all(note in said for note in service.notes)

    @pytest.mark.parametrize("ordinal", [None, 0, 17])
    def test_an_unclear_number_is_asked_for(self, talk: Talk, ordinal: int | None) -> None:
        said = talk.has_result("school").hears(to=details_reply, ordinal=ordinal)
        assert said == talk.says("utter_which_result")

    def test_a_service_that_was_not_shown_has_no_number(self, talk: Talk) -> None:
        talk.has_result("school", SIXTEEN)
        assert talk.hears(to=details_reply, text="and alupse?").startswith("Alupse")

    def test_a_number_not_shown_yet_names_nothing(self, talk: Talk) -> None:
        talk.has_result("school", SIXTEEN)
        assert talk.hears(to=details_reply, ordinal=4) == talk.says("utter_which_result")
        talk.hears(to=more_reply)
        assert talk.hears(to=details_reply, ordinal=4).startswith("4. ")

    @pytest.mark.parametrize(
        ("text", "title"),
        [
            ("tell me more about CePAS", "CePAS"),
            ("What is CePAS?", "CePAS"),
            ("«Planning familial», please!", "Family planning"),
            ("who is solidarité-jeunes?", "Therapeutic service"),
            ("and the info santé, then", "Info-Santé sessions"),
        ],
    )
    def test_a_name_is_enough_even_before_a_result(self, talk: Talk, text: str, title: str) -> None:
        assert title in talk.hears(to=details_reply, text=text).splitlines()[0]

    def test_the_longest_name_wins(self, talk: Talk) -> None:
        said = talk.hears(to=details_reply, text="is there a school psychologist?")
        assert "SePAS" in said.splitlines()[0]  # not "psychologist"

    def test_a_name_wins_over_a_number(self, talk: Talk) -> None:
        said = talk.has_result("feelings").hears(to=details_reply, text="2: alupse", ordinal=2)
        assert "Alupse" in said.splitlines()[0]

    def test_part_of_a_word_is_no_name(self, talk: Talk) -> None:
        talk.has_result("feelings")
        assert talk.hears(to=details_reply, text="foyerhaft") == talk.says("utter_which_result")


class TestCost:
    def test_without_a_result_it_says_what_is_known(self, talk: Talk) -> None:
        assert talk.hears(to=cost_reply) == talk.says("utter_cost")

    def test_each_service_shown_has_its_line(self, talk: Talk) -> None:
        lines = talk.has_result("baby", Age(6, 7)).hears(to=cost_reply).splitlines()
        services = talk.situation.known.directory.services
        shown = [services[id_] for id_ in talk.interview.shown[:3]]
        assert lines == [talk.says("utter_cost_free", name=service.name) for service in shown]

    def test_an_unknown_price_is_never_called_free(self, talk: Talk) -> None:
        said = talk.has_result("feelings").hears(to=cost_reply)
        assert "free" not in said
        assert "not in my source" in said

    def test_one_named_service_is_answered_alone(self, talk: Talk) -> None:
        said = talk.has_result("feelings").hears(to=cost_reply, text="is the CNJE free?")
        name = talk.situation.known.directory.services["ligue-cnje"].name
        assert said == talk.says("utter_cost_free", name=name)


class TestHours:
    def test_the_office_line_is_open(self, talk: Talk) -> None:
        assert talk.hears(to=hours_reply).startswith(talk.says("utter_hours_open"))

    def test_it_says_when_it_opens_next(self, talk: Talk) -> None:
        friday = datetime(2026, 7, 17, 20, tzinfo=ZoneInfo("Europe/Luxembourg"))
        talk.situation = replace(talk.situation, now=friday)
        said = talk.hears(to=hours_reply)
        assert said.startswith(talk.says("utter_hours_closed", opens="Monday 08:00"))

    def test_where_the_afternoon_is_doubtful_it_says_when_it_surely_opens(self, talk: Talk) -> None:
        christmas_eve = datetime(2026, 12, 24, 14, tzinfo=ZoneInfo("Europe/Luxembourg"))
        talk.situation = replace(talk.situation, now=christmas_eve)
        assert "Monday 08:00" in talk.hears(to=hours_reply)

    def test_no_hours_are_known_of_a_service(self, talk: Talk) -> None:
        said = talk.has_result("feelings").hears(to=hours_reply, text="When is CePAS open?")
        name = talk.situation.known.directory.services["cepas"].name
        assert said.startswith(talk.says("utter_hours_service", name=name))

    def test_offices_see_people_by_appointment(self, talk: Talk) -> None:
        assert talk.hears(to=hours_reply).endswith(talk.says("utter_office_by_appointment"))


class TestOffice:
    def test_without_a_place_it_asks_for_one(self, talk: Talk) -> None:
        assert talk.hears(to=office_reply) == talk.says("utter_office_unknown")
        assert talk.interview.open_question is Question.PLACE

    def test_then_the_place_is_answered_with_the_office(self, talk: Talk) -> None:
        talk.hears(to=office_reply)
        assert "Nearest office: ORE Wiltz" in talk.hears(place="Wiltz")

    def test_a_place_in_the_question_is_answered_at_once(self, talk: Talk) -> None:
        assert "Nearest office: ORE Wiltz" in talk.hears(to=office_reply, place="Wiltz")

    def test_an_ambiguous_place_is_asked_about_and_then_answered(self, talk: Talk) -> None:
        assert talk.hears(to=office_reply, place="Weiler") == talk.says("utter_ask_place_choice")
        assert "Nearest office: " in talk.hears(number=1)

    def test_a_known_place_is_answered_with_one_decides(self, talk: Talk) -> None:
        said = talk.has_result("school").hears(to=office_reply)
        assert said.startswith("Nearest office: ORE Wiltz, 8, Avenue Nicolas Kreins, L-9536 Wiltz (")
        assert "ONE decides" in said

    def test_a_new_place_after_a_result_brings_the_result_for_it(self, talk: Talk) -> None:
        said = talk.has_result("school").hears(to=office_reply, place="Mersch")
        assert "Nearest office: ORE Mersch" in said


class TestOtherOffice:
    def test_the_next_ones_come_by_distance_until_all_were_seen(self, talk: Talk) -> None:
        talk.has_result("school")
        seen = [talk.hears(to=other_office_reply).splitlines()[1] for _ in range(13)]
        assert all(line.startswith("Next office: ORE ") for line in seen)
        assert len(set(seen)) == 13
        distances = [float(line.rsplit("(", 1)[1].split(" km")[0]) for line in seen]
        assert distances == sorted(distances)
        assert talk.hears(to=other_office_reply).endswith(talk.says("utter_office_no_more"))

    def test_the_nearest_stays_the_nearest(self, talk: Talk) -> None:
        said = talk.has_result("school").hears(to=other_office_reply)
        assert said.startswith(talk.says("utter_office_none_nearer", office="ORE Wiltz"))

    def test_before_any_office_was_shown_the_next_is_the_second(self, talk: Talk) -> None:
        said = talk.knows(place="L00399").hears(to=other_office_reply)
        assert "Next office: ORE Wiltz" not in said
        assert talk.interview.offices_shown == 2

    def test_without_a_place_it_asks_for_one(self, talk: Talk) -> None:
        assert talk.hears(to=other_office_reply) == talk.says("utter_office_unknown")

    def test_a_country_has_no_next_office(self, talk: Talk) -> None:
        said = talk.has_result("school", place="A-af").hears(to=other_office_reply)
        assert said.startswith(talk.says("utter_office_abroad", place="Afghanistan"))
