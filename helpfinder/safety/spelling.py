"""One written token to words of a lexicon: exact, repeated letters, l33t, censored, mistyped or run together.

Mistyping is corrected towards the lexicon's own words only, and never away from an ordinary word.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rapidfuzz.distance import OSA

Words = tuple[frozenset[str], ...]  # for each word that the token stands for: the candidates

_DIGITS_AS_LETTERS = (str.maketrans("013457@$!|", "oieastasii"), str.maketrans("013457@$!|", "oleastasll"))
_LEET = re.compile(r"[^\W\d_].*[\d@$!|]|[\d@$!|].*[^\W\d_]")
_MARKS = re.compile(r"[@$!|']+")
_AGE = re.compile(r"(\d{1,3})([^\W\d]{1,6})")  # 12yo, 14f
_THREE_EQUAL = re.compile(r"(.)\1{2,}")
_TWO_EQUAL = re.compile(r"(.)\1+")
_RUN_TOGETHER = range(6, 61)  # letters
_LONGEST_MISTYPED = 24
_LONGEST_TWICE_MISTYPED = 12
_SHORTEST_STEM = 3


def allowed_distance(word: str) -> int:
    """1 from five letters on, 2 from eight; words so long that two mistakes cost much to find, 1 again."""
    return 0 if len(word) < 5 else 2 if 8 <= len(word) <= _LONGEST_TWICE_MISTYPED else 1


def _deletions(word: str, distance: int) -> set[str]:
    found = {word}
    for _ in range(distance):
        found |= {shorter[:at] + shorter[at + 1 :] for shorter in found for at in range(len(shorter))}
    return found


@dataclass(frozen=True)
class Vocabulary:
    """The words a lexicon knows. ``neighbours`` finds mistyped ones by their deletions (as SymSpell does)."""

    words: frozenset[str]
    stems: frozenset[str]  # "abus" for abus*
    ordinary: frozenset[str]
    neighbours: dict[str, tuple[str, ...]]

    def known(self, token: str) -> bool:
        return token in self.words or token in self.ordinary or any(self.stems_of(token))

    def stems_of(self, token: str) -> Iterator[str]:
        return (token[:end] for end in range(_SHORTEST_STEM, len(token) + 1) if token[:end] in self.stems)

    def resolve(self, token: str, corrects: bool = True) -> Words:
        """The words that ``token`` stands for; the token itself where nothing is near."""
        for spelling in _spellings(token):
            if self.known(spelling):
                return (frozenset({spelling}),)
        if age := _AGE.fullmatch(token):
            return (frozenset({age[1]}), *self.resolve(age[2]))
        if not corrects or not token.isascii() or token.isdigit():
            return (frozenset({token}),)
        if "*" in token:
            return (self._uncensored(token),)
        if _MARKS.search(token):
            return tuple(word for part in _MARKS.split(token) if part for word in self.resolve(part))
        plain = _THREE_EQUAL.sub(r"\1\1", token)
        near = self._near(plain) if len(plain) <= _LONGEST_MISTYPED else frozenset()
        parts = () if near or len(plain) not in _RUN_TOGETHER else self._split(plain)
        return parts or (near or frozenset({token}),)

    def _near(self, token: str) -> frozenset[str]:
        found: dict[str, int] = {}
        for shorter in _deletions(token, allowed_distance(token + "x")):
            for word in self.neighbours.get(shorter, ()):
                if word not in found:
                    distance = OSA.distance(token, word)
                    if distance <= min(allowed_distance(word), max(1, allowed_distance(token))):
                        found[word] = distance
        nearest = min(found.values(), default=0)
        return frozenset(word for word, distance in found.items() if distance == nearest)

    def _uncensored(self, token: str) -> frozenset[str]:
        shape = re.compile("".join("[a-z]?[a-z]" if letter == "*" else re.escape(letter) for letter in token))
        return frozenset(word for word in self.words if shape.fullmatch(word)) or frozenset({token})

    def _split(self, token: str) -> Words:
        """The fewest known words that ``token`` is made of."""
        best: list[tuple[str, ...] | None] = [()] + [None] * len(token)
        for end in range(1, len(token) + 1):
            for start in range(max(0, end - 14), end):
                before, word = best[start], token[start:end]
                if before is None or not (word in self.words or word in self.ordinary):
                    continue
                current = best[end]
                if current is None or len(before) + 1 < len(current):
                    best[end] = (*before, word)
        words = best[-1]
        return tuple(frozenset({word}) for word in words) if words else ()


def _spellings(token: str) -> Iterator[str]:
    yield token
    if _LEET.search(token):
        for table in _DIGITS_AS_LETTERS:
            yield token.translate(table)
    if _TWO_EQUAL.search(token):
        yield _THREE_EQUAL.sub(r"\1\1", token)
        yield _THREE_EQUAL.sub(r"\1", token)
        if _THREE_EQUAL.search(token):
            yield _TWO_EQUAL.sub(r"\1", token)


def vocabulary(words: Iterable[str], stems: Iterable[str], ordinary: Iterable[str]) -> Vocabulary:
    exact = frozenset(words)
    neighbours: defaultdict[str, list[str]] = defaultdict(list)
    for word in sorted(exact):
        for shorter in _deletions(word, allowed_distance(word)) if allowed_distance(word) else ():
            neighbours[shorter].append(word)
    return Vocabulary(
        exact, frozenset(stems), frozenset(ordinary), {key: tuple(value) for key, value in neighbours.items()}
    )
