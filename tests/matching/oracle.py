"""What the tables say about ages and audiences, read without the code under test."""

import csv
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).parents[2] / "data" / "directory"
NEVER = 10_000  # months: no upper limit


@dataclass(frozen=True)
class Limits:
    minimum: int
    sure_until: int
    perhaps_until: int
    stated: bool  # False: the table names no age

    def excludes(self, months: int, until: int) -> bool:
        """No month of the age lies within the widest reading of the limits."""
        return not any(self.minimum <= month < self.perhaps_until for month in range(months, until))

    def surely_includes(self, months: int, until: int) -> bool:
        grown_up = self.sure_until > 100 * 12 and months >= 28 * 12  # the source names no end: one has to ask
        return not grown_up and all(self.minimum <= month < self.sure_until for month in range(months, until))


def _rows(table: str) -> list[dict[str, str]]:
    with (FOLDER / f"{table}.csv").open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


def limits() -> dict[str, Limits]:
    return {row["id"]: _limits(row) for row in _rows("services")}


def _limits(row: dict[str, str]) -> Limits:
    minimum, sure = row["minimum_age_months"], row["sure_until_months"]
    perhaps = row["perhaps_until_months"] or sure
    return Limits(
        int(minimum or 0), int(sure or NEVER), int(perhaps or NEVER), stated=bool(minimum or sure or perhaps)
    )


def linked() -> dict[str, list[str]]:
    """Service ids by concern, in the order of their rank."""
    found: dict[str, list[str]] = {row["id"]: [] for row in _rows("taxonomy_terms")}
    for row in sorted(_rows("attributes"), key=lambda row: int(row["rank"])):
        found[row["taxonomy_term_id"]].append(row["link_id"])
    return found


def suggested() -> set[tuple[str, str]]:
    """(concern, service) where the link is our own."""
    rows = _rows("attributes")
    return {(row["taxonomy_term_id"], row["link_id"]) for row in rows if row["value"] == "suggested-by-us"}


def open_to_all() -> set[str]:
    return {row["id"] for row in _rows("services") if not row["audience"]}


def general() -> list[str]:
    rows = [row for row in _rows("services") if row["general_rank"]]
    return [row["id"] for row in sorted(rows, key=lambda row: int(row["general_rank"]))]
