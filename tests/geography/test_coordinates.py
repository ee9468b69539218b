"""Coordinates as people and phones write them."""

import pytest

from helpfinder.geography.coordinates import find_point
from helpfinder.geography.gazetteer import Gazetteer
from helpfinder.geography.model import LookupKind, PlaceKind


@pytest.mark.parametrize(
    "text",
    [
        "49.75, 6.1",
        "49.75,6.1",
        "49.75 6.1",
        "49,75 6,1",
        "49,75; 6,1",
        "49,75, 6,1",
        "geo:49.75,6.1",
        "N 49.75 E 6.1",
        "49.75°N, 6.1°E",
        "6.1, 49.75",
        "we are at 49.75, 6.1",
    ],
)
def test_point_is_read(text: str) -> None:
    assert find_point(text) == (49.75, 6.1)


@pytest.mark.parametrize(
    "text", ["49.75", "49 6", "4.5.2019", "12.05.2019, 14.30", "99.9, 6.1", "49.6, 999.0", "1.2.3.4"]
)
def test_other_numbers_are_no_point(text: str) -> None:
    assert find_point(text) is None


def test_point_in_luxembourg_has_its_commune(gazetteer: Gazetteer) -> None:
    lookup = gazetteer.look_up("49.75, 6.1")
    place = lookup.places[0]
    assert (lookup.kind, place.kind, place.commune) == (LookupKind.EXACT, PlaceKind.COORDINATES, "Mersch")


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("49.76, 6.64", "DE"),
        ("49.36, 6.17", "FR"),
        ("49.68, 5.82", "BE"),
        ("38.7, -9.1", ""),
        ("49.47, 6.37", "DE"),
    ],
)
def test_point_outside_is_abroad_with_its_coordinates(gazetteer: Gazetteer, text: str, country: str) -> None:
    lookup = gazetteer.look_up(text)
    place = lookup.places[0]
    assert (lookup.kind, place.kind, place.country) == (LookupKind.ABROAD, PlaceKind.ABROAD, country)
    assert place.latitude is not None


def test_every_village_lies_inside(gazetteer: Gazetteer) -> None:
    villages = [place for place in gazetteer.places.values() if place.id.startswith("L")]
    outside = [
        place.name
        for place in villages
        if gazetteer.look_up(f"{place.latitude}, {place.longitude}").kind is not LookupKind.EXACT
    ]
    assert outside == []
