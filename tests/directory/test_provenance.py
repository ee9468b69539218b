import pytest

from helpfinder.directory import Fact, Provenance
from helpfinder.directory.provenance import FactIndex, line_numbers


def fact(resource_id: str, status: Provenance) -> Fact:
    return Fact("services", resource_id, ("name",), status, None, "", "", None, "")


INDEX = FactIndex([fact("*", Provenance.INFERRED), fact("cepas", Provenance.STATED)])


@pytest.mark.parametrize(
    ("lines", "numbers"), [("", set()), ("7", {7}), ("3;7-9", {3, 7, 8, 9}), ("1-2;2-3", {1, 2, 3})]
)
def test_line_numbers(lines: str, numbers: set[int]) -> None:
    assert line_numbers(lines) == numbers


def test_fact_of_the_row_goes_before_that_of_the_table() -> None:
    assert [INDEX.status("services", s, "name") for s in ("cepas", "sepas")] == [
        Provenance.STATED,
        Provenance.INFERRED,
    ]


def test_value_without_fact_counts_as_outside() -> None:
    assert INDEX.status("phones", "112", "number") is Provenance.OUTSIDE
