"""The table of languages."""

from pathlib import Path

import pytest

from helpfinder.languages import LanguagesError, load_languages

DATA = Path(__file__).parents[2] / "data"
HEADER = "code,native_name,english_name,rank,required\n"


def test_languages_stand_in_order_of_rank() -> None:
    languages = load_languages(DATA / "languages.csv", ["pt", "en", "de", "fr", "lb"])
    assert languages.codes == ("lb", "fr", "de", "en", "pt")


def test_language_outside_the_table_is_named_by_cldr() -> None:
    dutch = load_languages(DATA / "languages.csv", ["en", "nl"]).offered[-1]
    assert (dutch.native_name, dutch.english_name) == ("Nederlands", "Dutch")


def test_language_unknown_to_cldr_is_named_by_its_code() -> None:
    assert load_languages(DATA / "languages.csv", ["xx"]).offered[0].native_name == "xx"


@pytest.mark.parametrize("row", ["fr,Français,French,first,", "fr,Français,French,1,maybe"])
def test_bad_row_is_named(tmp_path: Path, row: str) -> None:
    table = tmp_path / "languages.csv"
    table.write_text(f"{HEADER}{row}\n", encoding="utf-8")
    with pytest.raises(LanguagesError, match="languages.csv:2"):
        load_languages(table, ["fr"])
