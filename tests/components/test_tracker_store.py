from collections.abc import Sequence

import pytest
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import (
    ActionExecuted,
    BotUttered,
    Event,
    Restarted,
    SessionStarted,
    SlotSet,
    UserUttered,
)
from rasa.shared.core.trackers import DialogueStateTracker

from components.tracker_store import KEPT_MESSAGES, ShortInMemoryTrackerStore, shortened

START = [ActionExecuted("action_session_start"), SessionStarted(), ActionExecuted("action_listen")]
STOP = [UserUttered("stop"), ActionExecuted("utter_stop"), ActionExecuted("action_restart"), Restarted()]


def turn(text: str, *inside: Event) -> list[Event]:
    answered = [ActionExecuted("action_help"), BotUttered(f"to {text}"), ActionExecuted("action_listen")]
    return [UserUttered(text), *inside, *answered]


def turns(*texts: str) -> list[Event]:
    return [event for text in texts for event in turn(text)]


def tracker_of(domain: Domain, events: Sequence[Event]) -> DialogueStateTracker:
    return DialogueStateTracker.from_events("somebody", list(events), domain.slots)


def texts(tracker: DialogueStateTracker) -> list[str]:
    return [event.text for event in tracker.events if isinstance(event, UserUttered)]


@pytest.fixture
def store(domain: Domain) -> ShortInMemoryTrackerStore:
    return ShortInMemoryTrackerStore(domain)


LONG = [str(number) for number in range(KEPT_MESSAGES + 3)]


class TestShortened:
    def test_a_short_talk_stays_as_it_is(self, domain: Domain) -> None:
        tracker = tracker_of(domain, [*START, *turns(*LONG[:KEPT_MESSAGES])])
        assert shortened(tracker) is tracker

    def test_only_the_last_turns_stay(self, domain: Domain) -> None:
        short = shortened(tracker_of(domain, [*START, *turns(*LONG)]))
        assert texts(short) == LONG[-KEPT_MESSAGES:]

    def test_what_was_understood_before_stays(self, domain: Domain) -> None:
        events = [*START, *turn("0", SlotSet("concern", "school"), SlotSet("age", [96, 108])), *turns(*LONG)]
        short = shortened(tracker_of(domain, events))
        assert short.get_slot("concern") == "school"
        assert short.get_slot("age") == [96, 108]

    def test_all_slots_stay_as_they_were(self, domain: Domain) -> None:
        events = [*START, *turn("0", SlotSet("concern", "baby")), *turn("1", SlotSet("concern", None))]
        events += [*turn("2", SlotSet("place", "L1")), *turn("3", SlotSet("place", "L2")), *turns(*LONG)]
        whole = tracker_of(domain, events)
        assert shortened(whole).current_slot_values() == whole.current_slot_values()

    @pytest.mark.parametrize("end", [Restarted(), SessionStarted()])
    def test_what_an_end_erased_stays_erased(self, domain: Domain, end: Event) -> None:
        events = [*START, *turn("0", SlotSet("concern", "school")), end, *turns(*LONG)]
        short = shortened(tracker_of(domain, events))
        assert short.get_slot("concern") is None
        assert "school" not in str([event.as_dict() for event in short.events])

    def test_the_next_message_finds_the_bot_listening(self, domain: Domain) -> None:
        short = shortened(tracker_of(domain, [*START, *turns(*LONG)]))
        assert short.latest_action_name == "action_listen"
        opening = [event.action_name for event in short.events if isinstance(event, ActionExecuted)][:2]
        assert opening == ["action_session_start", "action_listen"]

    def test_the_opening_is_as_old_as_the_talk(self, domain: Domain) -> None:
        events = [*START, *turns(*LONG)]
        for second, event in enumerate(events):
            event.timestamp = 1000.0 + second
        short = shortened(tracker_of(domain, events))
        assert [event.timestamp for event in short.events][:3] == [1000.0] * 3
        moments = [event.timestamp for event in short.events]
        assert moments == sorted(moments)

    def test_shortening_twice_changes_nothing(self, domain: Domain) -> None:
        once = shortened(tracker_of(domain, [*START, *turn("x", SlotSet("place", "L1")), *turns(*LONG)]))
        assert shortened(once) is once


class TestStore:
    async def test_what_was_saved_comes_back(self, domain: Domain, store: ShortInMemoryTrackerStore) -> None:
        await store.save(tracker_of(domain, [*START, *turn("hello", SlotSet("concern", "school"))]))
        found = await store.retrieve("somebody")
        assert found is not None
        assert texts(found) == ["hello"]
        assert found.get_slot("concern") == "school"

    async def test_a_long_talk_is_kept_short(self, domain: Domain, store: ShortInMemoryTrackerStore) -> None:
        sizes = []
        tracker = tracker_of(domain, START)
        for _ in range(40):
            for event in turn("a message of the usual length"):
                tracker.update(event)
            await store.save(tracker)
            sizes.append(len(store.store["somebody"]))
            found = await store.retrieve("somebody")
            assert found is not None
            tracker = found
        assert max(sizes[KEPT_MESSAGES:]) - min(sizes[KEPT_MESSAGES:]) < 100
        assert len(texts(tracker)) == KEPT_MESSAGES

    async def test_old_words_are_gone(self, domain: Domain, store: ShortInMemoryTrackerStore) -> None:
        await store.save(tracker_of(domain, [*START, *turns("my secret"), *turns(*LONG)]))
        assert "secret" not in store.store["somebody"]

    async def test_after_stop_nothing_is_left(self, domain: Domain, store: ShortInMemoryTrackerStore) -> None:
        await store.save(tracker_of(domain, [*START, *turns("my secret")]))
        await store.save(tracker_of(domain, [*START, *turns("my secret"), *STOP]))
        assert await store.retrieve("somebody") is None
        assert store.store == {}

    async def test_stop_at_once_leaves_nothing_either(
        self, domain: Domain, store: ShortInMemoryTrackerStore
    ) -> None:
        await store.save(tracker_of(domain, [*START, *STOP, ActionExecuted("action_listen")]))
        assert store.store == {}

    async def test_who_writes_again_starts_anew(
        self, domain: Domain, store: ShortInMemoryTrackerStore
    ) -> None:
        again = [*turn("0", SlotSet("concern", "school")), *STOP, *turns("hello again")]
        await store.save(tracker_of(domain, [*START, *again]))
        found = await store.retrieve("somebody")
        assert found is not None
        assert found.get_slot("concern") is None

    async def test_others_keep_their_talk(self, domain: Domain, store: ShortInMemoryTrackerStore) -> None:
        other = DialogueStateTracker.from_events("other", [*START, *turns("hello")], domain.slots)
        await store.save(other)
        await store.save(tracker_of(domain, [*START, *STOP]))
        assert set(await store.keys()) == {"other"}
