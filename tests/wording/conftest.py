from pathlib import Path

import pytest

from helpfinder.directory import Directory, load_directory
from helpfinder.wording.catalogue import Responses, load_responses

DATA = Path(__file__).parents[2] / "data"


@pytest.fixture(scope="session")
def directory() -> Directory:
    return load_directory(DATA / "directory")


@pytest.fixture(scope="session")
def responses() -> Responses:
    return load_responses(DATA / "responses")
