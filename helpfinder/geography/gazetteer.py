"""The places of Luxembourg and the names people have for them, from ``data/gazetteer``."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from helpfinder.geography.answer import AnswerReader
from helpfinder.geography.coordinates import Point, find_point, look_up_point, points_of
from helpfinder.geography.index import NameIndex, as_lookup, build_index
from helpfinder.geography.mentions import Reader
from helpfinder.geography.model import UNKNOWN, Lookup, LookupKind, Mention, Place
from helpfinder.geography.tables import Name, read_tables

_LONGEST_POINT = 80


@dataclass(frozen=True)
class Gazetteer:
    places: Mapping[str, Place]  # by id, postcodes too ("P4031")
    index: NameIndex
    reader: Reader
    surface_names: tuple[Name, ...]
    points: tuple[Point, ...]
    localized: Mapping[tuple[str, str], str]  # (place id, language) -> name

    def look_up(self, text: str) -> Lookup:
        """What a text, or a button's place id, means as the answer to "Where do you live?"."""
        if chosen := self.places.get(text):
            return as_lookup((chosen,))
        point = find_point(text) if len(text) <= _LONGEST_POINT else None
        if point:
            return look_up_point(*point, self.points)
        return AnswerReader(self.reader).look_up(text)

    def get(self, place_id: str) -> Place | None:
        """The place of an id that a look-up gave; coordinates carry their point in the id."""
        if place_id.startswith("@"):
            return self.look_up(place_id.removeprefix("@")).place
        return self.places.get(place_id)

    def find_in(self, text: str) -> list[Mention]:
        """The places named in running text, in its order, without overlaps."""
        return self.reader.find_in(text)

    def names(self) -> Iterator[tuple[str, tuple[str, ...]]]:
        """Each name as people write it, with the ids of the places it may mean."""
        ids: dict[str, list[str]] = {}
        for name in self.surface_names:
            found = ids.setdefault(name.name, [])
            if name.place_id not in found:
                found.append(name.place_id)
        yield from ((name, tuple(found)) for name, found in ids.items())

    def name_in(self, place: Place, language: str) -> str:
        """The place's name in a language, else its official one."""
        return self.localized.get((place.id, language), place.name)


def load_gazetteer(folder: Path) -> Gazetteer:
    tables = read_tables(folder)

    def look_up_code(code: str) -> Lookup:
        if code in tables.localities_of:
            return as_lookup(tuple(tables.places[id_] for id_ in tables.localities_of[code]))
        place = tables.postcodes.get(code)
        return Lookup(LookupKind.EXACT, (place,)) if place else UNKNOWN

    index = build_index(tables.places, tables.names)
    localized: dict[tuple[str, str], str] = {}
    for name in tables.names:
        localized.setdefault((name.place_id, name.language), name.name)
    places = tables.places | {place.id: place for place in tables.postcodes.values()}
    return Gazetteer(
        places=places,
        index=index,
        reader=Reader(index, tables.words, tables.cues, look_up_code),
        surface_names=tables.names,
        points=points_of(places.values()),
        localized=localized,
    )
