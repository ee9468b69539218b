"""Place names as keys: the spellings of one name that need no guessing."""

import re
import unicodedata

from helpfinder.text import fold

_BETWEEN = re.compile(r"[^a-z0-9]+")
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "ae", "Ö": "oe", "Ü": "ue"})
_LINKS = frozenset(
    ("sur", "an", "der", "op", "un", "am", "zum", "zur", "la", "les", "lez", "le", "bei", "auf", "uf", "de")
)
_SAME_WORD = {
    "uelzecht": "alzette", "alzig": "alzette", "alzecht": "alzette", "sauer": "sure", "atert": "attert",
    "saint": "st", "sankt": "st", "sir": "syre", "tuerm": "tour", "turm": "tour",
}  # fmt: skip
_SAME_ENDING = (
    (re.compile(r"(?<=..)(?:ange|ingen|engen|eng|ang)$"), "ing"),
    (re.compile(r"(?<=..)(?:bourg|buerg)$"), "burg"),
    (re.compile(r"(?<=..)(?:duerf|dref|derf)$"), "dorf"),
    (re.compile(r"(?<=..)(?:bech|baach|baech)$"), "bach"),
)


def place_key(text: str) -> str:
    """
    >>> place_key("Esch/Sûre"), place_key("Cloche d'Or"), place_key("Roodt (Ell)")
    ('esch sure', 'cloche d or', 'roodt ell')
    """
    return _BETWEEN.sub(" ", fold(text)).strip()


def spellings(name: str) -> set[str]:
    """The keys under which one name is filed: Düdelingen also as Duedelingen."""
    composed = unicodedata.normalize("NFC", name)
    return {place_key(composed), place_key(composed.translate(_UMLAUTS))} - {""}


def skeleton(key: str) -> str:
    """What the French, German and Luxembourgish forms of most names have in common.

    >>> skeleton("differdange") == skeleton("differdingen") == skeleton("differdeng")
    True
    >>> skeleton("esch un der uelzecht") == skeleton("esch sur alzette")
    True
    """
    first, *rest = key.split() or [""]
    words = [first, *(word for word in rest if word not in _LINKS)]
    return " ".join(_plain(_SAME_WORD.get(word, word)) for word in words)


def _plain(word: str) -> str:
    for ending, same in _SAME_ENDING:
        if len(word) > 5 and ending.search(word):
            return ending.sub(same, word)
    return word
