"""Where a family lives, and which office is near: a gazetteer, distances, offices."""

from helpfinder.geography.gazetteer import Gazetteer, load_gazetteer
from helpfinder.geography.model import Lookup, LookupKind, Mention, Place, PlaceKind
from helpfinder.geography.offices import (
    OfficeAtDistance,
    nearest_offices,
    needs_confirmation,
    offices_to_show,
)

__all__ = [
    "Gazetteer",
    "Lookup",
    "LookupKind",
    "Mention",
    "OfficeAtDistance",
    "Place",
    "PlaceKind",
    "load_gazetteer",
    "nearest_offices",
    "needs_confirmation",
    "offices_to_show",
]
