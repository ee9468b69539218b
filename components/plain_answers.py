"""Short answers that need no statistics: a number, a button's label, a place, an age with nothing around it.

It runs after the classifier and overrules it where the message is nothing but such an answer.
"""

from __future__ import annotations

import re
from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.classifiers.classifier import IntentClassifier
from rasa.shared.nlu.constants import ENTITIES, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from helpfinder.knowledge import knowledge
from helpfinder.text import fold

_NUMBER = re.compile(r"[#+\-]?\d{1,6}[.)]?")
_WORD = re.compile(r"\w+")
_INFORM = "inform"
_HEARD = 0.25  # confidence
_LITTLE = 3  # words that may stand around an age or place: "we live in Wiltz"


@DefaultV1Recipe.register([DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER], is_trainable=False)
class PlainAnswerClassifier(GraphComponent, IntentClassifier):
    def __init__(self) -> None:
        self._labels = _labels()

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> PlainAnswerClassifier:
        return cls()

    def process(self, messages: list[Message]) -> list[Message]:
        for message in messages:
            intent = self._plain(message)
            if intent is not None:
                message.set("intent", {"name": intent, "confidence": 1.0}, add_to_output=True)
        return messages

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        return training_data

    def _plain(self, message: Message) -> str | None:
        text = message.get(TEXT) or ""
        label = self._labels.get(fold(text))
        if label is not None:
            return label
        if _NUMBER.fullmatch(text.strip()):
            return _INFORM
        facts = [e for e in message.get(ENTITIES) or [] if e["entity"] in ("age", "place")]
        only_facts = bool(facts) and _words_outside(text, facts) <= _LITTLE and "?" not in text
        return _INFORM if only_facts and not _names_a_worry(message) else None


def _names_a_worry(message: Message) -> bool:
    """Whether the classifier heard a concern beside the facts: "my 3 year old stutters"."""
    intent = message.get("intent") or {}
    return str(intent.get("name")).startswith("need_") and intent.get("confidence", 0.0) >= _HEARD


def _words_outside(text: str, entities: list[dict[str, Any]]) -> int:
    """How many words stand outside the entities."""
    words = [match.span() for match in _WORD.finditer(text)]
    inside = [(e["start"], e["end"]) for e in entities]
    return sum(not any(start >= a and end <= b for a, b in inside) for start, end in words)


def _labels() -> dict[str, str]:
    """Every label of a button in every language, folded, with the intent that pressing it means."""
    known = knowledge()
    catalogue = known.catalogue
    labels: dict[str, str] = {}
    for language in known.languages.codes:
        choices = [choice for name in catalogue.responses for choice in catalogue.choices(name, language)]
        for choice in choices:
            labels[fold(choice.title)] = choice.payload.removeprefix("/").split("{")[0]
    return labels
