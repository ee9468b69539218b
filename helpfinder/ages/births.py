"""Births in a text: "born in 2019", "né le 12/03/2021", "2019 gebuer", "born 3 weeks ago"."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from helpfinder.ages.amounts import Amount, Marked, amount_at
from helpfinder.ages.calendar import Months, age_from_dates, born_in_month, born_in_year, day_of, full_year
from helpfinder.ages.grammar import Role

_REACH = 4
_MOST = 200  # mentions of birth looked at: a text of nothing else would cost a tenth of a second
_RECENT: Months = (0, 2)


@dataclass(frozen=True)
class Moment:
    """A birth date as far as it was said; ``months`` is None where it lies ahead."""

    first: int
    last: int
    months: Months | None


def births(text: Marked, today: date) -> Iterator[Moment]:
    for mark in text.with_role[Role.BORN][:_MOST]:
        moment = _after(text, mark.last, today) or _before(text, mark.first, today)
        if moment:
            yield Moment(min(moment.first, mark.first), max(moment.last, mark.last), moment.months)


def _after(text: Marked, index: int, today: date) -> Moment | None:
    for place in range(index, min(index + _REACH, len(text.tokens))):
        if set(text.gap(place)) & set("!?;\n") or (text.gap(place).strip() == "." and place > index):
            return None
        moment = moment_at(text, place, today) or _recent(text, place) or _ago(text, place)
        if moment:
            return moment
        if text.at(place, Role.BORN):
            return None
    return None


def _before(text: Marked, index: int, today: date) -> Moment | None:
    for place in range(max(0, index - _REACH - 3), index):
        moment = moment_at(text, place, today) or _ago(text, place)
        if moment and moment.last >= index - 1 and not set("!?;\n") & set(text.gap(index)):
            return moment
    return None


def moment_at(text: Marked, index: int, today: date) -> Moment | None:
    """A date, a month with its year or a year that starts at this token."""
    return _date(text, index, today) or _named_month(text, index, today) or _year(text, index, today)


def _date(text: Marked, index: int, today: date) -> Moment | None:
    words = [token.word for token in text.tokens[index : index + 3]]
    if len(words) < 3 or not all(word.isdecimal() and len(word) <= 4 for word in words):
        return None
    between = {text.gap(index + 1).strip(), text.gap(index + 2).strip()}
    if not between <= {".", "/", "-"}:
        return None
    if len(words[0]) == 4:
        words.reverse()
    year = full_year(words[2], today)
    day = day_of(year, int(words[1]), int(words[0])) if year else None
    return Moment(index, index + 3, age_from_dates(day, day, today)) if day else None


def _named_month(text: Marked, index: int, today: date) -> Moment | None:
    """``March 2021``, ``12 mars 2021``, ``March 12th, 2021``, ``12 de março de 2021``"""
    day = _day_number(text.tokens[index].word)
    start = index + 1 if day else index
    while start < index + 3 and text.at(start, Role.MONTH_NAME) is None:
        start += 1
    name = text.at(start, Role.MONTH_NAME)
    if name is None or (day is None and start != index):
        return None
    for place in range(name.last, min(name.last + 4, len(text.tokens))):
        word = text.tokens[place].word
        if len(word) == 4 and (year := _plain_year(word, today)):
            exact = day_of(year, name.meaning.value, day) if day else None
            months = (
                age_from_dates(exact, exact, today)
                if exact
                else born_in_month(year, name.meaning.value, today)
            )
            return Moment(index, place + 1, months)
        day = day or _day_number(word)
    return None


def _day_number(word: str) -> int | None:
    return int(word) if word.isdecimal() and len(word) <= 2 and 1 <= int(word) <= 31 else None


def _year(text: Marked, index: int, today: date) -> Moment | None:
    part_of_more = index > 0 and text.tokens[index - 1].word.isdecimal() and text.gap(index).strip() != ""
    year = None if part_of_more else _plain_year(text.tokens[index].word, today)
    return Moment(index, index + 1, born_in_year(year, today)) if year else None


def _plain_year(word: str, today: date) -> int | None:
    return full_year(word, today) if len(word) == 4 and word.isdecimal() else None


def _recent(text: Marked, index: int) -> Moment | None:
    mark = text.at(index, Role.BORN_RECENTLY)
    return Moment(mark.first, mark.last, _RECENT) if mark else None


def _ago(text: Marked, index: int) -> Moment | None:
    """``3 weeks ago``, ``il y a 3 semaines``"""
    amount = amount_at(text, index)
    if amount is None or amount.unit is None:
        return None
    ago = text.after(amount.last, Role.AGO)
    if ago is None and text.before(index, Role.AGO_BEFORE) is None:
        return None
    return Moment(index, ago.last if ago else amount.last, months_of(amount))


def months_of(amount: Amount) -> Months:
    """The ages an amount may stand for; without a unit it means years."""
    unit = amount.unit.value if amount.unit else "year"
    if unit == "year":
        low = amount.whole * 12 + amount.months
        return low, low + amount.width
    days_per_unit = {"week": 7, "day": 1}.get(unit)
    low = amount.whole if days_per_unit is None else amount.whole * days_per_unit * 12 // 365
    return low, low + 1
