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

from components.safety_signal import LANGUAGE, SAFE_QUESTION, assess, is_young, language_of
from helpfinder.interview import Interview
from helpfinder.knowledge import knowledge
from helpfinder.safety import Signal, Tier, Topic

ACTION_HELP = "action_help"
ACTION_REMEMBER = "action_remember"
_UNCLEAR, _SAFE, _NOT_SAFE = "utter_safety_unclear", "utter_safety_safe", "utter_safety_not_safe"
_RESUME, _STOP, _START_OVER = "utter_resume", "utter_stop", "utter_start_over"
_NOT_UNDERSTOOD = "action_not_understood"
_ASIDE = frozenset({"chat", "greet", "insult", "nlu_fallback", "out_of_scope", "thank"})
_SURE = 0.5  # below this confidence nothing is ended or erased


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
        signal = assess(tracker, knowledge()) if not done else None
        action = self._first(tracker, signal) if not done else _then(done)
        events = _events(action, signal, tracker) if not done else _events_after(done)
        probabilities = self._default_predictions(domain)
        if action is not None:
            probabilities[domain.index_for_action(action)] = 1.0
        return self._prediction(probabilities, is_no_user_prediction=action is not None, events=events)

    def _first(self, tracker: DialogueStateTracker, signal: Signal | None) -> str | None:
        """The action this policy insists on right after a message, if any."""
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
    first = done[0]
    if not (first.startswith("utter_safety_") or first in (_STOP, _START_OVER)):
        return None
    if len(done) > 1:
        return ACTION_LISTEN_NAME
    if first == _STOP:
        return ACTION_RESTART_NAME
    if first.startswith(_SAFE):
        return _RESUME
    if first.startswith(_NOT_SAFE) or first == _START_OVER:
        return ACTION_LISTEN_NAME
    shows_no_services = (_UNCLEAR, f"utter_safety_{Topic.MEDICAL.value}")
    return ACTION_REMEMBER if first.startswith(shows_no_services) else ACTION_HELP


def _events(action: str | None, signal: Signal | None, tracker: DialogueStateTracker) -> list[Event]:
    """Slots that change with the message. They count whether this policy wins or not."""
    if action is not None and action.startswith((_SAFE, _NOT_SAFE)):
        return []  # the answer still needs to know what was asked about: see _events_after
    if tracker.get_last_event_for(UserUttered) is None:
        return []
    events: list[Event] = []
    language = language_of(tracker, signal)
    if language != tracker.get_slot(LANGUAGE):
        events.append(SlotSet(LANGUAGE, language))
    topic = _asked_about(signal, tracker)
    if topic != tracker.get_slot(SAFE_QUESTION):
        events.append(SlotSet(SAFE_QUESTION, topic))
    if action == _START_OVER:
        empty = Interview().to_slots() | {"open_question": "concern"}
        events += [SlotSet(name, value) for name, value in empty.items()]
    return events


def _asked_about(signal: Signal | None, tracker: DialogueStateTracker) -> str | None:
    """The topic somebody is asked about after this message; small talk and questions leave it open."""
    if signal is not None:
        return signal.topic.value if signal.tier is Tier.UNCLEAR else None
    intent = (tracker.latest_message.intent if tracker.latest_message else {}).get("name") or ""
    return tracker.get_slot(SAFE_QUESTION) if intent.startswith("ask_") or intent in _ASIDE else None


def _events_after(done: list[str]) -> list[Event]:
    answered = len(done) == 1 and done[0].startswith((_SAFE, _NOT_SAFE))
    return [SlotSet(SAFE_QUESTION, None)] if answered else []


def _stop_or_start_over(tracker: DialogueStateTracker) -> str | None:
    intent = tracker.latest_message.intent if tracker.latest_message else {}
    wanted = {"stop": _STOP, "start_over": _START_OVER}.get(intent.get("name") or "")
    unsure = float(intent.get("confidence") or 0.0) < _SURE
    return _NOT_UNDERSTOOD if wanted and unsure else wanted


def _answer_if_safe(tracker: DialogueStateTracker) -> str | None:
    if not tracker.get_slot(SAFE_QUESTION):
        return None
    intent = (tracker.latest_message.intent if tracker.latest_message else {}).get("name")
    answer = {"affirm": _SAFE, "deny": _NOT_SAFE, "skip": _NOT_SAFE}.get(intent or "")
    return f"{answer}_young" if answer and is_young(tracker, None) else answer
