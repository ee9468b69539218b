from collections.abc import Callable
from typing import Any

import pytest
from rasa.core.policies.policy import PolicyPrediction
from rasa.engine.graph import ExecutionContext, GraphSchema
from rasa.engine.storage.resource import Resource
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import ActionExecuted, Event, SlotSet, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker

from components.guard_policy import GuardPolicy, actions_of_turn, safety_response
from components.safety_signal import SAFE_QUESTION
from helpfinder.interview import Interview
from helpfinder.knowledge import Knowledge
from helpfinder.safety import Signal, Tier, Topic

Predict = Callable[..., PolicyPrediction]
LISTEN = ActionExecuted("action_listen")
ORDINARY = "the weather is nice"
SUICIDE = "I want to kill myself"


@pytest.fixture(scope="module")
def policy(domain: Domain) -> GuardPolicy:
    context = ExecutionContext(GraphSchema({}))
    return GuardPolicy.create(GuardPolicy.get_default_config(), None, Resource("guard"), context)  # type: ignore[arg-type]


def said(text: str, intent: str = "inform", confidence: float = 1.0) -> UserUttered:
    return UserUttered(text, intent={"name": intent, "confidence": confidence})


@pytest.fixture
def predict(policy: GuardPolicy, domain: Domain) -> Predict:
    def predict(*events: Event) -> PolicyPrediction:
        tracker = DialogueStateTracker.from_events("somebody", [LISTEN, *events], domain.slots)
        return policy.predict_action_probabilities(tracker, domain)

    return predict


def action(prediction: PolicyPrediction, domain: Domain) -> str | None:
    """The action insisted on, if any."""
    if prediction.max_confidence == 0:
        assert not prediction.is_no_user_prediction
        return None
    assert prediction.max_confidence == 1
    return str(domain.action_names_or_texts[prediction.max_confidence_index])


def slots(prediction: PolicyPrediction) -> dict[str, Any]:
    """What it sets, but for the language: that is heard anew in every message."""
    found = {event.key: event.value for event in prediction.events if isinstance(event, SlotSet)}
    return {name: value for name, value in found.items() if name != "language"}


class TestTurn:
    def test_actions_since_the_last_message(self, domain: Domain) -> None:
        events = [
            LISTEN,
            said("a"),
            ActionExecuted("action_help"),
            LISTEN,
            said("b"),
            ActionExecuted("utter_one"),
        ]
        tracker = DialogueStateTracker.from_events("somebody", events, domain.slots)
        assert actions_of_turn(tracker) == ["utter_one"]

    def test_none_yet(self, domain: Domain) -> None:
        tracker = DialogueStateTracker.from_events("somebody", [LISTEN, said("a")], domain.slots)
        assert actions_of_turn(tracker) == []

    def test_before_any_message_nothing_is_insisted_on(self, predict: Predict, domain: Domain) -> None:
        assert action(predict(), domain) is None


class TestSafety:
    @pytest.mark.parametrize("topic", list(Topic))
    @pytest.mark.parametrize("young", [False, True])
    def test_every_signal_has_its_response(self, known: Knowledge, topic: Topic, young: bool) -> None:
        for tier in Tier:
            name = safety_response(Signal(tier, topic, "en", "any"), young)
            assert name in known.catalogue
            assert name.endswith("_young") is young

    @pytest.mark.parametrize("intent", ["inform", "stop", "greet", "out_of_scope", "nlu_fallback"])
    def test_it_comes_first_whatever_the_classifier_says(
        self, predict: Predict, domain: Domain, intent: str
    ) -> None:
        first = action(predict(said(SUICIDE, intent)), domain)
        assert first is not None
        assert first.startswith("utter_safety_self_harm")

    def test_then_the_search_goes_on_with_what_was_heard(self, predict: Predict, domain: Domain) -> None:
        turn = [said(SUICIDE), ActionExecuted("utter_safety_self_harm")]
        assert action(predict(*turn), domain) == "action_help"
        assert action(predict(*turn, ActionExecuted("action_help")), domain) == "action_listen"

    @pytest.mark.parametrize("first", ["utter_safety_medical", "utter_safety_medical_young"])
    def test_nobody_waiting_for_an_ambulance_is_asked_anything(
        self, predict: Predict, domain: Domain, first: str
    ) -> None:
        turn = [said("x"), ActionExecuted(first)]
        assert action(predict(*turn), domain) == "action_remember"
        assert action(predict(*turn, ActionExecuted("action_remember")), domain) == "action_listen"

    def test_ordinary_messages_are_left_to_the_rules(self, predict: Predict, domain: Domain) -> None:
        assert action(predict(said(ORDINARY)), domain) is None
        assert action(predict(said(ORDINARY), ActionExecuted("utter_chat")), domain) is None

    def test_a_button_is_no_signal(self, predict: Predict, domain: Domain, known: Knowledge) -> None:
        for choice in known.catalogue.concern_menu():
            intent = choice.payload.removeprefix("/")
            assert action(predict(said(choice.payload, intent)), domain) is None, choice.payload


class TestAreYouSafe:
    def asked(self, topic: str = "violence") -> list[Event]:
        return [said("x"), SlotSet(SAFE_QUESTION, topic), ActionExecuted("utter_safety_unclear"), LISTEN]

    @pytest.mark.parametrize(
        ("intent", "expected"),
        [
            ("affirm", "utter_safety_safe"),
            ("deny", "utter_safety_not_safe"),
            ("skip", "utter_safety_not_safe"),  # "not sure"
            ("need_school", None),
        ],
    )
    def test_the_answer_decides(
        self, predict: Predict, domain: Domain, intent: str, expected: str | None
    ) -> None:
        assert action(predict(*self.asked(), said(ORDINARY, intent)), domain) == expected

    def test_a_child_is_answered_as_a_child(self, predict: Predict, domain: Domain) -> None:
        events = [SlotSet("person", "child"), *self.asked(), said(ORDINARY, "deny")]
        assert action(predict(*events), domain) == "utter_safety_not_safe_young"

    @pytest.mark.parametrize("intent", ["affirm", "deny", "skip"])
    def test_without_the_question_a_yes_is_an_ordinary_yes(
        self, predict: Predict, domain: Domain, intent: str
    ) -> None:
        assert action(predict(said(ORDINARY, intent)), domain) is None

    def test_safe_goes_back_to_the_open_question(self, predict: Predict, domain: Domain) -> None:
        turn = [*self.asked(), said("yes", "affirm"), ActionExecuted("utter_safety_safe")]
        assert action(predict(*turn), domain) == "utter_resume"
        assert action(predict(*turn, ActionExecuted("utter_resume")), domain) == "action_listen"

    def test_not_safe_is_left_alone_with_the_numbers(self, predict: Predict, domain: Domain) -> None:
        turn = [*self.asked(), said("no", "deny"), ActionExecuted("utter_safety_not_safe")]
        assert action(predict(*turn), domain) == "action_listen"

    def test_the_question_is_forgotten_once_answered(self, predict: Predict) -> None:
        turn = [*self.asked(), said("no", "deny")]
        assert slots(predict(*turn)) == {}  # the numbers still depend on what was asked about
        answered = predict(*turn, ActionExecuted("utter_safety_not_safe"))
        assert slots(answered) == {SAFE_QUESTION: None}

    def test_the_question_is_forgotten_when_somebody_speaks_of_something_else(self, predict: Predict) -> None:
        assert slots(predict(*self.asked(), said(ORDINARY))) == {SAFE_QUESTION: None}


class TestLeaving:
    @pytest.mark.parametrize(
        ("intent", "first", "then"),
        [("stop", "utter_stop", "action_restart"), ("start_over", "utter_start_over", "action_listen")],
    )
    def test_a_clear_wish_wins(
        self, predict: Predict, domain: Domain, intent: str, first: str, then: str
    ) -> None:
        assert action(predict(said(ORDINARY, intent)), domain) == first
        assert action(predict(said(ORDINARY, intent), ActionExecuted(first)), domain) == then

    def test_stop_ends_after_the_restart(self, predict: Predict, domain: Domain) -> None:
        turn = [said("stop", "stop"), ActionExecuted("utter_stop"), ActionExecuted("action_restart")]
        assert action(predict(*turn), domain) == "action_listen"

    @pytest.mark.parametrize("intent", ["stop", "start_over"])
    @pytest.mark.parametrize(("confidence", "sure"), [(0.0, False), (0.49, False), (0.5, True), (1.0, True)])
    def test_an_unsure_reading_erases_nothing(
        self, predict: Predict, domain: Domain, intent: str, confidence: float, sure: bool
    ) -> None:
        prediction = predict(said(ORDINARY, intent, confidence))
        assert (action(prediction, domain) != "action_not_understood") is sure

    def test_starting_over_empties_the_interview_and_opens_the_menu(self, predict: Predict) -> None:
        emptied = slots(predict(SlotSet("concern", "school"), said(ORDINARY, "start_over")))
        assert emptied == Interview().to_slots() | {"open_question": "concern"}

    def test_stopping_is_left_to_the_restart(self, predict: Predict) -> None:
        assert slots(predict(SlotSet("concern", "school"), said(ORDINARY, "stop"))) == {}
