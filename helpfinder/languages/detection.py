"""Which language a message is written in, and whether that is reason enough to switch. Pure.

Place names, loan words and numbers say nothing. A sentence that mixes languages is no reason to switch.
"""

import math
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from helpfinder.languages.model import SOURCE_LANGUAGE
from helpfinder.languages.requests import Requests
from helpfinder.languages.spelling import Spelling, words_of

Span = tuple[int, int]

LONGEST_TEXT = 2_000  # characters; what lies beyond is not read
_SENTENCE = 4  # words from which a message may switch the language
_WITNESSES = 3  # words that must speak for the new language
_BESIDE = 3  # words of another language that make a message mixed
_WITNESS = 1.0  # how much likelier a word must be in one language to count as its witness (log)
_TELLING = 4  # letters; shorter words guess wrong too often
_CAP = 4.0  # one word can't say more than this
_CLEAR = 5.0  # how much likelier the whole message must be
_MIXED = 1 / 4  # the share of witnesses for the present language above which a message is mixed
_FIRST = 1.0  # the same as _CLEAR for the first sentence, where there is nothing to switch from
_FIRST_WORDS = 1.5  # ... and for less than a sentence
_STRANGE = -2.75  # log likelihood of a letter, below which a message is in none of the languages


@dataclass(frozen=True)
class Detector:
    learn: Callable[[], Mapping[str, Spelling]]  # called at the first message; remembers what it learnt
    loan_words: frozenset[str]
    requests: Requests
    offered: tuple[str, ...]
    places: Callable[[str], Iterable[Span]]

    def detect(self, text: str, current: str | None = None) -> str | None:
        """The language of the message where it is clear, else ``current``."""
        read = self._read(text)
        best = read.best
        if best is None or best == current or best not in self.offered or read.is_strange:
            return current
        if current is not None and current in read.likely:
            return best if read.is_switch(best, current) else current
        return best if read.is_clear else current

    def spoken(self, text: str) -> frozenset[str]:
        """The languages a message is written in: several where it mixes them, none where it is unclear."""
        main = self.detect(text)
        if main is None:
            return frozenset()
        return frozenset({main, *self._read(text).beside(main)})

    def speaking(self, current: str | None, text: str) -> str:
        """The language to answer in now. A guess will do ("hallo" may be German); it is not remembered."""
        decided = self.next_language(current, text)
        if decided is not None:
            return decided
        read = self._read(text)
        tells = any(len(word) >= _TELLING for word in read.words)
        guess = read.best if read.best in self.offered and read.is_known and tells else None
        return guess or SOURCE_LANGUAGE

    def asked_for(self, text: str) -> str | None:
        """The language that the message asks for, offered or not: "auf Deutsch bitte", "po polsku?"."""
        return self.requests.asked_for(text)

    def next_language(self, current: str | None, text: str) -> str | None:
        """The language from now on; None where no message has decided it yet."""
        if text.lstrip().startswith("/"):
            return current  # a button
        asked = self.asked_for(text)
        if asked is not None:
            return asked if asked in self.offered else current
        return self.detect(text, current)

    def _read(self, text: str) -> "_Reading":
        start_of_text = text[:LONGEST_TEXT]
        places = list(self.places(start_of_text))
        found = list(words_of(start_of_text))
        words = [word for at, word in found if word not in self.loan_words and not _inside(at, places)]
        spellings = self.learn() if words else {}
        likely = {code: [s.logarithm(word) for word in words] for code, s in spellings.items()}
        weights = {code: _weight(likely, code) for code in likely}
        best = max(weights, key=weights.__getitem__, default=None)
        known = best is not None and any(word in spellings[best].words for word in words)
        return _Reading(len(found), tuple(words), likely, weights, best, known)


def _inside(position: int, spans: Iterable[Span]) -> bool:
    return any(start <= position < end for start, end in spans)


@dataclass(frozen=True)
class _Reading:
    count: int  # all words
    words: tuple[str, ...]  # those that say something about the language
    likely: Mapping[str, list[float]]  # for each language, the log likelihood of each word
    weights: Mapping[str, float]  # how far each language falls behind
    best: str | None
    is_known: bool  # at least one word has been seen in the best language

    @property
    def is_strange(self) -> bool:
        """Spelt like none of the languages."""
        letters = sum(len(word) + 1 for word in self.words)
        return max(map(sum, self.likely.values())) / letters < _STRANGE

    @property
    def is_clear(self) -> bool:
        second, first = [-_CAP, *sorted(self.weights.values())][-2:]
        is_sentence = self.count >= _SENTENCE
        return first - second >= (_FIRST if is_sentence else _FIRST_WORDS) and (is_sentence or self.is_known)

    def beside(self, main: str) -> list[str]:
        """Other languages that some of the words clearly belong to."""
        return [code for code in self.likely if code != main and self._witnesses(code, main) >= _BESIDE]

    def _witnesses(self, code: str, main: str) -> int:
        pairs = zip(self.likely[code], self.likely[main], strict=True)
        return sum(mine - other > _WITNESS for mine, other in pairs)

    def is_switch(self, new: str, old: str) -> bool:
        pairs = zip(self.likely[new], self.likely[old], strict=True)
        differences = [max(-_CAP, min(_CAP, a - b)) for a, b in pairs]
        speaking = sum(difference > _WITNESS for difference in differences)
        against = sum(difference < -_WITNESS for difference in differences)
        is_enough = self.count >= _SENTENCE and speaking >= _WITNESSES and sum(differences) >= _CLEAR
        return is_enough and against <= _MIXED * (speaking + against)


def _weight(likely: Mapping[str, list[float]], code: str) -> float:
    """How far the language falls behind the best one, word by word."""
    best = [max(column) for column in zip(*likely.values(), strict=True)]
    behind = [mine - highest for mine, highest in zip(likely[code], best, strict=True)]
    return math.fsum(max(difference, -_CAP) for difference in behind)
