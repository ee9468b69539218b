from datetime import date
from pathlib import Path

import pytest

from helpfinder.ages import Ages, load_ages


@pytest.fixture(scope="session")
def ages() -> Ages:
    return load_ages(Path(__file__).parents[2] / "data" / "ages")


@pytest.fixture(scope="session")
def today() -> date:
    return date(2024, 11, 22)
