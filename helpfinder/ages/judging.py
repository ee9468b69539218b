"""Whether an amount of time is an age, and whose: judged by the words around it."""

from dataclasses import dataclass
from enum import Enum

from helpfinder.ages.amounts import Amount, Marked, Unit
from helpfinder.ages.grammar import Role
from helpfinder.ages.model import MAXIMUM_YEARS, Whose

_SENTENCE_END = frozenset(".!?;\n")
_SUBJECT_REACH = 8
_NAME_REACH = 4
_LONGEST_ANSWER = 999  # "214" is an age too high; "4573" is a postcode


class Shift(str, Enum):
    """What a word before the amount does to it."""

    NONE = "none"
    ALMOST = "almost"
    TURNING = "turning"
    UNDER = "under"


@dataclass(frozen=True)
class Left:
    """What stands before a list of amounts once "about", "almost" and the like are taken off."""

    index: int
    shift: Shift = Shift.NONE
    between: bool = False


_MODIFIERS = (
    (Role.ALMOST, Shift.ALMOST),
    (Role.UNDER, Shift.UNDER),
    (Role.BETWEEN, Shift.NONE),
    (Role.SKIP, Shift.NONE),
)
_WEIGHED = (
    Role.SAYS_AGE,
    Role.TURNING,
    Role.PAST,
    Role.LABEL,
    Role.BLOCK_BEFORE,
    Role.AGO_BEFORE,
    Role.MAY_SAY_AGE,
)


def look_left(text: Marked, index: int) -> Left:
    left = Left(index)
    while modifier := _modifier(text, left.index):
        role, shift, first = modifier
        kept = shift if shift is not Shift.NONE else left.shift
        left = Left(first, kept, left.between or role is Role.BETWEEN)
    return left


def _modifier(text: Marked, index: int) -> tuple[Role, Shift, int] | None:
    ending = [(mark, role, shift) for role, shift in _MODIFIERS if (mark := text.before(index, role))]
    if not ending:
        return None
    mark, role, shift = min(ending, key=lambda found: found[0].first)
    weighty = min((m.first for r in _WEIGHED if (m := text.before(index, r))), default=index)
    return (role, shift, mark.first) if mark.first < weighty else None


def cue(text: Marked, index: int) -> Role | None:
    """The longest phrase right before the token that bears on whether an age follows."""
    if index and text.gap(index).strip() == ":":
        return Role.SAYS_AGE if Role.SAYS_AGE in text.ending.get(index, {}) else None
    found = [
        (mark.first, rank, role) for rank, role in enumerate(_WEIGHED) if (mark := text.before(index, role))
    ]
    return min(found)[2] if found else None


def is_age(text: Marked, amounts: list[Amount], left: Left, answering: bool) -> bool:
    """Judges a list of amounts as one: "my kids are 3, 5 and 8"."""
    last = amounts[-1]
    sign = cue(text, left.index)
    if sign is Role.PAST or text.after(last.last, Role.PAST_AFTER) or _glued(text, amounts):
        return False
    if text.after(last.last, Role.PREGNANT) or _of_pregnancy(text, left.index):
        return False
    if last.article and not last.old:
        return answering and last.unit is not None
    if last.old:
        return True
    if _blocked_after(text, last) or sign in (Role.LABEL, Role.BLOCK_BEFORE, Role.AGO_BEFORE):
        return False
    if last.unit in (Unit.YEAR, Unit.MONTH):
        return answering or sign is not None or len(amounts) > 1 or not _of_something(text, left.index)
    if last.unit is not None:
        return answering or sign is not None or _child_of(text, left.index)
    return _bare_is_age(text, amounts, left, sign, answering)


def _bare_is_age(text: Marked, amounts: list[Amount], left: Left, sign: Role | None, answering: bool) -> bool:
    last = amounts[-1]
    if max(amount.whole for amount in amounts) > (_LONGEST_ANSWER if answering else MAXIMUM_YEARS):
        return False
    closed = _closed(text, last.last)
    if text.before(left.index, Role.NOT):
        return False
    if sign in (Role.SAYS_AGE, Role.TURNING):
        return closed or last.digits
    named = _set_off(text, amounts[0].first, last.last) and _child_near(text, amounts[0].first)
    if answering:
        return closed and (named or sign is not None or left.index <= _NAME_REACH)
    halved = last.months > 0 and text.gap(last.first + 1) not in (".", ",")
    modified = left.between or left.shift is Shift.ALMOST or halved
    of_child = text.before(left.index, Role.OF) is not None and _child_of(text, left.index)
    return closed and (named or sign is Role.MAY_SAY_AGE or modified or of_child)


def _glued(text: Marked, amounts: list[Amount]) -> bool:
    """``7e``, ``C3``, ``8.30``: the number is part of something else."""
    first, last = amounts[0].first, amounts[-1].last
    if first and (text.gap(first) == "" or _digits_touch(text, first)):
        return True
    if last >= len(text.tokens):
        return False
    return (text.gap(last) == "" and amounts[-1].unit is None) or _digits_touch(text, last)


def _digits_touch(text: Marked, index: int) -> bool:
    one, other = text.tokens[index - 1].word, text.tokens[index].word
    return one.isdecimal() and other.isdecimal() and text.gap(index) in (" ", ".", "/", ":", "-", "")


def _blocked_after(text: Marked, amount: Amount) -> bool:
    index = amount.last
    if index >= len(text.tokens):
        return False
    numbered = Role.LABEL_AFTER in text.starting.get(index, {}) and text.gap(index).strip() in (
        "",
        ".",
        "º",
        "°",
    )
    percent = text.gap(index).strip()[:1] in ("%", "€", "$", "°", "º", "£")
    blocks = (Role.BLOCK_AFTER, Role.AGO)
    return numbered or percent or any(text.after(index, role) for role in blocks)


def _of_pregnancy(text: Marked, index: int) -> bool:
    of = text.before(index, Role.OF)
    return text.before(of.first if of else index, Role.PREGNANT) is not None


def _child_of(text: Marked, index: int) -> bool:
    """``bébé de 6 semaines``"""
    of = text.before(index, Role.OF)
    return text.before(of.first if of else index, Role.CHILD) is not None


def _of_something(text: Marked, index: int) -> bool:
    """``un séjour de six mois``: nobody stands nearby whose age it could be."""
    near = range(max(0, index - _NAME_REACH), index)
    persons = (Role.CHILD, Role.ADULT, Role.WRITER)
    somebody = any(role in text.starting.get(place, {}) for place in near for role in persons)
    return text.before(index, Role.OF) is not None and not somebody


def _closed(text: Marked, index: int) -> bool:
    return index >= len(text.tokens) or bool(
        not text.joined(index) or text.gap(index) == "." or text.at(index, Role.FOLLOW)
    )


def _set_off(text: Marked, first: int, last: int) -> bool:
    """In brackets or between commas."""
    opening = text.gap(first).strip()
    return opening in ("(", "[") or (opening == "," and text.gap(last).strip()[:1] in (",", "."))


def _child_near(text: Marked, index: int) -> bool:
    nearby = range(max(0, index - _NAME_REACH), index)
    return any(Role.CHILD in text.starting.get(place, {}) for place in nearby)


def whose_age(text: Marked, first: int, last: int) -> Whose:
    """The nearest person before the age in its sentence, else a child named right after it."""
    for index in range(first, max(0, first - _SUBJECT_REACH), -1):
        if index < first and _SENTENCE_END & set(text.gap(index)):
            break
        person = _person(text, index)
        if person:
            return person
    following = (last, last + 1)
    return (
        "child"
        if any(text.at(place, Role.CHILD) and text.joined(place) for place in following)
        else "unknown"
    )


_PEOPLE: tuple[tuple[Role, Whose], ...] = (
    (Role.WRITER, "writer"),
    (Role.CHILD, "child"),
    (Role.ADULT, "unknown"),
)


def _person(text: Marked, index: int) -> Whose | None:
    ending = text.ending.get(index, {})
    found = [
        (ending[role].first, rank, whose) for rank, (role, whose) in enumerate(_PEOPLE) if role in ending
    ]
    return min(found)[2] if found else None
