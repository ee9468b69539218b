"""Where values come from: reading and asking ``provenance.csv``."""

from collections.abc import Iterable

from helpfinder.directory.model import Fact, Provenance
from helpfinder.directory.tables import Row

EVERY_ROW = "*"


class FactIndex:
    """Finds the fact of a value: that of its own row, else that of its whole table."""

    def __init__(self, facts: Iterable[Fact]) -> None:
        self._facts = {
            (fact.resource_type, fact.resource_id, name): fact for fact in facts for name in fact.field_names
        }

    def find(self, resource_type: str, resource_id: str, field_name: str) -> Fact | None:
        own = self._facts.get((resource_type, resource_id, field_name))
        return own or self._facts.get((resource_type, EVERY_ROW, field_name))

    def status(self, resource_type: str, resource_id: str, field_name: str) -> Provenance:
        """The status of a value; one without a fact counts as outside, so that it can be switched off."""
        fact = self.find(resource_type, resource_id, field_name)
        return fact.status if fact else Provenance.OUTSIDE


def read_fact(row: Row) -> Fact:
    return Fact(
        resource_type=row["resource_type"],
        resource_id=row["resource_id"],
        field_names=row.several("field_name"),
        status=Provenance(row["status"]),
        document=row.optional("document"),
        lines=row["lines"],
        source=row["source"],
        assured_date=row.optional("assured_date"),
        note=row["note"],
    )


def line_numbers(lines: str) -> frozenset[int]:
    """The numbers meant by a list of lines and spans.

    >>> sorted(line_numbers("3;7-9"))
    [3, 7, 8, 9]
    """
    spans = (part.partition("-") for part in lines.split(";") if part)
    return frozenset(n for first, _, last in spans for n in range(int(first), int(last or first) + 1))
