"""Ages, distances, days and lists as each language writes them (Babel's CLDR data)."""

from collections.abc import Sequence
from datetime import datetime

from babel.dates import format_datetime
from babel.lists import format_list
from babel.numbers import format_decimal
from babel.units import format_unit

from helpfinder.matching import Age

_MONTHS_UNTIL_YEARS = 36  # under three, a month matters


def age_text(age: Age, language: str) -> str:
    """ "8 years", "18 months"."""
    whole_years = age.months % 12 == 0 and age.months_until - age.months == 12
    if age.months >= _MONTHS_UNTIL_YEARS or (whole_years and age.months > 0):
        return years_text(age.years, language)
    return months_text(age.months, language)


def years_text(years: int, language: str) -> str:
    return str(format_unit(years, "duration-year", "long", locale=language))


def months_text(months: int, language: str) -> str:
    """Months, or years where they come out even."""
    if months >= 12 and months % 12 == 0:
        return years_text(months // 12, language)
    return str(format_unit(months, "duration-month", "long", locale=language))


def distance_text(kilometres: float, language: str) -> str:
    """One decimal below ten kilometres: the points themselves are no sharper than that."""
    pattern = "#,##0.0" if round(kilometres, 1) < 10 else "#,##0"
    number = format_decimal(kilometres, format=pattern, locale=language)
    return f"{number} km"


def day_and_time_text(moment: datetime, language: str) -> str:
    """ "Monday 08:00"."""
    return str(format_datetime(moment, "EEEE HH:mm", locale=language))


def list_text(items: Sequence[str], language: str) -> str:
    return str(format_list(list(items), locale=language))
