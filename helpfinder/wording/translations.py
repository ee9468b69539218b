"""Reads and writes gettext catalogues: ``locales/<lang>/LC_MESSAGES/helpfinder.po``, read as they are.

Nothing has to be compiled: the ``.po`` files are read once per process (a few hundredths of a second each).
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from babel import localedata
from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, unescape, write_po

from helpfinder.wording.extraction import Entry

DOMAIN = "helpfinder"
DRAFT = "draft"  # the translator comment of a text that no native speaker has checked
_UNUSED = (  # lines of the header that change with the day, or that nobody fills in
    b'"POT-Creation-Date:',
    b'"PO-Revision-Date:',
    b'"Report-Msgid-Bugs-To:',
    b'"Last-Translator:',
    b'"Language-Team:',
    b'"Generated-By:',
)
_PREVIOUS = "|"  # Babel reads "#| msgid ..." as a comment
_QUOTED = re.compile(r'"(?:\\.|[^"\\])*"')
_BRACES = "python-brace-format"

Texts = Mapping[tuple[str, str], str]  # (context, English text) -> translation; stale ones are left out


@dataclass(frozen=True)
class Translation:
    context: str
    source: str
    text: str  # empty: not translated yet
    fuzzy: bool = False  # the English text has changed since
    draft: bool = False
    comments: tuple[str, ...] = ()  # the translator's own, ``draft`` left out
    previous: str = ""  # the English text that a fuzzy translation was made from


def po_path(locales: Path, language: str) -> Path:
    return locales / language / "LC_MESSAGES" / f"{DOMAIN}.po"


def pot_path(locales: Path) -> Path:
    return locales / f"{DOMAIN}.pot"


def catalogue_languages(locales: Path) -> tuple[str, ...]:
    """Every language with a catalogue, complete or not."""
    return tuple(sorted(path.parts[-3] for path in locales.glob(f"*/LC_MESSAGES/{DOMAIN}.po")))


def load_translations(locales: Path) -> dict[str, Texts]:
    return {language: _usable(read(po_path(locales, language))) for language in catalogue_languages(locales)}


def _usable(translations: Iterable[Translation]) -> Texts:
    return {(t.context, t.source): t.text for t in translations if t.text and not t.fuzzy}


def read(path: Path) -> tuple[Translation, ...]:
    with path.open("rb") as file:
        catalog = read_po(file, ignore_obsolete=True)
    return tuple(_translation(message) for message in catalog if message.id)


def _translation(message: Message) -> Translation:
    comments = [str(comment) for comment in message.user_comments]
    kept = tuple(c for c in comments if c != DRAFT and not c.startswith(_PREVIOUS))
    return Translation(
        context=message.context or "",
        source=message.id,
        text=message.string or "",
        fuzzy=message.fuzzy,
        draft=DRAFT in comments,
        comments=kept,
        previous=_previous(comments),
    )


def _previous(comments: Iterable[str]) -> str:
    """Babel wraps these lines like prose, quotes and all."""
    lines = " ".join(c.removeprefix(_PREVIOUS).strip() for c in comments if c.startswith(_PREVIOUS))
    return "".join(str(unescape(part)) for part in _QUOTED.findall(lines))


def po_bytes(entries: Iterable[Entry], translations: Iterable[Translation] = (), language: str = "") -> bytes:
    """The file's content: a template without a language. The same input always gives the same bytes."""
    buffer = BytesIO()
    catalog = _catalog(entries, translations, language)
    write_po(buffer, catalog, width=110, omit_header=False, include_previous=True)
    lines = buffer.getvalue().splitlines(keepends=True)
    return b"".join(line for line in lines if not line.startswith(_UNUSED))


def mo_bytes(entries: Iterable[Entry], translations: Iterable[Translation], language: str) -> bytes:
    buffer = BytesIO()
    write_mo(buffer, _catalog(entries, translations, language))
    return buffer.getvalue()


def _catalog(entries: Iterable[Entry], translations: Iterable[Translation], language: str) -> Catalog:
    known = {(t.context, t.source): t for t in translations}
    known_locale = language if language and language in localedata.locale_identifiers() else None
    catalog = Catalog(known_locale, project="Helpfinder", version="1", fuzzy=False, charset="utf-8")
    catalog.header_comment = _header(language)
    for entry in entries:
        _add(catalog, entry, known.get((entry.context, entry.source)))
    return catalog


def _header(language: str) -> str:
    what = f"Helpfinder in {language}" if language else "Helpfinder: the English texts to translate"
    return f"# {what}. Made by: python -m scripts.messages update"


def _add(catalog: Catalog, entry: Entry, done: Translation | None) -> None:
    flags = {_BRACES} if entry.placeholders else set()
    comments = list(done.comments) if done else []
    if done and done.fuzzy:
        flags.add("fuzzy")
    if done and done.draft:
        comments.append(DRAFT)
    catalog.add(
        entry.source,
        done.text if done else "",
        flags=flags,
        auto_comments=entry.comments,
        user_comments=comments,
        previous_id=(done.previous,) if done and done.fuzzy else (),
        context=entry.context,
    )
