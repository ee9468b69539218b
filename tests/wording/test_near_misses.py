import re
from dataclasses import replace

import pytest

from helpfinder.directory import AgeRange
from helpfinder.matching import Age, AgeFit, NearMiss
from helpfinder.wording import Catalogue
from helpfinder.wording.answers import services_text
from tests.searching import Find


def misses(catalogue: Catalogue, search: Find, age: Age, limits: AgeRange, fit: AgeFit) -> str:
    service = replace(catalogue.directory.services["psychologist"], name="X", ages=limits)
    answer = search("feelings", age)
    missed = replace(answer.matches, near_misses=(NearMiss(service, fit),))
    return services_text(replace(answer, matches=missed), catalogue, "en")


@pytest.mark.parametrize(
    ("age", "expected"),
    [
        (Age(32, 33), "• X: from 3 years. That is in 4 months."),
        (Age(35, 36), "• X: from 3 years. That is in 1 month."),
        (Age(24, 25), "• X: from 3 years. That is in 1 year."),
        (Age.of_years(2), "• X: from 3 years. That is in 1 year at most."),
    ],
)
def test_too_young_says_when(catalogue: Catalogue, search: Find, age: Age, expected: str) -> None:
    assert expected in misses(catalogue, search, age, AgeRange(36), AgeFit.TOO_YOUNG)


@pytest.mark.parametrize(
    ("limits", "limit"),
    [
        (AgeRange(156, 216, 228), "18 years"),
        (AgeRange(None, 36), "2 years"),  # under three
        (AgeRange(0, 48, 60), "4 years"),
        (AgeRange(0, 1), "1 month"),
        (AgeRange(0, 12), "1 year"),
        (AgeRange(0, 30), "30 months"),
    ],
)
def test_too_old_says_the_limit(catalogue: Catalogue, search: Find, limits: AgeRange, limit: str) -> None:
    said = misses(catalogue, search, Age.of_years(19), limits, AgeFit.TOO_OLD)
    assert f"• X: only up to the age of {limit}." in said


def test_none_of_the_directory_speaks_of_an_age_below_zero(catalogue: Catalogue, search: Find) -> None:
    for concern in catalogue.directory.concerns:
        for months in (0, 1, 2, 13, 40, 61, 230, 350):
            said = services_text(search(concern, Age(months, months + 1)), catalogue, "en")
            misses = [line for line in said.splitlines() if line.startswith("• ")]
            numbers = re.findall(r"-?\d+(?= (?:year|month))", " ".join(misses))
            assert all(int(number) > 0 for number in numbers), said


def test_beyond_all_ages_adults_get_numbers(catalogue: Catalogue, search: Find) -> None:
    said = services_text(search("feelings", Age.of_years(30)), catalogue, "en")
    assert "• Support from a psychologist or psychotherapist: only up to the age of 27 years." in said
    assert "ONE's services end at 27 years" in said
    assert "45 45 45" in said
