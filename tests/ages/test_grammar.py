"""The language files: complete, and wrong ones named."""

from pathlib import Path

import pytest
import yaml

from helpfinder.ages import AgeDataError, load_ages
from helpfinder.ages.numbers import number_words
from helpfinder.ages.phrases import Sentence
from helpfinder.text import fold_with_offsets

DATA = Path(__file__).parents[2] / "data" / "ages"
LANGUAGES = sorted(path.stem for path in DATA.glob("*.yml"))
FRENCH = {"units": {1: ["un"], 11: ["onze"]}, "tens": {60: ["soixante"]}}
MINIMAL = "language: xx\nunits: {1: [uno]}\ntens: {20: [veinte]}\ncompose: ['{tens} {unit}']\nmonths: {}\n"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_names_all_numbers(language: str) -> None:
    data = yaml.safe_load((DATA / f"{language}.yml").read_text(encoding="utf-8"))
    words = number_words(data["units"], data["tens"], data["compose"], data.get("reach", {}))
    assert {number for _, number in words} == set(range(100))


def test_number_words_count_on_past_ten_where_the_language_does() -> None:
    words = dict(number_words(FRENCH["units"], FRENCH["tens"], ["{tens} et {unit}"], {60: 19}))
    assert words["soixante et onze"] == 71


def test_a_language_is_a_file(tmp_path: Path) -> None:
    (tmp_path / "xx.yml").write_text(MINIMAL + "words: {year: [anos]}\n", encoding="utf-8")
    text = "veinte uno anos"
    marks = load_ages(tmp_path).grammar.book.marks(Sentence(text, fold_with_offsets(text)))
    assert [mark.meaning.value for mark in marks] == [20, 21, 1, 0]


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ("words: {yeer: [a]}", "xx.yml: words: unknown key 'yeer'"),
        ("words: {year: [no]}", "xx.yml: words: year: False is not text"),
    ],
)
def test_a_wrong_file_is_named(tmp_path: Path, words: str, message: str) -> None:
    (tmp_path / "xx.yml").write_text(MINIMAL + words, encoding="utf-8")
    with pytest.raises(AgeDataError, match=message):
        load_ages(tmp_path)


def test_an_empty_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(AgeDataError, match="no language file"):
        load_ages(tmp_path)
