"""How likely a word is in a language: its own count, or how its letters follow each other.

Learnt from the training sentences of a language, so that a new language needs no model of its own.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from math import log

from helpfinder.text import fold

_SIZE = 3  # letters looked at together
_LONGEST = 40  # letters of one word that are read
_WORD_SHARE = 0.7  # how much the word's own count weighs against its letters
_NEW_LETTER = 1e-3
_LETTER_TRUST = 2.0  # a run of letters seen this often counts as much as the shorter run within it
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*")
_APOSTROPHES = str.maketrans(dict.fromkeys("‘’ʼ´`‛", "'"))


def words_of(text: str) -> Iterator[tuple[int, str]]:
    """Each word in lower case, with the place where it begins."""
    for found in _WORD.finditer(text.translate(_APOSTROPHES)):
        yield found.start(), found.group().lower()


@dataclass(frozen=True)
class Spelling:
    words: dict[str, float]  # share of all words
    after: dict[str, float]  # letters -> how often anything follows them
    runs: dict[str, float]  # letters and the one that follows

    def logarithm(self, word: str) -> float:
        """Of the probability of a word, lower case."""
        share = self.words.get(word)
        return log(_WORD_SHARE * share) if share else log(1 - _WORD_SHARE) + self._by_letters(word[:_LONGEST])

    def _by_letters(self, word: str) -> float:
        """Summed as logarithms: the product of a long word would be zero."""
        padded = _padded(word)
        steps = range(1, len(padded))
        return sum(log(self._next(padded[max(0, end - _SIZE + 1) : end], padded[end])) for end in steps)

    def _next(self, before: str, letter: str) -> float:
        share = _NEW_LETTER
        for start in range(len(before), -1, -1):
            seen = self.after.get(before[start:], 0.0)
            if not seen:
                return share
            run = self.runs.get(before[start:] + letter, 0.0)
            share = (run + _LETTER_TRUST * share) / (seen + _LETTER_TRUST)
        return share


def learn(words: Iterable[str]) -> Spelling:
    """From running words, lower case. Also learns how they look without accents."""
    counts = _with_bare_forms(Counter(words))
    total = sum(counts.values()) or 1
    after: defaultdict[str, float] = defaultdict(float)
    runs: defaultdict[str, float] = defaultdict(float)
    for word, count in counts.items():
        weight = 1 + log(count)
        padded = _padded(word)
        for end in range(1, len(padded)):
            for start in range(max(0, end - _SIZE + 1), end + 1):
                after[padded[start:end]] += weight
                runs[padded[start : end + 1]] += weight
    return Spelling({word: count / total for word, count in counts.items()}, dict(after), dict(runs))


def _with_bare_forms(words: Mapping[str, int]) -> Counter[str]:
    counts = Counter(words)
    for word, count in words.items():
        bare = fold(word)
        if bare != word:
            counts[bare] += max(1, count // 4)
    return counts


def _padded(word: str) -> str:
    return f" {word} "
