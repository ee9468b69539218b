"""A tracker's last message as the core hears it. Texts are read here and kept nowhere."""

import re
from datetime import date
from typing import Any

from rasa_sdk import Tracker

from helpfinder.ages import AgeMention, AgeProblem, Reason
from helpfinder.geography import Lookup, LookupKind
from helpfinder.interview import Heard, Interview, Question
from helpfinder.knowledge import Knowledge
from helpfinder.matching import Age
from helpfinder.ordinals import find_ordinal
from helpfinder.safety import Signal, Tier, Topic

_CONTACT = re.compile(r"\S+@\S+\.\w{2,}|(?:\+|\b00)?(?:\d[ .\-/]?){8,}")  # mail; eight digits or more
_NEGATIVE = re.compile(r"(?:\w{1,5} )?[-\u2212]\s?\d{1,3}(?: \w{1,10})?")  # "-3", "age -3 years"
_NUMBER = re.compile(r"\D{0,3}(\d{1,2})\D{0,3}")
_LONGEST_ANSWER = 300  # characters: a longer text tells more than an age
_LONGEST_AGE = 30  # "age 214" is about an age even where none was asked for
_FEW_WORDS, _SURE, _DOUBTFUL = 2, 0.9, 0.5
_SECOND = 0.4  # the confidence that makes a reading a second worry: less is doubt about the first
_BESIDE, _TIMES = 0.08, 2  # the confidence that makes a second reading a worry; how far it leads the next
_LIKELY = 0.1  # a reading below this confidence is not worth a button
_LONGEST_PLACE = 80  # characters: a longer text is not the name of a place
_CONCERN_OF = {
    Topic.DANGER_NOW: "violence-at-home",
    Topic.VIOLENCE: "violence-at-home",
    Topic.SEXUAL_ABUSE: "abuse-trauma",
    Topic.SELF_HARM: "self-harm",
    Topic.MISSING: "missing-child",
    Topic.THROWN_OUT: "missing-child",
}
_PERHAPS_OF = {Topic.HARM_BABY: "baby"}  # where the intent names no worry


def hear_tracker(tracker: Tracker, known: Knowledge, today: date) -> Heard:
    message = tracker.latest_message or {}
    text = message.get("text") or ""
    intent = (message.get("intent") or {}).get("name")
    interview = Interview.from_slots(tracker.slots)
    entities: list[dict[str, Any]] = message.get("entities") or []
    ages, problem = _ages(text, intent, entities, interview, known, today)
    return Heard(
        text="" if text.startswith("/") else text,
        intent=intent,
        concerns=_concerns(text, intent, message, interview, known),
        ages=ages,
        age_problem=problem,
        place=_place(text, intent, entities, interview, known),
        person=next((e["value"] for e in entities if e["entity"] == "person"), None),
        number=_number(text),
        ordinal=_ordinal(text, known),
        tells_contact=_CONTACT.search(text) is not None,
    )


def needs_no_question(tracker: Tracker) -> bool:
    """Whether a safety answer was given in this very turn."""
    for event in reversed(tracker.events):
        if event.get("event") == "user":
            return False
        if event.get("event") == "action" and (event.get("name") or "").startswith("utter_safety_"):
            return True
    return False


def is_first_turn(tracker: Tracker) -> bool:
    """Whether the bot had said nothing before the last message."""
    before_last = False
    for event in reversed(tracker.events):
        if event.get("event") == "user":
            before_last = True
        elif before_last and event.get("event") == "bot":
            return False
    return True


def _concerns(
    text: str, intent: str | None, message: dict[str, Any], interview: Interview, known: Knowledge
) -> tuple[str, ...]:
    """The concern of a safety signal, else of the intent; likely readings where nothing was understood.

    A choice ("/need_abuse_trauma") means its intent: its words are ours, not signals.
    """
    signal = None if text.startswith("/") else known.assess(text)
    if signal is not None and signal.tier is Tier.EXPLICIT:
        return _of_signal(signal, intent)
    if _is_unsure_word(text, message, interview):
        return ()
    if intent in ("nlu_fallback", None):
        ranking = message.get("intent_ranking") or []
        likely = [reading for reading in ranking if reading.get("confidence", 0) >= _LIKELY]
        return tuple(c for c in (_of_intent(reading.get("name")) for reading in likely) if c)
    concern = _of_intent(intent) or _beside(intent, message)
    return (concern, *_also(concern, message)) if concern else ()


def _also(concern: str, message: dict[str, Any]) -> tuple[str, ...]:
    """Other worries that the same message names nearly as clearly: one of them at most."""
    ranking = message.get("intent_ranking") or []
    strong = (r for r in ranking if r.get("confidence", 0) >= _SECOND)
    others = (found for r in strong if (found := _of_intent(r.get("name"))) and found != concern)
    return tuple(others)[:1]


def _is_unsure_word(text: str, message: dict[str, Any], interview: Interview) -> bool:
    """Too little to change the worry: a word or two while an age or a place is asked for, or a fact beside
    a doubtful reading while a worry is known ("in fact she is 5 ..."). A sure reading counts all the same."""
    asked = interview.open_question in (Question.AGE, Question.PLACE)
    confidence = (message.get("intent") or {}).get("confidence") or 0.0
    if text.startswith("/"):
        return False
    corrects_a_fact = interview.concern is not None and any(
        entity["entity"] in ("age", "place") for entity in message.get("entities") or []
    )
    is_short = asked and len(text.split()) <= _FEW_WORDS
    return (is_short and confidence < _SURE) or (corrects_a_fact and confidence < _DOUBTFUL)


def _beside(intent: str | None, message: dict[str, Any]) -> str | None:
    """The worry in a message that was taken for mere facts, or for a call for help that names none."""
    if intent not in ("inform", "need_help") or message.get("intent", {}).get("confidence") == 1.0:
        return None
    ranking = message.get("intent_ranking") or []
    worries = [
        (r.get("confidence", 0.0), found) for r in ranking if (found := _of_intent(r.get("name"))) is not None
    ]
    best, second = [*worries, (0.0, ""), (0.0, "")][:2]
    stands_out = best[0] >= _TIMES * second[0]
    return best[1] if best[0] >= _BESIDE and stands_out else None


def _of_signal(signal: Signal, intent: str | None) -> tuple[str, ...]:
    concern = _CONCERN_OF.get(signal.topic) or _of_intent(intent) or _PERHAPS_OF.get(signal.topic)
    return (concern,) if concern else ()


def _of_intent(intent: str | None) -> str | None:
    prefix = "need_"
    if not intent or not intent.startswith(prefix) or intent == "need_help":
        return None
    return intent[len(prefix) :].replace("_", "-")


def _ages(
    text: str,
    intent: str | None,
    entities: list[dict[str, Any]],
    interview: Interview,
    known: Knowledge,
    today: date,
) -> tuple[tuple[Age, ...], str | None]:
    mentioned = tuple(Age(*e["value"]) for e in entities if e["entity"] == "age")
    asked = interview.open_question is Question.AGE
    if _NEGATIVE.fullmatch(text.strip()):
        return (), Reason.NEGATIVE.value
    if mentioned or intent == "skip" or len(text) > (_LONGEST_ANSWER if asked else _LONGEST_AGE):
        return mentioned, None
    read = known.ages.read_age(text, today)
    if isinstance(read, AgeProblem):
        told = asked or read.reason in (Reason.TOO_OLD, Reason.NEGATIVE)
        return (), read.reason.value if told else None
    return ((_age(read),) if asked else ()), None


def _age(mention: AgeMention) -> Age:
    return Age(mention.months, mention.months_until)


def _place(
    text: str, intent: str | None, entities: list[dict[str, Any]], interview: Interview, known: Knowledge
) -> Lookup | None:
    named = next((e["value"] for e in entities if e["entity"] == "place"), None)
    if named is not None:
        return known.gazetteer.look_up(named)
    asked = interview.open_question in (Question.PLACE, Question.PLACE_CHOICE, Question.PLACE_GUESS)
    if not asked or intent in ("skip", "affirm", "deny") or not text.strip() or text.startswith("/"):
        return None
    if interview.open_question is not Question.PLACE and _number(text) is not None:
        return None
    lookup = known.gazetteer.look_up(text[:_LONGEST_PLACE])
    unusable = lookup.kind is LookupKind.UNKNOWN and interview.open_question is not Question.PLACE
    return None if unusable else lookup


def _number(text: str) -> int | None:
    found = _NUMBER.fullmatch(text.strip())
    return int(found[1]) if found else None


def _ordinal(text: str, known: Knowledge) -> int | None:
    number = _number(text)
    return number if number is not None else find_ordinal(text, known.ordinals)
