"""Folding: two spellings that a person would call the same become the same string."""

import re
import unicodedata
from typing import NamedTuple

_APOSTROPHES = str.maketrans("‘’ʼ´`‛", "''''''")
_LETTERS = str.maketrans({"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ł": "l"})
_SPACES = re.compile(r"[\s\-_/]+")


def fold(text: str) -> str:
    """Lower case, no accents, plain apostrophes, hyphens and slashes as single spaces.

    >>> fold("  Esch-sur-Sûre ")
    'esch sur sure'
    """
    lowered = text.casefold().translate(_APOSTROPHES).translate(_LETTERS)
    decomposed = unicodedata.normalize("NFKD", lowered)
    bare = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    return _SPACES.sub(" ", bare).strip()


class Token(NamedTuple):
    """A word, a run of digits or one of ½ ¼ ¾: folded, with its place in the original text."""

    word: str
    start: int
    end: int


_TOKEN = re.compile(r"[½¼¾]|\d+|[^\W\d_½¼¾](?:[^\W\d_½¼¾]|[\u0300-\u036f])*")


def fold_with_offsets(text: str) -> list[Token]:
    """The folded words and numbers of a text, each knowing where it stood; all else is left out.

    >>> [tuple(token) for token in fold_with_offsets("Née à 2½")]
    [('nee', 0, 3), ('a', 4, 5), ('2', 6, 7), ('½', 7, 8)]
    """
    return [Token(_folded(found[0]), found.start(), found.end()) for found in _TOKEN.finditer(text)]


def _folded(word: str) -> str:
    if word.isascii():
        return word.lower()
    return word if word in "½¼¾" else fold(word)
