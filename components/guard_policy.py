"""The policy that wins: safety, the answer to "are you safe?", stop and start over come before every rule.

It decides from the raw text of the last message, not from the classifier, and needs no action server.
"""

from __future__ import annotations

from typing import Any

from rasa.core.policies.policy import Policy, PolicyPrediction, SupportedData
from rasa.engine.graph import ExecutionContext
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.core.constants import ACTION_LISTEN_NAME, ACTION_RESTART_NAME
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import ActionExecuted, Event, SlotSet, UserUttered
from rasa.shared.core.generator import TrackerWithCachedStates
from rasa.shared.core.trackers import DialogueStateTracker

from components.safety_signal import assess, is_young
from helpfinder.interview import Interview
from helpfinder.knowledge import knowledge
from helpfinder.safety import Signal, Tier

ACTION_HELP = "action_help"
SAFE_QUESTION = "asked_if_safe"
_UNCLEAR, _SAFE, _NOT_SAFE = "utter_safety_unclear", "utter_safety_safe", "utter_safety_not_safe"
_RESUME, _STOP, _START_OVER = "utter_resume", "utter_stop", "utter_start_over"
_STOP_SURE = 0.6  # confidence from which a sentence that no rule list names ends and erases the talk


@DefaultV1Recipe.register(
    [DefaultV1Recipe.ComponentType.POLICY_WITHOUT_END_TO_END_SUPPORT], is_trainable=False
)
class GuardPolicy(Policy):
    @staticmethod
    def get_default_config() -> dict[str, Any]:
        return {"priority": 10}

    @staticmethod
    def supported_data() -> SupportedData:
        return SupportedData.ML_AND_RULE_DATA

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> GuardPolicy:
        return cls(config, model_storage, resource, execution_context)

    def train(
        self, training_trackers: list[TrackerWithCachedStates], domain: Domain, **kwargs: Any
    ) -> Resource:
        return self._resource

    def predict_action_probabilities(
        self,
        tracker: DialogueStateTracker,
        domain: Domain,
        rule_only_data: dict[str, Any] | None = None,
        **kwargs: Any,
    ) -> PolicyPrediction:
        done = actions_of_turn(tracker)
        action = self._first(tracker) if not done else _then(done)
        if action is None:
            return self._prediction(self._default_predictions(domain))
        probabilities = self._default_predictions(domain)
        probabilities[domain.index_for_action(action)] = 1.0
        events = _events(action) if not done else []
        return self._prediction(probabilities, is_no_user_prediction=True, events=events)

    def _first(self, tracker: DialogueStateTracker) -> str | None:
        """The action this policy insists on right after a message, if any."""
        if tracker.get_last_event_for(UserUttered) is None or not tracker.latest_message:
            return None
        known = knowledge()
        signal = assess(tracker, known)
        if signal is not None:
            return safety_response(signal, is_young(tracker, signal))
        return _stop_or_start_over(tracker) or _answer_if_safe(tracker)


def actions_of_turn(tracker: DialogueStateTracker) -> list[str]:
    """Names of the actions run since the last message, oldest first."""
    names: list[str] = []
    for event in reversed(tracker.events):
        if isinstance(event, UserUttered):
            return names[::-1]
        if isinstance(event, ActionExecuted) and event.action_name:
            names.append(event.action_name)
    return [ACTION_LISTEN_NAME]  # no message yet: nothing to insist on


def safety_response(signal: Signal, young: bool) -> str:
    name = _UNCLEAR if signal.tier is Tier.UNCLEAR else f"utter_safety_{signal.topic.value}"
    return f"{name}_young" if young else name


def _then(done: list[str]) -> str | None:
    """What follows in a turn that this policy began."""
    first, last = done[0], done[-1]
    if not (first.startswith("utter_safety_") or first in (_STOP, _START_OVER)):
        return None
    if len(done) > 1:
        return ACTION_LISTEN_NAME
    if first == _STOP:
        return ACTION_RESTART_NAME
    if first == _SAFE:
        return _RESUME
    if first.startswith((_UNCLEAR, _NOT_SAFE)) or first == _START_OVER:
        return ACTION_LISTEN_NAME
    return ACTION_HELP if last == first else ACTION_LISTEN_NAME


def _events(action: str) -> list[Event]:
    """Mandatory events, so returned only with an action this policy insists on."""
    asked = SlotSet(SAFE_QUESTION, True if action.startswith(_UNCLEAR) else None)
    if action != _START_OVER:
        return [asked]
    empty = Interview().to_slots() | {"open_question": "concern"}
    return [asked, *(SlotSet(name, value) for name, value in empty.items())]


def _stop_or_start_over(tracker: DialogueStateTracker) -> str | None:
    intent = tracker.latest_message.intent if tracker.latest_message else {}
    if float(intent.get("confidence") or 0.0) < _STOP_SURE:
        return None
    return {"stop": _STOP, "start_over": _START_OVER}.get(intent.get("name") or "")


def _answer_if_safe(tracker: DialogueStateTracker) -> str | None:
    if not tracker.get_slot(SAFE_QUESTION):
        return None
    intent = (tracker.latest_message.intent if tracker.latest_message else {}).get("name")
    return {"affirm": _SAFE, "deny": _NOT_SAFE, "skip": _NOT_SAFE}.get(intent or "")
