from datetime import date, datetime, time, timezone
from zoneinfo import ZoneInfo

import pytest

from helpfinder.directory import Directory, is_open, next_opening, public_holiday
from helpfinder.directory.schedule import Hours, OnPublicHolidays, Schedule

ZONE = ZoneInfo("Europe/Luxembourg")
FRIDAY, SATURDAY, SUNDAY = 4, 5, 6
EVERY_DAY = frozenset(range(7))


def at(text: str, fold: int = 0) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=ZONE, fold=fold)


def weekly(weekdays: frozenset[int], opens: time, closes: time, holidays: str = "open") -> Schedule:
    return Schedule("s", (Hours(weekdays, opens, closes),), "", OnPublicHolidays(holidays))


OVERNIGHT = weekly(frozenset({FRIDAY, SATURDAY}), time(22), time(3))


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        ("2026-07-13T07:59:59", False),
        ("2026-07-13T08:00", True),
        ("2026-07-17T17:59:59", True),
        ("2026-07-17T18:00", False),  # Friday, six o'clock sharp
        ("2026-07-18T10:00", False),  # Saturday
        ("2026-06-23T10:00", False),  # National Day, a Tuesday
        ("2025-05-09T10:00", False),  # Europe Day, a Friday
        ("2026-04-06T10:00", False),  # Easter Monday
        ("2027-03-29T10:00", False),  # Easter Monday of another year
        ("2026-12-24T11:59", True),
        ("2026-12-24T12:00", None),  # Christmas Eve: nobody told us about the afternoon
        ("2026-12-24T18:00", False),
        ("2026-12-25T10:00", False),
    ],
)
def test_office_hours(directory: Directory, moment: str, expected: bool | None) -> None:
    assert directory.office_hours is not None
    assert is_open(directory.office_hours, at(moment)) is expected


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        ("2026-07-17T18:00", "2026-07-20T08:00"),  # over the weekend
        ("2026-07-20T07:00", "2026-07-20T08:00"),
        ("2026-07-20T09:00", "2026-07-21T08:00"),  # while open: the next one
        ("2026-04-03T18:00", "2026-04-07T08:00"),  # over Easter Monday
        ("2026-06-22T18:00", "2026-06-24T08:00"),  # over National Day
        ("2026-12-23T19:00", "2026-12-24T08:00"),
        ("2026-12-24T13:00", "2026-12-28T08:00"),  # over Christmas and the weekend
        ("2026-03-28T10:00", "2026-03-30T08:00"),  # the clocks go forward on 29 March
    ],
)
def test_next_opening_of_office_hours(directory: Directory, moment: str, expected: str) -> None:
    assert directory.office_hours is not None
    opening = next_opening(directory.office_hours, at(moment))
    assert opening == at(expected)
    assert opening is not None
    assert opening.tzinfo == ZONE


def test_is_open_understands_any_time_zone(directory: Directory) -> None:
    assert directory.office_hours is not None
    before_and_after = [
        datetime(2026, 7, 13, hour, minute, tzinfo=timezone.utc) for hour, minute in [(5, 59), (6, 0)]
    ]
    assert [is_open(directory.office_hours, moment) for moment in before_and_after] == [False, True]


def test_is_open_refuses_a_moment_without_time_zone(directory: Directory) -> None:
    assert directory.office_hours is not None
    with pytest.raises(ValueError, match="time zone"):
        is_open(directory.office_hours, datetime(2026, 7, 13, 9))


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        ("2026-07-17T21:59", False),
        ("2026-07-17T22:00", True),
        ("2026-07-18T02:59", True),  # still Friday's night
        ("2026-07-18T03:00", False),
        ("2026-07-19T02:59", True),
        ("2026-07-20T02:00", False),  # no Sunday night
    ],
)
def test_overnight_hours_last_until_the_next_morning(moment: str, expected: bool) -> None:
    assert is_open(OVERNIGHT, at(moment)) is expected


@pytest.mark.parametrize(
    ("moment", "fold", "expected"),
    [
        ("2026-03-29T01:59", 0, False),  # spring: 02:00 becomes 03:00
        ("2026-03-29T03:00", 0, True),
        ("2026-10-25T02:30", 0, True),  # autumn: 02:30 comes twice, both are open
        ("2026-10-25T02:30", 1, True),
        ("2026-10-25T05:00", 0, False),
    ],
)
def test_hours_follow_the_clock_when_it_changes(moment: str, fold: int, expected: bool) -> None:
    schedule = weekly(frozenset({SUNDAY}), time(2), time(5))
    assert is_open(schedule, at(moment, fold)) is expected


def test_day_and_night_is_always_open_and_never_opens(directory: Directory) -> None:
    always = directory.schedules["always-open"]
    moments = [at("2026-07-19T03:00"), at("2026-12-25T00:00"), at("2026-03-29T03:30")]
    assert [(is_open(always, moment), next_opening(always, moment)) for moment in moments] == [
        (True, None)
    ] * 3


def test_unknown_hours_are_unknown(directory: Directory) -> None:
    by_appointment = directory.schedules["cepas-appointment"]
    noon = at("2026-07-13T12:00")
    assert (is_open(by_appointment, noon), next_opening(by_appointment, noon)) == (None, None)


def test_unknown_holiday_habit_is_unknown_only_while_it_would_be_open() -> None:
    schedule = weekly(EVERY_DAY, time(8), time(18), holidays="unknown")
    assert [is_open(schedule, at(f"2026-06-23T{hour}:00")) for hour in ("07", "09")] == [False, None]
    assert next_opening(schedule, at("2026-06-22T19:00")) == at("2026-06-24T08:00")


@pytest.mark.parametrize("day", ["2026-05-09", "2026-06-23", "2026-05-14", "2026-05-25", "2026-08-15"])
def test_public_holiday_is_named(day: str) -> None:
    assert public_holiday(date.fromisoformat(day))


def test_christmas_eve_is_no_public_holiday() -> None:
    assert public_holiday(date(2026, 12, 24)) is None


@pytest.mark.parametrize("phone", ["kjt", "sos-detresse", "violence", "elterentelefon", "bee-secure"])
def test_hours_on_which_sources_disagree_stay_unknown(directory: Directory, phone: str) -> None:
    assert directory.phones[phone].schedule_id is None
