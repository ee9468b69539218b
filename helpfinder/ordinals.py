"""Which entry of a list is meant: "number 2", "the second one", "#3"."""

import csv
import re
from collections.abc import Mapping
from pathlib import Path

from helpfinder.text import fold

_NUMBERED = re.compile(r"(?:number|numero|nummer|numm|no|nr|n)[.°º]?\s?(\d{1,2})\b|#\s?(\d{1,2})\b")
_WORD = re.compile(r"\w+")


def load_ordinals(path: Path) -> dict[str, int]:
    with path.open(encoding="utf-8", newline="") as file:
        return {row["word"]: int(row["number"]) for row in csv.DictReader(file)}


def find_ordinal(text: str, ordinals: Mapping[str, int]) -> int | None:
    """The first one named, counted from 1.

    >>> find_ordinal("more about number 2", {})
    2
    """
    folded = fold(text)
    numbered = _NUMBERED.search(folded)
    if numbered:
        return int(numbered[1] or numbered[2])
    return next((ordinals[word] for word in _WORD.findall(folded) if word in ordinals), None)
