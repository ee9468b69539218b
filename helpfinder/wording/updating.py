"""Carries translations over to changed English texts. Pure; ``python -m scripts.messages`` does the files."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from difflib import get_close_matches

from helpfinder.wording.extraction import BUTTON, Entry
from helpfinder.wording.translations import Translation

_ALIKE = 0.6  # how alike two labels must be for one to be the other's new wording


def update(entries: Sequence[Entry], old: Iterable[Translation]) -> tuple[Translation, ...]:
    """A translation for each entry: kept, marked stale (fuzzy) or empty. What has no entry is dropped."""
    known = {(t.context, t.source): t for t in old}
    wanted = {(entry.context, entry.source) for entry in entries}
    gone = [translation for key, translation in known.items() if key not in wanted and translation.text]
    return tuple(known.get((entry.context, entry.source)) or _carried(entry, gone) for entry in entries)


def _carried(entry: Entry, gone: Sequence[Translation]) -> Translation:
    moved = next((t for t in gone if t.source == entry.source and _family(t) == _family(entry)), None)
    if moved is not None:
        return replace(moved, context=entry.context)
    stale = _reworded(entry, gone)
    if stale is not None:
        previous = stale.previous if stale.fuzzy else stale.source
        return replace(stale, context=entry.context, source=entry.source, fuzzy=True, previous=previous)
    return Translation(entry.context, entry.source, "")


def _reworded(entry: Entry, gone: Sequence[Translation]) -> Translation | None:
    """The translation of what stood here before."""
    here = {t.source: t for t in gone if t.context == entry.context}
    if entry.context != BUTTON:
        return next(iter(here.values()), None)
    alike = get_close_matches(entry.source, here, n=1, cutoff=_ALIKE)
    return here[alike[0]] if alike else None


def _family(text: Entry | Translation) -> str:
    """``service.cepas.note`` of ``service.cepas.note.0``: notes are numbered, and numbers move."""
    return text.context.rstrip("0123456789")
