"""Nearest offices over all postcodes, against a second formula; figures of the source document."""

from collections import Counter
from math import acos, cos, radians, sin
from pathlib import Path

import pytest

from helpfinder.directory.model import Office
from helpfinder.geography.gazetteer import Gazetteer
from helpfinder.geography.model import UNKNOWN, Lookup, LookupKind, Place, PlaceKind
from helpfinder.geography.offices import nearest_offices, needs_confirmation, offices_to_show

FOLDER = Path(__file__).parents[2] / "data" / "gazetteer"

# over these 4,330 points; differs by at most three from figures computed with older GeoNames points
COUNTS = {
    "ore-strassen": 919, "ore-hesperange": 520, "ore-esch-sur-alzette": 507, "ore-differdange": 466,
    "ore-ettelbruck": 325, "ore-dudelange": 286, "ore-mersch": 281, "ore-capellen": 223,
    "ore-rosport-mompach": 167, "ore-remich": 158, "ore-grevenmacher": 152, "ore-wiltz": 122,
    "ore-redange": 104, "ore-marnach": 100,
}  # fmt: skip


def cosine_km(place: Place, office: Office) -> float:
    """Spherical law of cosines: another road to the same distance."""
    assert place.latitude is not None
    assert place.longitude is not None
    one, two = radians(place.latitude), radians(office.latitude)
    cosine = sin(one) * sin(two) + cos(one) * cos(two) * cos(radians(place.longitude - office.longitude))
    return 6371.0088 * acos(min(1.0, cosine))


@pytest.fixture(scope="module")
def postcodes(gazetteer: Gazetteer) -> list[Place]:
    """The 4,330 postcodes with a point of their own; the others borrow that of their village."""
    rows = (FOLDER / "postcodes.csv").read_text(encoding="utf-8").splitlines()[1:]
    own = [row.split(",")[0] for row in rows if ",locality," not in row]
    assert len(own) == 4330
    return [gazetteer.places[f"P{code}"] for code in own]


def test_nearest_office_agrees_with_second_formula(
    postcodes: list[Place], offices: dict[str, Office]
) -> None:
    for place in postcodes:
        near = nearest_offices(place, offices)[0]
        by_cosine = min(offices.values(), key=lambda office: cosine_km(place, office))
        assert near.office == by_cosine
        assert near.km == pytest.approx(cosine_km(place, near.office), abs=0.001)


def test_nearest_office_counts_over_all_postcodes(postcodes: list[Place], offices: dict[str, Office]) -> None:
    assert Counter(nearest_offices(place, offices)[0].office.id for place in postcodes) == COUNTS


def test_greatest_distance_is_dillingen(postcodes: list[Place], offices: dict[str, Office]) -> None:
    farthest = max(postcodes, key=lambda place: nearest_offices(place, offices)[0].km)
    assert farthest.name == "L-6350 Dillingen"
    assert nearest_offices(farthest, offices)[0].km == pytest.approx(15.1, abs=0.05)


def test_codes_with_less_than_a_kilometre_between_offices(
    postcodes: list[Place], offices: dict[str, Office]
) -> None:
    near = [nearest_offices(place, offices) for place in postcodes]
    assert sum(second.km - first.km < 1 for first, second, *_ in near) == 629


def test_offices_come_nearest_first(gazetteer: Gazetteer, offices: dict[str, Office]) -> None:
    kms = [near.km for near in nearest_offices(gazetteer.places["L00160"], offices)]
    assert len(kms) == 14
    assert kms == sorted(kms)


def test_second_office_is_shown_when_nearly_as_near(gazetteer: Gazetteer, offices: dict[str, Office]) -> None:
    shown = offices_to_show(gazetteer.places["C0304"], offices)
    assert [near.office.id for near in shown] == ["ore-strassen", "ore-hesperange"]


def test_second_office_is_not_shown_when_farther(gazetteer: Gazetteer, offices: dict[str, Office]) -> None:
    assert [near.office.id for near in offices_to_show(gazetteer.places["L00048"], offices)] == [
        "ore-differdange"
    ]


@pytest.mark.parametrize(
    ("name", "office"), [("Trier", "ore-rosport-mompach"), ("Thionville", "ore-dudelange")]
)
def test_place_abroad_has_a_nearest_office(
    gazetteer: Gazetteer, offices: dict[str, Office], name: str, office: str
) -> None:
    assert nearest_offices(gazetteer.look_up(name).places[0], offices)[0].office.id == office


def test_place_without_point_has_no_nearest_office(gazetteer: Gazetteer, offices: dict[str, Office]) -> None:
    assert offices_to_show(gazetteer.look_up("Portugal").places[0], offices) == []


def test_nothing_found_needs_no_confirmation(offices: dict[str, Office]) -> None:
    assert not needs_confirmation(UNKNOWN, offices)


def test_guess_between_home_and_abroad_is_confirmed(offices: dict[str, Office]) -> None:
    home = Place("L1", "Home", PlaceKind.LOCALITY, "Home", 49.68, 6.44, "LU")
    abroad = Place("A-1", "Hame", PlaceKind.ABROAD, None, 49.68, 6.45, "DE")
    assert needs_confirmation(Lookup(LookupKind.GUESS, (home, abroad)), offices)
