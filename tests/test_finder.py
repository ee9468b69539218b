from dataclasses import replace
from datetime import datetime
from math import asin, cos, radians, sin, sqrt
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from helpfinder.directory import Directory, Route, load_directory
from helpfinder.finder import OFFICE_LINE, OfficeLine, find, office_line, urgent_phones
from helpfinder.geography import Gazetteer, Place
from helpfinder.knowledge import Knowledge
from helpfinder.matching import Age, Criteria
from helpfinder.people import Person
from helpfinder.wording.answers import result_messages

PERSONS = [None, *(person.value for person in Person)]
FOLDER = Path(__file__).resolve().parents[1] / "data" / "directory"
ZONE = ZoneInfo("Europe/Luxembourg")
EARTH_KM = 6371.0


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=ZONE)


def kilometres(place: Place, latitude: float, longitude: float) -> float:
    """Haversine, written apart from the code under test."""
    assert place.latitude is not None
    assert place.longitude is not None
    here, there = radians(place.latitude), radians(latitude)
    half = sin((there - here) / 2) ** 2
    half += cos(here) * cos(there) * sin(radians(longitude - place.longitude) / 2) ** 2
    return 2 * EARTH_KM * asin(sqrt(half))


class TestNeverEmpty:
    @pytest.mark.parametrize("years", [None, *range(29), 30, 45, 109])
    def test_every_combination_has_a_next_step_in_words(
        self, known: Knowledge, now: datetime, years: int | None
    ) -> None:
        age = None if years is None else Age.of_years(years)
        places = [None, *(known.gazetteer.get(id_) for id_ in ("L00399", "C0304", "A-af"))]
        for number, concern in enumerate([None, *known.directory.concerns]):
            for turn, person in enumerate(PERSONS):
                place = places[(number + turn) % len(places)]
                answer = find(Criteria(age, concern, person), place, known.directory, now)
                texts = [message.text for message in result_messages(answer, known.catalogue, "en")]
                assert answer.matches.fitting
                assert all(texts)
                assert "1. " in "\n".join(texts)

    @settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
    @given(data=st.data())
    def test_any_place_of_the_gazetteer(self, known: Knowledge, now: datetime, data: st.DataObject) -> None:
        place = known.gazetteer.get(data.draw(st.sampled_from(sorted(known.gazetteer.places))))
        concern = data.draw(st.sampled_from(sorted(known.directory.concerns)))
        answer = find(Criteria(None, concern), place, known.directory, now)
        assert all(message.text for message in result_messages(answer, known.catalogue, "en"))


class TestOffices:
    def test_nearest_first_and_a_second_only_within_two_kilometres(
        self, directory: Directory, gazetteer: Gazetteer, now: datetime
    ) -> None:
        codes = sorted(id_ for id_ in gazetteer.places if id_.startswith("P"))[::40]
        seconds = 0
        for code in codes:
            place = gazetteer.places[code]
            distances = sorted(
                (kilometres(place, office.latitude, office.longitude), office.id)
                for office in directory.offices.values()
            )
            shown = find(Criteria(), place, directory, now).offices
            assert shown[0].office.id == distances[0][1]
            assert shown[0].km == pytest.approx(distances[0][0], rel=0.005)
            near = distances[1][0] - distances[0][0]
            assert abs(near - 2) < 0.01 or (len(shown) == 2) is (near < 2)
            seconds += len(shown) == 2
        assert 0 < seconds < len(codes)

    def test_no_place_no_office(self, directory: Directory, now: datetime) -> None:
        assert find(Criteria(), None, directory, now).offices == ()

    def test_a_country_has_no_office(self, directory: Directory, gazetteer: Gazetteer, now: datetime) -> None:
        assert find(Criteria(), gazetteer.get("A-af"), directory, now).offices == ()

    def test_a_town_across_the_border_has_its_nearest_office(
        self, directory: Directory, gazetteer: Gazetteer, now: datetime
    ) -> None:
        assert find(Criteria(), gazetteer.look_up("Trier").place, directory, now).offices


class TestUrgentPhones:
    @pytest.mark.parametrize("person", PERSONS)
    def test_whatever_the_person_an_urgent_concern_has_numbers(
        self, directory: Directory, person: str | None
    ) -> None:
        urgent = {concern.id for concern in directory.concerns.values() if concern.urgency >= 2}
        assert urgent == {c for c in directory.concerns if urgent_phones(c, person, directory)}

    @pytest.mark.parametrize(
        ("person", "line", "shown"),
        [
            ("child", "kjt", True),
            ("child", "elterentelefon", False),
            ("child", "violence", False),
            ("young_adult", "kjt", True),
            ("young_adult", "violence", True),
            ("parent", "elterentelefon", True),
            ("grandparent", "elterentelefon", True),
            ("foster_parent", "violence", True),
            ("other", "kjt", True),  # an adult may call for a child
            ("professional", "elterentelefon", True),
            (None, "elterentelefon", True),
        ],
    )
    def test_lines_for_other_people_are_left_out(
        self, directory: Directory, person: str | None, line: str, shown: bool
    ) -> None:
        assert (line in urgent_phones("violence-at-home", person, directory)) is shown

    @pytest.mark.parametrize("person", PERSONS)
    def test_lines_for_everybody_stay_in_the_order_of_the_directory(
        self, directory: Directory, person: str | None
    ) -> None:
        for concern in directory.concerns.values():
            found = urgent_phones(concern.id, person, directory)
            everybody = [p for p in concern.urgent_phone_ids if not directory.phones[p].audience]
            assert [phone for phone in found if not directory.phones[phone].audience] == everybody
            assert list(found) == [phone for phone in concern.urgent_phone_ids if phone in found]

    @pytest.mark.parametrize("concern", [None, "school"])
    def test_what_can_wait_has_no_numbers_to_call_now(
        self, directory: Directory, concern: str | None
    ) -> None:
        assert urgent_phones(concern, None, directory) == ()

    def test_only_numbers_that_may_be_shown(self) -> None:
        inside = load_directory(FOLDER, outside=False)
        for concern in inside.concerns:
            assert set(urgent_phones(concern, None, inside)) <= set(inside.phones)


class TestOfficeLine:
    @pytest.mark.parametrize(
        ("moment", "open_now", "opens_at"),
        [
            ("2026-07-15T08:00", True, "2026-07-16T08:00"),
            ("2026-07-15T07:59", False, "2026-07-15T08:00"),
            ("2026-07-17T18:00", False, "2026-07-20T08:00"),  # Friday evening
            ("2026-06-23T10:00", False, "2026-06-24T08:00"),  # National Day
            ("2026-12-24T14:00", None, "2026-12-28T08:00"),
        ],
    )
    def test_open_now_and_next(
        self, directory: Directory, moment: str, open_now: bool | None, opens_at: str
    ) -> None:
        assert office_line(directory, at(moment)) == OfficeLine(open_now, at(opens_at))

    def test_the_line_whose_hours_are_told_keeps_the_office_hours(self, directory: Directory) -> None:
        assert directory.office_hours is not None
        assert directory.phones[OFFICE_LINE].schedule_id == directory.office_hours.id

    def test_without_a_schedule_nothing_is_known(self, directory: Directory, now: datetime) -> None:
        silent = replace(directory, schedules={})
        assert office_line(silent, now) == OfficeLine(None, None)


class TestRoute:
    @pytest.mark.parametrize(
        ("years", "concern", "expected"),
        [
            (8, "feelings", Route.ONE_APPLICATION),  # psychologist
            (8, "violence-at-home", Route.PHONE),  # ALTERNATIVES
            (14, "school", Route.AT_SCHOOL),  # SePAS
            (1, "baby", Route.WALK_IN),  # consultation for infants
            (5, "development", Route.UNKNOWN),  # the list of therapists is lost
        ],
    )
    def test_the_way_to_the_best_service(
        self, directory: Directory, now: datetime, years: int, concern: str, expected: Route
    ) -> None:
        criteria = Criteria(Age.of_years(years), concern)
        assert find(criteria, None, directory, now).route is expected

    def test_an_application_is_offered_first_where_a_service_has_several_ways(
        self, directory: Directory, now: datetime
    ) -> None:
        best = replace(directory.services["cepas"], routes=(Route.PHONE, Route.ONE_APPLICATION))
        several = replace(directory, by_concern={"school": (best,)})
        assert find(Criteria(None, "school"), None, several, now).route is Route.ONE_APPLICATION
