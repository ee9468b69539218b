import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from helpfinder.directory import Directory, load_directory

DATA = Path(__file__).parents[2] / "data"
FOLDER = DATA / "directory"
Change = Callable[[str, str, str], Path]


@pytest.fixture(scope="session")
def directory() -> Directory:
    return load_directory(FOLDER)


@pytest.fixture
def changed(tmp_path: Path) -> Change:
    """A copy of the directory in which one text of one table is replaced at its first place."""
    folder = tmp_path / "directory"
    shutil.copytree(FOLDER, folder)

    def change(table: str, old: str, new: str) -> Path:
        path = folder / f"{table}.csv"
        text = path.read_text(encoding="utf-8")
        assert old in text, f"{old!r} is not in {table}.csv"
        path.write_text(text.replace(old, new, 1), encoding="utf-8")
        return folder

    return change
