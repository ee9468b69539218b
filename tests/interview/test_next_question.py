import pytest

from helpfinder.directory import Directory
from helpfinder.interview import Interview, Question, next_question
from helpfinder.matching import Age, age_matters

EIGHT = Age.of_years(8)


@pytest.mark.parametrize(
    ("interview", "expected"),
    [
        (Interview(), Question.CONCERN),
        (Interview(age=EIGHT, place="L00399"), Question.CONCERN),
        (Interview(concern="school"), Question.AGE),
        (Interview(concern="school", place="L00399"), Question.AGE),
        (Interview(concern="school", age=EIGHT), Question.PLACE),
        (Interview(concern="school", age=EIGHT, place="L00399"), None),
        (Interview(concern="school", skipped=frozenset({Question.AGE})), Question.PLACE),
        (Interview(concern="school", age=EIGHT, skipped=frozenset({Question.PLACE})), None),
        (Interview(skipped=frozenset({Question.CONCERN}), age=EIGHT), Question.PLACE),
        (Interview(skipped=frozenset({Question.CONCERN, Question.AGE, Question.PLACE})), None),
    ],
)
def test_what_is_asked_next(directory: Directory, interview: Interview, expected: Question | None) -> None:
    assert next_question(interview, directory) is expected


def test_the_age_is_asked_only_where_an_answer_depends_on_it(directory: Directory) -> None:
    asked = {c for c in directory.concerns if next_question(Interview(concern=c), directory) is Question.AGE}
    assert asked == {concern for concern in directory.concerns if age_matters(concern, directory)}


@pytest.mark.parametrize("question", [Question.PLACE_CHOICE, Question.PLACE_GUESS])
def test_a_choice_of_places_stays_open(directory: Directory, question: Question) -> None:
    interview = Interview().asking(question, ("L00399",))
    assert next_question(interview, directory) is question


def test_a_choice_without_candidates_is_no_question(directory: Directory) -> None:
    interview = Interview(open_question=Question.PLACE_CHOICE)
    assert next_question(interview, directory) is Question.CONCERN


@pytest.mark.parametrize("facts", range(8))
def test_nothing_known_or_declined_is_asked_again(directory: Directory, facts: int) -> None:
    interview = Interview(
        concern="school" if facts & 1 else None,
        age=EIGHT if facts & 2 else None,
        place="L00399" if facts & 4 else None,
    )
    for _ in range(3):
        question = next_question(interview, directory)
        if question is None:
            break
        assert getattr(interview, question.value) is None
        interview = Interview(
            interview.concern, interview.age, interview.place, skipped=interview.skipped | {question}
        )
    assert next_question(interview, directory) is None
