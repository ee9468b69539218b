"""What becomes of a translation when the English changes."""

from helpfinder.wording.extraction import BUTTON, Entry
from helpfinder.wording.translations import Translation
from helpfinder.wording.updating import update

OLD = Translation("utter_x", "Hello", "Bonjour", draft=True)


def test_same_text_keeps_its_translation() -> None:
    assert update([Entry("utter_x", "Hello")], [OLD]) == (OLD,)


def test_changed_text_makes_it_stale() -> None:
    (now,) = update([Entry("utter_x", "Hello there")], [OLD])
    assert (now.text, now.fuzzy, now.previous) == ("Bonjour", True, "Hello")


def test_what_it_was_made_from_is_remembered_over_two_changes() -> None:
    first = update([Entry("utter_x", "Hello there")], [OLD])
    (now,) = update([Entry("utter_x", "Hello you")], first)
    assert now.previous == "Hello"


def test_new_text_is_empty() -> None:
    (now,) = update([Entry("utter_y", "Bye")], [OLD])
    assert (now.text, now.fuzzy) == ("", False)


def test_text_that_is_gone_is_dropped() -> None:
    assert update([], [OLD]) == ()


def test_note_that_moved_keeps_its_translation() -> None:
    old = Translation("service.a.note.0", "For a time.", "Pour un temps.")
    (now,) = update([Entry("service.a.note.1", "For a time.")], [old])
    assert (now.text, now.fuzzy) == ("Pour un temps.", False)


def test_label_inherits_only_from_one_alike() -> None:
    old = [Translation(BUTTON, "Show more", "Voir plus"), Translation(BUTTON, "Yes", "Oui")]
    again, no = update([Entry(BUTTON, "Show me more"), Entry(BUTTON, "No")], old)
    assert (again.text, again.fuzzy) == ("Voir plus", True)
    assert no.text == ""
