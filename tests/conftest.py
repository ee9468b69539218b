"""The real data of this repository, and a clock that stands still."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from helpfinder.directory import Directory
from helpfinder.geography import Gazetteer
from helpfinder.knowledge import Knowledge, load_knowledge
from helpfinder.settings import read_settings
from helpfinder.wording import Catalogue


@pytest.fixture(scope="session")
def known() -> Knowledge:
    return load_knowledge(read_settings({}))


@pytest.fixture(scope="session")
def directory(known: Knowledge) -> Directory:
    return known.directory


@pytest.fixture(scope="session")
def gazetteer(known: Knowledge) -> Gazetteer:
    return known.gazetteer


@pytest.fixture(scope="session")
def catalogue(known: Knowledge) -> Catalogue:
    return known.catalogue


@pytest.fixture(scope="session")
def now() -> datetime:
    """A Wednesday morning: the office line is open."""
    return datetime(2026, 7, 15, 10, tzinfo=ZoneInfo("Europe/Luxembourg"))
