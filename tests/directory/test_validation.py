from dataclasses import replace
from pathlib import Path

import pytest

from helpfinder.directory import validate
from helpfinder.directory.tables import Row, read_tables
from helpfinder.directory.validation import differing_phones

from .conftest import FOLDER, Change


def messages(folder: Path) -> list[str]:
    return [str(problem) for problem in validate(folder, postcodes=frozenset())]


def test_the_directory_is_valid() -> None:
    assert [str(problem) for problem in validate(FOLDER)] == []


@pytest.mark.parametrize(
    ("table", "old", "new", "message"),
    [
        (
            "attributes",
            ",3\nabuse-trauma--psychologist",
            ",4\nabuse-trauma--psychologist",
            "rank 4 where 3 is due",
        ),
        (
            "cost_options",
            "ligue-cnje-free,",
            "ligue-child-health-free,",
            "duplicate id 'ligue-child-health-free'",
        ),
        ("locations", "ore-capellen,", "ore-wiltz,", "rows are not sorted"),
        ("phones", "112,112,", "112,912345,", "differs from the printed one"),
        ("phones", "48 93 48,+352 48 93 48", "48 93 48,+352 48 93 84", "international"),
        ("phones", "48 93 48,", "4,", "'4' is no number of Luxembourg"),
        (
            "provenance",
            "printed: (+352) 48 59 76",
            "printed: (+352) 48 59 67",
            "differs from the printed one",
        ),
        (
            "provenance",
            "locations,ore-wiltz,name",
            "locations,ore-wilz,name",
            "unknown resource locations:ore-wilz",
        ),
        (
            "provenance",
            "services,alupse,name,",
            "services,alupse,notes,",
            "name has no row in provenance.csv",
        ),
        (
            "provenance",
            "services,alupse,phones,",
            "services,alupse,email,",
            "phones: neither there nor marked",
        ),
        (
            "provenance",
            "impuls,number;international,stated,one",
            "impuls,number;international,stated,",
            "in which document",
        ),
        ("provenance", "name,inferred,one,20-21,,,", "name,inferred,one,20-21,,2026-13-01,", "assured_date"),
        (
            "provenance",
            "services,psyea,alternate_name,inferred",
            "services,psyea,alternate_name,outside",
            "needs a column",
        ),
        ("schedules", "08:00,18:00", "8,18:00", "opens_at cannot be '8'"),
        ("schedules", '"MO,TU,WE,TH,FR"', "", "belong together"),
        ("services", ",156,216,228,", ",216,156,228,", "ages must rise"),
        ("services", ",phone,impuls,", ",fax,impuls,", "unknown routes 'fax'"),
        ("services", ",phone,impuls,", ",phone,impulse,", "unknown phone_ids 'impulse'"),
        ("services", "Adoption,", ",", "name is empty"),
        ("services", "Parents.,", "Parents " + "and others " * 8 + ".,", "words in a sentence"),
        ("taxonomy_terms", ",3,1,", ",4,1,", "urgency cannot be '4'"),
    ],
)
def test_fault_is_found(changed: Change, table: str, old: str, new: str, message: str) -> None:
    found = messages(changed(table, old, new))
    assert any(message in problem for problem in found), found


def test_concern_without_service_is_found(changed: Change) -> None:
    folder = changed("attributes", "self-harm--sepas", "self-harm--sepas")
    path = folder / "attributes.csv"
    rows = path.read_text(encoding="utf-8").splitlines(keepends=True)
    path.write_text("".join(row for row in rows if not row.startswith("self-harm--")), encoding="utf-8")
    assert any("no service helps with this concern" in problem for problem in messages(folder))


def test_office_postcode_must_exist() -> None:
    found = [str(problem) for problem in validate(FOLDER, postcodes=frozenset({"4573"}))]
    assert len(found) == 13
    assert "addresses.csv:2: postal_code '8308' does not exist" in found


def with_digit_changed(row: Row, column: str, place: int) -> Row:
    text = row[column]
    digit = str((int(text[place]) + 1) % 10)
    return replace(row, values={**row.values, column: text[:place] + digit + text[place + 1 :]})


def test_one_changed_digit_anywhere_in_the_phones_is_found() -> None:
    tables = read_tables(FOLDER)
    mutants = [
        with_digit_changed(row, column, place)
        for row in tables["phones"]
        for column in ("number", "international")
        for place, letter in enumerate(row[column])
        if letter.isdigit()
    ]
    assert len(mutants) > 200
    assert [m for m in mutants if not list(differing_phones({**tables, "phones": [m]}))] == []
