"""From any text to sentences of plain words: look-alike letters, hidden characters, s p a c e d letters."""

import re
import unicodedata

from helpfinder.text import fold

LONGEST = 12_000  # characters; of a longer text, the beginning and the end are read
LONGEST_WORD = 60
SENTENCE_END = "."  # the token that stands between two sentences

_LOOKALIKES = str.maketrans(
    "абвгеёзіїјкмнорстухѕԁһьαβγεηικνορτυχωı",
    "abbreesiijkmhopctyxsdhbabyenikvoptuxwi",
)
_SPACED_LETTERS = re.compile(r"(?<![^\W_])(?:[^\W_][ \t.\-_*]{1,3}){3,}[^\W_](?![^\W_])")
_SEPARATORS = re.compile(r"[ \t.\-_*]+")
_TOKENS = re.compile(r"[^\W_](?:(?:[^\W_]|['@$*!|]{1,4}(?=[^\W_]))*[^\W_])?|[.!?;:…]+")
_LETTER = re.compile(r"[^\W\d_]")


def _visible(text: str) -> str:
    return "".join(letter for letter in text if unicodedata.category(letter) not in {"Cf", "Mn", "Cs", "Co"})


def _bounded(text: str) -> str:
    half = LONGEST // 2
    return text if len(text) <= LONGEST else f"{text[:half]}\n{text[-half:]}"


def _join_spaced_letters(text: str) -> str:
    return _SPACED_LETTERS.sub(lambda found: _SEPARATORS.sub("", found.group()), text)


def tokens(text: str) -> list[str]:
    """Folded words in order, with :data:`SENTENCE_END` between sentences and lines.

    >>> tokens("K i l l me!\\nDon't.")
    ['killme', '.', "don't", '.']
    """
    decomposed = unicodedata.normalize("NFKD", _bounded(text))
    found: list[str] = []
    for line in re.split(r"[\n\r]+", _visible(decomposed)):
        readable = fold(_join_spaced_letters(line).casefold().translate(_LOOKALIKES))
        for token in _TOKENS.findall(readable):
            found.append(token[:LONGEST_WORD] if token[0].isalnum() else SENTENCE_END)
        found.append(SENTENCE_END)
    return [
        token for at, token in enumerate(found) if at == 0 or token != SENTENCE_END or found[at - 1] != token
    ]
