"""A text as a sparse row: tf-idf of its word and character n-grams, after folding.

Ages and places are read elsewhere; here each becomes the same word, so that no intent owns "Wiltz".
"""

from __future__ import annotations

import json
import re
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import numpy as np
from scipy.sparse import csr_matrix, hstack
from sklearn.feature_extraction.text import TfidfVectorizer

from helpfinder.knowledge import knowledge
from helpfinder.text import fold

FACT = "xfact"
_ZONE = ZoneInfo("Europe/Luxembourg")
_DIGITS = re.compile(r"\d+")
_WORD = r"(?u)\b\w+\b"
_LONGEST = 2000  # characters read: a longer story has said what it is about by then


def _words() -> TfidfVectorizer:
    return TfidfVectorizer(lowercase=False, token_pattern=_WORD, ngram_range=(1, 2), sublinear_tf=True)


def _characters() -> TfidfVectorizer:
    return TfidfVectorizer(
        lowercase=False, analyzer="char_wb", ngram_range=(2, 5), min_df=2, sublinear_tf=True
    )


class TextFeatures:
    def __init__(self) -> None:
        self._parts = {"words": _words(), "characters": _characters()}

    def fit(self, texts: list[str]) -> csr_matrix:
        folded = [_prepared(text) for text in texts]
        return hstack([part.fit_transform(folded) for part in self._parts.values()]).tocsr()

    def of(self, text: str) -> csr_matrix:
        folded = [_prepared(text)]
        return hstack([part.transform(folded) for part in self._parts.values()]).tocsr()

    def persist(self, folder: Path) -> None:
        for name, part in self._parts.items():
            terms = sorted(part.vocabulary_, key=part.vocabulary_.__getitem__)
            (folder / f"{name}.json").write_text(json.dumps(terms, ensure_ascii=False), encoding="utf-8")
            np.save(folder / f"{name}.npy", part.idf_.astype(np.float32), allow_pickle=False)

    @classmethod
    def load(cls, folder: Path) -> TextFeatures:
        features = cls()
        for name, part in features._parts.items():
            terms = json.loads((folder / f"{name}.json").read_text(encoding="utf-8"))
            part.vocabulary = {term: index for index, term in enumerate(terms)}
            part.idf_ = np.load(folder / f"{name}.npy", allow_pickle=False)
        return features


def without_facts(text: str) -> str:
    """The text with ``FACT`` for each age and place.

    >>> without_facts("my 3-year-old, in Wiltz")
    'my  xfact , in  xfact '
    """
    known, today = knowledge(), datetime.now(_ZONE).date()
    places = [(found.start, found.end) for found in known.gazetteer.find_in(text)]
    ages = [(found.start, found.end) for found in known.ages.find_ages(text, today)]
    kept, position = [], 0
    for start, end in sorted(places + ages):
        if start >= position:
            kept += [text[position:start], f" {FACT} "]
            position = end
    return "".join([*kept, text[position:]])


def _prepared(text: str) -> str:
    return _DIGITS.sub("0", fold(without_facts(text[:_LONGEST])))
