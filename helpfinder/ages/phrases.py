"""A book of phrases with what each means, and the places of a text where they stand."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from helpfinder.text import Token, fold_with_offsets

Meaning = TypeVar("Meaning")
_JOINER = re.compile(r"[^\S\n]{0,3}[-‐‑–_/'’‘ʼ´`]?[^\S\n]{0,3}|\.")
_APOSTROPHE = re.compile(r"(?<=\w)['’](?=\w)")


@dataclass(
    slots=True
)  # not frozen: a long text makes tens of thousands, and frozen ones take three times as long
class Mark(Generic[Meaning]):
    """Tokens ``first`` up to (not including) ``last`` form a phrase."""

    first: int
    last: int
    meaning: Meaning


@dataclass
class _Node(Generic[Meaning]):
    children: "dict[str, _Node[Meaning]]" = field(default_factory=dict)
    meanings: list[Meaning] = field(default_factory=list)


class Sentence:
    """A text as tokens and the gaps around them: ``gaps[i]`` stands before token ``i``."""

    def __init__(self, text: str, tokens: list[Token]) -> None:
        self.text = text
        self.tokens = tokens
        ends = [0, *(token.end for token in tokens)]
        starts = [*(token.start for token in tokens), len(text)]
        self.gaps = [text[end:start] for end, start in zip(ends, starts, strict=True)]
        self.joined = [gap in ("", " ") or bool(_JOINER.fullmatch(gap)) for gap in self.gaps]

    def __len__(self) -> int:
        return len(self.tokens)


class PhraseBook(Generic[Meaning]):
    """Finds every phrase of the book in one walk, whatever their number."""

    def __init__(self, entries: Iterable[tuple[str, Meaning]]) -> None:
        self._root: _Node[Meaning] = _Node()
        for phrase, meaning in entries:
            for spelling in {phrase, _APOSTROPHE.sub("", phrase)}:
                self._add([token.word for token in fold_with_offsets(spelling)], meaning)

    def _add(self, words: list[str], meaning: Meaning) -> None:
        node = self._root
        for word in words:
            node = node.children.setdefault(word, _Node())
        if words and meaning not in node.meanings:
            node.meanings.append(meaning)

    def marks(self, sentence: Sentence) -> Iterable[Mark[Meaning]]:
        """Every phrase found, overlapping ones too, by first token and then shortest first."""
        tokens, joined, top = sentence.tokens, sentence.joined, self._root.children
        for first, token in enumerate(tokens):
            node = top.get(token.word)
            last = first + 1
            while node is not None:
                for meaning in node.meanings:
                    yield Mark(first, last, meaning)
                if last >= len(tokens) or not joined[last]:
                    break
                node = node.children.get(tokens[last].word)
                last += 1
