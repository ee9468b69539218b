"""The words of a text, with where they stand in it."""

import re
from dataclasses import dataclass

from helpfinder.geography.names import place_key

_WORD = re.compile(r"[^\W_][^\W_\u0300-\u036f]*(?:[\u0300-\u036f]+[^\W_]*)*")


@dataclass(frozen=True)
class Token:
    start: int
    end: int
    folded: str
    is_capital: bool


def tokenize(text: str) -> list[Token]:
    return [
        Token(found.start(), found.end(), _folded(found.group()), found.group()[0].isupper())
        for found in _WORD.finditer(text)
    ]


def _folded(word: str) -> str:
    return word.lower() if word.isascii() else place_key(word).replace(" ", "")
