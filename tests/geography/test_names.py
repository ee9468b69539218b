"""Keys and skeletons of names."""

import pytest

from helpfinder.geography.names import place_key, skeleton, spellings


@pytest.mark.parametrize("name", ["Esch-sur-Sûre", "ESCH SUR SURE", "Esch/sur/Sûre", " esch  sur sûre "])
def test_key_ignores_case_accents_and_hyphens(name: str) -> None:
    assert place_key(name) == "esch sur sure"


def test_key_splits_apostrophes() -> None:
    assert place_key("Vallée de l’Ernz") == "vallee de l ernz"


def test_umlaut_is_filed_both_ways() -> None:
    assert spellings("Düdelingen") == {"dudelingen", "duedelingen"}


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("petange", "petingen"),
        ("diddelang", "diddelingen"),
        ("bettembourg", "bettembuerg"),
        ("goesdorf", "goesdref"),
        ("esch sur sure", "esch op der sauer"),
        ("reckange sur mess", "reckingen an der mess"),
    ],
)
def test_skeleton_is_the_same_in_all_languages(name: str, other: str) -> None:
    assert skeleton(name) == skeleton(other)


@pytest.mark.parametrize(
    ("name", "other"), [("esch sur sure", "esch sur alzette"), ("petange", "tetange"), ("", "a")]
)
def test_skeleton_keeps_names_apart(name: str, other: str) -> None:
    assert skeleton(name) != skeleton(other)
