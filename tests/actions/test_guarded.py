import logging
from pathlib import Path

import pytest
import yaml
from rasa_sdk.executor import ActionExecutor, CollectingDispatcher

from actions.guarded import GuardedAction, ReplyTo
from helpfinder.conversation import Reply, Situation
from helpfinder.interview import Heard, Interview
from helpfinder.knowledge import Knowledge
from helpfinder.wording import Choice, Message
from tests.actions.messages import action, bot, entity, tracker_of, user

DOMAIN = Path(__file__).resolve().parents[2] / "domain.yml"
SPOKEN = [user("x"), bot(), user("y")]


class Says(GuardedAction):
    """Answers with what it is given."""

    def __init__(self, *messages: Message, after: Interview | None = None) -> None:
        self.messages, self.after = messages, after

    def name(self) -> str:
        return "action_says"

    def reply_to(self) -> ReplyTo:
        return lambda before, heard, situation: Reply(self.messages, self.after or before)


class Fails(Says):
    def reply_to(self) -> ReplyTo:
        def fail(before: Interview, heard: Heard, situation: Situation) -> Reply:
            raise ZeroDivisionError("my secret")

        return fail


def texts(dispatcher: CollectingDispatcher) -> list[str]:
    return [message["text"] for message in dispatcher.messages]


class TestFailure:
    def test_the_visitor_reads_an_apology_and_no_fact_is_lost(self) -> None:
        dispatcher = CollectingDispatcher()
        assert Fails().run(dispatcher, tracker_of("my secret"), {}) == []
        assert [message["response"] for message in dispatcher.messages] == ["utter_technical_problem"]

    def test_half_an_answer_is_taken_back(self) -> None:
        class Broken(Message):
            def to_json(self) -> dict[str, object]:
                raise ZeroDivisionError

        dispatcher = CollectingDispatcher()
        Says(Message("half"), Broken("")).run(dispatcher, tracker_of("x", events=SPOKEN), {})
        assert [message["response"] for message in dispatcher.messages] == ["utter_technical_problem"]

    def test_the_log_has_its_kind_and_no_word_of_the_talk(self, caplog: pytest.LogCaptureFixture) -> None:
        with caplog.at_level(logging.DEBUG):
            Fails().run(CollectingDispatcher(), tracker_of("my secret"), {})
        assert "action_says failed: ZeroDivisionError" in caplog.text
        assert "secret" not in caplog.text

    @pytest.mark.parametrize("slots", [{"age": "eight"}, {"open_question": "weather"}, {"waiting": 3}])
    def test_slots_that_make_no_sense_become_an_apology(self, slots: dict[str, object]) -> None:
        dispatcher = CollectingDispatcher()
        assert Says(Message("hello")).run(dispatcher, tracker_of("x", **slots), {}) == []
        assert [message["response"] for message in dispatcher.messages] == ["utter_technical_problem"]


class TestAnswer:
    def test_messages_keep_their_buttons(self) -> None:
        dispatcher = CollectingDispatcher()
        message = Message("Really?", (Choice("Yes", "/affirm"),))
        Says(message).run(dispatcher, tracker_of("x", events=SPOKEN), {})
        assert texts(dispatcher) == ["Really?"]
        assert dispatcher.messages[0]["buttons"] == [{"title": "Yes", "payload": "/affirm"}]

    def test_only_what_changed_is_set(self) -> None:
        before = Interview(concern="school", place="L00399")
        tracker = tracker_of("x", before=before, events=SPOKEN)
        events = Says(after=Interview(concern="school", misunderstood=1)).run(
            CollectingDispatcher(), tracker, {}
        )
        assert {event["name"]: event["value"] for event in events} == {"place": None, "misunderstood": 1}


class TestIntroduction:
    def test_who_speaks_comes_first_at_first_contact(self, known: Knowledge) -> None:
        dispatcher = CollectingDispatcher()
        Says(Message("hello")).run(dispatcher, tracker_of("x"), {})
        assert texts(dispatcher) == [known.catalogue.text("utter_welcome"), "hello"]

    def test_after_a_safety_answer_in_fewer_words(self, known: Knowledge) -> None:
        dispatcher = CollectingDispatcher()
        events = [user("x"), action("utter_safety_violence")]
        Says(Message("hello")).run(dispatcher, tracker_of("x", events=events), {})
        assert texts(dispatcher) == [known.catalogue.text("utter_disclosure"), "hello"]

    def test_never_again(self) -> None:
        dispatcher = CollectingDispatcher()
        Says(Message("hello")).run(dispatcher, tracker_of("x", events=SPOKEN), {})
        assert texts(dispatcher) == ["hello"]


SILENT = {"action_remember"}  # keeps facts after a safety answer, which has said what there is to say
ACTIONS = sorted(set(yaml.safe_load(DOMAIN.read_text(encoding="utf-8"))["actions"]) - SILENT)


@pytest.mark.parametrize("name", ACTIONS)
@pytest.mark.parametrize(
    "before",
    [Interview(), Interview("school", None, "L00399", shown=("sepas", "cepas"), shown_count=2)],
    ids=["at the beginning", "after a result"],
)
def test_every_action_has_something_to_say(name: str, before: Interview) -> None:
    executor = ActionExecutor()
    executor.register_package("actions")
    dispatcher = CollectingDispatcher()
    tracker = tracker_of("what about it", "inform", entity("ordinal", 1), before=before, events=SPOKEN)
    executor.actions[name](dispatcher, tracker, {})
    assert dispatcher.messages
    assert all(message["text"] and not message["response"] for message in dispatcher.messages)
