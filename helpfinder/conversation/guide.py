"""The guided flow: hear, ask what is missing, show the result."""

from dataclasses import replace

from helpfinder.conversation.situation import Reply, Situation
from helpfinder.finder import urgent_phones
from helpfinder.interview import Change, Heard, Interview, Need, Question, hear, next_question
from helpfinder.interview.state import Offer
from helpfinder.wording import Choice, Message
from helpfinder.wording.answers import PAGE, facts_text, office_text, result_messages
from helpfinder.wording.asking import question_message
from helpfinder.wording.catalogue import need_payload
from helpfinder.wording.formats import age_text

_CORRECTABLE = (Change.CONCERN, Change.AGE, Change.PLACE)


def help_reply(before: Interview, heard: Heard, situation: Situation) -> Reply:
    """One message of the guided flow, whatever it brought."""
    if _accepts_waiting(before, heard):
        return _next_need(before, situation)
    interview, changes = hear(before, heard, situation.known.directory, situation.known.gazetteer)
    bad = _bad_answer(before, interview, heard, changes, situation)
    if bad is not None:
        return bad
    interview = replace(interview, misunderstood=0)
    reply = _go_on(interview, situation, open_before=before.open_question)
    return reply.after(*_notes(before, reply.interview, heard, changes, situation))


def _go_on(interview: Interview, situation: Situation, open_before: Question | None = None) -> Reply:
    """Asks what is missing, or shows the result. A question put twice in a row is put in other words."""
    question = None if situation.after_safety else next_question(interview, situation.known.directory)
    if question is None:
        return result(interview, situation)
    again = question is open_before and not interview.asked_shortly
    return ask(interview, question, situation, again)


def ask(interview: Interview, question: Question, situation: Situation, again: bool = False) -> Reply:
    """The question; ``again`` in its short form."""
    candidates = interview.candidates if question in (Question.PLACE_CHOICE, Question.PLACE_GUESS) else ()
    asking = replace(interview.asking(question, candidates), offer=None, asked_shortly=again)
    message = question_message(
        asking, question, situation.catalogue, situation.known.gazetteer, situation.language, again
    )
    return Reply((message,), asking)


def result(interview: Interview, situation: Situation) -> Reply:
    answer = situation.find(interview)
    messages = result_messages(
        answer, situation.catalogue, situation.language, with_numbers=not situation.after_safety
    )
    offer = Offer.APPLICATION
    waiting = tuple(sorted(interview.waiting, key=lambda need: need.age is None))  # a child was surely meant
    if waiting:
        messages, offer = (*messages, _waiting(waiting[0], situation)), Offer.WAITING
    shown = tuple(found.service.id for found in answer.matches.fitting)
    done = replace(
        interview.asking(None),
        waiting=waiting,
        shown=shown,
        shown_count=min(PAGE, len(shown)),
        offices_shown=len(answer.offices),
        offer=offer,
    )
    return Reply(messages, done)


def _waiting(need: Need, situation: Situation) -> Message:
    """Offers what else was mentioned, with one tap."""
    yes = Choice(situation.text("utter_button_yes"), "/affirm")
    if need.concern is not None:
        concern = situation.catalogue.concern(need.concern, situation.language)
        choice = Choice(concern, need_payload(need.concern))
        return Message(situation.text("utter_waiting_concern", concern=concern), (choice,))
    assert need.age is not None  # a need has one or the other
    return Message(situation.text("utter_waiting_age", age=age_text(need.age, situation.language)), (yes,))


def _accepts_waiting(interview: Interview, heard: Heard) -> bool:
    return heard.intent == "affirm" and interview.offer is Offer.WAITING and bool(interview.waiting)


def _next_need(interview: Interview, situation: Situation) -> Reply:
    need, rest = interview.waiting[0], interview.waiting[1:]
    interview = replace(
        interview, concern=need.concern or interview.concern, age=need.age or interview.age, waiting=rest
    )
    return _go_on(interview, situation)


def _bad_answer(
    before: Interview, interview: Interview, heard: Heard, changes: tuple[Change, ...], situation: Situation
) -> Reply | None:
    """An age or a place that can't be used: said once with an example; then the talk goes on without.

    A message that brought something else was no bad answer: that is noted, and the question put again.
    """
    question = before.open_question
    if question is None or not changes or set(changes) - {Change.BAD_AGE, Change.BAD_PLACE}:
        return None
    if before.misunderstood:
        skipped = replace(interview, skipped=interview.skipped | {question}, misunderstood=0)
        return _go_on(skipped.asking(None), situation).after(situation.message("utter_skipped"))
    reason = (heard.age_problem or "not_an_age") if Change.BAD_AGE in changes else None
    name = f"utter_bad_age_{reason}" if reason else "utter_bad_place"
    skip = question_message(
        before, question, situation.catalogue, situation.known.gazetteer, situation.language
    ).choices
    return Reply((Message(situation.text(name), skip),), replace(interview, misunderstood=1))


def _bad_age(heard: Heard, situation: Situation) -> Message:
    return Message(situation.text(f"utter_bad_age_{heard.age_problem or 'not_an_age'}"))


def _notes(
    before: Interview, interview: Interview, heard: Heard, changes: tuple[Change, ...], situation: Situation
) -> tuple[Message, ...]:
    if situation.after_safety:
        return ()
    if Change.SKIPPED in changes:
        return (situation.message("utter_skipped"),)
    office = _office_first(before, interview, changes, situation)
    says_it_all = bool(office) and set(changes) == {Change.PLACE}
    bad_age = Change.BAD_AGE in changes and before.open_question is None
    return (
        *(() if says_it_all else _taken_note(before, interview, changes, situation)),
        *_urgent_first(interview, changes, situation),
        *office,
        *((_bad_age(heard, situation),) if bad_age else ()),
    )


def _taken_note(
    before: Interview, interview: Interview, changes: tuple[Change, ...], situation: Situation
) -> tuple[Message, ...]:
    facts = _facts(interview, situation)
    if _is_correction(before, interview, changes):
        return (situation.message("utter_noted", facts=facts),)
    asks_the_same = before.open_question is not None and interview.open_question is before.open_question
    took = facts and set(changes) - {Change.BAD_AGE, Change.BAD_PLACE}
    if took and (asks_the_same or interview.open_question is Question.CONCERN):
        return (situation.message("utter_understood", facts=facts),)
    return ()


def _office_first(
    before: Interview, interview: Interview, changes: tuple[Change, ...], situation: Situation
) -> tuple[Message, ...]:
    """A place asked for before any worry was asked for an office: that comes before the worry."""
    asked = (Question.PLACE, Question.PLACE_CHOICE, Question.PLACE_GUESS)
    told = Change.PLACE in changes and before.open_question in asked
    if not told or interview.open_question is not Question.CONCERN:
        return ()
    return (Message(office_text(situation.find(interview), situation.catalogue, situation.language)),)


def _facts(interview: Interview, situation: Situation) -> str:
    place = situation.place(interview)
    return facts_text(interview, situation.catalogue, situation.language, place.name if place else "")


def _is_correction(before: Interview, interview: Interview, changes: tuple[Change, ...]) -> bool:
    """Whether a known fact was replaced; the worry that waited for its turn replaces nothing."""
    known = {Change.CONCERN: before.concern, Change.AGE: before.age, Change.PLACE: before.place}
    if any(need.concern == interview.concern for need in before.waiting):
        known[Change.CONCERN] = None
    return any(known[change] is not None for change in changes if change in _CORRECTABLE)


def _urgent_first(
    interview: Interview, changes: tuple[Change, ...], situation: Situation
) -> tuple[Message, ...]:
    """An urgent concern gets its numbers before the next question is asked."""
    phones = urgent_phones(interview.concern, interview.person, situation.known.directory)
    asks_on = next_question(interview, situation.known.directory) is not None
    if Change.CONCERN not in changes or not phones or not asks_on:
        return ()
    numbers = situation.catalogue.numbers(phones, situation.language)
    return (situation.message("utter_urgent_first", numbers=numbers),)
