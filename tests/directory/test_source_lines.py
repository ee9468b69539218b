"""Every line of the two source documents is used by a fact of the directory, or says why not."""

import csv
from collections.abc import Iterator
from pathlib import Path

from helpfinder.directory import Directory, Fact
from helpfinder.directory.provenance import line_numbers

LINES = {"one": 365, "ligue": 59}
Place = tuple[str, int]


def rows() -> Iterator[tuple[Place, str, str]]:
    with (Path(__file__).parent / "source_lines.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            yield (row["document"], int(row["line"])), row["used_for"], row["unused_reason"]


def used_lines(fact: Fact) -> set[Place]:
    return {(fact.document, line) for line in line_numbers(fact.lines)} if fact.document else set()


def test_every_line_is_listed_once_and_in_order() -> None:
    assert [place for place, *_ in rows()] == [
        (d, n) for d, last in LINES.items() for n in range(1, last + 1)
    ]


def test_every_line_is_used_or_has_a_reason_not_to_be() -> None:
    assert [place for place, used_for, reason in rows() if bool(used_for) == bool(reason)] == []


def test_every_used_line_is_cited_by_the_fact_it_names(directory: Directory) -> None:
    cited = {
        (f"{fact.resource_type}:{fact.resource_id}:{name}", place)
        for fact in directory.facts
        for name in fact.field_names
        for place in used_lines(fact)
    }
    assert [row for row in rows() if row[1] and (row[1], row[0]) not in cited] == []


def test_no_fact_cites_a_line_outside_the_documents(directory: Directory) -> None:
    known = {place for place, *_ in rows()}
    assert [fact for fact in directory.facts if not used_lines(fact) <= known] == []


def test_only_navigation_and_blank_lines_are_unused() -> None:
    reasons = {reason for _, _, reason in rows() if reason}
    assert reasons == {"blank", "navigation of the website", "heading that is cut off"}
