"""A neutral message: text and choices. Each channel renders it within its own limits."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Choice:
    """A button. ``payload`` is what pressing it says, free of language."""

    title: str
    payload: str

    def to_json(self) -> dict[str, str]:
        return {"title": self.title, "payload": self.payload}


@dataclass(frozen=True)
class Message:
    text: str
    choices: tuple[Choice, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """The shape of a Rasa response."""
        plain: dict[str, Any] = {"text": self.text}
        if self.choices:
            plain["buttons"] = [choice.to_json() for choice in self.choices]
        return plain
