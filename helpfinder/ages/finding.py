"""Ages in free text, and the answer to "how old is the child?"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby, islice
from pathlib import Path

from helpfinder.ages.amounts import Amount, Link, Marked, Unit, list_at, number_places
from helpfinder.ages.births import births, moment_at, months_of
from helpfinder.ages.calendar import Months
from helpfinder.ages.grammar import Grammar, Role, load_grammar, split_glued
from helpfinder.ages.judging import Shift, cue, is_age, look_left, whose_age
from helpfinder.ages.model import MAXIMUM_YEARS, AgeMention, AgeProblem, Reason
from helpfinder.ages.phrases import Sentence
from helpfinder.text import fold_with_offsets

_NEWBORN: Months = (0, 3)
_UNBORN: Months = (0, 1)
_YOUNGEST_WRITER = 6 * 12
_NEGATIVE = re.compile(r"(?<![\w.,])[-−]\d")
_MOST_NUMBERS = 500  # nobody writes more; keeps a text of numbers only from costing a tenth of a second
_TOO_MANY_MONTHS = (MAXIMUM_YEARS + 1) * 12


@dataclass(frozen=True)
class Ages:
    """Understands ages in every language whose file was loaded."""

    grammar: Grammar

    def find_ages(self, text: str, today: date) -> list[AgeMention]:
        """Every age a free text states, in the order of the text; durations, grades and counts are none."""
        return _sane(_mentions(self._marked(text), today, answering=False))

    def read_age(self, text: str, today: date) -> AgeMention | AgeProblem:
        """The age in an answer to "how old is the child?"; "3 or 4" and two children give one span."""
        marked = self._marked(text)
        if _is_negative(text, marked):
            return AgeProblem(Reason.NEGATIVE)
        found = list(_mentions(marked, today, answering=True)) or list(_bare_moment(marked, today))
        fitting = [mention for mention in found if mention.months_until <= _TOO_MANY_MONTHS]
        if fitting:
            return _one(fitting, text)
        return AgeProblem(Reason.TOO_OLD if found else _why_none(marked, today))

    def _marked(self, text: str) -> Marked:
        tokens = split_glued(fold_with_offsets(text), self.grammar, text)
        return Marked(Sentence(text, tokens), self.grammar.book)


def load_ages(folder: Path) -> Ages:
    """Reads the language files of ``data/ages``."""
    return Ages(load_grammar(folder))


def _sane(mentions: Iterator[AgeMention]) -> list[AgeMention]:
    """No one over 110, and nobody under six writes about themself."""
    kept = []
    for mention in mentions:
        if mention.months_until > _TOO_MANY_MONTHS:
            continue
        toddler_writes = (
            mention.whose == "writer" and mention.months < _YOUNGEST_WRITER and not mention.unborn
        )
        kept.append(replace(mention, whose="unknown") if toddler_writes else mention)
    return kept


def _mentions(text: Marked, today: date, answering: bool) -> Iterator[AgeMention]:
    found = list(_births(text, today))
    taken = {index for first, last, _ in found for index in range(first, last)}
    found.extend(_amounts(text, answering, taken))
    mentions = [_mention(text, *place) for place in sorted(found)]
    mentions.extend(_fixed(text))
    yield from sorted(mentions, key=lambda mention: (mention.start, mention.end))


def _mention(text: Marked, first: int, last: int, months: Months) -> AgeMention:
    start, end = text.tokens[first].start, text.tokens[last - 1].end
    whose = whose_age(text, first, last)
    return AgeMention(start, end, text.sentence.text[start:end], *months, whose)


def _births(text: Marked, today: date) -> Iterator[tuple[int, int, Months]]:
    end = 0
    for moment in births(text, today):
        if moment.months and moment.first >= end:
            end = moment.last
            yield moment.first, moment.last, moment.months


def _amounts(text: Marked, answering: bool, taken: set[int]) -> Iterator[tuple[int, int, Months]]:
    done = 0
    for index in islice(number_places(text), _MOST_NUMBERS):
        amounts = [] if index < done or index in taken else list_at(text, index)
        if amounts:
            yield from _judged(text, amounts, answering)
            done = amounts[-1][0].last


def _judged(
    text: Marked, listed: list[tuple[Amount, Link | None]], answering: bool
) -> Iterator[tuple[int, int, Months]]:
    """The ages of one list; what does not belong ("grade 4 and 10 years old") is cut off at the front."""
    if len(listed) > 1 and cue(text, look_left(text, listed[0][0].first).index) is Role.LABEL:
        listed = listed[1:]
    left = look_left(text, listed[0][0].first)
    amounts = [amount for amount, _ in listed]
    while amounts and not is_age(text, amounts, left, answering):
        if not _has_foreign_end(amounts):
            return
        amounts.pop()
    links = [link for _, link in listed]
    if left.between:
        links = [links[0], *(Link.RANGE for _ in links[1:])]
    turning = cue(text, left.index) is Role.TURNING
    yield from _spans(amounts, links, Shift.TURNING if turning else left.shift)


def _has_foreign_end(amounts: list[Amount]) -> bool:
    """The "one" of "she is 8 and one of three"."""
    last = amounts[-1]
    return len(amounts) > 1 and last.unit is None and (amounts[-2].unit is not None or not last.digits)


def _spans(
    amounts: list[Amount], links: list[Link | None], shift: Shift
) -> Iterator[tuple[int, int, Months]]:
    place = 0
    while place < len(amounts):
        end = place + 1
        while end < len(amounts) and links[end] is Link.RANGE:
            end += 1
        ages = [months_of(amount) for amount in amounts[place:end]]
        lowest, until = min(low for low, _ in ages), max(high for _, high in ages)
        months = _shifted((lowest, until), amounts[place], shift if place == 0 else Shift.NONE)
        yield amounts[place].first, amounts[end - 1].last, months
        place = end


def _shifted(months: Months, amount: Amount, shift: Shift) -> Months:
    low = months[0]
    year = amount.unit in (None, Unit.YEAR)
    if shift is Shift.NONE or (shift is not Shift.UNDER and low < 1):
        return months
    if shift is Shift.UNDER:
        return 0, max(low, 1)
    step = (6 if year else 1) if shift is Shift.ALMOST else (12 if year else 1)
    return max(0, low - step), low


def _fixed(text: Marked) -> Iterator[AgeMention]:
    """Words that are an age by themselves: newborn, pregnant."""
    for mark in text.with_role[Role.NEWBORN]:
        yield replace(_mention(text, mark.first, mark.last, _NEWBORN), whose="child")
    for mark in text.with_role[Role.PREGNANT]:
        if not _negated(text, mark.first):
            yield replace(_mention(text, mark.first, mark.last, _UNBORN), whose="child", unborn=True)
            return


def _negated(text: Marked, index: int) -> bool:
    return any(Role.NOT in text.ending.get(place, {}) for place in (index, index - 1))


def _is_negative(text: str, marked: Marked) -> bool:
    found = _NEGATIVE.search(text)
    spoken = len(marked.tokens) <= 4 and any(
        mark.last < len(marked.tokens) and list_at(marked, mark.last) for mark in marked.with_role[Role.MINUS]
    )
    return bool(found) or spoken


def _bare_moment(text: Marked, today: date) -> Iterator[AgeMention]:
    """An answer that is a birth date or year without the word "born"."""
    for index in range(min(len(text.tokens), 5)):
        moment = moment_at(text, index, today)
        if moment and moment.months:
            yield _mention(text, moment.first, moment.last, moment.months)
            return


def _why_none(text: Marked, today: date) -> Reason:
    ahead = any(
        (moment := moment_at(text, index, today)) is not None and moment.months is None
        for index in range(min(len(text.tokens), 8))
    )
    return Reason.IN_FUTURE if ahead or text.with_role[Role.FUTURE] else Reason.NOT_AN_AGE


def _one(mentions: list[AgeMention], text: str) -> AgeMention:
    """The child's age: what the writer says of themself counts only where nothing else was said."""
    groups = {
        whose: list(group) for whose, group in groupby(sorted(mentions, key=_writer_last), key=_writer_last)
    }
    chosen = groups[min(groups)]
    start, end = min(mention.start for mention in chosen), max(mention.end for mention in chosen)
    if len(chosen) == 1:
        return chosen[0]
    return AgeMention(
        start,
        end,
        text[start:end],
        min(mention.months for mention in chosen),
        max(mention.months_until for mention in chosen),
        chosen[0].whose,
        all(mention.unborn for mention in chosen),
        several=True,
    )


def _writer_last(mention: AgeMention) -> bool:
    return mention.whose == "writer"
