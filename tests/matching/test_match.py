import pytest

from helpfinder.directory import AgeRange, Directory
from helpfinder.matching import Age, AgeFit, Criteria, Matches, age_fit, age_matters, match


def ids(found: Matches) -> list[str]:
    return [each.service.id for each in found.fitting]


def misses(found: Matches) -> dict[str, AgeFit]:
    return {miss.service.id: miss.fit for miss in found.near_misses}


@pytest.mark.parametrize("months", [0, 5, 18, 35])
def test_a_baby_with_a_worry_of_the_soul_gets_early_childhood_services(
    directory: Directory, months: int
) -> None:
    found = match(Criteria(Age(months, months + 1), "feelings"), directory)
    assert ids(found) == ["ligue-cnje", "ligue-home-visit", "family-assistance"]
    assert all(each.service.suggested_by_us for each in found.fitting)


def test_the_psychologist_comes_with_the_third_birthday(directory: Directory) -> None:
    assert ids(match(Criteria(Age(36, 37), "feelings"), directory))[0] == "psychologist"


def test_nearly_three_is_a_near_miss_of_the_psychologist(directory: Directory) -> None:
    found = match(Criteria(Age(32, 33), "feelings"), directory)
    assert misses(found)["psychologist"] is AgeFit.TOO_YOUNG


def test_a_two_year_old_victim_of_violence_is_not_sent_away(directory: Directory) -> None:
    found = match(Criteria(Age.of_years(2), "violence-at-home"), directory)
    assert ids(found)[:2] == ["alternatives", "alupse"]
    assert "psyea" not in ids(found)
    assert misses(found)["psyea"] is AgeFit.TOO_YOUNG


def test_a_nineteen_year_old_who_uses_drugs_hears_of_the_limit(directory: Directory) -> None:
    found = match(Criteria(Age.of_years(19), "substances"), directory)
    assert ids(found)[0] == "cepas"
    assert misses(found) == {"impuls": AgeFit.TOO_OLD}


def test_at_eighteen_the_limit_is_left_open(directory: Directory) -> None:
    found = match(Criteria(Age.of_years(18), "substances"), directory)
    assert {each.service.id: each.fit for each in found.fitting}["impuls"] is AgeFit.PERHAPS


def test_doubtful_services_stand_behind_certain_ones(directory: Directory) -> None:
    fits = [each.fit for each in match(Criteria(Age.of_years(18), "substances"), directory).fitting]
    assert fits == sorted(fits, key=lambda fit: fit is AgeFit.PERHAPS)


def test_thirty_years_is_beyond_all_ages_and_still_has_an_answer(directory: Directory) -> None:
    found = match(Criteria(Age.of_years(30), "feelings"), directory)
    assert found.beyond_all_ages
    assert "planning-familial" in ids(found)
    assert misses(found)["psychologist"] is AgeFit.TOO_OLD


def test_twenty_seven_is_not_beyond_all_ages(directory: Directory) -> None:
    assert not match(Criteria(Age.of_years(27), "feelings"), directory).beyond_all_ages


@pytest.mark.parametrize(
    ("age", "concern", "service"),
    [
        (Age(0, 1), "independent-living", "supervised-housing"),  # sixteen years too young
        (Age.of_years(40), "feelings", "psychologist"),  # twelve years too old
        (Age(11, 12), "feelings", "psychologist"),  # more than two years too young
    ],
)
def test_far_misses_are_not_mentioned(directory: Directory, age: Age, concern: str, service: str) -> None:
    assert service not in misses(match(Criteria(age, concern), directory))


@pytest.mark.parametrize(("years", "near"), [(0, False), (1, True), (2, True)])
def test_too_young_by_two_years_is_near(directory: Directory, years: int, near: bool) -> None:
    found = match(Criteria(Age.of_years(years), "feelings"), directory)
    assert ("psychologist" in misses(found)) is near


@pytest.mark.parametrize(("years", "near"), [(23, True), (24, False)])
def test_too_old_by_five_years_is_near(directory: Directory, years: int, near: bool) -> None:
    found = match(Criteria(Age.of_years(years), "substances"), directory)
    assert ("impuls" in misses(found)) is near


def test_general_services_stand_in_where_all_of_a_concern_miss(directory: Directory) -> None:
    found = match(Criteria(Age.of_years(2), "self-harm"), directory)
    assert ids(found) == ["family-assistance", "ligue-cnje", "regional-office"]
    assert not any(each.for_concern for each in found.fitting)


def test_without_a_concern_the_general_services_stand_in(directory: Directory) -> None:
    assert ids(match(Criteria(), directory)) == [s.id for s in directory.general_services()]


@pytest.mark.parametrize(
    ("person", "admitted"),
    [
        (None, True),
        ("parent", True),
        ("grandparent", True),
        ("foster_parent", True),
        ("young_adult", True),
        ("child", False),
        ("professional", False),
    ],
)
def test_parenting_forums_are_for_parents(directory: Directory, person: str | None, admitted: bool) -> None:
    assert ("parenting-forums" in ids(match(Criteria(None, "behaviour", person), directory))) is admitted


def test_what_is_for_others_is_no_near_miss_either(directory: Directory) -> None:
    assert "ligue-maternity-visit" not in misses(match(Criteria(Age(2, 3), "baby", "child"), directory))


@pytest.mark.parametrize(
    ("age", "concern", "missed"),
    [(11, "school", {"cepas"}), (30, "school", set()), (19, "substances", {"impuls"})],
    ids=["stated from 12", "inferred end of SePAS", "stated until 18"],
)
def test_only_limits_the_sources_state_are_told(
    directory: Directory, age: int, concern: str, missed: set[str]
) -> None:
    near = misses(match(Criteria(Age.of_years(age), concern, "parent"), directory))
    assert set(near) & {"cepas", "impuls", "sepas"} == missed


def test_our_own_suggestions_are_no_near_misses(directory: Directory) -> None:
    assert not misses(match(Criteria(Age.of_years(6), "feelings", "parent"), directory))


def test_age_matters_only_where_some_service_has_limits(directory: Directory) -> None:
    unlimited = {
        concern
        for concern in directory.concerns
        if all(s.ages == AgeRange() for s in directory.services_for(concern))
    }
    asked = {concern for concern in directory.concerns if age_matters(concern, directory)}
    assert asked == set(directory.concerns) - unlimited


def test_the_last_general_service_takes_everybody(directory: Directory) -> None:
    assert age_fit(Age.of_years(109), directory.general_services()[-1].ages) is AgeFit.NO_LIMIT
