import pytest

from helpfinder.directory import AgeRange
from helpfinder.matching import Age, AgeFit, age_fit
from helpfinder.matching.fit import months_missing

FROM_3_TO_18 = AgeRange(36, 216, 228)  # "3-18": whether 18 itself is in, the source leaves open
UP_TO_21 = AgeRange(None, 252, 264)
FROM_12 = AgeRange(144)
UNDER_3 = AgeRange(None, 36)


@pytest.mark.parametrize(
    ("age", "limits", "expected"),
    [
        (Age(35, 36), FROM_3_TO_18, AgeFit.TOO_YOUNG),
        (Age(36, 37), FROM_3_TO_18, AgeFit.FITS),
        (Age(24, 48), FROM_3_TO_18, AgeFit.PERHAPS),  # "two or three"
        (Age(215, 216), FROM_3_TO_18, AgeFit.FITS),
        (Age(216, 217), FROM_3_TO_18, AgeFit.PERHAPS),
        (Age(204, 228), FROM_3_TO_18, AgeFit.PERHAPS),  # "seventeen or eighteen"
        (Age(227, 228), FROM_3_TO_18, AgeFit.PERHAPS),
        (Age(228, 229), FROM_3_TO_18, AgeFit.TOO_OLD),
        (Age(0, 1), UP_TO_21, AgeFit.FITS),
        (Age.of_years(20), UP_TO_21, AgeFit.FITS),
        (Age.of_years(21), UP_TO_21, AgeFit.PERHAPS),
        (Age.of_years(22), UP_TO_21, AgeFit.TOO_OLD),
        (Age.of_years(11), FROM_12, AgeFit.TOO_YOUNG),
        (Age.of_years(12), FROM_12, AgeFit.FITS),
        (Age.of_years(27), FROM_12, AgeFit.FITS),
        (Age.of_years(28), FROM_12, AgeFit.PERHAPS),
        (Age.of_years(2), UNDER_3, AgeFit.FITS),
        (Age.of_years(3), UNDER_3, AgeFit.TOO_OLD),
        (Age(30, 42), UNDER_3, AgeFit.PERHAPS),
    ],
)
def test_an_age_against_limits(age: Age, limits: AgeRange, expected: AgeFit) -> None:
    assert age_fit(age, limits) is expected


@pytest.mark.parametrize("age", [None, Age(0, 1), Age.of_years(40)])
def test_where_the_source_names_no_age_there_is_no_limit(age: Age | None) -> None:
    assert age_fit(age, AgeRange()) is AgeFit.NO_LIMIT


@pytest.mark.parametrize("limits", [FROM_3_TO_18, UP_TO_21, FROM_12, UNDER_3])
def test_an_unknown_age_stays_unknown(limits: AgeRange) -> None:
    assert age_fit(None, limits) is AgeFit.UNKNOWN


@pytest.mark.parametrize(
    ("age", "expected"),
    [
        (Age(32, 33), (4, 4)),  # 32 months: in 4 months exactly
        (Age.of_years(2), (1, 12)),  # "2 years": in a month at least, in a year at most
        (Age(0, 1), (36, 36)),
        (Age(24, 48), (0, 12)),  # perhaps old enough already
    ],
)
def test_months_missing_until_three_years(age: Age, expected: tuple[int, int]) -> None:
    assert months_missing(age, FROM_3_TO_18) == expected


def test_an_age_in_years_lasts_until_the_next_birthday() -> None:
    assert Age.of_years(8) == Age(96, 108)
    assert Age(107, 108).years == 8
