"""Catalogues as files."""

from pathlib import Path

from helpfinder.wording.extraction import Entry
from helpfinder.wording.translations import Translation, load_translations, po_bytes, po_path, read

ENTRY = Entry("utter_x", "Hello {name}", ("{name}: a name",))
LONG = Entry("utter_long", "word " * 60 + "\nend")


def written(folder: Path, *translations: Translation) -> Path:
    path = po_path(folder, "fr")
    path.parent.mkdir(parents=True)
    path.write_bytes(po_bytes((LONG, ENTRY), translations, "fr"))
    return path


def test_translation_survives_being_written(tmp_path: Path) -> None:
    kept = Translation(
        "utter_x", "Hello {name}", "Salut {name}", fuzzy=True, draft=True, comments=("ask Ana",)
    )
    long = Translation(LONG.context, LONG.source, LONG.source.upper(), fuzzy=True, previous=LONG.source)
    assert read(written(tmp_path, kept, long)) == (long, kept)


def test_template_is_always_the_same() -> None:
    assert po_bytes((ENTRY,)) == po_bytes((ENTRY,))
    assert b"Date" not in po_bytes((ENTRY,))


def test_comments_and_flags_are_for_the_usual_tools() -> None:
    text = po_bytes((ENTRY,)).decode()
    assert "#. {name}: a name\n#, python-brace-format\n" in text


def test_stale_and_empty_translations_are_not_shown(tmp_path: Path) -> None:
    written(tmp_path, Translation("utter_x", "Hello {name}", "Salut {name}", fuzzy=True))
    assert load_translations(tmp_path) == {"fr": {}}


def test_other_languages_are_found_by_their_folder(tmp_path: Path) -> None:
    written(tmp_path, Translation("utter_x", "Hello {name}", "Salut {name}"))
    assert load_translations(tmp_path) == {"fr": {("utter_x", "Hello {name}"): "Salut {name}"}}
