"""What English speakers write, and what looks like an age but is none."""

from datetime import date

import pytest

from helpfinder.ages import Ages

FOUND = [
    ("My 3-year-old bites", (36, 48)),
    ("my 3yo hits", (36, 48)),
    ("my 3 y/o hits", (36, 48)),
    ("my three-year-old son", (36, 48)),
    ("my son, 8 yrs, hits", (96, 108)),
    ("a boy aged 7", (84, 96)),
    ("age: 8", (96, 108)),
    ("she turns 5 next month", (48, 60)),
    ("he just turned 5", (60, 72)),
    ("18 months", (18, 19)),
    ("my 18-month-old", (18, 19)),
    ("14 mths", (14, 15)),
    ("2 and a half", (30, 36)),
    ("my son is 2½", (30, 36)),
    ("2.5 years", (30, 36)),
    ("he is two and a half", (30, 36)),
    ("two and a half years old", (30, 36)),
    ("2 years and 3 months", (27, 28)),
    ("a year and a half old", (18, 24)),
    ("born in 2019", (58, 71)),
    ("born 12/03/2021", (44, 45)),
    ("born on March 12th, 2021", (44, 45)),
    ("born in March 2021", (43, 45)),
    ("born 3 weeks ago", (0, 1)),
    ("my baby is 6 weeks old", (1, 2)),
    ("10 days old", (0, 1)),
    ("my newborn cries", (0, 3)),
    ("she's 5", (60, 72)),
    ("shes 5 and my son (8)", (96, 108)),
    ("he is 8 he does not listen", (96, 108)),
    ("my son (8) hits", (96, 108)),
    ("almost 3", (30, 36)),
    ("he is about 9", (108, 120)),
    ("he is between 3 and 4", (36, 60)),
    ("between 3 and 4", (36, 60)),
    ("3 or 4 years old", (36, 60)),
    ("my twins are under 2 years old", (0, 24)),
    ("30 years", (360, 372)),
    ("a place for 3 year olds", (36, 48)),
    ("a girl of 15", (180, 192)),
    ("my grandson 3mths was shaken", (3, 4)),
    ("I'm 25 and a teacher", (300, 312)),
]
NO_AGES = [
    "he's a teenager",
    "my baby cries",
    "he is in year 7",
    "she is in grade 4",
    "en 7e classique",
    "cycle 3",
    "he has hit me for 3 years",
    "for about 3 years",
    "since 2 years",
    "3 years ago",
    "in 2 years",
    "wait 10 minutes",
    "I have 2 children",
    "number 2",
    "more about number 2",
    "L-4573 Differdange",
    "at 8 pm",
    "call 112",
    "8002 9393",
    "I'm 15 minutes late",
    "it is 8",
    "bus 222",
    "when he was 3 we moved",
    "age 214",
    "we have been married 10 years",
    "every 2 weeks",
    "the last 3 months",
    "born",
    "one of my children",
    "I am one of them",
    "he is 100% sure",
    "the third one",
    "option 2 please",
    "version 3.1",
    "a period of 3 years",
    "born at 33 weeks",
]


@pytest.mark.parametrize(("text", "months"), FOUND, ids=[text for text, _ in FOUND])
def test_find_ages_reads_english(ages: Ages, today: date, text: str, months: tuple[int, int]) -> None:
    last = ages.find_ages(text, today)[-1]
    assert (last.months, last.months_until) == months


@pytest.mark.parametrize("text", NO_AGES)
def test_find_ages_leaves_other_numbers_alone(ages: Ages, today: date, text: str) -> None:
    assert ages.find_ages(text, today) == []


@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("my 4 and 6 year old", [48, 72]),
        ("my kids are 3, 5 and 8", [36, 60, 96]),
        ("my husband is 40 and my daughter is 12", [480, 144]),
        ("he is in grade 4 and 10 years old", [120]),
        ("she is 7. He is 9.", [84, 108]),
    ],
)
def test_find_ages_tells_several_apart(ages: Ages, today: date, text: str, months: list[int]) -> None:
    assert [mention.months for mention in ages.find_ages(text, today)] == months


@pytest.mark.parametrize(
    ("text", "whose"),
    [
        ("I'm 15", "writer"),
        ("im 15 and sad", "writer"),
        ("I am a 15 year old girl", "writer"),
        ("my son is 8", "child"),
        ("she's 5", "child"),
        ("3 year old boy", "child"),
        ("8 years", "unknown"),
        ("my husband is 40", "unknown"),
        ("a young man I look after is 17", "unknown"),
        ("I need help with my 8 year old", "child"),
    ],
)
def test_find_ages_says_whose_age(ages: Ages, today: date, text: str, whose: str) -> None:
    assert [mention.whose for mention in ages.find_ages(text, today)] == [whose]


@pytest.mark.parametrize("text", ["I'm pregnant", "I'm 6 months pregnant", "my unborn child"])
def test_find_ages_marks_the_unborn(ages: Ages, today: date, text: str) -> None:
    assert [(m.unborn, m.months) for m in ages.find_ages(text, today)] == [(True, 0)]


def test_find_ages_ignores_a_denied_pregnancy(ages: Ages, today: date) -> None:
    assert ages.find_ages("I am not pregnant", today) == []


def test_find_ages_keeps_the_place_in_the_text(ages: Ages, today: date) -> None:
    text = "Zoë’s little brother is two‑and‑a‑half"
    mention = ages.find_ages(text, today)[0]
    assert text[mention.start : mention.end] == mention.text
