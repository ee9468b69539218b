"""The tables are well formed; a wrong row is named."""

import csv
import shutil
from pathlib import Path

import pytest

from helpfinder.geography.tables import GazetteerError, read_tables

FOLDER = Path(__file__).parents[2] / "data" / "gazetteer"


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return Path(shutil.copytree(FOLDER, tmp_path / "gazetteer"))


def test_counts_of_the_register() -> None:
    kinds = [id_[0] for id_ in read_tables(FOLDER).places]
    assert {kind: kinds.count(kind) for kind in "CLQEX"} == {"C": 100, "L": 564, "Q": 28, "E": 9, "X": 10}


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.csv")), ids=lambda path: path.name)
def test_rows_are_sorted_and_unique(path: Path) -> None:
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))[1:]
    assert rows == sorted(rows)
    assert len({tuple(row) for row in rows}) == len(rows)


def test_alias_of_an_unknown_place_is_an_error_with_its_line(copy: Path) -> None:
    with (copy / "aliases.csv").open("a", encoding="utf-8") as file:
        file.write("L99999,Nowhere,en,helpfinder\n")
    with pytest.raises(GazetteerError, match=r"aliases\.csv:\d+: unknown place_id 'L99999'"):
        read_tables(copy)


def test_row_with_a_missing_cell_is_an_error_with_its_line(copy: Path) -> None:
    (copy / "abroad.csv").write_text("id,name,country,latitude,longitude,source\nA-x,X\n", encoding="utf-8")
    with pytest.raises(GazetteerError, match=r"abroad\.csv:2: wrong number of cells"):
        read_tables(copy)
