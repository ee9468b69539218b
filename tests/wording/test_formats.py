from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from helpfinder.matching import Age
from helpfinder.wording.formats import (
    age_text,
    day_and_time_text,
    distance_text,
    list_text,
    months_text,
    years_text,
)

LANGUAGES = ["de", "en", "fr", "lb", "pt"]


@pytest.mark.parametrize(
    ("age", "expected"),
    [
        (Age(0, 1), "0 months"),
        (Age(0, 12), "0 months"),  # "a baby": no "0 years"
        (Age(1, 2), "1 month"),
        (Age(18, 19), "18 months"),
        (Age(12, 24), "1 year"),  # said in years
        (Age(12, 13), "1 year"),  # twelve months are a year
        (Age(24, 36), "2 years"),
        (Age(35, 36), "35 months"),
        (Age(36, 37), "3 years"),
        (Age(100, 101), "8 years"),
        (Age.of_years(27), "27 years"),
    ],
)
def test_an_age_in_years_or_under_three_in_months(age: Age, expected: str) -> None:
    assert age_text(age, "en") == expected


@pytest.mark.parametrize(
    ("months", "expected"),
    [(0, "0 months"), (4, "4 months"), (12, "1 year"), (30, "30 months"), (144, "12 years")],
)
def test_months_become_years_where_they_come_out_even(months: int, expected: str) -> None:
    assert months_text(months, "en") == expected


@pytest.mark.parametrize(
    ("language", "expected"),
    [("en", "8 years"), ("fr", "8 ans"), ("de", "8 Jahre"), ("lb", "8 Joer"), ("pt", "8 anos")],
)
def test_each_language_has_its_years(language: str, expected: str) -> None:
    assert years_text(8, language) == expected


@pytest.mark.parametrize(
    ("language", "kilometres", "expected"),
    [
        ("en", 0.0, "0.0 km"),
        ("en", 2.34, "2.3 km"),
        ("fr", 2.34, "2,3 km"),
        ("de", 2.34, "2,3 km"),
        ("lb", 2.34, "2,3 km"),
        ("pt", 2.34, "2,3 km"),
        ("en", 9.94, "9.9 km"),
        ("en", 9.96, "10 km"),  # not "10.0 km"
        ("en", 15.1, "15 km"),
        ("en", 1234.5, "1,234 km"),
    ],
)
def test_a_distance_is_no_sharper_than_its_points(language: str, kilometres: float, expected: str) -> None:
    assert distance_text(kilometres, language) == expected


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", "Monday 08:00"),
        ("fr", "lundi 08:00"),
        ("de", "Montag 08:00"),
        ("lb", "Méindeg 08:00"),
        ("pt", "segunda-feira 08:00"),
    ],
)
def test_a_day_and_an_hour(language: str, expected: str) -> None:
    monday = datetime(2026, 7, 20, 8, tzinfo=ZoneInfo("Europe/Luxembourg"))
    assert day_and_time_text(monday, language) == expected


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_list_names_every_item(language: str) -> None:
    text = list_text(["A", "B", "C"], language)
    assert text.startswith("A, B")
    assert text.endswith(" C")
