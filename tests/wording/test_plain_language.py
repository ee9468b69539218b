"""Messages read at B1: sentences of at most 15 words on average, in every response of every language."""

import re

import pytest

from helpfinder.knowledge import knowledge

LIMIT = 15.0  # words a sentence, on average
_SENTENCE = re.compile(r"[.!?:]\s|[.!?:]$|\n")
_WORD = re.compile(r"[\w'’\-{}]+")


def words_per_sentence(text: str) -> float:
    sentences = [_WORD.findall(part) for part in _SENTENCE.split(text)]
    lengths = [len(words) for words in sentences if words]
    return sum(lengths) / len(lengths) if lengths else 0.0


def _texts():
    catalogue = knowledge().catalogue
    for language in knowledge().languages.codes:
        for name, variants in sorted(catalogue.responses.items()):
            yield language, name, catalogue.translate(name, variants[0]["text"], language)


def test_each_response_reads_easily(capsys):
    figures = [(words_per_sentence(text), language, name) for language, name, text in _texts()]
    with capsys.disabled():
        print("\nlongest sentences on average (words):")
        for figure, language, name in sorted(figures, reverse=True)[:5]:
            print(f"  {figure:4.1f} {language} {name}")
    too_long = [f"{name} [{language}]: {figure:.1f}" for figure, language, name in figures if figure > LIMIT]
    assert not too_long


@pytest.mark.parametrize(("text", "figure"), [("One two three. Four five.", 2.5), ("", 0.0)])
def test_words_per_sentence_counts(text, figure):
    assert words_per_sentence(text) == figure


def test_safety_texts_are_short():
    catalogue = knowledge().catalogue
    long = {
        name: len(_WORD.findall(variants[0]["text"]))
        for name, variants in catalogue.responses.items()
        if name.startswith("utter_safety_") and len(_WORD.findall(variants[0]["text"])) > 60
    }
    assert not long
