"""Asking for a language, in any language."""

import pytest

from helpfinder.languages import Detector


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("do you speak French?", "fr"),
        ("parlez-vous allemand ?", "de"),
        ("Français", "fr"),
        ("francais svp", "fr"),
        ("auf Deutsch bitte", "de"),
        ("Kënnt Dir Lëtzebuergesch schwätzen?", "lb"),
        ("op letzebuergesch wgl", "lb"),
        ("em português por favor", "pt"),
        ("I don't understand, can we speak English?", "en"),
        ("je ne comprends pas l'allemand, en français", "fr"),
        ("po polsku?", "pl"),
        ("czy mówisz po angielsku?", "en"),
        ("розмовляєте українською?", "uk"),
        ("говорите по-русски?", "ru"),
        ("говорите по-французски?", "fr"),
        ("parla italiano?", "it"),
        ("¿habla español?", "es"),
        ("da li govorite srpski", "sr"),
        ("hrvatski, bosanski?", "hr"),
        ("bosanski molim", "bs"),
        ("هل تتكلم العربية", "ar"),
        ("هل تتكلم الفرنسية؟", "fr"),
        ("türkçe biliyor musun", "tr"),
        ("Spreekt u Nederlands?", "nl"),
        ("vorbiți românește?", "ro"),
        ("flisni shqip?", "sq"),
        ("ትግርኛ ትዛረብ ዶ?", "ti"),
        ("中文", "zh"),
        ("فارسی", "fa"),
    ],
)
def test_hears_the_wish(detector: Detector, text: str, language: str) -> None:
    assert detector.asked_for(text) == language


@pytest.mark.parametrize(
    "text",
    [
        "",
        "my son fails in French",
        "not in German please",
        "I don't speak English well",
        "je comprends pas le luxembourgeois",
        "meine Frau versteht nur Portugiesisch",
        "bad marks: German, maths and French",
        "My daughter is 6, she speaks Portuguese with me and French at school",
        "which languages do you speak",
    ],
)
def test_hears_none(detector: Detector, text: str) -> None:
    assert detector.asked_for(text) is None


def test_wish_switches_at_once(detector: Detector) -> None:
    assert detector.next_language("en", "français") == "fr"


@pytest.mark.parametrize("current", [None, "pt"])
def test_wish_for_a_language_not_offered_changes_nothing(detector: Detector, current: str | None) -> None:
    assert detector.next_language(current, "po polsku?") == current
