import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpfinder.interview import Interview, Need, Question
from helpfinder.interview.state import Offer
from helpfinder.matching import Age, Criteria

NAMES = st.sampled_from(["baby", "school", "L00399", "49.61,6.13", "parent"])
AGES = st.builds(Age, st.integers(0, 1320), st.integers(1, 1320))
NEEDS = st.builds(Need, st.none() | NAMES, st.none() | AGES)
INTERVIEWS = st.builds(
    Interview,
    concern=st.none() | NAMES,
    age=st.none() | AGES,
    place=st.none() | NAMES,
    person=st.none() | NAMES,
    skipped=st.frozensets(st.sampled_from(Question)),
    open_question=st.none() | st.sampled_from(Question),
    candidates=st.lists(NAMES).map(tuple),
    waiting=st.lists(NEEDS).map(tuple),
    shown=st.lists(NAMES).map(tuple),
    shown_count=st.integers(0, 20),
    offices_shown=st.integers(0, 14),
    offer=st.none() | st.sampled_from(Offer),
    misunderstood=st.integers(0, 9),
    asked_shortly=st.booleans(),
)


@given(INTERVIEWS)
def test_slots_keep_everything_even_as_json(interview: Interview) -> None:
    assert Interview.from_slots(json.loads(json.dumps(interview.to_slots()))) == interview


def test_an_empty_interview_leaves_every_slot_empty() -> None:
    assert set(Interview().to_slots().values()) == {None}


def test_every_field_has_its_slot() -> None:
    assert set(Interview().to_slots()) == set(Interview.__dataclass_fields__)


@pytest.mark.parametrize("slots", [{}, {"language": "lb", "asked_if_safe": "violence"}])
def test_slots_of_other_things_are_passed_over(slots: dict[str, object]) -> None:
    assert Interview.from_slots(slots) == Interview()


def test_criteria_are_what_the_search_needs() -> None:
    interview = Interview(concern="school", age=Age(96, 108), person="parent", place="L00399")
    assert interview.criteria == Criteria(Age(96, 108), "school", "parent")


def test_a_result_was_shown_once_services_were() -> None:
    assert not Interview(shown=("cepas",)).has_result
    assert Interview(shown=("cepas",), shown_count=1).has_result


def test_asking_forgets_the_candidates_of_the_last_question() -> None:
    chosen = Interview().asking(Question.PLACE_CHOICE, ("a", "b"))
    assert chosen.candidates == ("a", "b")
    assert chosen.asking(Question.AGE).candidates == ()
