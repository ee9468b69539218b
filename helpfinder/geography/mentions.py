"""Finds places inside running text. Rather misses one than makes a place of an ordinary word."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from rapidfuzz import fuzz
from rapidfuzz.distance import OSA

from helpfinder.geography.index import NameIndex, edits_allowed
from helpfinder.geography.model import UNKNOWN, Lookup, LookupKind, Mention
from helpfinder.geography.names import place_key
from helpfinder.geography.tokens import tokenize

LONGEST_TEXT = 20_000  # what lies beyond is not read
_GAP = re.compile(r"[\s\-–/'’(),.]{1,3}")
_NUMBER_GAP = re.compile(r"[ .\-/]?")
_COUNTRY_PREFIX = re.compile(r"l(?:u|ux)?")
_PREFIXED_CODE = re.compile(r"l(?:u|ux)?(\d{4})")
_MONEY_SIGNS = "€$£%"
_RESIDENCE_REACH = 6  # words between "live" and the place: "we live with my mother in Born"
_TYPO_LETTERS = 6
_TYPO_CUTOFF = 88
_LONG_NAME = 10  # letters
_MOST_MENTIONS = 50
_TYPOS_PER_TEXT = 30  # a long text is not searched for more misspelt words than this


@dataclass(frozen=True)
class Reader:
    """Everything needed to read a text; ``look_up_code`` knows the postcodes."""

    index: NameIndex
    words: Mapping[str, str]
    cues: Mapping[str, frozenset[str]]
    look_up_code: Callable[[str], Lookup]

    def find_in(self, text: str) -> list[Mention]:
        return _Reading(self, text[:LONGEST_TEXT]).mentions()


class _Reading:
    """One pass over one text."""

    def __init__(self, reader: Reader, text: str) -> None:
        self.reader, self.text = reader, text
        self.tokens = tokenize(text)
        self.typos_left = _TYPOS_PER_TEXT

    def mentions(self) -> list[Mention]:
        found: list[Mention] = []
        position = 0
        while position < len(self.tokens) and len(found) < _MOST_MENTIONS:
            first, after, lookup = self._read(position)
            if lookup.kind is not LookupKind.UNKNOWN:
                start, end = self.tokens[first].start, self.tokens[after - 1].end
                found.append(Mention(start, end, self.text[start:end], lookup))
            position = after
        return found

    def _read(self, at: int) -> tuple[int, int, Lookup]:
        """What begins here: first token, token after it, meaning."""
        token = self.tokens[at]
        if token.folded[-1:].isdigit() or self._is_code_prefix(at):
            return self._postcode(at)
        after, lookup = self._name(at)
        if lookup.kind is LookupKind.UNKNOWN:
            lookup = self._typo(at)
        return at, after, lookup

    # postcodes

    def _is_code_prefix(self, at: int) -> bool:
        if not _COUNTRY_PREFIX.fullmatch(self.tokens[at].folded) or at + 1 == len(self.tokens):
            return False
        return len(self._gap(at)) < 3 and bool(re.fullmatch(r"\d{4}", self.tokens[at + 1].folded))

    def _postcode(self, at: int) -> tuple[int, int, Lookup]:
        word, after = self.tokens[at].folded, at + 1
        code = ""
        if self._is_code_prefix(at):
            code, after = self.tokens[after].folded, at + 2
        elif prefixed := _PREFIXED_CODE.fullmatch(word):
            code = prefixed[1]
        elif re.fullmatch(r"\d{4}", word) and self._is_bare_code(at):
            code = word
        lookup = self.reader.look_up_code(code)
        return at, self._after_town(after, lookup), lookup

    def _after_town(self, at: int, code: Lookup) -> int:
        """ "L-4573 Differdange" is one mention."""
        if code.kind is LookupKind.UNKNOWN or at >= len(self.tokens) or not _GAP.fullmatch(self._gap(at - 1)):
            return at
        after, town = self._name(at)
        communes = {place.commune for place in code.places}
        return after if any(place.commune in communes for place in town.places) else at

    def _is_bare_code(self, at: int) -> bool:
        before, after = self._word(at - 1), self._word(at + 1)
        if before in self.reader.cues["postcode"]:
            return True
        if before[-1:].isdigit() and _NUMBER_GAP.fullmatch(self._gap(at - 1)):
            return False
        if after[:1].isdigit() and _NUMBER_GAP.fullmatch(self._gap(at)):
            return False
        money = self.text[max(0, self.tokens[at].start - 2) : self.tokens[at].end + 2]
        if after in self.reader.cues["unit"] or before in self.reader.cues["amount"]:
            return False
        if any(sign in money for sign in _MONEY_SIGNS) or before in ("b", "d", "f"):
            return False
        year_like = 1900 <= int(self.tokens[at].folded) <= 2035
        return not year_like or self._is_followed_by_its_town(at)

    def _is_followed_by_its_town(self, at: int) -> bool:
        lookup = self.reader.look_up_code(self.tokens[at].folded)
        town = {place_key(place.name.partition(" ")[2]) for place in lookup.places}
        return any(name.startswith(self._word(at + 1)) and self._word(at + 1) != "" for name in town)

    # names

    def _name(self, at: int) -> tuple[int, Lookup]:
        head = self.tokens[at].folded
        if near := self._nearly(at, head):
            return near
        for length in (*self.reader.index.lengths_by_head.get(head, ()), 1):
            key = self._key(at, at + length)
            if key and key in self.reader.index.places_by_key:
                lookup = self.reader.index.exact(key)
                is_place = self._may_be_place(at, at + length, key, lookup)
                return (at + length, lookup) if is_place else (at + 1, UNKNOWN)
        return at + 1, UNKNOWN

    def _nearly(self, at: int, head: str) -> tuple[int, Lookup] | None:
        """A long name whose first word is right: "esch sur alzete"."""
        if not self.typos_left or head not in self.reader.index.longer_by_head:
            return None
        self.typos_left -= 1
        for key in self.reader.index.longer_by_head[head]:
            after = at + key.count(" ") + 1
            if len(key) >= _LONG_NAME and self._is_nearly(at, after, key):
                written = self._key(at, after) or key
                if written in self.reader.index.places_by_key or self._is_street(at, after):
                    return None
                return after, self.reader.index.near(written)
        return None

    def _is_nearly(self, at: int, after: int, key: str) -> bool:
        written = (self._key(at, after) or "").partition(" ")[2]
        tail = key.partition(" ")[2]
        return written != "" and OSA.distance(written, tail) <= edits_allowed(tail)

    def _may_be_place(self, at: int, after: int, key: str, lookup: Lookup) -> bool:
        if self._is_street(at, after) or self._word(at - 1) in self.reader.cues["title"]:
            return False
        if lookup.kind is LookupKind.ABROAD and lookup.places[0].latitude is None:
            return self._is_dwelling(at)  # "my father comes from Portugal" does not say where one lives
        if self._is_residence(at):
            return True
        needs = self.reader.words.get(key) or ("preposition" if len(key) <= 3 else "")
        if not needs:
            return True
        return needs == "preposition" and self._follows_preposition(at) and self.tokens[at].is_capital

    def _is_street(self, at: int, after: int) -> bool:
        """ "12, route de Mondorf": the street, not the town."""
        streets, articles = self.reader.cues["street"], self.reader.cues["article"]
        if self._word(after) in self.reader.cues["street-after"]:
            return True
        back = at - 1
        while back >= at - 2 and self._word(back) in articles:
            back -= 1
        return self._word(back) in streets

    def _is_residence(self, at: int) -> bool:
        """ "we live in", "commune de", "wunnen zu" right before."""
        cues, before = self.reader.cues, self._word(at - 1)
        if before in cues["settlement"] or (
            before in cues["article"] and self._word(at - 2) in cues["settlement"]
        ):
            return True
        return self._follows_verb(at, "residence")

    def _is_dwelling(self, at: int) -> bool:
        return self._word(at - 1) not in self.reader.cues["origin"] and self._follows_verb(at, "dwelling")

    def _follows_verb(self, at: int, role: str) -> bool:
        verbs, before = self.reader.cues[role], self._word(at - 1)
        if before not in self.reader.cues["preposition"] and before != "a":
            return False
        return any(self._word(back) in verbs for back in range(at - _RESIDENCE_REACH, at - 1))

    def _follows_preposition(self, at: int) -> bool:
        before = self._word(at - 1)
        return before in self.reader.cues["preposition"] or (before == "a" and self._surface(at - 1) in "àÀ")

    # near spellings

    def _typo(self, at: int) -> Lookup:
        token = self.tokens[at]
        word = token.folded
        if (
            len(word) < _TYPO_LETTERS
            or word in self.reader.words
            or not word.isalpha()
            or not self.typos_left
        ):
            return UNKNOWN
        if word in self.reader.index.places_by_key or self._is_street(at, at + 1):
            return UNKNOWN
        if not (token.is_capital or self._follows_preposition(at) or self._is_residence(at)):
            return UNKNOWN
        self.typos_left -= 1
        return self._guess(word)

    def _guess(self, word: str) -> Lookup:
        near = self.reader.index.near_keys(word, 1 if len(word) < 9 else 2)
        if not any(fuzz.ratio(word, key) >= _TYPO_CUTOFF and key[0] == word[0] for key, _ in near):
            return UNKNOWN
        guess = self.reader.index.guess(word, near)
        is_far = guess.places[0].latitude is None
        return UNKNOWN if is_far else guess

    # the text around

    def _word(self, at: int) -> str:
        return self.tokens[at].folded if 0 <= at < len(self.tokens) else ""

    def _surface(self, at: int) -> str:
        return self.text[self.tokens[at].start : self.tokens[at].end]

    def _gap(self, at: int) -> str:
        if not 0 <= at < len(self.tokens) - 1:
            return "\n"
        return self.text[self.tokens[at].end : self.tokens[at + 1].start]

    def _key(self, at: int, after: int) -> str | None:
        """The words from ``at`` as one key, or None if something stands between them."""
        if after > len(self.tokens):
            return None
        if not all(_GAP.fullmatch(self._gap(position)) for position in range(at, after - 1)):
            return None
        return " ".join(token.folded for token in self.tokens[at:after])
