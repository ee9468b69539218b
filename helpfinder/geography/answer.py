"""Understands a whole text as the answer to "Where do you live?"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from helpfinder.geography.index import CHOICES, as_lookup, merged
from helpfinder.geography.mentions import Reader
from helpfinder.geography.model import UNKNOWN, Lookup, LookupKind, Mention, Place, PlaceKind
from helpfinder.geography.names import place_key

_CODE = re.compile(r"(?:l(?:u|ux)? ?)?(\d{4})")
_FOREIGN_CODE = re.compile(r"(?:^| )([bdf]) ?\d{4,5}(?: |$)")
_FOREIGN_DIGITS = 5  # "54290 Trier"
_FOREIGN = {"b": "belgium", "d": "germany", "f": "france"}
_LONGEST_ANSWER = 120  # letters; longer texts are read like any other running text
_FEWEST_GUESSED = 6
_MOST_WORDS_GUESSED = 8
_MOST_NAMES = 20
_COUNTRY = "C0304"


@dataclass(frozen=True)
class AnswerReader:
    reader: Reader

    def look_up(self, text: str) -> Lookup:
        if len(text) > _LONGEST_ANSWER:
            return _together(self.reader.find_in(text))
        key = place_key(text)
        for attempt in (self._whole, self._stripped):
            if (lookup := attempt(key)).kind is not LookupKind.UNKNOWN:
                return lookup
        mentions = self.reader.find_in(text)
        if mentions and mentions[0].lookup.kind is not LookupKind.GUESS:
            return _together(mentions)
        for attempt in (self._misspelt, self._foreign_code, self._misspelt_word):
            if (lookup := attempt(key)).kind is not LookupKind.UNKNOWN:
                return lookup
        return _together(mentions)

    def _whole(self, key: str) -> Lookup:
        if code := _CODE.fullmatch(key):
            return self.reader.look_up_code(code[1])
        return self.reader.index.exact(key)

    def _stripped(self, key: str) -> Lookup:
        """Without "we live in" before and "Luxembourg" behind, taking away as little as possible."""
        for rest in self._rests(key):
            if (lookup := self._whole(rest)).kind is not LookupKind.UNKNOWN:
                return lookup
        return UNKNOWN

    def _misspelt(self, key: str) -> Lookup:
        rest = next(reversed([key, *self._rests(key)]))
        return UNKNOWN if rest in self.reader.words else self.reader.index.near(rest)

    def _misspelt_word(self, key: str) -> Lookup:
        """One misspelt name among words that mean something else."""
        words = [word for word in key.split() if self._may_be_misspelt(word)]
        if len(words) > _MOST_WORDS_GUESSED:
            return UNKNOWN
        guesses = (self.reader.index.near_word(word) for word in words if len(word) >= _FEWEST_GUESSED)
        return next((guess for guess in guesses if guess.places), UNKNOWN)

    def _may_be_misspelt(self, word: str) -> bool:
        return word.isalpha() and word not in self.reader.words and not self._is_filler(word)

    def _foreign_code(self, key: str) -> Lookup:
        code = _FOREIGN_CODE.search(key)
        return self.reader.index.exact(_FOREIGN[code[1]]) if code else UNKNOWN

    def _is_filler(self, word: str) -> bool:
        cues = self.reader.cues
        if word.isdigit() and len(word) == _FOREIGN_DIGITS:
            return True
        return any(
            word in cues[role] for role in ("filler", "preposition", "residence", "article", "settlement")
        )

    def _rests(self, key: str) -> Iterator[str]:
        """The key with fewer and fewer filler words at its ends."""
        words = key.split()
        front = next((at for at, word in enumerate(words) if not self._is_filler(word)), len(words))
        back = next((at for at, word in enumerate(reversed(words)) if not self._is_end(word)), len(words))
        for dropped in range(1, front + back + 1):
            for before in range(min(dropped, front), -1, -1):
                if before + len(words) > dropped and dropped - before <= back:
                    rest = words[before : len(words) - (dropped - before)]
                    if rest:
                        yield " ".join(rest)

    def _is_end(self, word: str) -> bool:
        return self._is_filler(word) or word in self.reader.cues["country"]


def _together(mentions: list[Mention]) -> Lookup:
    """What several names in one answer mean: "Weiler, Putscheid" is one place, "Esch or Mersch" two."""
    lookups = list(dict.fromkeys(mention.lookup for mention in mentions[:_MOST_NAMES]))
    lookups = [lookup for lookup in lookups if lookup.places[0].id != _COUNTRY] or lookups
    if not lookups:
        return UNKNOWN
    if len(lookups) == 1:
        return lookups[0]
    codes = [lookup for lookup in lookups if lookup.places[0].kind is PlaceKind.POSTCODE]
    if len(codes) == 1 and not any(lookup.kind is LookupKind.ABROAD for lookup in lookups):
        return codes[0]
    return _narrowed(lookups)


def _narrowed(lookups: list[Lookup]) -> Lookup:
    """An ambiguous name with its commune beside it is not ambiguous."""
    for lookup in lookups:
        named = {
            name
            for other in lookups
            if other is not lookup
            for place in other.places
            for name in _areas(place)
        }
        fitting = [place for place in lookup.places if place.commune in named and place.name not in named]
        if len(fitting) == 1:
            return as_lookup((fitting[0],))
    return as_lookup(merged(place for lookup in lookups for place in lookup.places)[:CHOICES])


def _areas(place: Place) -> set[str]:
    return {place.name, place.commune or ""}
