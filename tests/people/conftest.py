from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from helpfinder.ages import Ages, load_ages
from helpfinder.people import People, PersonMention, load_people

DATA = Path(__file__).parents[2] / "data"
Find = Callable[[str], PersonMention | None]


@pytest.fixture(scope="session")
def ages() -> Ages:
    return load_ages(DATA / "ages")


@pytest.fixture(scope="session")
def people() -> People:
    return load_people(DATA / "people")


@pytest.fixture(scope="session")
def find(ages: Ages, people: People) -> Find:
    today = date(2024, 11, 22)
    return lambda text: people.find_person(text, ages.find_ages(text, today))
