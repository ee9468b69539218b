"""The real data of this repository, and a clock that stands still."""

from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from helpfinder.directory import Directory, load_directory
from helpfinder.geography import Gazetteer, load_gazetteer
from helpfinder.knowledge import Knowledge, load_knowledge
from helpfinder.settings import read_settings
from helpfinder.wording import Catalogue, load_catalogue
from tests.searching import Find

HOME = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="session")
def known() -> Knowledge:
    return load_knowledge(read_settings({}))


@pytest.fixture(scope="session")
def directory() -> Directory:
    return load_directory(HOME / "data" / "directory")


@pytest.fixture(scope="session")
def gazetteer() -> Gazetteer:
    return load_gazetteer(HOME / "data" / "gazetteer")


@pytest.fixture(scope="session")
def catalogue(directory: Directory) -> Catalogue:
    return load_catalogue(HOME / "data" / "responses", HOME / "locales", directory)


@pytest.fixture(scope="session")
def now() -> datetime:
    """A Wednesday morning: the office line is open."""
    return datetime(2026, 7, 15, 10, tzinfo=ZoneInfo("Europe/Luxembourg"))


@pytest.fixture(scope="session")
def search(directory: Directory, gazetteer: Gazetteer, now: datetime) -> Find:
    return Find(directory, gazetteer, now)
