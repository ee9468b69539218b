"""The right numbers for the case and the person, 112 and 113 always first."""

from pathlib import Path

import pytest
import yaml

from helpfinder.safety.answer import EMERGENCY, NumbersError, load_numbers
from helpfinder.safety.model import Signal, Tier, Topic

DATA = Path(__file__).parents[2] / "data"
NUMBERS = load_numbers(DATA / "safety" / "numbers.csv")
RESPONSES = yaml.safe_load((DATA / "responses" / "safety.yml").read_text(encoding="utf-8"))["responses"]


def _signal(topic: Topic) -> Signal:
    return Signal(Tier.EXPLICIT, topic, "en", "a_group")


@pytest.mark.parametrize("topic", Topic)
@pytest.mark.parametrize("young", [True, False])
def test_emergency_numbers_are_first(topic: Topic, young: bool) -> None:
    assert set(NUMBERS.numbers(_signal(topic), young, lambda _: False)[:2]) == EMERGENCY


def test_young_people_get_their_line() -> None:
    assert "kjt" in NUMBERS.numbers(_signal(Topic.SELF_HARM), True, lambda _: True)
    assert "kjt" not in NUMBERS.numbers(_signal(Topic.SELF_HARM), False, lambda _: True)


def test_missing_child_gets_116000_whoever_writes() -> None:
    for young in (True, False):
        assert "116000" in NUMBERS.numbers(_signal(Topic.MISSING), young, lambda _: None)


def test_open_lines_come_before_unknown_before_closed() -> None:
    hours = {"violence": False, "116000": True}
    shown = NUMBERS.numbers(_signal(Topic.VIOLENCE), False, hours.get)
    assert shown == ("113", "112", "116000", "violence")
    assert NUMBERS.numbers(_signal(Topic.VIOLENCE), False, {"116000": False}.get)[2:] == (
        "violence",
        "116000",
    )


@pytest.mark.parametrize(
    ("row", "message"),
    [("violence,everybody,112,1,x", r"n\.csv:2"), ("violence,any,112,1,x", "112 and 113 must be there")],
)
def test_error_names_the_row(tmp_path: Path, row: str, message: str) -> None:
    path = tmp_path / "n.csv"
    path.write_text(f"topic,voice,phone_id,rank,reason\n{row}\n", encoding="utf-8")
    with pytest.raises(NumbersError, match=message):
        load_numbers(path)


@pytest.mark.parametrize("topic", Topic)
@pytest.mark.parametrize("suffix", ["", "_young"])
def test_each_topic_has_its_text(topic: Topic, suffix: str) -> None:
    assert f"utter_safety_{topic.value}{suffix}" in RESPONSES


@pytest.mark.parametrize("name", RESPONSES)
def test_texts_are_short_and_show_the_numbers(name: str) -> None:
    (response,) = RESPONSES[name]
    words = response["text"].replace("{numbers}", "").split()
    sentences = [word for word in words if word.endswith((".", "?", "!", ":"))]
    assert response["text"].count("{numbers}") == 1
    assert len(words) <= 60
    assert len(words) / len(sentences) <= 15


@pytest.mark.parametrize("name", RESPONSES)
def test_only_the_unclear_texts_ask(name: str) -> None:
    (response,) = RESPONSES[name]
    payloads = [button["payload"] for button in response["buttons"]]
    asks = name.startswith("utter_safety_unclear")
    assert ("?" in response["text"]) == asks
    assert payloads == (["/affirm", "/deny", "/skip"] if asks else ["/resume"])
