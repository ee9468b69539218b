"""What a conversation knows. Frozen: every message makes a new one. Its fields are Rasa's slots."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import Enum
from typing import Any

from helpfinder.matching import Age, Criteria


class Question(str, Enum):
    CONCERN = "concern"
    AGE = "age"
    PLACE = "place"
    PLACE_CHOICE = "place-choice"  # several places bear that name: which one?
    PLACE_GUESS = "place-guess"  # a name nearly like it: is this the one?


class Offer(str, Enum):
    """What a plain "yes" after a result says yes to."""

    APPLICATION = "application"
    WAITING = "waiting"  # look at the other need that was mentioned


@dataclass(frozen=True)
class Need:
    """A concern and an age that were mentioned beside the main one, to be offered next."""

    concern: str | None = None
    age: Age | None = None


@dataclass(frozen=True)
class Interview:
    concern: str | None = None
    age: Age | None = None
    place: str | None = None  # a gazetteer id, or coordinates "49.61,6.13"
    person: str | None = None  # who writes: a value of helpfinder.people.Person
    skipped: frozenset[Question] = frozenset()
    open_question: Question | None = None
    candidates: tuple[str, ...] = ()  # place ids offered with PLACE_CHOICE or PLACE_GUESS
    waiting: tuple[Need, ...] = ()
    shown: tuple[str, ...] = ()  # service ids of the last result, best first
    shown_count: int = 0  # how many of them have been shown
    offices_shown: int = 0
    offer: Offer | None = None
    misunderstood: int = 0  # messages in a row
    asked_shortly: bool = False  # the open question was last put in its short form

    @property
    def criteria(self) -> Criteria:
        return Criteria(age=self.age, concern=self.concern, person=self.person)

    @property
    def has_result(self) -> bool:
        return self.shown_count > 0

    def asking(self, question: Question | None, candidates: tuple[str, ...] = ()) -> "Interview":
        return replace(self, open_question=question, candidates=candidates)

    def to_slots(self) -> dict[str, Any]:
        """Slot values by name, all of them: what is empty is ``None``."""
        plain: dict[str, Any] = {
            "concern": self.concern,
            "age": _age_to_slot(self.age),
            "place": self.place,
            "person": self.person,
            "skipped": sorted(question.value for question in self.skipped),
            "open_question": self.open_question.value if self.open_question else None,
            "candidates": list(self.candidates),
            "waiting": [{"concern": need.concern, "age": _age_to_slot(need.age)} for need in self.waiting],
            "shown": list(self.shown),
            "shown_count": self.shown_count,
            "offices_shown": self.offices_shown,
            "offer": self.offer.value if self.offer else None,
            "misunderstood": self.misunderstood,
            "asked_shortly": self.asked_shortly,
        }
        return {name: value or None for name, value in plain.items()}

    @staticmethod
    def from_slots(slots: Mapping[str, Any]) -> "Interview":
        """The interview of a tracker; slots of other things are passed over."""
        question = slots.get("open_question")
        return Interview(
            concern=slots.get("concern"),
            age=_age_from_slot(slots.get("age")),
            place=slots.get("place"),
            person=slots.get("person"),
            skipped=frozenset(Question(name) for name in slots.get("skipped") or ()),
            open_question=Question(question) if question else None,
            candidates=tuple(slots.get("candidates") or ()),
            waiting=tuple(
                Need(need.get("concern"), _age_from_slot(need.get("age")))
                for need in slots.get("waiting") or ()
            ),
            shown=tuple(slots.get("shown") or ()),
            shown_count=slots.get("shown_count") or 0,
            offices_shown=slots.get("offices_shown") or 0,
            offer=Offer(slots["offer"]) if slots.get("offer") else None,
            misunderstood=slots.get("misunderstood") or 0,
            asked_shortly=bool(slots.get("asked_shortly")),
        )


def _age_to_slot(age: Age | None) -> list[int] | None:
    return [age.months, age.months_until] if age else None


def _age_from_slot(plain: list[int] | None) -> Age | None:
    return Age(*plain) if plain else None
