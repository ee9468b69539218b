"""Learns how a language is spelt, from ``data/nlu/<lang>/*.yml`` and ``data/language_words/<lang>.txt``."""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache, partial
from pathlib import Path

from helpfinder.languages.detection import Detector, Span
from helpfinder.languages.requests import load_requests
from helpfinder.languages.spelling import Spelling, learn, words_of

_LOAN_WORDS = "loan_words"
_NOT_LEARNT = "request_language"  # "deutsch" in an English file
_INTENT, _EXAMPLE = "- intent:", "    - "
_ENTITY = re.compile(r"\[([^\]]*)\](?:\([^)]*\)|\{[^}]*\})")
_COMMON = 5  # how often a word of the list counts: about as often as it stands in a file


def load_detector(
    data: Path, offered: tuple[str, ...], places: Callable[[str], Iterable[Span]] = lambda text: ()
) -> Detector:
    """``places`` finds the names of places, which are not read."""
    words = data / "language_words"
    loan_words = frozenset(_lines(words / f"{_LOAN_WORDS}.txt"))
    return Detector(partial(load_spellings, data), loan_words, load_requests(data), offered, places)


@lru_cache(maxsize=4)
def load_spellings(data: Path) -> dict[str, Spelling]:
    """Of every language with sentences or a list of words; half a second."""
    lists = {path.stem for path in (data / "language_words").glob("*.txt")} - {_LOAN_WORDS}
    folders = {path.name for path in (data / "nlu").iterdir() if path.is_dir()}
    return {code: spelling_of(data, code, sentences(data / "nlu" / code)) for code in sorted(lists | folders)}


def spelling_of(data: Path, language: str, examples: Iterable[str]) -> Spelling:
    """From the examples and the list of the language's commonest words."""
    running = [word for example in examples for _, word in words_of(example)]
    return learn([*running, *_lines(data / "language_words" / f"{language}.txt") * _COMMON])


def sentences(folder: Path) -> Iterator[str]:
    """The examples, read line by line: as YAML they would take a second."""
    for path in sorted(folder.glob("*.yml")):
        intent = ""
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.startswith(_INTENT):
                intent = line.removeprefix(_INTENT).strip()
            elif line.startswith(_EXAMPLE) and intent != _NOT_LEARNT:
                yield _ENTITY.sub(r"\1", line.removeprefix(_EXAMPLE))


def _lines(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").split() if path.exists() else []
