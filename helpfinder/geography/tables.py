"""Reads the CSV files of ``data/gazetteer``. Names in a wrong row are an error that says file and line."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from helpfinder.geography.model import Place, PlaceKind


class GazetteerError(ValueError):
    """A table of the gazetteer is wrong; the message starts with file and line."""


@dataclass(frozen=True)
class Name:
    place_id: str
    name: str
    language: str  # "" where the source gives none


@dataclass(frozen=True)
class Tables:
    places: dict[str, Place]  # without postcodes; places with more buildings first
    postcodes: dict[str, Place]  # by the four digits
    localities_of: dict[str, tuple[str, ...]]  # postcodes whose villages lie apart -> place ids
    names: tuple[Name, ...]
    words: dict[str, str]  # common word -> what it needs to be read as a place
    cues: dict[str, frozenset[str]]  # role -> words


SPREAD_KM = 1.5  # a postcode whose villages lie farther apart is asked about


def read_tables(folder: Path) -> Tables:
    communes = {row["id"]: row for row in _rows(folder / "communes.csv")}
    commune_names = {id_: row["name"] for id_, row in communes.items()}
    localities = sorted(_rows(folder / "localities.csv"), key=lambda row: -int(row["buildings"]))
    places = {row["id"]: _locality(row, commune_names) for row in localities}
    places |= {id_: _commune(row) for id_, row in communes.items()}
    places |= {row["id"]: _abroad(row) for row in _rows(folder / "abroad.csv")}
    rows = list(_rows(folder / "postcodes.csv"))
    return Tables(
        places=places,
        postcodes={row["postcode"]: _postcode(row, commune_names) for row in rows},
        localities_of={
            row["postcode"]: tuple(row["locality_ids"].split(";")) for row in rows if _is_split(row)
        },
        names=tuple(_names(folder, places)),
        words={row["word"]: row["needs"] for row in _rows(folder / "common_words.csv")},
        cues=_cues(folder / "cues.csv"),
    )


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file)
        for row in reader:
            if None in row or None in row.values():
                raise GazetteerError(f"{path.name}:{reader.line_num}: wrong number of cells")
            yield row


def _locality(row: dict[str, str], communes: dict[str, str]) -> Place:
    kind = PlaceKind(row["kind"])
    return Place(row["id"], row["name"], kind, communes[row["commune_id"]], *_point(row), "LU")


def _commune(row: dict[str, str]) -> Place:
    return Place(row["id"], row["name"], PlaceKind.COMMUNE, row["name"], *_point(row), "LU")


def _abroad(row: dict[str, str]) -> Place:
    return Place(row["id"], row["name"], PlaceKind.ABROAD, None, *_point(row), row["country"])


def _postcode(row: dict[str, str], communes: dict[str, str]) -> Place:
    code = row["postcode"]
    name = f"L-{code} {row['town']}"
    return Place(f"P{code}", name, PlaceKind.POSTCODE, communes[row["commune_id"]], *_point(row), "LU")


def _point(row: dict[str, str]) -> tuple[float | None, float | None]:
    if not row["latitude"]:
        return None, None
    return float(row["latitude"]), float(row["longitude"])


def _is_split(row: dict[str, str]) -> bool:
    return float(row["spread_km"]) > SPREAD_KM


def _names(folder: Path, places: dict[str, Place]) -> Iterator[Name]:
    for place in places.values():
        yield Name(place.id, place.name, "")
    for line, row in enumerate(_rows(folder / "aliases.csv"), start=2):
        if row["place_id"] not in places:
            raise GazetteerError(f"aliases.csv:{line}: unknown place_id {row['place_id']!r}")
        yield Name(row["place_id"], row["name"], row["language"])


def _cues(path: Path) -> dict[str, frozenset[str]]:
    words: dict[str, set[str]] = {}
    for row in _rows(path):
        words.setdefault(row["role"], set()).add(row["word"])
    return {role: frozenset(found) for role, found in words.items()}
