"""What people write in French, German, Luxembourgish and Portuguese."""

from datetime import date

import pytest

from helpfinder.ages import Ages

FOUND = {
    "fr": [
        ("mon fils de 8 ans", 96),
        ("il a dix-huit mois", 18),
        ("j'ai 15 ans", 180),
        ("jai 15 ans", 180),
        ("ma fille a 2 ans et demi", 30),
        ("deux ans et demi", 30),
        ("2 ans et 3 mois", 27),
        ("un an et demi", 18),
        ("née le 12 mars 2021", 44),
        ("né en 2019", 58),
        ("né il y a 3 semaines", 0),
        ("bébé de 6 semaines", 1),
        ("ma fille va avoir 5 ans", 48),
        ("soixante et onze ans", 71 * 12),
        ("quatre-vingt-dix-sept ans", 97 * 12),
        ("vingt et un ans", 252),
        ("presque 9 ans", 102),
        ("entre 3 et 4 ans", 36),
        ("moins de 3 ans", 0),
        ("âgée de sept ans", 84),
        ("mon nouveau-né", 0),
    ],
    "de": [
        ("mein 8-jähriger Sohn", 96),
        ("meine 8jährige", 96),
        ("achtjährige Tochter", 96),
        ("zweieinhalb Jahre", 30),
        ("zweieinhalbjährig", 30),
        ("anderthalb Jahre alt", 18),
        ("ich bin 15", 180),
        ("sie ist 5", 60),
        ("mein Sohn ist fünf", 60),
        ("2019 geboren", 58),
        ("am 12.03.2021 geboren", 44),
        ("vor 3 Wochen geboren", 0),
        ("einundzwanzig Jahre", 252),
        ("er wird 5", 48),
        ("18 Monate", 18),
        ("18 Monate altes Baby", 18),
        ("fast 9", 102),
        ("zwischen 3 und 4 Jahren", 36),
        ("dreiunddreißig Jahre", 33 * 12),
        ("2,5 Jahre", 30),
        ("10 Tage alt", 0),
    ],
    "lb": [
        ("mäi Jong ass 8", 96),
        ("hatt ass 5", 60),
        ("hien huet 8 Joer", 96),
        ("zwee an en hallwt Joer", 30),
        ("zwee an en halleft Joer", 30),
        ("18 Méint", 18),
        ("18 Meint", 18),
        ("zweeanzwanzeg Joer", 264),
        ("fënnefanzwanzeg Joer", 300),
        ("eenandrësseg Joer", 31 * 12),
        ("ech sinn 15", 180),
        ("eng 3-järeg Duechter", 36),
        ("mäin aachtjäregen", 96),
        ("2019 gebuer", 58),
        ("gebuer den 12.03.2021", 44),
        ("virun 3 Wochen gebuer", 0),
        ("hatt gëtt 5", 48),
        ("bal 9 Joer", 102),
        ("dräi Joer al", 36),
        ("siwen Joer", 84),
        ("néng Joer", 108),
        ("annerhallef Joer", 18),
        ("6 Wochen aalt", 1),
    ],
    "pt": [
        ("o meu filho tem 8 anos", 96),
        ("2 anos e meio", 30),
        ("um ano e meio", 18),
        ("dois anos e três meses", 27),
        ("tenho 15 anos", 180),
        ("vai fazer 5 anos", 48),
        ("fez 5 anos", 60),
        ("nasceu em 2019", 58),
        ("nasceu a 12 de março de 2021", 44),
        ("nascida há 3 semanas", 0),
        ("vinte e um anos", 252),
        ("noventa e nove anos", 99 * 12),
        ("bebé de 6 meses", 6),
        ("um bebé com 6 semanas", 1),
        ("quase 9 anos", 102),
        ("entre 3 e 4 anos", 36),
        ("dezasseis anos", 192),
        ("dezoito meses", 18),
        ("18 meses de idade", 18),
        ("menos de 3 anos", 0),
    ],
}
NO_AGES = {
    "fr": [
        "depuis 3 ans",
        "il y a 3 ans",
        "pendant 2 mois",
        "dans 2 ans",
        "j'ai 2 enfants",
        "il est 8h",
        "en 7e classique",
    ]
    + [
        "quand il avait 3 ans",
        "elle est au cycle 3",
        "ça fait 3 ans",
        "nous vivons à deux.",
        "un séjour de six mois",
        "nés à 33 semaines",
    ],
    "de": [
        "seit 3 Jahren",
        "vor 2 Jahren",
        "in 2 Jahren",
        "in der 8. Klasse",
        "um 8 Uhr",
        "nach 3 Monaten",
        "als er 3 war",
    ]
    + ["3 Jahre lang", "ich habe 2 Kinder", "Nummer 2", "er ist ein Problem"],
    "lb": [
        "zënter 3 Joer",
        "virun 3 Joer",
        "an 2 Joer",
        "ech hunn 2 Kanner",
        "um 8 Auer",
        "Zyklus 3",
        "wéi hien 3 war",
    ]
    + ["säit 2 Méint", "Nummer 2"],
    "pt": [
        "há 3 anos",
        "daqui a 2 anos",
        "durante 3 anos",
        "tenho 3 filhos",
        "7º ano",
        "número 2",
        "às 8 horas",
    ]
    + ["quando tinha 3 anos", "desde há 2 anos", "3 anos atrás"],
}


@pytest.mark.parametrize(
    ("text", "months"),
    [pytest.param(*case, id=f"{lang}: {case[0]}") for lang, cases in FOUND.items() for case in cases],
)
def test_find_ages_reads_every_language(ages: Ages, today: date, text: str, months: int) -> None:
    assert [mention.months for mention in ages.find_ages(text, today)] == [months]


@pytest.mark.parametrize(
    "text", [pytest.param(text, id=f"{lang}: {text}") for lang, texts in NO_AGES.items() for text in texts]
)
def test_find_ages_leaves_other_numbers_alone(ages: Ages, today: date, text: str) -> None:
    assert ages.find_ages(text, today) == []


@pytest.mark.parametrize(
    "text", ["j'ai 15 ans", "ich bin 15", "ech sinn 15", "ech hunn 15 Joer", "tenho 15 anos"]
)
def test_find_ages_knows_the_writer(ages: Ages, today: date, text: str) -> None:
    assert ages.find_ages(text, today)[0].whose == "writer"


def test_find_ages_mixes_languages(ages: Ages, today: date) -> None:
    found = ages.find_ages("mäi Jong huet 8 ans and my daughter is 3, o bebé tem 6 meses", today)
    assert [mention.months for mention in found] == [96, 36, 6]


def test_luxembourgish_a_means_and(ages: Ages, today: date) -> None:
    assert [m.months for m in ages.find_ages("si si 3 a 5 Joer al", today)] == [36, 60]


def test_french_a_means_to(ages: Ages, today: date) -> None:
    assert [(m.months, m.months_until) for m in ages.find_ages("de 3 à 5 ans", today)] == [(36, 72)]
