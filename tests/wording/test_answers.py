from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from helpfinder.directory import Directory, Route, Service
from helpfinder.finder import Answer, OfficeLine
from helpfinder.geography import nearest_offices
from helpfinder.matching import Age, AgeFit, Criteria, Match, Matches
from helpfinder.wording import Catalogue
from helpfinder.wording.answers import (
    PAGE,
    address,
    card,
    facts_text,
    hours_text,
    how_text,
    offer,
    office_text,
    result_messages,
    services_text,
)
from tests.searching import Find

EIGHT = Age.of_years(8)


def texts(answer: Answer, catalogue: Catalogue, with_numbers: bool = True) -> list[str]:
    return [message.text for message in result_messages(answer, catalogue, "en", with_numbers)]


class TestOrder:
    def test_numbers_services_office_offer(self, search: Find, catalogue: Catalogue) -> None:
        call, services, office, offered = texts(search("missing-child", EIGHT, "Wiltz"), catalogue)
        assert call.startswith("To call now")
        assert "\n1. " in services
        assert office.startswith("Nearest office")
        assert offered.startswith("You can contact") or offered.startswith("Do you want")

    def test_what_is_not_urgent_begins_with_the_services(self, search: Find, catalogue: Catalogue) -> None:
        assert len(texts(search("school", EIGHT), catalogue)) == 3

    def test_after_a_safety_answer_the_numbers_are_left_out(self, search: Find, catalogue: Catalogue) -> None:
        said = texts(search("missing-child", EIGHT), catalogue, with_numbers=False)
        assert not any("116 000" in text for text in said)


class TestServices:
    def test_at_most_three_at_once(self, search: Find, catalogue: Catalogue) -> None:
        answer = search("violence-at-home", EIGHT)
        assert len(answer.matches.fitting) > PAGE
        said = services_text(answer, catalogue, "en")
        assert [f"\n{number}. " in said for number in (1, 2, 3, 4)] == [True, True, True, False]

    def test_the_head_says_what_it_is_for(self, search: Find, catalogue: Catalogue) -> None:
        said = services_text(search("school", EIGHT), catalogue, "en")
        assert said.startswith("This help fits (8 years · School and bullying):")

    def test_the_head_says_the_place_back(self, search: Find, catalogue: Catalogue) -> None:
        said = services_text(search("school", EIGHT, "Wiltz"), catalogue, "en")
        assert said.startswith("This help fits (8 years · School and bullying · Wiltz):")

    def test_a_place_alone_claims_no_fit(self, search: Find, catalogue: Catalogue) -> None:
        said = services_text(search(None, place="Wiltz"), catalogue, "en")
        assert said.startswith("This help may fit:")

    def test_with_nothing_known_it_claims_no_fit(self, search: Find, catalogue: Catalogue) -> None:
        assert services_text(search(None), catalogue, "en").startswith("This help may fit:")

    def test_where_general_services_stand_in_it_says_so(self, search: Find, catalogue: Catalogue) -> None:
        said = services_text(search("self-harm", Age.of_years(2)), catalogue, "en")
        assert said.startswith("Nothing in my directory is made exactly for this")
        assert said.count(catalogue.text("utter_card_why_general")) == PAGE

    def test_without_any_service_it_gives_numbers(self, search: Find, catalogue: Catalogue) -> None:
        empty = replace(search("school", EIGHT), matches=Matches((), (), False))
        said = services_text(empty, catalogue, "en")
        assert "8002 9393" in said
        assert "112" in said


class TestCard:
    def lines(self, search: Find, catalogue: Catalogue, concern: str, age: Age, service: str) -> list[str]:
        answer = search(concern, age)
        found = next(each for each in answer.matches.fitting if each.service.id == service)
        return card(4, found, answer, catalogue, "en").splitlines()

    def test_name_words_whom_why_how(self, search: Find, catalogue: Catalogue) -> None:
        assert self.lines(search, catalogue, "feelings", Age.of_years(14), "cepas") == [
            "4. CePAS (Psychosocial and School Support Centre)",
            catalogue.directory.services["cepas"].description,
            "For: Young people from 12, their parents and their families. The source gives no upper age.",
            "Why: it helps with this worry (Sadness, fear, stress), and the age fits (14 years).",
            "How: call 247-75910",
        ]

    @pytest.mark.parametrize(
        ("concern", "age", "service", "why"),
        [
            ("feelings", EIGHT, "psychologist", "the age fits (8 years)"),
            ("substances", Age.of_years(18), "impuls", "Whether 18 years is accepted is not clear"),
            ("violence-at-home", EIGHT, "alternatives", "The source names no age limit"),
            ("feelings", Age(5, 6), "ligue-cnje", "this is our suggestion"),
        ],
    )
    def test_why_it_fits(
        self, search: Find, catalogue: Catalogue, concern: str, age: Age, service: str, why: str
    ) -> None:
        assert why in "\n".join(self.lines(search, catalogue, concern, age, service))

    def test_without_an_age_it_claims_no_age(self, search: Find, catalogue: Catalogue) -> None:
        answer = search("feelings")
        said = card(1, answer.matches.fitting[0], answer, catalogue, "en")
        assert "Why: it helps with this worry (Sadness, fear, stress).\n" in said

    def test_free_stands_only_where_the_source_says_so(self, search: Find, catalogue: Catalogue) -> None:
        answer = search(None)
        for service in catalogue.directory.services.values():
            said = card(1, Match(service, AgeFit.UNKNOWN, True), answer, catalogue, "en")
            assert (catalogue.text("utter_card_free") in said) is (service.free is True)


class TestHow:
    def service(self, directory: Directory, *routes: Route, phones: tuple[str, ...] = ()) -> Service:
        return replace(directory.services["cepas"], routes=routes, phone_ids=phones)

    @pytest.mark.parametrize("route", [route for route in Route if route is not Route.UNKNOWN])
    def test_every_route_has_words(self, catalogue: Catalogue, route: Route) -> None:
        service = self.service(catalogue.directory, route, phones=("cepas",))
        assert how_text(service, catalogue, "en").startswith("How: ")

    @pytest.mark.parametrize("routes", [(Route.PHONE,), (Route.UNKNOWN,), (Route.ONLINE, Route.PHONE), ()])
    def test_a_phone_is_given_exactly_once(self, catalogue: Catalogue, routes: tuple[Route, ...]) -> None:
        service = self.service(catalogue.directory, *routes, phones=("cepas",))
        assert how_text(service, catalogue, "en").count("247-75910") == 1

    @pytest.mark.parametrize("routes", [(Route.PHONE,), (Route.UNKNOWN,), (Route.ONE_APPLICATION,), ()])
    def test_a_missing_phone_is_told(self, catalogue: Catalogue, routes: tuple[Route, ...]) -> None:
        said = how_text(self.service(catalogue.directory, *routes), catalogue, "en")
        assert said.endswith(catalogue.text("utter_card_how_no_phone"))

    @pytest.mark.parametrize("route", [Route.AT_SCHOOL, Route.COMES_TO_YOU])
    def test_where_nobody_calls_no_phone_is_missed(self, catalogue: Catalogue, route: Route) -> None:
        said = how_text(self.service(catalogue.directory, route), catalogue, "en")
        assert catalogue.text("utter_card_how_no_phone") not in said

    def test_every_service_says_how_or_that_the_number_is_missing(self, catalogue: Catalogue) -> None:
        for service in catalogue.directory.services.values():
            lines = how_text(service, catalogue, "en").splitlines()
            assert lines
            assert len(set(lines)) == len(lines), service.id


class TestOffice:
    def test_address_distance_and_one_decides(self, search: Find, catalogue: Catalogue) -> None:
        lines = office_text(search("school", EIGHT, "Wiltz"), catalogue, "en").splitlines()
        assert lines[0] == "Nearest office: ORE Wiltz, 8, Avenue Nicolas Kreins, L-9536 Wiltz (0.3 km)."
        assert "ONE decides which office is responsible for you." in lines[1]
        assert lines[2] == catalogue.text("utter_hours_open")

    def test_a_second_one_nearly_as_near(self, search: Find, catalogue: Catalogue) -> None:
        answer = search("school", EIGHT, "Luxembourg")
        two = replace(answer, offices=tuple(nearest_offices(answer.place, catalogue.directory.offices)[:2]))  # type: ignore[arg-type]
        lines = office_text(two, catalogue, "en").splitlines()
        assert lines[0].startswith("Nearest office: ORE Strassen")
        assert lines[1].startswith("Nearly as near: ORE Hesperange, H2O Building, 33, ")

    def test_without_a_place_it_offers_to_look(self, search: Find, catalogue: Catalogue) -> None:
        assert office_text(search("school"), catalogue, "en").startswith(
            catalogue.text("utter_office_unknown")
        )

    @pytest.mark.parametrize(("place", "offices"), [("Portugal", 0), ("Trier", 1)])
    def test_abroad_is_told(self, search: Find, catalogue: Catalogue, place: str, offices: int) -> None:
        lines = office_text(search("school", EIGHT, place), catalogue, "en").splitlines()
        assert lines[0] == catalogue.text("utter_office_abroad", place=place)
        assert sum(line.startswith("Nearest office") for line in lines) == offices

    def test_a_country_is_told_how_to_find_an_office(self, search: Find, catalogue: Catalogue) -> None:
        lines = office_text(search("school", EIGHT, "Portugal"), catalogue, "en").splitlines()
        assert lines[1] == catalogue.text("utter_office_unknown")

    def test_an_address_has_its_building_only_where_there_is_one(self, directory: Directory) -> None:
        for office in directory.offices.values():
            building = f"{office.building}, " if office.building else ""
            expected = f"{office.name}, {building}{office.street}, L-{office.postcode} {office.town}"
            assert address(office) == expected


class TestHours:
    MONDAY = datetime(2026, 7, 20, 8, tzinfo=ZoneInfo("Europe/Luxembourg"))

    @pytest.mark.parametrize(
        ("line", "expected"),
        [
            (OfficeLine(True, MONDAY), "is open now"),
            (OfficeLine(False, MONDAY), "is closed now. It opens Monday 08:00"),
            (OfficeLine(None, MONDAY), "open now. It surely opens Monday 08:00"),
            (OfficeLine(None, None), "I don't know the opening hours"),
        ],
    )
    def test_open_closed_or_unknown(
        self, search: Find, catalogue: Catalogue, line: OfficeLine, expected: str
    ) -> None:
        assert expected in hours_text(replace(search("school"), office_line=line), catalogue, "en")


class TestOffer:
    @pytest.mark.parametrize(
        ("route", "response"),
        [
            (Route.ONE_APPLICATION, "utter_offer_application"),
            (Route.ABROAD_FORM, "utter_offer_application"),
            (Route.MINISTRY, "utter_offer_application"),
            (Route.UNKNOWN, "utter_offer_application"),
            (Route.PHONE, "utter_offer_direct"),
            (Route.AT_SCHOOL, "utter_offer_direct"),
            (Route.WALK_IN, "utter_offer_direct"),
        ],
    )
    def test_the_way_decides_the_words(
        self, search: Find, catalogue: Catalogue, route: Route, response: str
    ) -> None:
        offered = offer(replace(search("school"), route=route), catalogue, "en")
        assert offered.text == catalogue.text(response)

    @pytest.mark.parametrize(("shown", "more"), [(3, True), (6, True), (8, False), (9, False)])
    def test_more_is_a_button_while_there_is_more(
        self, search: Find, catalogue: Catalogue, shown: int, more: bool
    ) -> None:
        answer = search("violence-at-home", Age.of_years(16))
        assert len(answer.matches.fitting) == 8
        payloads = [choice.payload for choice in offer(answer, catalogue, "en", shown).choices]
        assert payloads == ["/start_application", *(["/show_more"] if more else []), "/start_over"]


@pytest.mark.parametrize(
    ("criteria", "place", "expected"),
    [
        (Criteria(), "", ""),
        (Criteria(EIGHT), "", "8 years"),
        (Criteria(EIGHT, "school"), "", "8 years · School and bullying"),
        (Criteria(None, "school"), "Wiltz", "School and bullying · Wiltz"),
        (Criteria(), "Wiltz", "Wiltz"),
    ],
)
def test_facts_in_one_line(
    search: Find, catalogue: Catalogue, criteria: Criteria, place: str, expected: str
) -> None:
    answer = replace(search(None), criteria=criteria)
    assert facts_text(answer, catalogue, "en", place) == expected
