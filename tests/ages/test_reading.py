"""Answers to "how old is the child?"."""

from datetime import date

import pytest

from helpfinder.ages import AgeMention, AgeProblem, Ages, Reason

ANSWERS = [
    ("8", (96, 108)),
    ("8.", (96, 108)),
    ("８", (96, 108)),
    ("8️⃣", (96, 108)),
    ("eight", (96, 108)),
    ("8 years", (96, 108)),
    ("he's 8 i think", (96, 108)),
    ("Luca 8", (96, 108)),
    ("almost 9", (102, 108)),
    ("2 1/2", (30, 36)),
    ("dix-huit mois", (18, 19)),
    ("un an", (12, 24)),
    ("quinze", (180, 192)),
    ("anderthalb", (18, 24)),
    ("elf", (132, 144)),
    ("fënnef", (60, 72)),
    ("zwee an en hallwt Joer", (30, 36)),
    ("18 Méint", (18, 19)),
    ("2 anos e meio", (30, 36)),
    ("dezasseis", (192, 204)),
    ("6 weeks", (1, 2)),
    ("0", (0, 12)),
    ("12.03.2021", (44, 45)),
    ("12.03.21", (44, 45)),
    ("2021-03-12", (44, 45)),
    ("12 mars 2021", (44, 45)),
    ("2019", (58, 71)),
    ("born yesterday", (0, 2)),
    ("3 or 4", (36, 60)),
    ("3-4", (36, 60)),
    ("12 and 14", (144, 180)),
    ("sorry, 14 not 4", (168, 180)),
    ("35", (420, 432)),
    ("I'm 35 and he is 8", (96, 108)),
]
PROBLEMS = [
    ("214", Reason.TOO_OLD),
    ("214 years", Reason.TOO_OLD),
    ("0/200", Reason.TOO_OLD),
    ("1850", Reason.TOO_OLD),
    ("-3", Reason.NEGATIVE),
    ("age -3", Reason.NEGATIVE),
    ("minus 3", Reason.NEGATIVE),
    ("born next year", Reason.IN_FUTURE),
    ("12.03.2030", Reason.IN_FUTURE),
    ("2030", Reason.IN_FUTURE),
    ("yesterday", Reason.NOT_AN_AGE),
    ("", Reason.NOT_AN_AGE),
    ("👶", Reason.NOT_AN_AGE),
    ("my son", Reason.NOT_AN_AGE),
    ("grade 4", Reason.NOT_AN_AGE),
    ("number 2", Reason.NOT_AN_AGE),
    ("8 minutes", Reason.NOT_AN_AGE),
    ("3 years ago", Reason.NOT_AN_AGE),
    ("I have 2 children", Reason.NOT_AN_AGE),
    ("L-4573", Reason.NOT_AN_AGE),
    ("31.02.2021", Reason.NOT_AN_AGE),
    ("x" * 10_000, Reason.NOT_AN_AGE),
    ("9" * 10_000, Reason.NOT_AN_AGE),
]


@pytest.mark.parametrize(("text", "months"), ANSWERS, ids=[text for text, _ in ANSWERS])
def test_read_age_understands(ages: Ages, today: date, text: str, months: tuple[int, int]) -> None:
    answer = ages.read_age(text, today)
    assert isinstance(answer, AgeMention)
    assert (answer.months, answer.months_until) == months


@pytest.mark.parametrize(("text", "reason"), PROBLEMS, ids=[text[:20] for text, _ in PROBLEMS])
def test_read_age_names_the_problem(ages: Ages, today: date, text: str, reason: Reason) -> None:
    assert ages.read_age(text, today) == AgeProblem(reason)


def test_read_age_says_when_several_children_are_meant(ages: Ages, today: date) -> None:
    answer = ages.read_age("12 and 14", today)
    assert isinstance(answer, AgeMention)
    assert answer.several


@pytest.mark.parametrize(
    "text", ["unborn", "not born yet", "pas encore né", "noch nicht geboren", "ainda não nasceu"]
)
def test_read_age_understands_the_unborn(ages: Ages, today: date, text: str) -> None:
    answer = ages.read_age(text, today)
    assert isinstance(answer, AgeMention)
    assert answer.unborn
