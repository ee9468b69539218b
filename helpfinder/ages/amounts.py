"""Amounts of time in a text: "8", "two and a half", "18 months", "2 ans et 3 mois", and lists of them."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import Enum

from helpfinder.ages.grammar import Role, Sense
from helpfinder.ages.phrases import Mark, PhraseBook, Sentence
from helpfinder.text import Token

_FRACTIONS = {"½": 6, "¼": 3, "¾": 9}
_LONGEST_LIST = 12


class Unit(str, Enum):
    YEAR = "year"
    MONTH = "month"
    WEEK = "week"
    DAY = "day"


_UNITS = {
    Role.YEAR_OLD: (Unit.YEAR, True),
    Role.MONTH_OLD: (Unit.MONTH, True),
    Role.WEEK_OLD: (Unit.WEEK, True),
    Role.YEAR: (Unit.YEAR, False),
    Role.MONTH: (Unit.MONTH, False),
    Role.WEEK: (Unit.WEEK, False),
    Role.DAY: (Unit.DAY, False),
}
_ALL_UNITS = _UNITS | {Role.YEAR_ONE: (Unit.YEAR, False), Role.MONTH_ONE: (Unit.MONTH, False)}


@dataclass(frozen=True)
class Amount:
    """Tokens ``first`` to ``last`` (exclusive) say ``whole`` units and ``months`` more, give or take."""

    first: int
    last: int
    whole: int
    months: int = 0
    width: int = 12  # months between the youngest and the oldest it may mean
    unit: Unit | None = None
    old: bool = False
    digits: bool = True  # written in digits
    article: bool = False  # the number was "a": no age without "old"


class Link(str, Enum):
    """How two amounts of a list hang together."""

    AND = "and"
    RANGE = "range"


class Marked:
    """A sentence with everything the phrase book knows about its tokens."""

    def __init__(self, sentence: Sentence, book: PhraseBook[Sense]) -> None:
        self.sentence = sentence
        self.tokens: list[Token] = sentence.tokens
        self.starting: defaultdict[int, dict[Role, Mark[Sense]]] = defaultdict(dict)
        self.ending: defaultdict[int, dict[Role, Mark[Sense]]] = defaultdict(dict)
        self.with_role: defaultdict[Role, list[Mark[Sense]]] = defaultdict(list)
        for mark in book.marks(sentence):
            role = mark.meaning.role
            self.with_role[role].append(mark)
            self.starting[mark.first][role] = mark  # the longest comes last
            self.ending[mark.last].setdefault(role, mark)  # the longest comes first

    def at(self, index: int, role: Role) -> Mark[Sense] | None:
        return self.starting[index].get(role) if index in self.starting else None

    def before(self, index: int, role: Role) -> Mark[Sense] | None:
        """The longest phrase of the role that ends right before the token, nothing but a space between."""
        if index not in self.ending or not self.joined(index):
            return None
        return self.ending[index].get(role)

    def after(self, index: int, role: Role) -> Mark[Sense] | None:
        return self.at(index, role) if self.joined(index) else None

    def joined(self, index: int) -> bool:
        return self.sentence.joined[index]

    def gap(self, index: int) -> str:
        return self.sentence.gaps[index]


def number_places(text: Marked) -> Iterator[int]:
    """Tokens an amount may start at."""
    for index, token in enumerate(text.tokens):
        word = token.word
        if word.isdecimal() or word in _FRACTIONS or (index in text.starting and _spelled(text, index)):
            yield index


def _spelled(text: Marked, index: int) -> bool:
    known = text.starting[index]
    if Role.NUMBER in known or Role.ONE_AND_HALF in known or Role.HALF_YEAR in known:
        return True
    return Role.ONE in known and _counts(text, index)


def _counts(text: Marked, index: int) -> bool:
    """Whether the "a" at this token stands before a unit."""
    return any(role in text.starting.get(index + 1, ()) for role in _UNITS)


def amount_at(text: Marked, index: int) -> Amount | None:
    """The longest amount that starts at this token."""
    bare = _bare(text, index)
    if bare is None:
        return None
    amount = _with_unit(text, bare)
    if amount.unit is Unit.YEAR and not amount.months and not amount.old:
        amount = _with_months(text, amount)
    old = text.after(amount.last, Role.OLD) if amount.unit else None
    return replace(amount, last=old.last, old=True) if old else amount


def _bare(text: Marked, index: int) -> Amount | None:
    word = text.tokens[index].word
    if word.isdecimal():
        amount = _decimal(text, index) or Amount(index, index + 1, int(word[:5]))
    elif word in _FRACTIONS:
        return Amount(index, index + 1, 0, _FRACTIONS[word], 3)
    elif mark := text.at(index, Role.ONE_AND_HALF):
        return Amount(index, mark.last, 1, 6, 6, digits=False)
    elif mark := text.at(index, Role.HALF_YEAR):
        return Amount(index, mark.last, 0, 6, 3, Unit.YEAR, digits=False)
    elif mark := text.at(index, Role.NUMBER):
        amount = Amount(index, mark.last, mark.meaning.value, digits=False)
    elif (mark := text.at(index, Role.ONE)) and _counts(text, index):
        amount = Amount(index, mark.last, 1, digits=False, article=True)
    else:
        return None
    return _with_half(text, amount)


def _decimal(text: Marked, index: int) -> Amount | None:
    """``2.5`` or ``2,5``."""
    if index + 1 >= len(text.tokens) or text.gap(index + 1) not in (".", ","):
        return None
    whole, tenths = text.tokens[index].word, text.tokens[index + 1].word
    if len(whole) > 2 or len(tenths) != 1 or not tenths.isdecimal():
        return None
    if tenths == "0":
        return Amount(index, index + 2, int(whole))
    return Amount(index, index + 2, int(whole), int(tenths) * 12 // 10, 6 if tenths == "5" else 2)


def _with_half(text: Marked, amount: Amount) -> Amount:
    last = amount.last
    if amount.months or last >= len(text.tokens) or not text.joined(last):
        return amount
    word = text.tokens[last].word
    if word in _FRACTIONS:
        return replace(
            amount, last=last + 1, months=_FRACTIONS[word], width=6 if word == "½" else 3, article=False
        )
    mark = text.at(last, Role.HALF)
    end = mark.last if mark else _written_half(text, last)
    return replace(amount, last=end, months=6, width=6, article=False) if end else amount


def _written_half(text: Marked, index: int) -> int | None:
    """``2 1/2``"""
    words = [token.word for token in text.tokens[index : index + 2]]
    return index + 2 if words == ["1", "2"] and text.gap(index + 1).strip() in ("/", "⁄") else None


def _with_unit(text: Marked, amount: Amount) -> Amount:
    if amount.unit or not text.joined(amount.last):
        return amount
    known = text.starting.get(amount.last, {})
    roles = _ALL_UNITS if amount.whole <= 1 or amount.months else _UNITS
    found = max((known[role] for role in roles if role in known), key=lambda mark: mark.last, default=None)
    if found is None:
        return amount
    unit, old = roles[found.meaning.role]
    measured = replace(amount, last=found.last, unit=unit, old=old)
    return _with_half(text, measured) if not old else measured


def _with_months(text: Marked, years: Amount) -> Amount:
    """``2 years and 3 months``"""
    link = text.after(years.last, Role.AND)
    start = link.last if link else years.last
    if start >= len(text.tokens) or not (text.joined(start) or text.gap(start).strip() == ","):
        return years
    more = _bare(text, start)
    if more is None or more.months or more.whole > 11:
        return years
    more = _with_unit(text, more)
    if more.unit is not Unit.MONTH:
        return years
    return replace(years, last=more.last, months=more.whole, width=1, old=more.old, article=False)


def list_at(text: Marked, index: int) -> list[tuple[Amount, Link | None]]:
    """The amounts that start here: "4 and 6 year old", "3-4", "2, 5 und 8"; each linked to the last."""
    found: list[tuple[Amount, Link | None]] = []
    link: Link | None = None
    while index < len(text.tokens) and len(found) < _LONGEST_LIST:
        amount = amount_at(text, index)
        if amount is None:
            break
        found.append((amount, link))
        following = _link(text, amount)
        if following is None:
            break
        index, link = following
    return _shared_unit(found)


def _link(text: Marked, amount: Amount) -> tuple[int, Link] | None:
    index = amount.last
    if index >= len(text.tokens):
        return None
    gap = text.gap(index).strip()
    if gap in (",", "&", "+", "/", "-", "–", "—", "‑", ", "):
        mark = text.at(index, Role.AND) or text.at(index, Role.OR)
        return (mark.last if mark else index), Link.RANGE if gap in "/-–—‑" else Link.AND
    for role, link in ((Role.OR, Link.RANGE), (Role.TO, Link.RANGE), (Role.AND, Link.AND)):
        mark = text.after(index, role)
        if mark and text.joined(mark.last) and mark.last < len(text.tokens):
            return mark.last, _in_language(text, mark, link)
    return None


def _in_language(text: Marked, mark: Mark[Sense], link: Link) -> Link:
    """``a`` is "to" in French and Portuguese but "and" in Luxembourgish: the unit that follows decides."""
    both = text.at(mark.first, Role.AND)
    following = amount_at(text, mark.last) if link is Link.RANGE and both else None
    if both is None or following is None or following.unit is None:
        return link
    languages = {mark.meaning.language for mark in text.starting[following.last - 1].values()}
    return Link.AND if both.meaning.language in languages else link


def _shared_unit(found: list[tuple[Amount, Link | None]]) -> list[tuple[Amount, Link | None]]:
    """In "4 and 6 year old" and "6 to 9 months" the unit counts for both, in "15 and 3 months" not."""
    for place in range(len(found) - 2, -1, -1):
        amount, link = found[place]
        after, after_link = found[place + 1]
        shared = (
            after.unit is Unit.YEAR
            or (after_link is Link.RANGE)
            or (after.old and after.whole > amount.whole)
        )
        if amount.unit is None and after.unit is not None and shared:
            found[place] = (replace(amount, unit=after.unit, old=after.old), link)
    return found
