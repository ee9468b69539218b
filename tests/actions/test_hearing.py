from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from rasa_sdk import Tracker

from actions.hearing import hear_tracker, is_first_turn, needs_no_question
from helpfinder.geography import LookupKind
from helpfinder.interview import Heard, Interview, Question
from helpfinder.knowledge import Knowledge
from helpfinder.matching import Age
from tests.actions.messages import action, bot, entity, tracker_of, user

Hear = Callable[[Tracker], Heard]
TODAY = date(2026, 7, 15)


def asking(question: Question, *candidates: str) -> Interview:
    return Interview().asking(question, candidates)


@pytest.fixture
def hear(known: Knowledge) -> Hear:
    return lambda tracker: hear_tracker(tracker, known, TODAY)


class TestText:
    def test_words_are_passed_on(self, hear: Hear) -> None:
        heard = hear(tracker_of("hello there", "greet"))
        assert (heard.text, heard.intent) == ("hello there", "greet")

    def test_a_choice_is_no_words(self, hear: Hear) -> None:
        heard = hear(tracker_of("/need_school", "need_school"))
        assert (heard.text, heard.concerns) == ("", ("school",))

    @pytest.mark.parametrize("message", [{}, None, {"text": None, "intent": None, "entities": None}])
    def test_an_empty_message_is_heard_as_nothing(self, hear: Hear, message: Any) -> None:
        tracker = tracker_of("")
        tracker.latest_message = message
        assert hear(tracker) == Heard()


class TestConcerns:
    @pytest.mark.parametrize(
        ("intent", "concerns"),
        [
            ("need_school", ("school",)),
            ("need_violence_at_home", ("violence-at-home",)),
            ("need_help", ()),
            ("inform", ()),
            ("ask_one", ()),
        ],
    )
    def test_the_intent_names_the_concern(self, hear: Hear, intent: str, concerns: tuple[str, ...]) -> None:
        assert hear(tracker_of("abc", intent)).concerns == concerns

    def test_every_button_of_the_menu_means_its_own_concern(self, hear: Hear, known: Knowledge) -> None:
        for concern, choice in zip(
            sorted(known.directory.concerns.values(), key=lambda c: c.rank),
            known.catalogue.concern_menu(),
            strict=True,
        ):
            tracker = tracker_of(choice.payload, choice.payload.removeprefix("/"))
            assert hear(tracker).concerns == (concern.id,)

    def test_a_clear_signal_of_danger_wins_over_the_intent(self, hear: Hear) -> None:
        assert hear(tracker_of("I want to kill myself", "need_school")).concerns == ("self-harm",)

    @pytest.mark.parametrize(
        ("text", "intent", "concerns"),
        [
            ("my daughter took pills", "need_self_harm", ("self-harm",)),
            ("she has stopped breathing", "nlu_fallback", ()),
            ("I shook my baby", "nlu_fallback", ("baby",)),
            ("I shook my baby", "need_feelings", ("feelings",)),
        ],
    )
    def test_a_signal_without_a_concern_of_its_own_leaves_the_intents(
        self, hear: Hear, text: str, intent: str, concerns: tuple[str, ...]
    ) -> None:
        assert hear(tracker_of(text, intent)).concerns == concerns

    @pytest.mark.parametrize("intent", ["nlu_fallback", None])
    def test_where_nothing_was_understood_the_likely_readings_are_given(
        self, hear: Hear, intent: str | None
    ) -> None:
        likely = (("nlu_fallback", 0.3), ("need_school", 0.25), ("greet", 0.2), ("need_online", 0.12))
        heard = hear(tracker_of("blurb", intent, likely=(*likely, ("need_baby", 0.01))))
        assert heard.concerns == ("school", "online")


class TestAges:
    def test_ages_found_in_the_text_are_taken(self, hear: Hear) -> None:
        heard = hear(
            tracker_of("they are 5 and 8", "inform", entity("age", [60, 72]), entity("age", [96, 108]))
        )
        assert heard.ages == (Age(60, 72), Age(96, 108))

    def test_a_bare_number_is_an_age_where_one_was_asked_for(self, hear: Hear) -> None:
        assert hear(tracker_of("8", before=asking(Question.AGE))).ages == (Age(96, 108),)
        assert hear(tracker_of("8", before=asking(Question.CONCERN))).ages == ()

    @pytest.mark.parametrize(
        ("text", "problem"),
        [("blue", "not_an_age"), ("214", "too_old"), ("-3", "negative"), ("in 2031", "in_future")],
    )
    def test_a_bad_answer_has_its_reason(self, hear: Hear, text: str, problem: str) -> None:
        heard = hear(tracker_of(text, before=asking(Question.AGE)))
        assert (heard.ages, heard.age_problem) == ((), problem)

    def test_words_are_no_bad_age_where_none_was_asked_for(self, hear: Hear) -> None:
        assert hear(tracker_of("blue", before=asking(Question.PLACE))).age_problem is None

    @pytest.mark.parametrize("text", ["7561", "L-2027", "2031", "9536 Wiltz", "4031 Esch"])
    def test_a_postcode_is_no_bad_age(self, hear: Hear, text: str) -> None:
        assert hear(tracker_of(text, before=asking(Question.PLACE))).age_problem is None

    @pytest.mark.parametrize("text", ["/skip", "I'd rather not say"])
    def test_skipping_is_no_bad_age(self, hear: Hear, text: str) -> None:
        assert hear(tracker_of(text, "skip", before=asking(Question.AGE))).age_problem is None

    def test_a_long_story_is_no_bad_age(self, hear: Hear) -> None:
        assert hear(tracker_of("blue " * 80, before=asking(Question.AGE))).age_problem is None


class TestPlaces:
    def test_a_named_place_is_looked_up(self, hear: Hear) -> None:
        heard = hear(tracker_of("in Wiltz please", "inform", entity("place", "Wiltz")))
        assert heard.place is not None
        assert heard.place.places[0].id == "L00399"

    def test_the_button_of_a_place_is_its_id(self, hear: Hear) -> None:
        tracker = tracker_of('/inform{"place":"L00399"}', "inform", entity("place", "L00399"))
        assert hear(tracker).place == hear(tracker_of("x", "inform", entity("place", "Wiltz"))).place

    def test_the_whole_text_is_a_place_where_one_was_asked_for(self, hear: Hear) -> None:
        heard = hear(tracker_of("wilz", before=asking(Question.PLACE)))
        assert heard.place is not None
        assert heard.place.kind is LookupKind.GUESS
        assert hear(tracker_of("wilz")).place is None

    def test_an_unknown_name_is_a_bad_answer_only_to_the_question_itself(self, hear: Hear) -> None:
        heard = hear(tracker_of("Xyzzyville", before=asking(Question.PLACE)))
        assert heard.place is not None
        assert heard.place.kind is LookupKind.UNKNOWN
        assert hear(tracker_of("Xyzzyville", before=asking(Question.PLACE_CHOICE, "L00399"))).place is None

    def test_a_number_among_candidates_is_no_postcode(self, hear: Hear) -> None:
        heard = hear(tracker_of("2", before=asking(Question.PLACE_CHOICE, "L00399", "L00001")))
        assert (heard.place, heard.number) == (None, 2)

    @pytest.mark.parametrize("intent", ["affirm", "deny", "skip"])
    def test_yes_and_no_are_no_places(self, hear: Hear, intent: str) -> None:
        assert hear(tracker_of("na", intent, before=asking(Question.PLACE_GUESS, "L00399"))).place is None

    @pytest.mark.parametrize("text", ["", "   ", "/need_school"])
    def test_nothing_and_buttons_are_no_places(self, hear: Hear, text: str) -> None:
        assert hear(tracker_of(text, before=asking(Question.PLACE))).place is None

    def test_a_very_long_text_is_read_in_bounded_time(self, hear: Hear) -> None:
        assert hear(tracker_of("Wiltz " * 2000, before=asking(Question.PLACE))) is not None


class TestNumbers:
    @pytest.mark.parametrize(
        ("text", "number"),
        [
            ("2", 2),
            (" 2. ", 2),
            ("#2", 2),
            ("(12)", 12),
            ("nr 3", 3),
            ("123", None),
            ("2 and 3", None),
            ("number two", None),
            ("", None),
        ],
    )
    def test_a_bare_number(self, hear: Hear, text: str, number: int | None) -> None:
        assert hear(tracker_of(text)).number == number

    @pytest.mark.parametrize(("text", "ordinal"), [("2", 2), ("tell me about number 2", 2), ("hello", None)])
    def test_an_ordinal(self, hear: Hear, text: str, ordinal: int | None) -> None:
        assert hear(tracker_of(text, "ask_details")).ordinal == ordinal


class TestPerson:
    def test_who_writes(self, hear: Hear) -> None:
        assert hear(tracker_of("I'm a teacher", "inform", entity("person", "professional"))).person == (
            "professional"
        )
        assert hear(tracker_of("hello")).person is None


@pytest.mark.parametrize(
    ("events", "expected"),
    [
        ([user(), action("utter_safety_violence")], True),
        ([user(), action("utter_safety_violence"), bot()], True),
        ([user(), action("utter_safety_violence"), user()], False),  # in the turn before
        ([user(), action("utter_greet")], False),
        ([user(), action("utter_greet"), {"event": "action", "name": None}], False),
        ([], False),
    ],
)
def test_after_a_safety_answer_of_this_turn_nothing_is_asked(
    events: list[dict[str, Any]], expected: bool
) -> None:
    tracker = tracker_of("x")
    tracker.events = events
    assert needs_no_question(tracker) is expected


@pytest.mark.parametrize(
    ("events", "expected"),
    [
        ([user()], True),
        ([user(), bot()], True),  # said in this turn
        ([user(), bot(), user()], False),
        ([user(), user()], True),  # two messages before the first answer
        ([bot(), user()], False),
        ([], True),
    ],
)
def test_the_first_turn_is_before_the_bot_has_spoken(events: list[dict[str, Any]], expected: bool) -> None:
    tracker = tracker_of("x")
    tracker.events = events
    assert is_first_turn(tracker) is expected


@pytest.mark.parametrize(
    ("confidence", "concerns"), [(0.3, ()), (0.9, ("school",))], ids=["doubtful", "sure"]
)
def test_a_corrected_age_changes_the_worry_only_where_it_is_surely_named(
    hear: Hear, confidence: float, concerns: tuple[str, ...]
) -> None:
    age = {"entity": "age", "value": [60, 72], "start": 0, "end": 1}
    tracker = tracker_of("in fact she is 5", "need_school", age, before=Interview(concern="baby"))
    tracker.latest_message["intent"]["confidence"] = confidence
    assert hear(tracker).concerns == concerns


def test_danger_is_heard_whatever_the_classifier_doubts(hear: Hear) -> None:
    age = {"entity": "age", "value": [60, 72], "start": 0, "end": 1}
    tracker = tracker_of(
        "she is 5 and her father beats her", "need_school", age, before=Interview(concern="baby")
    )
    tracker.latest_message["intent"]["confidence"] = 0.3
    assert hear(tracker).concerns == ("violence-at-home",)
