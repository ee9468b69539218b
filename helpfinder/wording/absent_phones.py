"""A text without the sentences and list lines that name a phone which may not be shown."""

import re
from collections.abc import Container

from helpfinder.wording.extraction import placeholders

_PHONE, _BULLET = "phone_", "•"
_BETWEEN_SENTENCES = re.compile(r"(?<=[.!?]) ")


def without_absent_phones(text: str, known: Container[str]) -> str:
    """``known`` are the placeholders somebody fills. The head of a list goes with the last of its lines."""
    absent = {name for name in placeholders(text) if name.startswith(_PHONE) and name not in known}
    if not absent:
        return text
    lines = text.split("\n")
    kept: list[str] = []
    for line, below in reversed([*zip(lines, [*lines[1:], ""], strict=True)]):
        rest = _rest(line, absent)
        if rest and not _heads_nothing(line, below, kept):
            kept.insert(0, rest)
    return "\n".join(kept)


def _rest(line: str, absent: set[str]) -> str:
    """What is left of a line. A question goes with the sentence that answered it."""
    parts = [line] if line.startswith(_BULLET) else _BETWEEN_SENTENCES.split(line)
    kept: list[str] = []
    answered = False
    for part in reversed(parts):
        goes = bool(placeholders(part) & absent)
        if not goes and not (answered and part.endswith("?")):
            kept.insert(0, part)
        answered = goes
    return " ".join(kept)


def _heads_nothing(line: str, below: str, kept: list[str]) -> bool:
    headed = below.startswith(_BULLET) and not line.startswith(_BULLET)
    return headed and not (kept and kept[0].startswith(_BULLET))
