from pathlib import Path

import pytest

from helpfinder.ordinals import find_ordinal, load_ordinals

ORDINALS = load_ordinals(Path("data/ordinals.csv"))


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("more about number 2", 2),
        ("tell me about the second one", 2),
        ("#3 please", 3),
        ("plus sur le numéro 1", 1),
        ("la deuxième", 2),
        ("mehr zum dritten", 3),
        ("Nummer 2", 2),
        ("méi iwwer dat zweet", 2),
        ("o segundo, por favor", 2),
        ("we live in Wiltz", None),
        ("", None),
    ],
)
def test_find_ordinal_reads_numbers_and_words(text, number):
    assert find_ordinal(text, ORDINALS) == number
