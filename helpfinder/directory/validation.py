"""Editorial checks of ``data/directory``: sources, order, phone numbers, plain words."""

import csv
import re
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path

import phonenumbers

from helpfinder.directory.integrity import integrity_problems
from helpfinder.directory.provenance import EVERY_ROW, FactIndex, read_fact
from helpfinder.directory.tables import COLUMNS, DirectoryError, Problem, Row, Tables, read_tables

LONGEST_AVERAGE = 15  # words in a sentence
_COUNTRY = "352"
_PLAIN_TEXTS = ("description", "eligibility_description", "notes", "outside_notes")
_NEEDS = {"services": ("phones", "cost_options"), "locations": ("phones",)}  # a value or the word "missing"


def validate(folder: Path, postcodes: frozenset[str] | None = None) -> list[Problem]:
    """Everything wrong with a directory. Postcodes come from the gazetteer beside it unless given."""
    try:
        tables = read_tables(folder)
    except DirectoryError as error:
        return list(error.problems)
    known = _read_postcodes(folder) if postcodes is None else postcodes
    checks: tuple[Callable[[Tables], Iterator[Problem]], ...] = (
        _unsorted,
        _without_source,
        _facts_about_nothing,
        _unsaid,
        _outside_columns,
        _phone_numbers,
        differing_phones,
        _concerns_without_service,
        _ranks,
        _long_sentences,
    )
    found = [problem for check in checks for problem in check(tables)]
    return [*integrity_problems(tables), *found, *_office_postcodes(tables, known)]


def _read_postcodes(folder: Path) -> frozenset[str]:
    path = folder.parent / "gazetteer" / "postcodes.csv"
    if not path.is_file():
        return frozenset()
    with path.open(encoding="utf-8", newline="") as file:
        return frozenset(row["postcode"] for row in csv.DictReader(file))


def _office_postcodes(tables: Tables, known: frozenset[str]) -> Iterator[Problem]:
    for row in tables["addresses"]:
        if not re.fullmatch(r"\d{4}", row["postal_code"]) or (known and row["postal_code"] not in known):
            yield row.problem(f"postal_code {row['postal_code']!r} does not exist")


def _sort_key(row: Row) -> tuple[str, ...]:
    if row.table == "provenance":
        return row["resource_type"], row["resource_id"], row["field_name"]
    if row.table == "attributes":
        return row["taxonomy_term_id"], row["rank"].zfill(3)
    return (row.id,)


def _unsorted(tables: Tables) -> Iterator[Problem]:
    for rows in tables.values():
        for before, row in pairwise(rows):
            if _sort_key(before) > _sort_key(row):
                yield row.problem("rows are not sorted")


def _index(tables: Tables) -> FactIndex:
    return FactIndex(read_fact(row) for row in tables["provenance"] if row["status"] in _STATUSES)


_STATUSES = frozenset({"stated", "inferred", "outside", "missing"})


def _without_source(tables: Tables) -> Iterator[Problem]:
    index = _index(tables)
    for table, rows in tables.items():
        for row in rows if table != "provenance" else ():
            for column, value in row.values.items():
                if column != "id" and value and not index.find(table, row.id, column):
                    yield row.problem(f"{column} has no row in provenance.csv")


def _facts_about_nothing(tables: Tables) -> Iterator[Problem]:
    """A source must be of a value that is there, a missing value must not be there."""
    rows = {(table, row.id): row for table, found in tables.items() if table != "provenance" for row in found}
    for fact in tables["provenance"]:
        row = rows.get((fact["resource_type"], fact["resource_id"]))
        if fact["resource_id"] == EVERY_ROW and fact["resource_type"] in COLUMNS:
            continue
        if row is None:
            yield fact.problem(f"unknown resource {fact['resource_type']}:{fact['resource_id']}")
            continue
        for name in fact.several("field_name"):
            there = row.values.get(name, "") not in ("", "unknown")
            if there == (fact["status"] == "missing"):
                yield fact.problem(f"{name} is {'there' if there else 'not there'}")
        if fact["status"] == "stated" and not fact["document"]:
            yield fact.problem("stated, but in which document?")
        if fact["status"] == "outside" and not fact["source"]:
            yield fact.problem("outside, but from where?")


def _unsaid(tables: Tables) -> Iterator[Problem]:
    """Every service and office either has a phone and a cost or says that the source gives none."""
    index = _index(tables)
    stated = {r.id for r in tables["phones"] if index.status("phones", r.id, "number").value == "stated"}
    costs = {row["service_id"] for row in tables["cost_options"]}
    for table, fields in _NEEDS.items():
        for row in tables[table]:
            phones = row.several("phone_ids") if table == "services" else ()
            has = {"phones": bool(stated & set(phones)), "cost_options": row.id in costs}
            for name in fields:
                fact = index.find(table, row.id, name)
                if not has[name] and (fact is None or fact.status.value != "missing"):
                    yield row.problem(f"{name}: neither there nor marked as missing")


def _outside_columns(tables: Tables) -> Iterator[Problem]:
    """In services, what comes from outside stands in columns of its own, so that it can be switched off."""
    for fact in tables["provenance"]:
        if fact["resource_type"] in ("services", "organizations") and fact["status"] == "outside":
            for name in fact.several("field_name"):
                if not name.startswith("outside_") and name != "phone_ids":
                    yield fact.problem(f"{name} from outside needs a column outside_{name}")


def _phone_numbers(tables: Tables) -> Iterator[Problem]:
    for row in tables["phones"]:
        if not _exists(row["number"]):
            yield row.problem(f"{row['number']!r} is no number of Luxembourg")


def _exists(number: str) -> bool:
    try:
        parsed = phonenumbers.parse(number, "LU")
    except phonenumbers.NumberParseException:
        return False
    short = phonenumbers.is_valid_short_number_for_region(parsed, "LU")
    return phonenumbers.is_valid_number(parsed) or short


def differing_phones(tables: Tables) -> Iterator[Problem]:
    """One digit changed anywhere shows: the number, its international form and the printed one must agree."""
    index = _index(tables)
    for row in tables["phones"]:
        fact = index.find("phones", row.id, "number")
        national = _digits(row["number"])
        printed = _digits(fact.note) if fact else ""
        if printed.removeprefix(_COUNTRY) != national:
            yield row.problem(f"number {row['number']!r} differs from the printed one in provenance.csv")
        if row["international"] and row["international"] != f"+{_COUNTRY} {row['number']}":
            yield row.problem(f"international {row['international']!r} differs from number {row['number']!r}")


def _digits(text: str) -> str:
    return re.sub(r"\D", "", text)


def _concerns_without_service(tables: Tables) -> Iterator[Problem]:
    linked = {row["taxonomy_term_id"] for row in tables["attributes"]}
    for row in tables["taxonomy_terms"]:
        if row.id not in linked:
            yield row.problem("no service helps with this concern")


def _ranks(tables: Tables) -> Iterator[Problem]:
    """Ranks count 1, 2, 3 within a concern, so that no two services stand on one place."""
    expected: dict[str, int] = {}
    for row in tables["attributes"]:
        expected[row["taxonomy_term_id"]] = expected.get(row["taxonomy_term_id"], 0) + 1
        if row["rank"] != str(expected[row["taxonomy_term_id"]]):
            yield row.problem(f"rank {row['rank']} where {expected[row['taxonomy_term_id']]} is due")


def _long_sentences(tables: Tables) -> Iterator[Problem]:
    for table in ("services", "organizations", "phones", "taxonomy_terms", "schedules"):
        for row in tables[table]:
            for column in _PLAIN_TEXTS:
                average = _words_per_sentence(row.values.get(column, ""))
                if average > LONGEST_AVERAGE:
                    yield row.problem(
                        f"{column}: {average:.0f} words in a sentence, at most {LONGEST_AVERAGE}"
                    )


def _words_per_sentence(text: str) -> float:
    sentences = [part for part in re.split(r"[.!?;]+(?:\s|$)|;", text) if part.strip()]
    return sum(len(part.split()) for part in sentences) / len(sentences) if sentences else 0.0
