"""Every combination has a next step, and nothing is called fitting outside its limits."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpfinder.directory import load_directory
from helpfinder.matching import Age, AgeFit, Criteria, Matches, match
from helpfinder.people import Person
from tests.matching import oracle

DIRECTORY = oracle.FOLDER
CONCERNS = [None, *sorted(oracle.linked())]
PERSONS = [None, *(person.value for person in Person)]
LIMITS, LINKED, GENERAL = oracle.limits(), oracle.linked(), oracle.general()
SUGGESTED, OPEN_TO_ALL = oracle.suggested(), oracle.open_to_all()


@pytest.fixture(scope="module")
def directory():
    return load_directory(DIRECTORY)


def check(criteria: Criteria, found: Matches) -> None:
    assert found.fitting, criteria
    ids = [each.service.id for each in found.fitting]
    assert len(set(ids)) == len(ids), f"twice: {criteria}"
    if criteria.age is None:
        assert not found.near_misses
    else:
        check_ages(criteria, criteria.age, found)
    check_complete(criteria, ids)


def check_ages(criteria: Criteria, age: Age, found: Matches) -> None:
    span = age.months, age.months_until
    for each in found.fitting:
        limits = LIMITS[each.service.id]
        assert not limits.excludes(*span), f"{each.service.id} is outside its limits: {criteria}"
        sure = limits.surely_includes(*span)
        expected = AgeFit.NO_LIMIT if not limits.stated else AgeFit.FITS if sure else AgeFit.PERHAPS
        assert each.fit is expected, f"{each.service.id}: {criteria}"
    for miss in found.near_misses:
        assert LIMITS[miss.service.id].excludes(*span), f"{miss.service.id} is no miss: {criteria}"
        assert miss.service.id in LINKED[criteria.concern or ""]
    assert found.beyond_all_ages is (age.months >= 28 * 12)


def check_complete(criteria: Criteria, shown: list[str]) -> None:
    """The concern's own services that admit the age, all of them; else the general ones."""

    def admits(service: str) -> bool:
        age = criteria.age
        return age is None or not LIMITS[service].excludes(age.months, age.months_until)

    own = [service for service in LINKED.get(criteria.concern or "", []) if admits(service)]
    if any(service in OPEN_TO_ALL for service in own):
        assert {service for service in own if service in OPEN_TO_ALL} <= set(shown) <= set(own)
    elif not set(shown) <= set(own):
        assert set(shown) == {service for service in GENERAL if admits(service)}


@pytest.mark.parametrize("concern", CONCERNS)
def test_every_month_up_to_thirty_years(directory, concern: str | None) -> None:
    for months in range(12 * 30 + 1):
        criteria = Criteria(Age(months, months + 1), concern)
        check(criteria, match(criteria, directory))


@pytest.mark.parametrize("person", PERSONS)
@pytest.mark.parametrize("concern", CONCERNS)
def test_every_person_of_every_age_in_years(directory, concern: str | None, person: str | None) -> None:
    ages = [None, *(Age.of_years(years) for years in range(111))]
    for age in ages:
        criteria = Criteria(age, concern, person)
        check(criteria, match(criteria, directory))


@settings(max_examples=150, deadline=None)
@given(
    months=st.integers(0, 12 * 110),
    width=st.integers(1, 60),
    concern=st.sampled_from(CONCERNS),
    person=st.sampled_from(PERSONS),
)
def test_every_rough_age(directory, months: int, width: int, concern: str | None, person: str | None) -> None:
    criteria = Criteria(Age(months, months + width), concern, person)
    check(criteria, match(criteria, directory))


@pytest.mark.parametrize("concern", CONCERNS)
@pytest.mark.parametrize("years", [None, 0, 2, 9, 16, 22])
def test_own_suggestions_come_last(directory, concern: str | None, years: int | None) -> None:
    age = None if years is None else Age.of_years(years)
    ours = [
        (concern, found.service.id) in SUGGESTED for found in match(Criteria(age, concern), directory).fitting
    ]
    assert ours == sorted(ours)


@pytest.mark.parametrize("concern", [concern for concern in CONCERNS if concern])
def test_certain_ones_in_the_order_of_the_directory(directory, concern: str) -> None:
    found = match(Criteria(None, concern), directory).fitting
    own = [each.service.id for each in found if (concern, each.service.id) not in SUGGESTED]
    assert own == [service for service in LINKED[concern] if (concern, service) not in SUGGESTED]
