import csv
from pathlib import Path

import pytest

from helpfinder.matching import is_for
from helpfinder.matching.audience import _WORDS
from helpfinder.people import Person

FOLDER = Path(__file__).parents[2] / "data" / "directory"
PERSONS = [person.value for person in Person]


def audiences() -> set[str]:
    words: set[str] = set()
    for table in ("services", "phones"):
        with (FOLDER / f"{table}.csv").open(encoding="utf-8") as file:
            words |= {word for row in csv.DictReader(file) for word in row["audience"].split(";") if word}
    return words


@pytest.mark.parametrize(
    ("audience", "admitted"),
    [
        ({"child", "young-adult"}, {"child", "young_adult"} | {p for p in PERSONS if p != "young_adult"}),
        ({"young-adult"}, {"young_adult"}),
        ({"professional"}, {"professional"}),
        ({"adult", "parent", "professional"}, set(PERSONS) - {"child", "young_adult"}),
        ({"parent"}, {"parent", "grandparent", "foster_parent", "other"}),
    ],
)
def test_who_belongs_to_an_audience(audience: set[str], admitted: set[str]) -> None:
    assert {person for person in PERSONS if is_for(frozenset(audience), person)} == admitted


@pytest.mark.parametrize("person", [None, *PERSONS])
def test_no_audience_means_everybody(person: str | None) -> None:
    assert is_for(frozenset(), person)


def test_somebody_unknown_may_be_anybody() -> None:
    assert is_for(frozenset({"professional"}), None)


def test_every_kind_of_person_has_words() -> None:
    assert set(_WORDS) == set(PERSONS)


def test_every_audience_of_the_directory_is_somebody() -> None:
    nobody = {word for word in audiences() if not any(is_for(frozenset({word}), p) for p in PERSONS)}
    assert not nobody
