"""Which language a message is in, and when the conversation changes to it."""

from dataclasses import replace

import pytest

from helpfinder.languages import Detector


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("lb", "Mäi Jong gëtt an der Schoul gemobbt an ech weess net wat maachen"),
        ("lb", "meng duechter wellt net mei an d schoul goen"),
        ("fr", "Mon fils se fait frapper à l'école et je ne sais plus quoi faire"),
        ("fr", "jsuis tjs triste et jai personne a qui parler"),
        ("de", "Meine Tochter will nicht mehr in die Schule gehen"),
        ("de", "ich halts zuhause nicht mehr aus"),
        ("en", "My son is being bullied at school and I don't know what to do"),
        ("en", "i cant sleep n i dont wanna go home"),
        ("pt", "O meu filho não quer ir à escola e não sei o que fazer"),
        ("pt", "a minha mae bate me todos os dias"),
    ],
)
def test_first_sentence_decides(detector: Detector, language: str, text: str) -> None:
    assert detector.next_language(None, text) == language


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("lb", "Moien"),
        ("fr", "Bonjour !"),
        ("pt", "olá"),
        ("pt", "bom dia"),
        ("de", "Guten Tag"),
        ("en", "hello"),
    ],
)
def test_greeting_decides_where_nothing_has(detector: Detector, language: str, text: str) -> None:
    assert detector.next_language(None, text) == language


@pytest.mark.parametrize(
    "text",
    ["", "8", "ok", "🙂", "112", "Esch-sur-Alzette", "Ettelbruck", "merci", "/greet", "Хочу додому", "!?"],
)
def test_says_nothing_about_the_language(detector: Detector, text: str) -> None:
    assert detector.next_language(None, text) is None


@pytest.mark.parametrize("current", ["lb", "fr", "de", "en", "pt"])
@pytest.mark.parametrize(
    "text", ["ok", "8 ans", "Skip", "Passer", "je suis triste", "/need_feelings", "Esch"]
)
def test_less_than_four_words_never_switch(detector: Detector, current: str, text: str) -> None:
    assert detector.next_language(current, text) == current


@pytest.mark.parametrize(
    ("current", "text", "language"),
    [
        ("en", "je ne sais pas quoi faire", "fr"),
        ("lb", "ich weiß nicht mehr weiter, mein Sohn schlägt mich", "de"),
        ("de", "ech weess net méi weider, mäi Jong schléit mech", "lb"),
        ("fr", "a minha filha não come nada", "pt"),
        ("pt", "my daughter does not eat any more", "en"),
    ],
)
def test_clear_sentence_switches(detector: Detector, current: str, text: str, language: str) -> None:
    assert detector.next_language(current, text) == language


@pytest.mark.parametrize(
    ("current", "text"),
    [
        ("en", "Esch-sur-Alzette, rue de l'Alzette"),
        ("en", "Luxembourg-Ville, Avenue de la Gare"),
        ("lb", "mäin fils huet eng crise d'angoisse"),
        ("lb", "d'Assistante sociale vum Lycée huet gesot foyer"),
        ("fr", "Mäi Kand schwätzt vu Suizid, que faire ?"),
        ("fr", "foyer maison relais crèche burnout"),
        ("de", "Le Chat in der Rue de la Gare"),
        ("en", "he goes to the Maison Relais in Bonnevoie"),
        ("en", "Office national de l'enfance"),
        ("fr", "Mój syn jest bity w szkole przez kolegów"),
    ],
)
def test_place_loan_word_or_mixture_does_not_switch(detector: Detector, current: str, text: str) -> None:
    assert detector.next_language(current, text) == current


@pytest.mark.parametrize("current", [None, "lb"])
def test_switches_only_to_offered_languages(detector: Detector, current: str | None) -> None:
    english_only = replace(detector, offered=("en", "lb"))
    assert english_only.next_language(current, "je ne sais pas quoi faire avec mon fils") == current


def test_answer_takes_a_guess_that_is_not_remembered(detector: Detector) -> None:
    assert detector.next_language(None, "Hallo") is None
    assert detector.speaking(None, "Hallo") in ("de", "lb")


def test_answer_is_english_where_nothing_is_known(detector: Detector) -> None:
    assert detector.speaking(None, "Wiltz") == "en"


def test_very_long_message_is_read_quickly(detector: Detector) -> None:
    assert detector.next_language(None, "je suis très fatiguée de tout ça " * 20_000) == "fr"
