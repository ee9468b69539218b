"""Whatever anybody types: no exception, no impossible age, no long wait."""

import time
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from helpfinder.ages import AgeMention, Ages
from helpfinder.text import fold, fold_with_offsets

WORDS = [
    "8",
    "born",
    "in",
    "2019",
    "-",
    "½",
    "and",
    "a half",
    "years",
    "old",
    "ans",
    "12.03.2021",
    "à",
    "3,5",
    "anderthalb",
]
WORDS += [
    "zwee",
    "an",
    "en hallwt",
    "Joer",
    "pregnant",
    "(",
    ")",
    "between",
    "almost",
    "29",
    "02",
    "März",
    "999999",
    "il y a",
]
texts = st.text(max_size=200) | st.lists(st.sampled_from(WORDS), max_size=15).map(" ".join)
no_fixture_worry = settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def _check(mention: AgeMention, text: str) -> None:
    assert mention.text == text[mention.start : mention.end] != ""
    assert 0 <= mention.months < mention.months_until <= 111 * 12


@no_fixture_worry
@given(text=texts)
def test_find_ages_never_fails(ages: Ages, today: date, text: str) -> None:
    for mention in ages.find_ages(text, today):
        _check(mention, text)


@no_fixture_worry
@given(text=texts)
def test_read_age_never_fails(ages: Ages, today: date, text: str) -> None:
    answer = ages.read_age(text, today)
    if isinstance(answer, AgeMention):
        _check(answer, text)


@no_fixture_worry
@given(text=st.text(max_size=100))
def test_fold_with_offsets_points_into_the_original(text: str) -> None:
    for token in fold_with_offsets(text):
        original = text[token.start : token.end]
        assert token.word in (original, fold(original), original.lower())


@no_fixture_worry
@given(years=st.integers(0, 109), months=st.integers(0, 11))
def test_every_age_reads_back(ages: Ages, today: date, years: int, months: int) -> None:
    answer = ages.read_age(f"{years} years and {months} months", today)
    assert isinstance(answer, AgeMention)
    assert answer.months == years * 12 + months


@pytest.mark.parametrize(
    ("text", "limit"),
    [
        ("My son is 8 and he hits his sister, we have been waiting for 3 years. " * 142, 0.05),
        ("My daughter does not want to go to school because the others laugh. " * 147, 0.05),
        ("My son is 8 and he hits his sister every day, what can I do?", 0.001),
    ],
    ids=["full of numbers", "no numbers", "sentence"],
)
def test_find_ages_is_fast(ages: Ages, today: date, text: str, limit: float) -> None:
    taken = []
    for _ in range(5):
        start = time.process_time()
        ages.find_ages(text, today)
        taken.append(time.process_time() - start)
    assert min(taken) < limit * 2  # twice, for slow machines
