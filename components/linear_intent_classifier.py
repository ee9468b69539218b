"""The intent classifier: logistic regression on character and word n-grams of the folded text.

Chosen by measurement (benchmarks/README.md). It is Rasa's own recipe in one component, so that a start does
not pay five seconds for skops, and a message not for matrices that nobody reads.
"""

from __future__ import annotations

import json
from typing import Any

import numpy as np
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.classifiers.classifier import IntentClassifier
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from components.text_features import FACT, TextFeatures

_RANKING = 10  # readings kept with a message


def _is_worry(intent: str) -> bool:
    """Worries come with an age or a place as often as without: each is learnt both ways."""
    return intent.startswith("need_")


@DefaultV1Recipe.register([DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER], is_trainable=True)
class LinearIntentClassifier(GraphComponent, IntentClassifier):
    @classmethod
    def required_components(cls) -> list[type]:
        return []

    @staticmethod
    def required_packages() -> list[str]:
        return ["sklearn"]

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        return {"C": 30.0, "tolerance": 1e-3}

    def __init__(self, config: dict[str, Any], model_storage: ModelStorage, resource: Resource) -> None:
        self._config = config
        self._model_storage = model_storage
        self._resource = resource
        self._features = TextFeatures()
        self._weights = np.zeros((0, 0), dtype=np.float32)
        self._bias = np.zeros(0, dtype=np.float32)
        self._intents: list[str] = []

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> LinearIntentClassifier:
        return cls(config, model_storage, resource)

    def train(self, training_data: TrainingData) -> Resource:
        from sklearn.linear_model import LogisticRegression  # only training needs it

        examples = [e for e in training_data.intent_examples if e.get(TEXT) and e.get(INTENT)]
        pairs = [(e.get(TEXT), e.get(INTENT)) for e in examples]
        pairs += [(f"{text} {FACT}", intent) for text, intent in pairs if _is_worry(intent)]
        matrix = self._features.fit([text for text, _ in pairs])
        model = LogisticRegression(
            C=self._config["C"], tol=self._config["tolerance"], solver="liblinear", class_weight="balanced"
        )
        model.fit(matrix, [intent for _, intent in pairs])
        self._weights = np.ascontiguousarray(model.coef_.T, dtype=np.float32)
        self._bias = model.intercept_.astype(np.float32)
        self._intents = [str(name) for name in model.classes_]
        self._persist()
        return self._resource

    def process(self, messages: list[Message]) -> list[Message]:
        for message in messages:
            ranking = self._rank(message.get(TEXT) or "")
            message.set(
                "intent", ranking[0] if ranking else {"name": None, "confidence": 0.0}, add_to_output=True
            )
            message.set("intent_ranking", ranking, add_to_output=True)
        return messages

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        return training_data

    def _rank(self, text: str) -> list[dict[str, Any]]:
        """Readings with their probabilities, likeliest first; none for a text without letters or digits."""
        row = self._features.of(text)
        if row.nnz == 0 or not self._intents:
            return []
        scores = (self._weights[row.indices] * row.data[:, None]).sum(axis=0) + self._bias
        odds = np.exp(scores - scores.max())
        odds /= odds.sum()
        best = np.argsort(-odds)[:_RANKING]
        return [{"name": self._intents[i], "confidence": float(odds[i])} for i in best]

    def _persist(self) -> None:
        with self._model_storage.write_to(self._resource) as folder:
            np.savez_compressed(
                folder / "weights.npz", weights=self._weights.astype(np.float16), bias=self._bias
            )
            (folder / "intents.json").write_text(json.dumps(self._intents), encoding="utf-8")
            self._features.persist(folder)

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> LinearIntentClassifier:
        component = cls(config, model_storage, resource)
        with model_storage.read_from(resource) as folder:
            with np.load(folder / "weights.npz", allow_pickle=False) as arrays:
                component._weights = arrays["weights"].astype(np.float32)
                component._bias = arrays["bias"]
            component._intents = json.loads((folder / "intents.json").read_text(encoding="utf-8"))
            component._features = TextFeatures.load(folder)
        return component
