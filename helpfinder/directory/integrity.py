"""What must hold before a directory can be loaded: unique ids, references, codes, numbers, times, dates."""

import re
from collections.abc import Callable, Iterator
from datetime import date

from helpfinder.directory.model import Provenance, Route
from helpfinder.directory.schedule import WEEKDAYS, OnPublicHolidays
from helpfinder.directory.tables import REFERENCES, Problem, Row, Tables

AUDIENCES = frozenset({"child", "young-adult", "parent", "adult", "professional"})
_CODES: dict[tuple[str, str], frozenset[str]] = {
    ("addresses", "address_type"): frozenset({"physical", "postal", "virtual"}),
    ("attributes", "link_entity"): frozenset({"service"}),
    ("attributes", "link_type"): frozenset({"concern"}),
    ("attributes", "value"): frozenset({"suggested-by-us"}),
    ("locations", "location_type"): frozenset({"physical"}),
    ("phones", "audience"): AUDIENCES,
    ("phones", "essential"): frozenset({"yes"}),
    ("phones", "urgent"): frozenset({"yes"}),
    ("provenance", "status"): frozenset(status.value for status in Provenance),
    ("schedules", "freq"): frozenset({"WEEKLY"}),
    ("schedules", "public_holidays"): frozenset(value.value for value in OnPublicHolidays),
    ("services", "audience"): AUDIENCES,
    ("services", "routes"): frozenset(route.value for route in Route),
    ("services", "status"): frozenset({"active", "inactive", "defunct", "temporarily closed"}),
}
_REQUIRED = {
    "attributes": ("link_id", "taxonomy_term_id", "rank"),
    "locations": ("name", "latitude", "longitude"),
    "organizations": ("name", "description"),
    "phones": ("number", "name"),
    "provenance": ("resource_type", "resource_id", "field_name", "status"),
    "schedules": ("description", "public_holidays"),
    "services": ("name", "description", "status", "routes"),
    "taxonomy_terms": ("name", "description", "urgency", "rank"),
}
_PATTERNS = {
    ("attributes", "rank"): r"\d+",
    ("locations", "latitude"): r"49\.\d+|50\.\d+",
    ("locations", "longitude"): r"[56]\.\d+",
    ("schedules", "byday"): rf"({'|'.join(WEEKDAYS)})(,({'|'.join(WEEKDAYS)}))*",
    ("schedules", "closes_at"): r"([01]\d|2[0-3]):[0-5]\d|24:00",
    ("schedules", "doubtful_from"): r"(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d",
    ("schedules", "opens_at"): r"([01]\d|2[0-3]):[0-5]\d",
    ("services", "general_rank"): r"\d+",
    ("services", "minimum_age_months"): r"\d+",
    ("services", "perhaps_until_months"): r"\d+",
    ("services", "sure_until_months"): r"\d+",
    ("taxonomy_terms", "rank"): r"\d+",
    ("taxonomy_terms", "urgency"): r"[0-3]",
}


def integrity_problems(tables: Tables) -> list[Problem]:
    checks: tuple[Callable[[Tables], Iterator[Problem]], ...] = (
        _duplicate_ids,
        _references,
        _codes,
        _required,
        _patterns,
        _ages,
        _hours,
        _addresses,
        _dates,
    )
    return [problem for check in checks for problem in check(tables)]


def _duplicate_ids(tables: Tables) -> Iterator[Problem]:
    for table, rows in tables.items():
        seen: set[str] = set()
        for row in rows if table != "provenance" else ():
            if row.id in seen or not row.id:
                yield row.problem(f"duplicate id {row.id!r}" if row.id else "id is empty")
            seen.add(row.id)


def _references(tables: Tables) -> Iterator[Problem]:
    ids = {table: {row.id for row in rows} for table, rows in tables.items() if table != "provenance"}
    for (table, column), target in REFERENCES.items():
        for row in tables[table]:
            for value in row.several(column):
                if value not in ids[target]:
                    yield row.problem(f"unknown {column} {value!r}")


def _codes(tables: Tables) -> Iterator[Problem]:
    for (table, column), allowed in _CODES.items():
        for row in tables[table]:
            for value in row.several(column):
                if value not in allowed:
                    yield row.problem(f"unknown {column} {value!r}")


def _required(tables: Tables) -> Iterator[Problem]:
    for table, columns in _REQUIRED.items():
        for row in tables[table]:
            for column in columns:
                if not row[column]:
                    yield row.problem(f"{column} is empty")


def _patterns(tables: Tables) -> Iterator[Problem]:
    for (table, column), pattern in _PATTERNS.items():
        for row in tables[table]:
            if row[column] and not re.fullmatch(pattern, row[column]):
                yield row.problem(f"{column} cannot be {row[column]!r}")


def _ages(tables: Tables) -> Iterator[Problem]:
    columns = ("minimum_age_months", "sure_until_months", "perhaps_until_months")
    for row in tables["services"]:
        limits = [int(row[column]) for column in columns if row[column].isdigit()]
        if limits != sorted(set(limits)):
            yield row.problem(f"ages must rise: {limits}")


def _hours(tables: Tables) -> Iterator[Problem]:
    for row in tables["schedules"]:
        given = [bool(row[column]) for column in ("freq", "byday", "opens_at", "closes_at")]
        if any(given) and not all(given):
            yield row.problem("freq, byday, opens_at and closes_at belong together")


def _addresses(tables: Tables) -> Iterator[Problem]:
    addressed = {row["location_id"] for row in tables["addresses"]}
    for row in tables["locations"]:
        if row.id not in addressed:
            yield row.problem("has no address")


def _dates(tables: Tables) -> Iterator[Problem]:
    for row in tables["provenance"]:
        if row["assured_date"] and not _is_date(row):
            yield row.problem(f"assured_date cannot be {row['assured_date']!r}")


def _is_date(row: Row) -> bool:
    try:
        date.fromisoformat(row["assured_date"])
    except ValueError:
        return False
    return True
