"""Training and held-out sentences: valid, apart from each other, and the same topics in every language."""

import re
from pathlib import Path

import pytest
import yaml

from helpfinder.text import fold

TRAINED, HELD_OUT = Path("data/nlu"), Path("tests/nlu")
LANGUAGES = sorted(path.name for path in TRAINED.iterdir())
_PUNCTUATION = re.compile(r"[^\w ]")


def sentences(folder: Path) -> dict[str, list[str]]:
    """Intent -> sentences of all files of a folder."""
    found: dict[str, list[str]] = {}
    for path in sorted(folder.glob("*.yml")):
        for block in yaml.safe_load(path.read_text(encoding="utf-8"))["nlu"]:
            lines = [line[2:].strip() for line in block["examples"].splitlines() if line.startswith("- ")]
            found.setdefault(block["intent"], []).extend(lines)
    return found


def key(sentence: str) -> str:
    return " ".join(_PUNCTUATION.sub(" ", fold(sentence)).split())


def fewer_than(least: int, groups: dict[str, list[str]]) -> dict[str, int]:
    concerns = {i: len(s) for i, s in groups.items() if i.startswith("need_") and i != "need_help"}
    return {intent: count for intent, count in concerns.items() if count < least}


def intents() -> set[str]:
    return set(yaml.safe_load(Path("domain.yml").read_text(encoding="utf-8"))["intents"])


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_sentence_is_both_trained_and_held_out(language):
    trained = {key(s) for group in sentences(TRAINED / language).values() for s in group}
    both = [s for group in sentences(HELD_OUT / language).values() for s in group if key(s) in trained]
    assert not both


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_intent_is_trained_and_held_out(language):
    assert set(sentences(TRAINED / language)) == intents()
    assert set(sentences(HELD_OUT / language)) == intents()


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_concern_has_a_hundred_sentences(language):
    assert not fewer_than(100, sentences(TRAINED / language))


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_concern_has_forty_held_out_sentences(language):
    assert not fewer_than(40, sentences(HELD_OUT / language))


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_sentence_means_two_things(language):
    meanings: dict[str, set[str]] = {}
    for intent, group in sentences(TRAINED / language).items():
        for sentence in group:
            meanings.setdefault(key(sentence), set()).add(intent)
    assert not {s: found for s, found in meanings.items() if s and len(found) > 1}


def test_the_same_files_in_every_language():
    files = {language: {p.name for p in (TRAINED / language).glob("*.yml")} for language in LANGUAGES}
    assert len({frozenset(names) for names in files.values()}) == 1
