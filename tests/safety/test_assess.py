"""What the engine understands, whatever the words: order, gaps, spelling, contexts, voice, severity."""

import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpfinder.safety.assess import Safety, load_safety
from helpfinder.safety.model import Tier, Topic, Voice

SAFETY = load_safety(Path(__file__).parents[2] / "data" / "safety")


def _heard(text: str) -> tuple[Tier, Topic] | None:
    signal = SAFETY.assess(text)
    return None if signal is None else (signal.tier, signal.topic)


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("my 3 year old is not breathing", Topic.MEDICAL),
        ("he has a knife and says he will kill us", Topic.DANGER_NOW),
        ("i want to kill myself", Topic.SELF_HARM),
        ("I am being forced to have sex and I am only 12", Topic.SEXUAL_ABUSE),
        ("I'm afraid I'll hurt my baby", Topic.HARM_BABY),
        ("My 8-year-old son in Wiltz is being beaten by his father", Topic.VIOLENCE),
        ("my daughter ran away last night", Topic.MISSING),
        ("my parents kicked me out", Topic.THROWN_OUT),
    ],
)
def test_explicit_topics(text: str, topic: Topic) -> None:
    assert _heard(text) == (Tier.EXPLICIT, topic)


@pytest.mark.parametrize(
    "text", ["I can't go on", "he flinches when his dad comes home", "I don't feel safe", "help"]
)
def test_unclear_messages_get_a_question(text: str) -> None:
    heard = _heard(text)
    assert heard is not None
    assert heard[0] is Tier.UNCLEAR


@pytest.mark.parametrize(
    "text",
    [
        "this homework kills me",
        "my phone is dying",
        "I could kill for a coffee",
        "nobody hits her, she just doesn't speak yet",
        "how do I report abuse?",
        "my son was bitten by a dog",
        "we beat them at football",
        "",
        "12",
    ],
)
def test_figures_negations_and_questions_are_ordinary(text: str) -> None:
    assert _heard(text) is None


def test_context_takes_only_its_own_words_away() -> None:
    assert _heard("this homework kills me and I want to die") == (Tier.EXPLICIT, Topic.SELF_HARM)


@pytest.mark.parametrize(
    "text",
    [
        "I want to k1ll myself",
        "i want to killl myseeelf",
        "k i l l m y s e l f, i want to",
        "i want to kil1 myself",
        "I wаnt to kіll mуsеlf",  # Cyrillic а, і, у, е
        "i want to ki\u200bll my\u00adself",
        "i want to k*ll myself",
        "i want to killmyself",
        "I WANT TO KILL MYSELF!!!! 😭😭",
        "i want to kill mysefl",
        "ｉ ｗａｎｔ ｔｏ ｋｉｌｌ ｍｙｓｅｌｆ",
        "/i want to kill myself",
        '/inform{"need": "i want to kill myself"}',
        "wanna kill my self",
    ],
)
def test_spelling_does_not_hide_a_message(text: str) -> None:
    assert _heard(text) == (Tier.EXPLICIT, Topic.SELF_HARM)


@pytest.mark.parametrize("text", ["my rates are rising", "my daughter vapes", "he was raised in Esch"])
def test_ordinary_words_are_not_corrected(text: str) -> None:
    assert _heard(text) is None


def test_most_severe_signal_wins() -> None:
    assert _heard("my dad hits me and I want to die") == (Tier.EXPLICIT, Topic.SELF_HARM)
    assert _heard("I don't feel safe, my dad hits me") == (Tier.EXPLICIT, Topic.VIOLENCE)


@pytest.mark.parametrize(
    ("text", "voice"),
    [
        ("daddy hurts me", Voice.CHILD),
        ("I am 12 and my uncle touches me", Voice.CHILD),
        ("my dad hits me", Voice.CHILD),
        ("my son is beaten by his father", Voice.ADULT),
        ("I am a teacher, a pupil is beaten at home", Voice.ADULT),
        ("i want to die", Voice.UNKNOWN),
    ],
)
def test_voice(text: str, voice: Voice) -> None:
    signal = SAFETY.assess(text)
    assert signal is not None
    assert signal.voice is voice


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=400))
def test_any_text_is_assessed_the_same_twice(text: str) -> None:
    assert SAFETY.assess(text) == SAFETY.assess(text)


@settings(max_examples=100, deadline=None)
@given(st.text(alphabet="abkil my-_*'!.@1/{}\"\n", max_size=300))
def test_odd_punctuation_never_raises(text: str) -> None:
    SAFETY.assess(text)


def test_no_lexicon_hears_nothing() -> None:
    assert Safety([]).assess("my dad hits me") is None


def _fastest(text: str) -> float:
    spans = []
    for _ in range(5):
        start = time.perf_counter()
        SAFETY.assess(text)
        spans.append(time.perf_counter() - start)
    return min(spans)


def test_typical_message_takes_a_few_milliseconds() -> None:
    """All lexicons are asked here; in a clear language it is one of them."""
    assert _fastest("My son is 8, he has trouble at school and we live in Wiltz. Who can help us?") < 0.010


@pytest.mark.parametrize(
    "text",
    [
        "my dad hits me and I want to die " * 300,
        "a b c d " * 1250,
        "x" * 10_000,
        "k*l*l* " * 1500,
        " ".join(f"misspeld{number}wrd" for number in range(600)),
        "killmyselfandothersnow " * 430,
    ],
    ids=["crisis", "letters", "one word", "stars", "unknown", "run together"],
)
def test_long_message_takes_less_than_half_a_second(text: str) -> None:
    assert _fastest(text[:10_000]) < 0.5


def test_beginning_and_end_of_an_endless_message_are_read() -> None:
    assert _heard("i want to die " + "bla " * 50_000) is not None
    assert _heard("bla " * 50_000 + " i want to die") is not None
