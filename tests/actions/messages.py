"""Trackers as Rasa hands them to an action."""

from typing import Any

from rasa_sdk import Tracker

from helpfinder.interview import Interview


def entity(name: str, value: Any) -> dict[str, Any]:
    return {"entity": name, "value": value}


def user(text: str = "") -> dict[str, Any]:
    return {"event": "user", "text": text}


def action(name: str) -> dict[str, Any]:
    return {"event": "action", "name": name}


def bot(text: str = "hello") -> dict[str, Any]:
    return {"event": "bot", "text": text}


def tracker_of(
    text: str,
    intent: str | None = "inform",
    *entities: dict[str, Any],
    before: Interview | None = None,
    events: list[dict[str, Any]] | None = None,
    likely: tuple[tuple[str, float], ...] = (),
    **slots: Any,
) -> Tracker:
    """``before`` is what the interview knew; ``likely`` the classifier's readings."""
    message = {
        "text": text,
        "intent": {"name": intent, "confidence": 1.0},
        "entities": list(entities),
        "intent_ranking": [{"name": name, "confidence": sure} for name, sure in likely],
    }
    known = (before or Interview()).to_slots() | slots
    return Tracker("somebody", known, message, events or [user(text)], False, None, {}, "action_listen")
