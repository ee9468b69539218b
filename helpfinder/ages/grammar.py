"""What the language files say about ages, as one phrase book over all languages.

A ``<language>.yml`` has ``units``, ``tens``, ``compose``, ``reach`` (number words), ``glued`` (endings on
number words), ``months`` (names) and ``words``: one list of phrases for each :class:`Role` it knows.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from helpfinder.ages.numbers import number_words
from helpfinder.ages.phrases import PhraseBook
from helpfinder.text import Token, fold


class Role(str, Enum):
    """What a phrase does in a sentence about an age."""

    NUMBER = "number"
    MONTH_NAME = "month_name"
    ONE = "one"  # "a": the number one only where a unit and "old" or "and a half" follow
    ONE_AND_HALF = "one_and_half"
    HALF = "half"
    HALF_YEAR = "half_year"
    YEAR = "year"
    YEAR_ONE = "year_one"  # a singular that means something else after other numbers: "7 ano"
    MONTH = "month"
    MONTH_ONE = "month_one"
    WEEK = "week"
    DAY = "day"
    YEAR_OLD = "year_old"  # unit and "old" in one: "yo", "jährig"
    MONTH_OLD = "month_old"
    WEEK_OLD = "week_old"
    OLD = "old"
    AND = "and"
    OR = "or"
    TO = "to"
    BETWEEN = "between"
    ALMOST = "almost"
    SKIP = "skip"  # changes nothing: "about", "already"
    UNDER = "under"
    SAYS_AGE = "says_age"  # before a bare number: an age
    MAY_SAY_AGE = "may_say_age"  # before a bare number: an age if the number ends the thought
    TURNING = "turning"  # an age still to come
    PAST = "past"  # an age long gone
    PAST_AFTER = "past_after"
    BLOCK_BEFORE = "block_before"
    BLOCK_AFTER = "block_after"
    LABEL = "label"  # what is numbered, not counted: "grade 4"
    LABEL_AFTER = "label_after"
    AGO = "ago"
    AGO_BEFORE = "ago_before"
    BORN = "born"
    BORN_RECENTLY = "born_recently"
    PREGNANT = "pregnant"
    NEWBORN = "newborn"
    FUTURE = "future"
    NOT = "not"
    WRITER = "writer"
    CHILD = "child"
    ADULT = "adult"
    OF = "of"
    FOLLOW = "follow"  # may follow a bare age
    MINUS = "minus"

    __hash__ = str.__hash__  # Enum's own is Python code, and roles are looked up for every word


class Sense(NamedTuple):
    role: Role
    value: int
    language: str


class AgeDataError(ValueError):
    """A language file is wrong; the message names the file and the key."""


@dataclass(frozen=True)
class Grammar:
    book: PhraseBook[Sense]
    stems: frozenset[str] = field(repr=False)  # number words that an ending may be glued to
    endings: tuple[str, ...] = field(repr=False)  # longest first


def load_grammar(folder: Path) -> Grammar:
    """Reads every ``*.yml`` of the folder; a language is a file."""
    senses: list[tuple[str, Sense]] = []
    endings: set[str] = set()
    for path in sorted(folder.glob("*.yml")):
        data = yaml.safe_load(path.read_text(encoding="utf-8"))
        senses.extend(_senses(data, path.name))
        endings.update(fold(word) for words in data.get("glued", {}).values() for word in words)
    if not senses:
        raise AgeDataError(f"{folder.name}: no language file")
    stem_roles = (Role.NUMBER, Role.ONE_AND_HALF)
    stems = frozenset(
        fold(phrase) for phrase, sense in senses if sense.role in stem_roles and " " not in phrase
    )
    return Grammar(PhraseBook(senses), stems, tuple(sorted(endings, key=len, reverse=True)))


def _senses(data: Mapping[str, Any], name: str) -> Iterator[tuple[str, Sense]]:
    language = data["language"]
    numbers = number_words(data["units"], data["tens"], data["compose"], data.get("reach", {}))
    yield from ((word, Sense(Role.NUMBER, number, language)) for word, number in numbers)
    for number, words in data["months"].items():
        yield from ((word, Sense(Role.MONTH_NAME, number, language)) for word in words)
    for section in (data["words"], data.get("glued", {})):
        for key, words in section.items():
            role = _role(key, name)
            yield from ((_phrase(word, key, name), Sense(role, 0, language)) for word in words)


def _role(key: str, name: str) -> Role:
    try:
        return Role(key)
    except ValueError:
        raise AgeDataError(f"{name}: words: unknown key {key!r}") from None


def _phrase(word: object, key: str, name: str) -> str:
    if not isinstance(word, str):
        raise AgeDataError(
            f"{name}: words: {key}: {word!r} is not text (YAML reads no, on and null as values)"
        )
    return word


def split_glued(tokens: list[Token], grammar: Grammar, text: str) -> list[Token]:
    """``achtjährige`` becomes ``acht`` and ``jährige``."""
    parts: list[Token] = []
    for token in tokens:
        parts.extend(_split(token, grammar, text) if token.word.endswith(grammar.endings) else (token,))
    return parts


def _split(token: Token, grammar: Grammar, text: str) -> list[Token]:
    for ending in grammar.endings:
        stem = token.word.removesuffix(ending)
        if stem == token.word or not stem:
            continue
        cut = _cut(text, token, len(stem))
        rest = Token(ending, cut, token.end)
        if stem in grammar.stems:
            return [Token(stem, token.start, cut), rest]
        inner = _split(Token(stem, token.start, cut), grammar, text)
        if len(inner) > 1:
            return [*inner, rest]
    return [token]


def _cut(text: str, token: Token, folded_length: int) -> int:
    """Where in the original the first ``folded_length`` folded letters end (``ß`` folds to two)."""
    for end in range(token.start + 1, token.end):
        following = text[end]
        if len(fold(text[token.start : end])) >= folded_length and not "\u0300" <= following <= "\u036f":
            return end
    return token.end - 1
