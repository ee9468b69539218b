"""Words for people, one file per language in ``data/people``.

``possessives`` ("my"), ``selves`` ("I am a"), ``stops`` (end the search for the noun after either), ``nots``;
``relations`` (nouns for whom it is about), ``elders`` ("mum": after "my" the writer is a child), ``adults``
("mother-in-law": after "my" it says nothing), ``roles`` (nouns after "I am a"), ``phrases`` (say it alone).
"""

from collections.abc import Iterator, Mapping
from enum import Enum
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from helpfinder.ages.phrases import PhraseBook
from helpfinder.people.model import Person, Relation


class Part(str, Enum):
    """What a phrase does in a sentence about people."""

    POSSESSIVE = "possessives"
    SELF = "selves"
    STOP = "stops"
    NOT = "nots"
    RELATION = "relations"
    ELDER = "elders"
    ADULT = "adults"
    ROLE = "roles"
    PHRASE = "phrases"

    __hash__ = str.__hash__


class Sense(NamedTuple):
    part: Part
    language: str
    person: Person | None = None
    about: Relation | None = None


class PeopleDataError(ValueError):
    """A language file is wrong; the message names the file and the key."""


_PLAIN = (Part.POSSESSIVE, Part.SELF, Part.STOP, Part.NOT, Part.ELDER, Part.ADULT)


def load_book(folder: Path) -> PhraseBook[Sense]:
    """Reads every ``*.yml`` of the folder; a language is a file."""
    senses: list[tuple[str, Sense]] = []
    for path in sorted(folder.glob("*.yml")):
        try:
            senses.extend(_senses(yaml.safe_load(path.read_text(encoding="utf-8"))))
        except (KeyError, TypeError, ValueError) as error:
            raise PeopleDataError(f"{path.name}: {error}") from error
    if not senses:
        raise PeopleDataError(f"{folder.name}: no language file")
    return PhraseBook(senses)


def _senses(data: Mapping[str, Any]) -> Iterator[tuple[str, Sense]]:
    language = data["language"]
    for part in _PLAIN:
        yield from ((_text(phrase), Sense(part, language)) for phrase in data[part.value])
    for relation, phrases in data["relations"].items():
        yield from (
            (_text(phrase), Sense(Part.RELATION, language, about=Relation(relation))) for phrase in phrases
        )
    for part in (Part.ROLE, Part.PHRASE):
        for person, phrases in data[part.value].items():
            if person == Relation.ME.value:
                yield from ((_text(phrase), Sense(part, language, about=Relation.ME)) for phrase in phrases)
            else:
                yield from ((_text(phrase), Sense(part, language, Person(person))) for phrase in phrases)


def _text(phrase: object) -> str:
    if not isinstance(phrase, str):
        raise TypeError(f"{phrase!r} is not text (YAML reads no, on and null as values)")
    return phrase
