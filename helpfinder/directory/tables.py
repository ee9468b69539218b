"""The tables of ``data/directory``: their columns, which column points at which table, and how a row is read.

Names are those of HSDS 3.1; columns that HSDS lacks (months of age, ranks, routes) are our own.
"""

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

COLUMNS: Mapping[str, tuple[str, ...]] = {
    "addresses": (
        "id",
        "location_id",
        "address_1",
        "address_2",
        "city",
        "state_province",
        "postal_code",
        "country",
        "address_type",
    ),
    "attributes": ("id", "link_id", "link_entity", "link_type", "taxonomy_term_id", "value", "rank"),
    "cost_options": ("id", "service_id", "option", "currency", "amount", "amount_description"),
    "locations": ("id", "location_type", "organization_id", "name", "latitude", "longitude"),
    "organizations": ("id", "name", "alternate_name", "description", "website", "parent_organization_id"),
    "phones": (
        "id",
        "number",
        "international",
        "name",
        "type",
        "organization_id",
        "schedule_id",
        "audience",
        "concerns",
        "urgent",
        "essential",
        "description",
    ),
    "provenance": (
        "resource_type",
        "resource_id",
        "field_name",
        "status",
        "document",
        "lines",
        "source",
        "assured_date",
        "note",
    ),
    "required_documents": ("id", "service_id", "document", "uri"),
    "schedules": (
        "id",
        "service_id",
        "freq",
        "byday",
        "opens_at",
        "closes_at",
        "description",
        "public_holidays",
        "doubtful_from",
    ),
    "service_at_location": ("id", "service_id", "location_id", "description"),
    "services": (
        "id",
        "organization_id",
        "name",
        "alternate_name",
        "outside_alternate_name",
        "description",
        "status",
        "eligibility_description",
        "minimum_age_months",
        "sure_until_months",
        "perhaps_until_months",
        "audience",
        "routes",
        "phone_ids",
        "intent",
        "general_rank",
        "notes",
        "outside_notes",
    ),
    "taxonomies": ("id", "name", "description", "uri", "version"),
    "taxonomy_terms": (
        "id",
        "code",
        "name",
        "description",
        "parent_id",
        "taxonomy_id",
        "taxonomy",
        "language",
        "urgency",
        "rank",
        "urgent_phone_ids",
    ),
}

REFERENCES: Mapping[tuple[str, str], str] = {
    ("addresses", "location_id"): "locations",
    ("attributes", "link_id"): "services",
    ("attributes", "taxonomy_term_id"): "taxonomy_terms",
    ("cost_options", "service_id"): "services",
    ("locations", "organization_id"): "organizations",
    ("organizations", "parent_organization_id"): "organizations",
    ("phones", "concerns"): "taxonomy_terms",
    ("phones", "organization_id"): "organizations",
    ("phones", "schedule_id"): "schedules",
    ("required_documents", "service_id"): "services",
    ("schedules", "service_id"): "services",
    ("service_at_location", "location_id"): "locations",
    ("service_at_location", "service_id"): "services",
    ("services", "organization_id"): "organizations",
    ("services", "phone_ids"): "phones",
    ("taxonomy_terms", "taxonomy_id"): "taxonomies",
    ("taxonomy_terms", "urgent_phone_ids"): "phones",
}


@dataclass(frozen=True)
class Problem:
    file: str
    row: int  # line of the file; the header is line 1
    message: str

    def __str__(self) -> str:
        return f"{self.file}:{self.row}: {self.message}"


class DirectoryError(Exception):
    """The directory cannot be read; ``problems`` holds everything that is wrong with it."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__("\n".join(str(problem) for problem in problems))
        self.problems = tuple(problems)


@dataclass(frozen=True)
class Row:
    table: str
    number: int
    values: Mapping[str, str]

    def __getitem__(self, column: str) -> str:
        return self.values[column]

    @property
    def id(self) -> str:
        return self.values["id"]

    def optional(self, column: str) -> str | None:
        return self.values[column] or None

    def several(self, column: str) -> tuple[str, ...]:
        return tuple(part.strip() for part in self.values[column].split(";") if part.strip())

    def number_of(self, column: str) -> int | None:
        return int(self.values[column]) if self.values[column] else None

    def problem(self, message: str) -> Problem:
        return Problem(f"{self.table}.csv", self.number, message)


Tables = Mapping[str, list[Row]]


def read_tables(folder: Path) -> Tables:
    """All tables of a folder; raises one DirectoryError for every missing file, column or cell."""
    problems: list[Problem] = []
    tables = {name: list(_read(folder, name, problems)) for name in COLUMNS}
    if problems:
        raise DirectoryError(problems)
    return tables


def _read(folder: Path, table: str, problems: list[Problem]) -> Iterator[Row]:
    path = folder / f"{table}.csv"
    if not path.is_file():
        problems.append(Problem(path.name, 1, "file is missing"))
        return
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.reader(file)
        header = next(reader, [])
        if tuple(header) != COLUMNS[table]:
            problems.append(Problem(path.name, 1, f"columns must be {','.join(COLUMNS[table])}"))
            return
        for cells in reader:
            if len(cells) == len(header):
                yield Row(table, reader.line_num, dict(zip(header, cells, strict=True)))
            else:
                problems.append(Problem(path.name, reader.line_num, f"{len(cells)} cells, not {len(header)}"))
