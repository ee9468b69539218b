import pytest

from helpfinder.geography import Gazetteer
from helpfinder.interview import Heard


@pytest.mark.parametrize(
    ("name", "certain"), [("Wiltz", True), ("Weiler", True), ("Ettelbrueckk", False), ("Xyzzyville", False)]
)
def test_a_place_is_certain_where_somebody_spells_it_so(
    gazetteer: Gazetteer, name: str, certain: bool
) -> None:
    assert Heard(place=gazetteer.look_up(name)).place_is_certain is certain


def test_no_place_is_not_certain() -> None:
    assert not Heard().place_is_certain
