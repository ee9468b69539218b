"""Conversations in memory, kept short: old turns go, what was understood stays in the slots.

Rasa replays every stored event on every message, so a long talk would become slow; and what nobody needs
is not kept. After "stop" nothing of a conversation is left.
"""

from collections.abc import Sequence
from typing import Any

from rasa.core.tracker_store import InMemoryTrackerStore
from rasa.shared.core.constants import ACTION_LISTEN_NAME, ACTION_SESSION_START_NAME
from rasa.shared.core.events import ActionExecuted, Event, Restarted, SessionStarted, SlotSet, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker

KEPT_MESSAGES = 4  # rules look at one turn, stories at five steps


class ShortInMemoryTrackerStore(InMemoryTrackerStore):
    async def save(self, tracker: DialogueStateTracker) -> None:
        await self.stream_events(tracker)
        if _was_erased(tracker.events):
            self.store.pop(tracker.sender_id, None)
            return
        self.store[tracker.sender_id] = self.serialise_tracker(shortened(tracker))


def _was_erased(events: Sequence[Event]) -> bool:
    """Whether nothing was said since the last restart."""
    for event in reversed(events):
        if isinstance(event, Restarted):
            return True
        if isinstance(event, UserUttered):
            return False
    return False


def shortened(tracker: DialogueStateTracker, kept: int = KEPT_MESSAGES) -> DialogueStateTracker:
    """The last ``kept`` turns, with the slots as they stood before them."""
    events = list(tracker.events)
    messages = [index for index, event in enumerate(events) if isinstance(event, UserUttered)]
    if len(messages) <= kept:
        return tracker
    cut = messages[-kept]
    short = DialogueStateTracker(tracker.sender_id, tracker.slots.values())
    for event in [*_opening(events[:cut]), *events[cut:]]:
        short.update(event)
    return short


def _opening(dropped: Sequence[Event]) -> list[Event]:
    started = dropped[0].timestamp if dropped else None
    slots: dict[str, Any] = {}
    for event in dropped:
        if isinstance(event, (Restarted, SessionStarted)):
            slots.clear()
        elif isinstance(event, SlotSet):
            slots[event.key] = event.value
    return [
        ActionExecuted(ACTION_SESSION_START_NAME, timestamp=started),
        SessionStarted(timestamp=started),
        *(SlotSet(name, value, timestamp=started) for name, value in slots.items() if value is not None),
        ActionExecuted(ACTION_LISTEN_NAME, timestamp=started),
    ]
