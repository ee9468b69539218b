"""The safety signal of a conversation's last message, read from its raw text: no classifier can hide it."""

import re
from datetime import datetime
from zoneinfo import ZoneInfo

from rasa.shared.core.events import UserUttered
from rasa.shared.core.trackers import DialogueStateTracker

from helpfinder.directory import is_open
from helpfinder.interview import Interview
from helpfinder.knowledge import Knowledge, knowledge
from helpfinder.safety import Signal, Tier, Topic, Voice

_SENTENCE = 4  # words; fewer say little about their language
LANGUAGE = "language"  # slot
SAFE_QUESTION = "asked_if_safe"  # slot: the topic of the signal somebody was asked about
_CHOICE = re.compile(r"/[a-z_]+(\{[^{}]*\})?")  # a button says its intent: the words are ours, not a signal
_YOUNG = ("child", "young_adult")
_ZONE = ZoneInfo("Europe/Luxembourg")


def last_text(tracker: DialogueStateTracker) -> str:
    """The words of the last message; ``latest_message`` is not always it (see tracker replay in Rasa)."""
    event = tracker.get_last_event_for(UserUttered)
    return (event.text or "") if event else ""


def assess(tracker: DialogueStateTracker, known: Knowledge) -> Signal | None:
    text = last_text(tracker)
    return None if _CHOICE.fullmatch(text) else known.assess(text)


def language_of(tracker: DialogueStateTracker, signal: Signal | None) -> str | None:
    """The conversation's language after its last message; a short cry for help is answered in its own."""
    text, current = last_text(tracker), tracker.get_slot(LANGUAGE)
    detector = knowledge().detector
    if signal is not None and len(text.split()) < _SENTENCE and signal.language in detector.offered:
        return signal.language
    return detector.next_language(current, text)


def is_young(tracker: DialogueStateTracker, signal: Signal | None) -> bool:
    """Whether a child or young person writes: by this message's voice, else by what was said before."""
    if signal is not None and signal.voice is not Voice.UNKNOWN:
        return signal.voice is Voice.CHILD
    heard = tracker.latest_message.entities if tracker.latest_message else []
    now = next((entity.get("value") for entity in heard if entity.get("entity") == "person"), None)
    return (now or Interview.from_slots(tracker.current_slot_values()).person) in _YOUNG


def numbers_to_call(tracker: DialogueStateTracker, known: Knowledge) -> tuple[str, ...]:
    """Phone ids for the last message's signal, or for the one that was asked about; those open now first."""
    signal = assess(tracker, known) or _asked_about(tracker)
    if signal is None:
        return ()
    now = datetime.now(_ZONE)

    def open_now(phone_id: str) -> bool | None:
        phone = known.directory.phones.get(phone_id)
        schedule = known.directory.schedules.get(phone.schedule_id or "") if phone else None
        return is_open(schedule, now) if schedule else None

    return known.numbers.numbers(signal, is_young(tracker, signal), open_now)


def _asked_about(tracker: DialogueStateTracker) -> Signal | None:
    """The signal behind the open question whether somebody is safe."""
    topic = tracker.get_slot(SAFE_QUESTION)
    return Signal(Tier.UNCLEAR, Topic(topic), language="", group="") if topic else None
