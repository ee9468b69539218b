"""What the gate lets through."""

import pytest

from helpfinder.wording.extraction import BUTTON, BUTTON_LENGTH, MENU_LONGEST, Entry
from helpfinder.wording.parity import Report, check, check_source, label_clashes
from helpfinder.wording.translations import Translation


def report(
    source: str, text: str, context: str = "utter_x", limit: int = 1024, fuzzy: bool = False
) -> Report:
    translation = Translation(context, source, text, fuzzy)
    return check("fr", [Entry(context, source, limit=limit)], [translation])


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("Call {phone_113} in {place}", "À {place}, appelez le {phone_113}"),
        ("from 8:00 to 18:00", "de 8 h à 18 h"),
        ("from 8:00 to 18:00", "vun 8 bis 18 Auer"),
        ("fourteen offices", "14 bureaux"),
        ("one\ntwo", "un\ndeux"),
    ],
)
def test_good_translation_has_no_problem(source: str, text: str) -> None:
    assert report(source, text).problems == ()


@pytest.mark.parametrize(
    ("source", "text", "problem"),
    [
        ("Call {phone_113}", "Appelez", "lacks phone_113"),
        ("Call", "Appelez {phone_113}", "has phone_113"),
        ("Call {name}", "Appelez {name} {", "brace"),
        ("Call {phone_kjt}", "Appelez {phone_kjt}, 116 111", "phone number in digits"),
        ("Call {phone_113}", "Appelez {phone_113} (113)", "phone number in digits"),
        ("Call us", "Appelez le 2755", "has the number 2755"),
        ("up to 27 years", "jusqu'à 26 ans", "lacks the number 27"),
        ("one\ntwo", "un, deux", "lines"),
        ("Hello", " Bonjour", "space"),
    ],
)
def test_bad_translation_is_named(source: str, text: str, problem: str) -> None:
    (found,) = report(source, text).problems
    assert found.startswith("locales/fr: utter_x: ")
    assert problem in found


def test_stale_translation_is_a_problem_and_does_not_count() -> None:
    stale = report("Hello", "Bonjour", fuzzy=True)
    assert "stale" in stale.problems[0]
    assert stale.translated == 0


@pytest.mark.parametrize("text", ["", " "])
def test_empty_translation_is_missing(text: str) -> None:
    assert report("Hello", text).missing == ("locales/fr: utter_x: missing: 'Hello'",)


def test_entry_that_is_not_in_the_catalogue_is_missing() -> None:
    assert len(check("fr", [Entry("utter_x", "Hello")], []).missing) == 1


def test_text_that_english_has_no_more_is_obsolete() -> None:
    assert "obsolete" in check("fr", [], [Translation("utter_x", "Hello", "Bonjour")]).problems[0]


def test_long_label_is_a_problem() -> None:
    (problem,) = report("Start", "Commencer une demande", BUTTON, BUTTON_LENGTH).problems
    assert "21 characters" in problem


def test_long_text_is_a_problem() -> None:
    assert "1025 characters" in report("Hello", "x" * 1025).problems[0]


def test_long_worry_is_a_note_only() -> None:
    checked = report("Baby", "Bébé : pleurs, sommeil, repas", "concern.baby.name", MENU_LONGEST)
    assert checked.problems == ()
    assert "29 characters" in checked.notes[0]


def test_english_is_measured_too() -> None:
    problems, notes = check_source(
        [Entry(BUTTON, "x" * 21, limit=20), Entry("concern.a.name", "y" * 25, limit=72)]
    )
    assert "English: button" in problems[0]
    assert "English: concern.a.name" in notes[0]


def test_drafts_are_counted() -> None:
    draft = Translation("utter_x", "Hello", "Bonjour", draft=True)
    assert check("fr", [Entry("utter_x", "Hello")], [draft]).drafts == 1


def test_one_label_with_two_meanings_clashes() -> None:
    labels = [("No", "/deny"), ("no", "/affirm"), ("Yes", "/affirm"), ("YES", "/affirm")]
    assert label_clashes(labels) == ("the button 'no' means /affirm and /deny",)
