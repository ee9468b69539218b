"""A sixth language is a matter of files: a toy one is added to a copy and must answer."""

import shutil
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from helpfinder.conversation import Situation
from helpfinder.conversation.guide import help_reply
from helpfinder.interview import Heard, Interview
from helpfinder.knowledge import Knowledge, load_knowledge
from helpfinder.settings import Settings, read_settings
from helpfinder.wording.catalogue import load_catalogue
from helpfinder.wording.extraction import extract
from helpfinder.wording.gate import check_wording
from helpfinder.wording.translations import Translation, po_bytes, po_path

HOME = Path(__file__).parents[2]
TOY = "nl"
SENTENCES = """version: "3.1"
nlu:
- intent: need_school
  examples: |
    - mijn zoon wil niet meer naar school
    - ik weet niet wat ik moet doen met mijn dochter
    - zij wordt gepest door andere kinderen op school
    - hij is bang en huilt elke dag
"""


@pytest.fixture(scope="module")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """A copy of everything, with the toy language's files in it."""
    folder = tmp_path_factory.mktemp("six")
    copied = replace(read_settings({}), data=folder / "data", locales=folder / "locales")
    shutil.copytree(HOME / "data", copied.data)
    shutil.copytree(HOME / "locales", copied.locales)
    for name in ("ages", "people", "safety"):
        shutil.copy(copied.data / name / "en.yml", copied.data / name / f"{TOY}.yml")
    (copied.data / "language_words" / f"{TOY}.txt").write_text(
        "ik\nhet\neen\nniet\nwat\nnaar\n", encoding="utf-8"
    )
    (copied.data / "nlu" / TOY).mkdir()
    (copied.data / "nlu" / TOY / "school.yml").write_text(SENTENCES, encoding="utf-8")
    _translate(copied)
    return copied


def _translate(settings: Settings) -> None:
    """Every text becomes itself with a mark, or just the mark where a label would get too long."""
    known = load_knowledge(replace(settings, locales=settings.locales / "none"))
    catalogue = load_catalogue(settings.data / "responses", settings.locales, known.directory)
    entries = extract(catalogue.responses, catalogue.directory)
    translations = [
        Translation(e.context, e.source, e.source + "~" if len(e.source) < e.limit else e.source)
        for e in entries
    ]
    path = po_path(settings.locales, TOY)
    path.parent.mkdir(parents=True)
    path.write_bytes(po_bytes(entries, translations, TOY))


@pytest.fixture(scope="module")
def known(settings: Settings) -> Knowledge:
    return load_knowledge(settings)


def test_it_is_offered(known: Knowledge) -> None:
    assert TOY in known.languages.codes
    assert known.languages.offered[-1].native_name == "Nederlands"


def test_gate_finds_nothing_wrong(settings: Settings) -> None:
    problems = check_wording(settings.data, settings.locales).problems
    assert [problem for problem in problems if f"locales/{TOY}" in problem] == []


def test_gate_names_a_missing_file(settings: Settings, tmp_path: Path) -> None:
    shutil.copytree(settings.data, tmp_path / "data")
    (tmp_path / "data" / "safety" / f"{TOY}.yml").unlink()
    problems = check_wording(tmp_path / "data", settings.locales).problems
    assert f"locales/{TOY}: data/safety/{TOY}.yml is missing" in problems


def test_a_sentence_in_it_is_recognised(known: Knowledge) -> None:
    assert known.detector.next_language("en", "ik weet niet wat ik met mijn zoon moet doen") == TOY


def test_it_can_be_asked_for(known: Knowledge) -> None:
    assert known.detector.next_language("fr", "Spreekt u Nederlands?") == TOY


def test_it_answers(known: Knowledge) -> None:
    situation = Situation(known, TOY, datetime(2024, 11, 22, 10))
    reply = help_reply(Interview(), Heard(text="", intent="need_school", concerns=("school",)), situation)
    (question,) = reply.messages
    assert question.text.endswith("~")
    assert [choice.title for choice in question.choices] == ["Skip~"]


def test_nearly_complete_is_offered_and_the_rest_falls_back_to_english(known: Knowledge) -> None:
    texts = dict(known.catalogue.translations[TOY])
    dropped = next(key for key in texts if key[0] == "utter_thank")
    del texts[dropped]
    fewer = replace(known.catalogue, translations={TOY: texts})
    assert TOY in fewer.offered_languages()
    assert fewer.text("utter_thank", TOY) == dropped[1]


def test_half_complete_is_not_offered(known: Knowledge) -> None:
    texts = dict(list(known.catalogue.translations[TOY].items())[::2])
    assert replace(known.catalogue, translations={TOY: texts}).offered_languages() == ("en",)
