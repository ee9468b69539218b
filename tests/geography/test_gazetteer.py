"""Every name and postcode is found; ambiguous, misspelt, foreign, empty and hostile answers are handled."""

import csv
from pathlib import Path
from time import perf_counter

import pytest

from helpfinder.directory.model import Office
from helpfinder.geography.distance import kilometres
from helpfinder.geography.gazetteer import Gazetteer
from helpfinder.geography.model import LookupKind, PlaceKind
from helpfinder.geography.names import spellings
from helpfinder.geography.offices import needs_confirmation

HERE = Path(__file__).parent


def rows(name: str) -> list[dict[str, str]]:
    with (HERE / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def row_id(row: dict[str, str]) -> str:
    return "-".join(row.values())[:40]


def test_names_all_resolve_to_their_place_or_its_neighbour(gazetteer: Gazetteer) -> None:
    lost = []
    for name, ids in gazetteer.names():
        lookup = gazetteer.look_up(name)
        found = {place.id for place in lookup.places}
        if lookup.kind is LookupKind.UNKNOWN or not any(_is_covered(gazetteer, id_, found) for id_ in ids):
            lost.append(name)
    assert lost == []


def _is_covered(gazetteer: Gazetteer, id_: str, found: set[str]) -> bool:
    if id_ in found:
        return True
    place = gazetteer.places[id_]
    others = [gazetteer.places[other] for other in found]
    if place.commune is not None and any(other.commune == place.commune for other in others):
        return True
    return any(
        place.latitude is not None
        and other.latitude is not None
        and kilometres(place.latitude, place.longitude or 0, other.latitude, other.longitude or 0) <= 1.5
        for other in others
    )


@pytest.mark.parametrize("pattern", ["{}", "L-{}", "L{}", "l {}", "LU-{}", "in L-{}"])
def test_postcodes_all_resolve(gazetteer: Gazetteer, pattern: str) -> None:
    codes = [id_[1:] for id_ in gazetteer.places if id_.startswith("P")]
    assert len(codes) == 4434
    for code in codes:
        lookup = gazetteer.look_up(pattern.format(code))
        assert lookup.kind in (LookupKind.EXACT, LookupKind.AMBIGUOUS), code
        if lookup.kind is LookupKind.EXACT:
            assert lookup.places[0].id == f"P{code}"


def test_postcode_of_villages_far_apart_is_asked_about(gazetteer: Gazetteer) -> None:
    lookup = gazetteer.look_up("L-8362")
    assert [place.name for place in lookup.places] == ["Grass", "Schweich"]


def test_unknown_postcode_is_unknown(gazetteer: Gazetteer) -> None:
    assert gazetteer.look_up("L-5504").kind is LookupKind.UNKNOWN


@pytest.mark.parametrize(
    ("text", "id_"),
    [
        ("Déifferdeng", "L00048"),
        ("deifferdeng", "L00048"),
        ("Esch-Uelzecht", "L00053"),
        ("Esch/Uelzecht", "L00053"),
        ("Esch/Alzette", "L00053"),
        ("ESCH SUR ALZETTE", "L00053"),
        ("Esch op der Sauer", "L00361"),
        ("Diddeleng", "L00052"),
        ("Duedelingen", "L00052"),
        ("Ettelbréck", "L00280"),
        ("Ettelbrueck", "L00280"),
        ("Miersch", "L00160"),
        ("Mondorf", "L00534"),
        ("Tetingen", "L00058"),
        ("Stad", "L00001"),
        ("an der Stad", "L00001"),
        ("Lëtzebuerg-Stad", "L00001"),
        ("Luxembourg City", "L00001"),
        ("the city", "L00001"),
        ("we live in born", "L00454"),
        ("Ech wunnen zu Déifferdeng", "L00048"),
        ("nous habitons à Pétange", "L00065"),
        ("ich wohne in der Nähe von Mersch", "L00160"),
        ("moro em Esch-sur-Alzette", "L00053"),
        ("Mersch, Luxembourg", "L00160"),
        ("Beggen, Luxembourg", "Q01"),
        ("Weiler (Putscheid)", "L00423"),
        ("4031 Esch-sur-Alzette", "P4031"),
        ("65B rue Zénon Bernard, L-4031 Esch-sur-Alzette", "P4031"),
        ("🏠 Mersch 🙂", "L00160"),
        ("Dudelange and no other", "L00052"),
    ],
)
def test_place_is_exact(gazetteer: Gazetteer, text: str, id_: str) -> None:
    lookup = gazetteer.look_up(text)
    assert (lookup.kind, [place.id for place in lookup.places]) == (LookupKind.EXACT, [id_])


@pytest.mark.parametrize("name", ["Luxembourg", "Luxemburg", "Lëtzebuerg", "Luxemburgo", "in Luxembourg"])
def test_country_name_is_the_commune_so_that_callers_can_tell(gazetteer: Gazetteer, name: str) -> None:
    lookup = gazetteer.look_up(name)
    assert (lookup.kind, lookup.places[0].kind) == (LookupKind.EXACT, PlaceKind.COMMUNE)


@pytest.mark.parametrize("row", rows("ambiguities.csv"), ids=row_id)
def test_ambiguous_name_offers_its_places(gazetteer: Gazetteer, row: dict[str, str]) -> None:
    lookup = gazetteer.look_up(row["key"])
    assert lookup.kind is LookupKind.AMBIGUOUS
    assert set(row["place_ids"].split(";")) <= {place.id for place in lookup.places}


@pytest.mark.parametrize("row", rows("ambiguities.csv"), ids=row_id)
def test_ambiguous_name_is_asked_only_where_offices_differ(
    gazetteer: Gazetteer, offices: dict[str, Office], row: dict[str, str]
) -> None:
    assert needs_confirmation(gazetteer.look_up(row["key"]), offices) == (row["office_differs"] == "yes")


@pytest.mark.parametrize("row", rows("ambiguities.csv"), ids=row_id)
def test_button_of_an_ambiguous_name_is_understood(gazetteer: Gazetteer, row: dict[str, str]) -> None:
    for place in gazetteer.look_up(row["key"]).places:
        assert gazetteer.look_up(place.id).places == (place,)
        if "(" in place.display_name:
            assert gazetteer.look_up(place.display_name).places == (place,)


def between(name: str, other: str) -> str:
    """A spelling one letter from both names."""
    if len(name) != len(other):
        return "x" + min(name, other, key=len)
    at = next(at for at in range(len(name)) if name[at] != other[at])
    return name[:at] + "x" + name[at + 1 :]


def is_askable(row: dict[str, str]) -> bool:
    """Two spellings of one village (Goebelsmühle) and names with a bracket have nothing between them."""
    names = row["name"] + row["other_name"]
    return (
        row["office_differs"] == "yes"
        and "(" not in names
        and not spellings(row["name"]) & spellings(row["other_name"])
    )


_ASKABLE = [row for row in rows("confusable.csv") if is_askable(row)]


@pytest.mark.parametrize("row", _ASKABLE, ids=row_id)
def test_spelling_between_two_names_is_never_used_unasked(
    gazetteer: Gazetteer, offices: dict[str, Office], row: dict[str, str]
) -> None:
    lookup = gazetteer.look_up(between(row["name"], row["other_name"]))
    assert lookup.kind is LookupKind.UNKNOWN or needs_confirmation(lookup, offices)


@pytest.mark.parametrize(
    "text", ["Diffrdange", "Differdnage", "we live in Diferdang", "Differdange​e", "differdangee"]
)
def test_clear_typo_is_used_without_asking(
    gazetteer: Gazetteer, offices: dict[str, Office], text: str
) -> None:
    lookup = gazetteer.look_up(text)
    assert lookup.places[0].id == "L00048"
    assert not needs_confirmation(lookup, offices)


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Trier", "DE"),
        ("Tréier", "DE"),
        ("54290 Trier", "DE"),
        ("Diedenhofen", "FR"),
        ("Thionville", "FR"),
        ("Arel", "BE"),
        ("B-6700 Arlon", "BE"),
        ("B-6700", "BE"),
        ("Portugal", "PT"),
        ("in Lissabon", "PT"),
        ("Alemanha", "DE"),
        ("Perl (DE)", "DE"),
    ],
)
def test_place_beyond_the_border_is_abroad(gazetteer: Gazetteer, text: str, country: str) -> None:
    lookup = gazetteer.look_up(text)
    assert (lookup.kind, lookup.places[0].country) == (LookupKind.ABROAD, country)


def test_name_on_both_sides_of_the_border_is_ambiguous(gazetteer: Gazetteer) -> None:
    assert [place.country for place in gazetteer.look_up("Perl").places] == ["LU", "DE"]


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\n",
        "?",
        "💥",
        "\x00",
        "....",
        "no",
        "skip",
        "nowhere",
        "I don't know",
        "I'd rather not say",
        "why do you want to know that?",
        "je ne sais pas",
        "weiß nicht",
        "ech weess et net",
        "não sei",
        "I was born in 2019",
        "ce ne vous regarde pas",
        "my child is sick",
        "'; DROP TABLE places; --",
        "<script>alert(1)</script>",
        "99999",
        "L-",
        "L-12345",
        "1e400",
        "999.9, 999.9",
        "\u202e\ufdfa",
        "aaaa" * 20,
    ],
)
def test_answer_without_place_is_unknown(gazetteer: Gazetteer, text: str) -> None:
    assert gazetteer.look_up(text).kind is LookupKind.UNKNOWN


@pytest.mark.parametrize(
    "text",
    [
        "we live in Mersch " + "x" * 10_000,
        "a " * 5_000,
        "Xyzabc " * 1_400,
        "esch " * 2_000,
        "é" * 10_000,
        "4" * 10_000,
        "L 4" * 3_300,
        "\ufdfa" * 10_000,
        "Esch sur " * 1_100,
        "(" * 10_000,
        "1.1," * 2_500,
    ],
    ids=lambda text: text[:12].strip() + "...",
)
@pytest.mark.parametrize("method", ["look_up", "find_in"])
def test_ten_thousand_characters_take_little_time(gazetteer: Gazetteer, method: str, text: str) -> None:
    call = getattr(gazetteer, method)
    times = []
    for _ in range(3):
        start = perf_counter()
        call(text)
        times.append(perf_counter() - start)
    assert min(times) < 0.05


def test_answer_naming_two_places_is_ambiguous(gazetteer: Gazetteer) -> None:
    lookup = gazetteer.look_up("Wiltz or Mersch")
    assert lookup.kind is LookupKind.AMBIGUOUS
    assert [place.name for place in lookup.places] == ["Wiltz", "Mersch"]


@pytest.mark.parametrize(
    ("language", "name"), [("lb", "Déifferdeng"), ("de", "Differdingen"), ("en", "Differdange")]
)
def test_place_has_its_name_in_each_language(gazetteer: Gazetteer, language: str, name: str) -> None:
    assert gazetteer.name_in(gazetteer.places["L00048"], language) == name


def test_names_list_ambiguous_ids_together(gazetteer: Gazetteer) -> None:
    assert {"L00053", "L00361"} <= set(dict(gazetteer.names())["Esch"])
