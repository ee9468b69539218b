"""Questions about the last result: details, hours, cost, offices, the rest of the list."""

from dataclasses import replace

from helpfinder.conversation.guide import ask, help_reply
from helpfinder.conversation.situation import Reply, Situation
from helpfinder.directory import Service
from helpfinder.geography import nearest_offices
from helpfinder.interview import Heard, Interview, Question
from helpfinder.matching import Match, age_fit
from helpfinder.text import fold_with_offsets
from helpfinder.wording import Message
from helpfinder.wording.answers import PAGE, card, cards, hours_text, offer, office_line_text, office_text


def more_reply(interview: Interview, heard: Heard, situation: Situation) -> Reply:
    if not interview.has_result:
        return _nothing_shown(interview, situation)
    answer = situation.find(interview)
    start = interview.shown_count
    if start >= len(answer.matches.fitting):
        return Reply((situation.message("utter_result_no_more"),), interview)
    blocks = [
        situation.text("utter_result_more"),
        *cards(answer, situation.catalogue, situation.language, start),
    ]
    seen = replace(interview, shown_count=min(start + PAGE, len(answer.matches.fitting)))
    choices = offer(answer, situation.catalogue, situation.language, seen.shown_count).choices
    return Reply((Message("\n".join(blocks), choices),), seen)


def details_reply(interview: Interview, heard: Heard, situation: Situation) -> Reply:
    """One service of the last list (by number or name), or any service named."""
    service = _meant(interview, heard, situation)
    if service is None and not interview.has_result:
        return _nothing_shown(interview, situation)
    if service is None:
        return Reply((situation.message("utter_which_result"),), interview)
    return back_to_question(Reply((Message(_details(service, interview, situation)),), interview), situation)


def cost_reply(interview: Interview, heard: Heard, situation: Situation) -> Reply:
    services = _meant_or_first(interview, heard, situation)
    if not services:
        return back_to_question(Reply((situation.message("utter_cost"),), interview), situation)
    lines = [
        situation.text(
            "utter_cost_free" if service.free else "utter_cost_unknown", name=_name(service, situation)
        )
        for service in services
    ]
    return Reply((Message("\n".join(lines)),), interview)


def hours_reply(interview: Interview, heard: Heard, situation: Situation) -> Reply:
    """The office line's hours; and for the services shown, honestly that none are known."""
    lines = [hours_text(situation.find(interview), situation.catalogue, situation.language)]
    service = _meant(interview, heard, situation)
    if service is not None:
        lines.insert(0, situation.text("utter_hours_service", name=_name(service, situation)))
    lines.append(situation.text("utter_office_by_appointment"))
    return back_to_question(Reply((Message("\n".join(lines)),), interview), situation)


def office_reply(interview: Interview, heard: Heard, situation: Situation) -> Reply:
    if heard.place is not None or interview.place is None:
        return _with_place(interview, heard, situation)
    answer = situation.find(interview)
    text = office_text(answer, situation.catalogue, situation.language)
    return Reply((Message(text),), replace(interview, offices_shown=len(answer.offices)))


def other_office_reply(interview: Interview, heard: Heard, situation: Situation) -> Reply:
    """The next office of the list by distance; the nearest one stays the nearest, and it says so."""
    place = situation.place(interview)
    if place is None or heard.place is not None:
        return _with_place(interview, heard, situation)
    offices = nearest_offices(place, situation.known.directory.offices)
    if not offices:  # a country has no point to measure from
        return office_reply(interview, heard, situation)
    nearest = situation.text("utter_office_none_nearer", office=offices[0].office.name)
    shown = max(interview.offices_shown, 1)
    if shown >= len(offices):
        return Reply((Message(f"{nearest}\n{situation.text('utter_office_no_more')}"),), interview)
    following = offices[shown]
    line = office_line_text("utter_office_next", following, situation.catalogue, situation.language)
    text = "\n".join([nearest, line, situation.text("utter_office_by_appointment")])
    return Reply((Message(text),), replace(interview, offices_shown=shown + 1))


def _with_place(interview: Interview, heard: Heard, situation: Situation) -> Reply:
    """Without a place no office is near: hears the one just named, or asks for it."""
    if heard.place is not None:
        return help_reply(replace(interview, open_question=Question.PLACE), heard, situation)
    asked = interview.asking(Question.PLACE)
    return Reply((situation.message("utter_office_unknown"),), asked)


def _nothing_shown(interview: Interview, situation: Situation) -> Reply:
    if interview.open_question is not None:
        return back_to_question(Reply((), interview), situation)
    return Reply((situation.message("utter_no_result_yet"),), interview.asking(Question.CONCERN))


def back_to_question(reply: Reply, situation: Situation) -> Reply:
    """After a question in between, the open one comes back, shorter."""
    question = reply.interview.open_question
    if question is None:
        return reply
    asked = ask(reply.interview, question, situation, again=True)
    return Reply((*reply.messages, *asked.messages), asked.interview)


def _meant_or_first(interview: Interview, heard: Heard, situation: Situation) -> list[Service]:
    service = _meant(interview, heard, situation)
    if service is not None:
        return [service]
    services = situation.known.directory.services
    return [services[name] for name in interview.shown[: interview.shown_count] if name in services]


def _meant(interview: Interview, heard: Heard, situation: Situation) -> Service | None:
    """The service meant: by its name, else by its number in the list last shown."""
    services = situation.known.directory.services
    named = _named(heard.text, situation)
    if named is not None:
        return named
    number = heard.ordinal
    if number is None or not 1 <= number <= interview.shown_count:
        return None
    return services.get(interview.shown[number - 1])


def _named(text: str, situation: Situation) -> Service | None:
    """A service whose name or other name stands in the text; the longest name wins."""
    words = _words(text)
    names = [
        (_words(name), service)
        for service in situation.known.directory.services.values()
        for name in (service.name, *service.alternate_names)
    ]
    hits = [(len(name), service.id, service) for name, service in names if name in words]
    return max(hits)[2] if hits else None


def _words(text: str) -> str:
    """Folded words with a space on either side of each, so that only whole words are found."""
    return f" {' '.join(token.word for token in fold_with_offsets(text))} "


def _name(service: Service, situation: Situation) -> str:
    return situation.catalogue.fact("service", service.id, "name", service.name, situation.language)


def _details(service: Service, interview: Interview, situation: Situation) -> str:
    answer = situation.find(interview)
    seen = interview.shown[: interview.shown_count]
    position = seen.index(service.id) + 1 if service.id in seen else None
    own = interview.concern is None or interview.concern in service.concerns
    found = Match(service, age_fit(interview.age, service.ages), own)
    lines = [card(position, found, answer, situation.catalogue, situation.language, with_why=False)]
    lines += [
        situation.catalogue.fact("service", service.id, f"note.{index}", note, situation.language)
        for index, note in enumerate(service.notes)
    ]
    return "\n".join(lines)
