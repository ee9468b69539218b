"""Says which language a message is written in, as ``language`` in what the NLU pipeline gives out.

It knows nothing of the conversation. Whether to switch is decided by ``Detector.next_language``.
"""

from __future__ import annotations

from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from helpfinder.knowledge import knowledge
from helpfinder.languages import Detector

LANGUAGE = "language"


@DefaultV1Recipe.register([DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR], is_trainable=False)
class LanguageDetector(GraphComponent):
    def __init__(self, detector: Detector) -> None:
        self._detector = detector
        detector.learn()  # now, so that the first visitor does not wait for it

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> LanguageDetector:
        return cls(knowledge().detector)

    def process(self, messages: list[Message]) -> list[Message]:
        """``None`` where the message does not make it clear, as with "ok"."""
        for message in messages:
            language = self._detector.next_language(None, message.get(TEXT) or "")
            message.set(LANGUAGE, language, add_to_output=True)
        return messages

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        return training_data
