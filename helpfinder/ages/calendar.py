"""From a birth date, or as much of it as was said, to months."""

from datetime import date

Months = tuple[int, int]  # from, until (exclusive)


def months_between(birth: date, today: date) -> int:
    """Completed months of age; negative before birth."""
    months = (today.year - birth.year) * 12 + today.month - birth.month
    return months - 1 if today.day < birth.day else months


def age_from_dates(earliest: date, latest: date, today: date) -> Months | None:
    """The ages of somebody born between two days; None when both lie ahead."""
    if earliest > today:
        return None
    return max(0, months_between(min(latest, today), today)), months_between(earliest, today) + 1


def born_in_year(year: int, today: date) -> Months | None:
    return age_from_dates(date(year, 1, 1), date(year, 12, 31), today)


def born_in_month(year: int, month: int, today: date) -> Months | None:
    start = date(year, month, 1)
    following = date(year + month // 12, month % 12 + 1, 1)
    return age_from_dates(start, date.fromordinal(following.toordinal() - 1), today)


def full_year(digits: str, today: date) -> int | None:
    """``21`` is 2021 and ``85`` is 1985; None where no living person's birth year can be meant."""
    year = int(digits) if len(digits) in (2, 4) else 0
    if len(digits) == 2:
        year += 2000 if year <= today.year % 100 else 1900
    return year if 1800 <= year <= 2200 else None


def day_of(year: int, month: int, day: int) -> date | None:
    """The date, also when day and month were swapped the American way."""
    for one, other in ((month, day), (day, month)):
        try:
            return date(year, one, other)
        except ValueError:
            continue
    return None
