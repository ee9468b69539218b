"""Hears the wish for a language: "parlez-vous français ?", "auf Deutsch bitte", "po polsku?".

A clause is such a wish if, beside the name of a language, it has only words that such wishes are made of
(``data/language_request_words.csv``). So "my son fails in French" is none, and "not in French" isn't either.
"""

import csv
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from helpfinder.text import fold_with_offsets

_CLAUSE = re.compile(r"[,;:.!?¿¡؟()\n]+")
_MOST_WORDS = 14  # a longer message is about something else
_LONGEST_NAME = 3  # words


@dataclass(frozen=True)
class Requests:
    names: dict[tuple[str, ...], str]  # folded words of a name -> code
    frame: frozenset[str]  # folded words that surround a name

    def asked_for(self, text: str) -> str | None:
        """The code of the language asked for; the first, where there are several."""
        clauses = [clause for part in _CLAUSE.split(text[:500]) if (clause := _words(part))]
        if not 0 < sum(map(len, clauses)) <= _MOST_WORDS:
            return None
        parts = [self._split(clause) for clause in clauses]
        wishes = [(codes, rest) for codes, rest in parts if codes and self.frame.issuperset(rest)]
        all_wishes = len(wishes) == len(parts)  # a bare name is a wish where nothing else is said
        return next((codes[0] for codes, rest in wishes if rest or all_wishes), None)

    def _split(self, clause: Sequence[str]) -> tuple[list[str], list[str]]:
        """The languages named, and the other words."""
        codes: list[str] = []
        rest: list[str] = []
        at = 0
        while at < len(clause):
            found = next(self._names_at(clause, at), None)
            if found is None:
                rest.append(clause[at])
            else:
                codes.append(found[1])
            at += found[0] if found else 1
        return codes, rest

    def _names_at(self, clause: Sequence[str], at: int) -> Iterator[tuple[int, str]]:
        for length in range(min(_LONGEST_NAME, len(clause) - at), 0, -1):
            code = self.names.get(tuple(clause[at : at + length]))
            if code is not None:
                yield length, code


def _words(text: str) -> list[str]:
    return [token.word for token in fold_with_offsets(text)]


def load_requests(data: Path) -> Requests:
    names = {tuple(_words(row["name"])): row["code"] for row in _rows(data / "language_names.csv")}
    frame = frozenset(row["word"] for row in _rows(data / "language_request_words.csv"))
    return Requests(names, frame)


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
