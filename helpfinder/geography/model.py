"""What the gazetteer speaks of: places, and what a text turned out to mean."""

from dataclasses import dataclass
from enum import Enum


class PlaceKind(str, Enum):
    COMMUNE = "commune"
    LOCALITY = "locality"
    QUARTER = "quarter"
    POSTCODE = "postcode"
    ABROAD = "abroad"
    COORDINATES = "coordinates"


@dataclass(frozen=True)
class Place:
    """A point with a name. Without coordinates (countries, far cities) no distance can be told."""

    id: str  # L.. locality, Q/E/X.. quarter, C<lau2> commune, P<postcode>, A-.. abroad, @lat,lon coordinates
    name: str  # official name; a postcode as on an envelope: "L-4031 Esch-sur-Alzette"
    kind: PlaceKind
    commune: str | None
    latitude: float | None
    longitude: float | None
    country: str  # ISO 3166 alpha-2; "" where unknown

    @property
    def display_name(self) -> str:
        """The name for a button: with the commune where that adds something."""
        if self.kind is PlaceKind.ABROAD and self.latitude is not None and self.country:
            return f"{self.name} ({self.country})"
        if self.commune is None or self.commune in self.name or "(" in self.name:
            return self.name
        return f"{self.name} ({self.commune})"

    @property
    def is_abroad(self) -> bool:
        return self.country != "LU"


class LookupKind(str, Enum):
    EXACT = "exact"  # one place, spelt as somebody spells it
    GUESS = "guess"  # a near spelling; places[0] is meant, the others are nearly as near
    AMBIGUOUS = "ambiguous"  # several places: ask, with their display names as buttons
    ABROAD = "abroad"  # one place outside Luxembourg
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Lookup:
    kind: LookupKind
    places: tuple[Place, ...] = ()

    @property
    def place(self) -> Place | None:
        """The place that is meant, if it can be told without asking."""
        if self.kind in (LookupKind.AMBIGUOUS, LookupKind.UNKNOWN):
            return None
        return self.places[0]


UNKNOWN = Lookup(LookupKind.UNKNOWN)


@dataclass(frozen=True)
class Mention:
    """A place named inside a longer text; ``text`` is ``whole[start:end]``."""

    start: int
    end: int
    text: str
    lookup: Lookup
