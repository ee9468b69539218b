"""The frame of every action: a failure becomes an apology, and no word of the talk reaches the log."""

import logging
from abc import ABC, abstractmethod
from collections.abc import Callable
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from rasa_sdk import Action, Tracker
from rasa_sdk.events import EventType, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.hearing import hear_tracker, is_first_turn, needs_no_question
from helpfinder.conversation import Reply, Situation
from helpfinder.interview import Heard, Interview
from helpfinder.knowledge import Knowledge, knowledge
from helpfinder.wording import Message

logger = logging.getLogger(__name__)
_ZONE = ZoneInfo("Europe/Luxembourg")

ReplyTo = Callable[[Interview, Heard, Situation], Reply]


class GuardedAction(Action, ABC):
    """Subclasses name themselves and the core's reply; everything else is the same for all."""

    @abstractmethod
    def reply_to(self) -> ReplyTo:
        """The function of ``helpfinder.conversation`` that answers."""

    def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[EventType]:
        try:
            return self._answer(dispatcher, tracker, knowledge(), datetime.now(_ZONE))
        except Exception as error:  # noqa: BLE001 - the SDK would print the whole conversation into the log
            logger.error("%s failed: %s", self.name(), type(error).__name__)
            dispatcher.messages.clear()
            dispatcher.utter_message(response="utter_technical_problem")
            return []

    def _answer(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, known: Knowledge, now: datetime
    ) -> list[EventType]:
        interview = Interview.from_slots(tracker.slots)
        heard = hear_tracker(tracker, known, now.date())
        situation = Situation(
            known=known,
            language=known.detector.speaking(tracker.get_slot("language"), heard.text),
            now=now,
            after_safety=needs_no_question(tracker),
            first=is_first_turn(tracker),
        )
        reply = self.reply_to()(interview, heard, situation)
        if heard.tells_contact:
            reply = reply.after(situation.message("utter_unsafe_to_share"))
        for message in _introduced(reply, situation):
            dispatcher.utter_message(**message.to_json())
        return _changed_slots(interview, reply.interview)


def _introduced(reply: Reply, situation: Situation) -> tuple[Message, ...]:
    """At first contact, who is speaking comes first; after a safety answer in fewer words."""
    if not situation.first:
        return reply.messages
    name = "utter_disclosure" if situation.after_safety else "utter_welcome"
    return (situation.message(name), *reply.messages)


def _changed_slots(before: Interview, after: Interview) -> list[EventType]:
    old = before.to_slots()
    return [SlotSet(name, value) for name, value in after.to_slots().items() if value != old[name]]
