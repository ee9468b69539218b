"""Which question comes next. One is asked only if an answer depends on it and nobody declined it."""

from helpfinder.directory import Directory
from helpfinder.interview.state import Interview, Question
from helpfinder.matching import age_matters


def next_question(interview: Interview, directory: Directory) -> Question | None:
    if interview.candidates and interview.open_question in (Question.PLACE_CHOICE, Question.PLACE_GUESS):
        return interview.open_question
    wanted = (
        (Question.CONCERN, interview.concern is None),
        (Question.AGE, interview.age is None and age_matters(interview.concern, directory)),
        (Question.PLACE, interview.place is None),
    )
    return next((q for q, missing in wanted if missing and q not in interview.skipped), None)
