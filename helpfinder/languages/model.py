"""What is known of a language: its names and its place in the row, from ``data/languages.csv``.

A language that is not in the table can be spoken too: its names then come from CLDR.
"""

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from babel import Locale, UnknownLocaleError

SOURCE_LANGUAGE = "en"  # the wording is written in English and translated from it
_LAST = 99


class LanguagesError(ValueError):
    """A row that can't be used; the message names file and row."""


@dataclass(frozen=True)
class Language:
    code: str  # ISO 639-1, which is its CLDR locale too
    native_name: str
    english_name: str
    rank: int = _LAST  # order on buttons, and in which one stands in for another
    required: bool = False  # it's an error if its texts are not complete


@dataclass(frozen=True)
class Languages:
    """The languages offered, in the order of their rank."""

    offered: tuple[Language, ...]

    @property
    def codes(self) -> tuple[str, ...]:
        return tuple(language.code for language in self.offered)


def load_languages(path: Path, codes: Iterable[str]) -> Languages:
    """Those of ``codes``, described."""
    table = read_table(path)
    described = [table.get(code) or from_cldr(code) for code in codes]
    return Languages(tuple(sorted(described, key=lambda language: (language.rank, language.code))))


def read_table(path: Path) -> dict[str, Language]:
    with path.open(encoding="utf-8", newline="") as file:
        return {
            row["code"]: _language(row, f"{path.name}:{at}") for at, row in enumerate(csv.DictReader(file), 2)
        }


def _language(row: dict[str, str], where: str) -> Language:
    if not row["rank"].isdecimal() or row["required"] not in ("", "yes"):
        raise LanguagesError(f"{where}: rank is a whole number, required is 'yes' or empty")
    required = row["required"] == "yes"
    return Language(row["code"], row["native_name"], row["english_name"], int(row["rank"]), required)


def from_cldr(code: str) -> Language:
    try:
        locale = Locale.parse(code)
    except (UnknownLocaleError, ValueError):
        return Language(code, code, code)
    return Language(code, str(locale.get_display_name(code)), str(locale.get_display_name(SOURCE_LANGUAGE)))
