"""From a key to the places it names: exactly, by its skeleton, or by a near spelling."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from rapidfuzz import process
from rapidfuzz.distance import OSA

from helpfinder.geography.distance import kilometres
from helpfinder.geography.model import UNKNOWN, Lookup, LookupKind, Place, PlaceKind
from helpfinder.geography.names import place_key, skeleton, spellings
from helpfinder.geography.tables import Name

CHOICES = 4  # more buttons are no help
SAME_PLACE_KM = 1.5  # two register entries this close are one place to a visitor
_COUNTRY = "C0304"  # "Luxembourg" alone may be the country: kept as the commune, so that a caller can tell
_LONGEST_NAME = 40
_NEAR_TRIED = 12


@dataclass(frozen=True)
class NameIndex:
    places_by_key: Mapping[str, tuple[Place, ...]]
    places_by_qualified: Mapping[str, tuple[Place, ...]]  # "weiler putscheid"
    places_by_skeleton: Mapping[str, tuple[Place, ...]]
    near_lengths: tuple[tuple[str, ...], ...]  # [n]: keys whose length allows a near spelling of n letters
    longer_by_head: Mapping[str, tuple[str, ...]]  # first word -> keys of several words, longest first
    lengths_by_head: Mapping[str, tuple[int, ...]]  # first word -> how many words those keys have, most first

    def exact(self, key: str) -> Lookup:
        """The places of this very name, also "Weiler Putscheid" and "Tetingen" for Tétange."""
        for table, name in ((self.places_by_key, key), (self.places_by_qualified, key)):
            if name in table:
                return as_lookup(table[name])
        return as_lookup(self.places_by_skeleton.get(skeleton(key), ()))

    def near(self, key: str) -> Lookup:
        """A guess: the nearest spelling first, then those at most one letter farther."""
        allowed = edits_allowed(key)
        if not allowed:
            return UNKNOWN
        return self.guess(key, self.near_keys(key, allowed))

    def near_word(self, word: str) -> Lookup:
        """A guess for one word among others, where more speaks against a place."""
        near = self.near_keys(word, 1 if len(word) < 9 else 2)
        return self.guess(word, near) if near and near[0][0][0] == word[0] else UNKNOWN

    def near_keys(self, key: str, allowed: int) -> list[tuple[str, int]]:
        """Keys and their distance, nearest first, at most one edit beyond the nearest."""
        names = self.near_lengths[min(len(key), _LONGEST_NAME)]
        found = process.extract(key, names, scorer=OSA.distance, score_cutoff=allowed, limit=_NEAR_TRIED)
        if found and found[0][1] > 1:  # people rarely get the first letter wrong as well
            found = [near for near in found if near[0][0] == key[0]]
        return [(name, int(edits)) for name, edits, _ in found if edits <= found[0][1] + 1]

    def guess(self, key: str, near: Iterable[tuple[str, int]]) -> Lookup:
        ranked = sorted(near, key=lambda pair: (pair[1], pair[0][0] != key[0]))
        places = {place.id: place for name, _ in ranked for place in self.places_by_key[name]}
        return Lookup(LookupKind.GUESS, tuple(places.values())[:CHOICES]) if places else UNKNOWN


def edits_allowed(key: str) -> int:
    """How many wrong letters a name of this length may have: 4 letters one, 8 two, 12 three."""
    length = len(key)
    return 0 if length < 4 else 1 if length < 8 else 2 if length < 12 else 3


def build_index(places: Mapping[str, Place], names: Iterable[Name]) -> NameIndex:
    rank = {place_id: position for position, place_id in enumerate(places)}
    by_key: dict[str, set[str]] = {}
    by_qualified: dict[str, set[str]] = {}
    for name in names:
        for key in spellings(name.name):
            by_key.setdefault(key, set()).add(name.place_id)
            place = places[name.place_id]
            if place.kind is not PlaceKind.COMMUNE:
                by_qualified.setdefault(f"{key} {place_key(place.commune or place.country)}", set()).add(
                    place.id
                )
    by_skeleton: dict[str, set[str]] = {}
    for key, ids in by_key.items():
        by_skeleton.setdefault(skeleton(key), set()).update(ids)

    def settled(table: Mapping[str, set[str]]) -> dict[str, tuple[Place, ...]]:
        return {
            key: distinct([places[id_] for id_ in sorted(ids, key=rank.__getitem__)])
            for key, ids in table.items()
        }

    guessable = [key for key, ids in by_key.items() if any(places[id_].latitude is not None for id_ in ids)]
    longer = _longer(by_key)
    return NameIndex(
        places_by_key=settled(by_key),
        places_by_qualified=settled(by_qualified),
        places_by_skeleton=settled(by_skeleton),
        near_lengths=_near_lengths(guessable),
        longer_by_head=longer,
        lengths_by_head={
            head: tuple(sorted({key.count(" ") + 1 for key in keys}, reverse=True))
            for head, keys in longer.items()
        },
    )


def distinct(places: list[Place]) -> tuple[Place, ...]:
    """The places a visitor would tell apart: a commune is its main village, neighbours are one."""
    if len(places) == 1:
        return tuple(places)
    if any(place.id == _COUNTRY for place in places):
        places = [
            place for place in places if place.kind is PlaceKind.COMMUNE or place.commune != "Luxembourg"
        ]
    inhabited = {place.commune for place in places if place.kind is not PlaceKind.COMMUNE}
    return merged(
        place
        for place in places
        if place.kind is not PlaceKind.COMMUNE or place.id == _COUNTRY or place.commune not in inhabited
    )


def merged(places: Iterable[Place]) -> tuple[Place, ...]:
    """Leaves out what lies next to an earlier one."""
    kept: list[Place] = []
    for place in places:
        if not any(place.id == other.id or _is_next_to(place, other) for other in kept):
            kept.append(place)
    return tuple(kept)


def as_lookup(places: tuple[Place, ...]) -> Lookup:
    if not places:
        return UNKNOWN
    if len(places) > 1:
        return Lookup(LookupKind.AMBIGUOUS, places[:CHOICES])
    return Lookup(LookupKind.ABROAD if places[0].is_abroad else LookupKind.EXACT, places)


def _is_next_to(place: Place, other: Place) -> bool:
    if place.latitude is None or place.longitude is None or other.latitude is None or other.longitude is None:
        return False
    if place.country != other.country or abs(place.latitude - other.latitude) > 0.02:
        return False
    return kilometres(place.latitude, place.longitude, other.latitude, other.longitude) <= SAME_PLACE_KM


def _near_lengths(keys: Iterable[str]) -> tuple[tuple[str, ...], ...]:
    ordered = [key for key in keys if len(key) > 3]
    return tuple(
        tuple(key for key in ordered if abs(len(key) - length) <= edits_allowed("x" * length))
        for length in range(_LONGEST_NAME + 1)
    )


def _longer(keys: Iterable[str]) -> dict[str, tuple[str, ...]]:
    heads: dict[str, list[str]] = {}
    for key in keys:
        head, _, rest = key.partition(" ")
        if rest:
            heads.setdefault(head, []).append(key)
    return {head: tuple(sorted(found, key=lambda key: -key.count(" "))) for head, found in heads.items()}
