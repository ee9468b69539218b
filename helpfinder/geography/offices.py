"""Which regional office is near a place, and whether a guessed place may be used without asking."""

from collections.abc import Mapping
from dataclasses import dataclass

from helpfinder.directory.model import Office
from helpfinder.geography.distance import kilometres
from helpfinder.geography.model import Lookup, LookupKind, Place

SHOW_SECOND_WITHIN_KM = 2.0  # ONE decides who is responsible; a second office this close may well be


@dataclass(frozen=True)
class OfficeAtDistance:
    office: Office
    km: float


def nearest_offices(place: Place, offices: Mapping[str, Office]) -> list[OfficeAtDistance]:
    """All offices, nearest first; empty if the place has no point."""
    latitude, longitude = place.latitude, place.longitude
    if latitude is None or longitude is None:
        return []
    found = [
        OfficeAtDistance(office, kilometres(latitude, longitude, office.latitude, office.longitude))
        for office in offices.values()
    ]
    return sorted(found, key=lambda near: (near.km, near.office.id))


def offices_to_show(place: Place, offices: Mapping[str, Office]) -> list[OfficeAtDistance]:
    """The nearest office, and the second where it is less than two kilometres farther."""
    near = nearest_offices(place, offices)[:2]
    if len(near) == 2 and near[1].km - near[0].km >= SHOW_SECOND_WITHIN_KM:
        return near[:1]
    return near


def needs_confirmation(lookup: Lookup, offices: Mapping[str, Office]) -> bool:
    """True if the places a text may mean lead to different offices, so that one has to ask.

    False for an ambiguous name whose candidates share the office: asking would change nothing.
    """
    if lookup.kind not in (LookupKind.GUESS, LookupKind.AMBIGUOUS):
        return False
    return len({_nearest_id(place, offices) for place in lookup.places}) > 1


def _nearest_id(place: Place, offices: Mapping[str, Office]) -> str | None:
    near = nearest_offices(place, offices)
    return near[0].office.id if near and not place.is_abroad else place.id
