"""One message changes what is known: fills, corrects, skips, chooses. A bad answer loses nothing."""

from dataclasses import replace
from enum import Enum

from helpfinder.directory import Directory
from helpfinder.geography import Gazetteer, Lookup, LookupKind, needs_confirmation
from helpfinder.interview.heard import Heard
from helpfinder.interview.state import Interview, Need, Question

_YES, _NO, _SKIP = "affirm", "deny", "skip"


class Change(str, Enum):
    """What a message did to what was known; the answer mentions corrections."""

    CONCERN = "concern"
    AGE = "age"
    PLACE = "place"
    PERSON = "person"
    SKIPPED = "skipped"
    BAD_AGE = "bad-age"
    BAD_PLACE = "bad-place"


Hearing = tuple[Interview, tuple[Change, ...]]


def hear(before: Interview, heard: Heard, directory: Directory, gazetteer: Gazetteer) -> Hearing:
    """The interview after the message, and what changed. An open question is answered or stays open."""
    interview = replace(before, person=heard.person or before.person)
    changes = [Change.PERSON] if interview.person != before.person else []
    for step in (_hear_concern, _hear_age, _hear_place, _hear_choice, _hear_skip):
        interview, changed = step(interview, heard, directory, gazetteer)
        changes += changed
    return interview, tuple(changes)


def _hear_concern(interview: Interview, heard: Heard, directory: Directory, _: Gazetteer) -> Hearing:
    concerns = tuple(c for c in heard.concerns if c in directory.concerns)
    if not concerns and _menu_is_open(interview) and heard.number is not None:
        concerns = _numbered(heard.number, directory)
    if not concerns:
        return interview, ()
    by_urgency = sorted(concerns, key=lambda c: -directory.concerns[c].urgency)
    main, others = by_urgency[0], by_urgency[1:]
    waiting = tuple(need for need in interview.waiting if need.concern != main)
    waiting = tuple(dict.fromkeys([*waiting, *(Need(concern=c) for c in others)]))
    skipped = interview.skipped - {Question.CONCERN}
    if main == interview.concern:
        return replace(interview, waiting=waiting), ()
    return replace(interview, concern=main, waiting=waiting, skipped=skipped), (Change.CONCERN,)


def _menu_is_open(interview: Interview) -> bool:
    """Asked for the concern; or at the very beginning, where a greeting shows the menu."""
    untouched = interview.concern is None and not interview.has_result and not interview.misunderstood
    at_start = interview.open_question is None and untouched
    return at_start or interview.open_question is Question.CONCERN


def _numbered(number: int, directory: Directory) -> tuple[str, ...]:
    menu = sorted(directory.concerns.values(), key=lambda concern: concern.rank)
    return (menu[number - 1].id,) if 1 <= number <= len(menu) else ()


def _hear_age(interview: Interview, heard: Heard, *_: object) -> Hearing:
    ages = heard.ages
    if not ages and heard.age_problem:
        return interview, (Change.BAD_AGE,)
    if not ages:
        return interview, ()
    youngest_first = tuple(sorted(set(ages), key=lambda age: age.months))
    main, others = youngest_first[0], youngest_first[1:]
    waiting = tuple(need for need in interview.waiting if need != Need(age=main))
    waiting = tuple(dict.fromkeys([*waiting, *(Need(age=age) for age in others)]))
    known = replace(interview, age=main, waiting=waiting, skipped=interview.skipped - {Question.AGE})
    return known, (Change.AGE,) if main != interview.age else ()


def _hear_place(interview: Interview, heard: Heard, directory: Directory, gazetteer: Gazetteer) -> Hearing:
    lookup = heard.place
    if lookup is None:
        return interview, ()
    if lookup.kind is LookupKind.UNKNOWN:
        return interview, (Change.BAD_PLACE,) if interview.open_question is Question.PLACE else ()
    if lookup.kind is LookupKind.AMBIGUOUS:
        return interview.asking(Question.PLACE_CHOICE, _ids(lookup)), ()
    if lookup.kind is LookupKind.GUESS and needs_confirmation(lookup, directory.offices):
        return interview.asking(Question.PLACE_GUESS, _ids(lookup)), ()
    return _at(interview, lookup.places[0].id)


def _ids(lookup: Lookup) -> tuple[str, ...]:
    return tuple(place.id for place in lookup.places)


def _at(interview: Interview, place: str) -> Hearing:
    known = replace(
        interview,
        place=place,
        open_question=None,
        candidates=(),
        skipped=interview.skipped - {Question.PLACE},
    )
    return known, (Change.PLACE,) if place != interview.place else ()


def _hear_choice(interview: Interview, heard: Heard, *_: object) -> Hearing:
    """A yes, a no or a number while a place is to be chosen."""
    if (
        interview.open_question not in (Question.PLACE_CHOICE, Question.PLACE_GUESS)
        or heard.place is not None
    ):
        return interview, ()
    if heard.number is not None and 1 <= heard.number <= len(interview.candidates):
        return _at(interview, interview.candidates[heard.number - 1])
    if heard.intent == _YES and interview.open_question is Question.PLACE_GUESS:
        return _at(interview, interview.candidates[0])
    if heard.intent == _NO:
        return interview.asking(Question.PLACE), ()
    return interview, ()


def _hear_skip(interview: Interview, heard: Heard, *_: object) -> Hearing:
    if heard.intent != _SKIP or interview.open_question is None:
        return interview, ()
    place = (Question.PLACE_CHOICE, Question.PLACE_GUESS)
    declined = Question.PLACE if interview.open_question in place else interview.open_question
    return replace(interview.asking(None), skipped=interview.skipped | {declined}), (Change.SKIPPED,)
