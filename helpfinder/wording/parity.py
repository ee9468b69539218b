"""Compares every translation with its English text. A problem must be mended; a note should be looked at."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from helpfinder.text import fold
from helpfinder.wording.extraction import BUTTON, MENU_LENGTH, Entry, placeholders
from helpfinder.wording.translations import Translation

PHONE_DIGITS = re.compile(r"\d[\d \-]{3,}\d|\b11[0-9]\b")
TIMES = re.compile(r"\d{1,2}[:h.]\d{2}|\b(?:19|20)\d\d\b")
_PLACEHOLDER = re.compile(r"{[^{}]*}")
_WHOLE = re.compile(r"\d+")
_LONG_NUMBER = 3  # digits; a number as long as this that English does not have is not just a spelled-out word


@dataclass(frozen=True)
class Report:
    language: str
    wanted: int
    translated: int  # neither empty nor stale
    drafts: int  # checked by no native speaker yet
    missing: tuple[str, ...]
    problems: tuple[str, ...]
    notes: tuple[str, ...]

    @property
    def summary(self) -> str:
        done = f"{self.translated} of {self.wanted} texts translated"
        return f"{self.language}: {done}, {self.drafts} of them drafts"


def check(language: str, entries: Sequence[Entry], translations: Iterable[Translation]) -> Report:
    known = {(t.context, t.source): t for t in translations}
    found = [(entry, known.get((entry.context, entry.source))) for entry in entries]
    empty = [entry for entry, t in found if t is None or not t.text.strip()]
    written = [(entry, t) for entry, t in found if t is not None and t.text.strip()]
    fresh = [(entry, t) for entry, t in written if not t.fuzzy]
    wanted = {(entry.context, entry.source) for entry in entries}
    gone = [f"{context}: obsolete: {source!r}" for context, source in sorted(known.keys() - wanted)]
    problems = [problem for entry, t in written for problem in _problems(entry, t)]
    notes = [note for entry, t in fresh for note in menu_notes(entry.context, t.text)]
    return Report(
        language,
        wanted=len(entries),
        translated=len(fresh),
        drafts=sum(t.draft for _, t in fresh),
        missing=_named(language, (f"{entry.context}: missing: {entry.source!r}" for entry in empty)),
        problems=_named(language, [*gone, *problems]),
        notes=_named(language, notes),
    )


def _named(language: str, texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(f"locales/{language}: {text}" for text in texts)


def check_source(entries: Sequence[Entry]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Problems and notes of the English texts themselves."""
    problems = [f"English: {entry.context}: {p}" for entry in entries for p in _length(entry, entry.source)]
    notes = [f"English: {note}" for entry in entries for note in menu_notes(entry.context, entry.source)]
    return tuple(problems), tuple(notes)


def menu_notes(context: str, text: str) -> Iterator[str]:
    if context.startswith("concern.") and len(text) > MENU_LENGTH:
        yield f"{context}: {len(text)} characters; a list of WhatsApp shows {MENU_LENGTH} in bold: {text!r}"


def label_clashes(labels: Iterable[tuple[str, str]]) -> tuple[str, ...]:
    """Of (title, payload): titles that mean one thing in one language and another in another."""
    payloads: dict[str, set[str]] = {}
    for title, payload in labels:
        payloads.setdefault(fold(title), set()).add(payload)
    clashes = {title: found for title, found in payloads.items() if len(found) > 1}
    return tuple(
        f"the button {title!r} means {' and '.join(sorted(found))}"
        for title, found in sorted(clashes.items())
    )


def _problems(entry: Entry, translation: Translation) -> Iterator[str]:
    if translation.fuzzy:
        yield f"{entry.context}: stale (fuzzy), the English is now: {entry.source!r}"
    else:
        yield from (f"{entry.context}: {problem}" for problem in _differences(entry, translation.text))


def _differences(entry: Entry, text: str) -> Iterator[str]:
    yield from _placeholders(entry, text)
    yield from _numbers(entry.source, text)
    yield from _length(entry, text)
    if text.count("\n") != entry.source.count("\n"):
        yield "has not as many lines as the English"
    if text != text.strip():
        yield "begins or ends with a space"


def _placeholders(entry: Entry, text: str) -> Iterator[str]:
    used = placeholders(text)
    if missing := entry.placeholders - used:
        yield f"lacks {_listed(missing)}"
    if unknown := used - entry.placeholders:
        yield f"has {_listed(unknown)}, which the English has not"
    if re.search(r"[{}]", _PLACEHOLDER.sub("", text)):
        yield "has a brace that is not part of a placeholder"


def _numbers(source: str, text: str) -> Iterator[str]:
    """Ages and hours must be the same; small numbers may be spelled out on one side only."""
    bare, english = _PLACEHOLDER.sub("", text), _PLACEHOLDER.sub("", source)
    if PHONE_DIGITS.search(TIMES.sub("", bare)) and not PHONE_DIGITS.search(TIMES.sub("", english)):
        yield "has a phone number in digits: write {phone_<id>}"
        return
    here, there = _whole_numbers(bare), _whole_numbers(english)
    if missing := there - here:
        yield f"lacks the number {_listed(missing)}"
    if unknown := {number for number in here - there if len(number) >= _LONG_NUMBER}:
        yield f"has the number {_listed(unknown)}, which the English has not"


def _whole_numbers(text: str) -> set[str]:
    """Zeros say nothing: "8:00" may be "8 h" elsewhere."""
    return {number.lstrip("0") for number in _WHOLE.findall(text)} - {""}


def _length(entry: Entry, text: str) -> Iterator[str]:
    if len(text) > entry.limit:
        kind = "label" if entry.context == BUTTON else "text"
        yield f"a {kind} of {len(text)} characters, at most {entry.limit} fit: {text[:60]!r}"


def _listed(names: Iterable[str]) -> str:
    return ", ".join(sorted(names))
