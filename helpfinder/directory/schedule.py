"""Opening hours in Luxembourg: weekly hours, public holidays; the answer is open, closed or unknown.

HSDS gives a time zone as a fixed offset, which breaks when the clocks change: hours here are wall-clock.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, timezone
from enum import Enum
from functools import lru_cache
from zoneinfo import ZoneInfo

import holidays

from helpfinder.directory.tables import Row

TIME_ZONE = "Europe/Luxembourg"
WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_MIDNIGHT = "24:00"
_LOOK_AHEAD = 15  # days: longer than any row of closed days


class OnPublicHolidays(str, Enum):
    OPEN = "open"
    CLOSED = "closed"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Hours:
    """Open on these weekdays (0 is Monday). Closing at or before the opening time means the next day."""

    weekdays: frozenset[int]
    opens_at: time
    closes_at: time


@dataclass(frozen=True)
class Doubt:
    """A moment of every year from which, until that day ends, nobody told us whether it is open."""

    month: int
    day: int
    since: time


@dataclass(frozen=True)
class Schedule:
    """No ``hours`` means that the hours are unknown, whatever the description says."""

    id: str
    hours: tuple[Hours, ...]
    description: str
    public_holidays: OnPublicHolidays = OnPublicHolidays.UNKNOWN
    doubt: Doubt | None = None


def read_schedule(row: Row) -> Schedule:
    """A schedule from its row of schedules.csv, which integrity has checked."""
    hours = (
        Hours(
            frozenset(WEEKDAYS.index(day) for day in row["byday"].split(",")),
            time.fromisoformat(row["opens_at"]),
            time(0) if row["closes_at"] == _MIDNIGHT else time.fromisoformat(row["closes_at"]),
        )
        if row["byday"]
        else None
    )
    return Schedule(
        id=row.id,
        hours=(hours,) if hours else (),
        description=row["description"],
        public_holidays=OnPublicHolidays(row["public_holidays"]),
        doubt=_doubt(row["doubtful_from"]) if row["doubtful_from"] else None,
    )


def _doubt(text: str) -> Doubt:
    day, since = text.split("T")
    month, day_of_month = day.split("-")
    return Doubt(int(month), int(day_of_month), time.fromisoformat(since))


def is_open(schedule: Schedule, now: datetime) -> bool | None:
    """Whether it is open at this moment; None where the directory does not know."""
    moment = _utc(now)
    if not schedule.hours:
        return None
    if not any(start <= moment < end for start, end, _ in _openings(schedule, now, days=1)):
        return False
    return None if _doubtful(schedule, moment) else True


def next_opening(schedule: Schedule, now: datetime) -> datetime | None:
    """The next moment after ``now`` at which it surely opens, local time; None: unknown or never closed."""
    moment = _utc(now)
    spans = tuple(_openings(schedule, now, days=_LOOK_AHEAD))
    for start, _, certain in spans:
        follows_on = any(other < start <= end for other, end, _ in spans)
        if start > moment and certain and not follows_on and not _in_doubt(schedule.doubt, start):
            return start.astimezone(ZoneInfo(TIME_ZONE))
    return None


def public_holiday(day: date) -> str | None:
    """The English name of Luxembourg's public holiday on that day."""
    return _holidays(day.year).get(day)


@lru_cache(maxsize=8)
def _holidays(year: int) -> dict[date, str]:
    return dict(holidays.country_holidays("LU", years=year, language="en_US"))


def _openings(schedule: Schedule, now: datetime, days: int) -> Iterator[tuple[datetime, datetime, bool]]:
    """Openings from yesterday (overnight hours) on, earliest first: start, end (UTC), whether certain."""
    today = _utc(now).astimezone(ZoneInfo(TIME_ZONE)).date()
    for offset in range(-1, days + 1):
        day = today + timedelta(days=offset)
        holiday = public_holiday(day) is not None
        if holiday and schedule.public_holidays is OnPublicHolidays.CLOSED:
            continue
        certain = not (holiday and schedule.public_holidays is OnPublicHolidays.UNKNOWN)
        for hours in sorted(schedule.hours, key=lambda h: h.opens_at):
            if day.weekday() in hours.weekdays:
                start, end = _span(day, hours)
                yield start, end, certain


def _span(day: date, hours: Hours) -> tuple[datetime, datetime]:
    last = day if hours.closes_at > hours.opens_at else day + timedelta(days=1)
    zone = ZoneInfo(TIME_ZONE)
    return (
        _utc(datetime.combine(day, hours.opens_at, zone)),
        _utc(datetime.combine(last, hours.closes_at, zone)),
    )


def _doubtful(schedule: Schedule, moment: datetime) -> bool:
    certain = any(c for start, end, c in _openings(schedule, moment, days=1) if start <= moment < end)
    return not certain or _in_doubt(schedule.doubt, moment)


def _in_doubt(doubt: Doubt | None, moment: datetime) -> bool:
    local = moment.astimezone(ZoneInfo(TIME_ZONE))
    return (
        doubt is not None
        and (local.month, local.day) == (doubt.month, doubt.day)
        and local.time() >= doubt.since
    )


def _utc(moment: datetime) -> datetime:
    """UTC, because Python compares two local times of one zone without looking at the clock change."""
    if moment.tzinfo is None:
        raise ValueError("a moment needs a time zone")
    return moment.astimezone(timezone.utc)
