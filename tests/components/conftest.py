from pathlib import Path

import pytest
from rasa.shared.core.domain import Domain

HOME = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def domain() -> Domain:
    return Domain.load([str(HOME / "domain.yml"), str(HOME / "data" / "responses")])
