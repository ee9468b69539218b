"""Patterns of word classes, and their search in a message.

A set of places in the message is one integer: bit *n* stands for token *n*. A pattern is then a handful of
shifts and ANDs, so the work grows with the number of patterns and not with what the message says.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import product

GAPS = {"..": 4, "...": 9}  # how many words may stand between
WINDOWS = {"&": 8, "&&": 24}  # how far apart the two sides may be, in either order

Places = Mapping[str, int]  # element -> bits


@dataclass(frozen=True)
class Step:
    element: str  # "{hits}", "belt|strap", "#5-17", "^"
    gap: int = 0


@dataclass(frozen=True)
class Pattern:
    """Sides that must all be found near each other; most patterns have one."""

    text: str
    sides: tuple[tuple[Step, ...], ...]
    window: int
    elements: frozenset[str]
    absent: frozenset[str]  # a match counts only where none of these is anywhere in the message


def parse(text: str) -> tuple[Pattern, ...]:
    """One pattern for each way to leave out the ``[optional]`` words. Raises ``ValueError``."""
    choices = [_choices(part) for part in text.split()]
    variants = dict.fromkeys(tuple(part for part in chosen if part) for chosen in product(*choices))
    return tuple(_pattern(text, variant) for variant in variants)


def _choices(part: str) -> tuple[str, ...]:
    optional = part.startswith("[") and part.endswith("]")
    return ("", part[1:-1]) if optional else (part,)


def _pattern(text: str, parts: tuple[str, ...]) -> Pattern:
    sides: list[list[Step]] = [[]]
    gap, windows, absent = 0, [WINDOWS["&"]], set()
    for part in parts:
        if part.startswith("!"):
            absent.add(part[1:])
        elif part in WINDOWS:
            sides.append([])
            windows.append(WINDOWS[part])
        elif part in GAPS:
            gap = max(gap, GAPS[part])
        else:
            sides[-1].append(Step(part, gap))
            gap = 0
    if gap or not all(sides):
        raise ValueError(f"{text!r}: words are missing beside a gap or an &")
    elements = frozenset(step.element for side in sides for step in side)
    return Pattern(text, tuple(map(tuple, sides)), max(windows), elements, frozenset(absent))


def _after(places: int, gap: int) -> int:
    """The places that stand behind one of ``places`` with at most ``gap`` words between."""
    reached = 0
    for _ in range(gap + 1):
        places <<= 1
        reached |= places
    return reached


def _before(places: int, gap: int) -> int:
    reached = 0
    for _ in range(gap + 1):
        places >>= 1
        reached |= places
    return reached


def _find_side(side: tuple[Step, ...], places: Places) -> int:
    ways = [places.get(side[0].element, 0)]
    for step in side[1:]:
        ways.append(_after(ways[-1], step.gap) & places.get(step.element, 0))
        if not ways[-1]:
            return 0
    used = kept = ways[-1]
    for step, way in zip(reversed(side), reversed(ways[:-1]), strict=False):
        kept = way & _before(kept, step.gap)
        used |= kept
    return used


def find(pattern: Pattern, places: Places) -> int:
    """All tokens that take part in some match; 0 if there is none."""
    if not pattern.absent.isdisjoint(places.keys()):
        return 0
    found = [_find_side(side, places) for side in pattern.sides]
    if len(found) == 1 or not all(found):
        return found[0] if all(found) else 0
    near = [places_ | _after(places_, pattern.window) | _before(places_, pattern.window) for places_ in found]
    for at, reach in enumerate(near):
        found = [side if at == other else side & reach for other, side in enumerate(found)]
    used = 0
    for side_places in found:
        used |= side_places
    return used if all(found) else 0
