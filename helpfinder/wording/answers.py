"""A finder's answer as the messages a person reads: numbers, services, office, offer. In that order."""

from collections.abc import Sequence

from helpfinder.directory.model import Office, Route, Service
from helpfinder.finder import Answer
from helpfinder.geography import OfficeAtDistance
from helpfinder.interview.state import Interview
from helpfinder.matching import AgeFit, Match, NearMiss
from helpfinder.matching.fit import months_missing
from helpfinder.wording.catalogue import Catalogue
from helpfinder.wording.formats import (
    age_text,
    day_and_time_text,
    distance_text,
    months_text,
    years_text,
)
from helpfinder.wording.message import Choice, Message

PAGE = 3  # services shown at once
_ADULT_PHONES = ("sos-detresse", "croix-rouge-2755", "112")
_APPLICATIONS = (Route.ONE_APPLICATION, Route.ABROAD_FORM, Route.MINISTRY, Route.UNKNOWN)
_ANYONE_PHONES = ("one-helpline", "croix-rouge-2755", "112")


def result_messages(
    answer: Answer, catalogue: Catalogue, language: str, with_numbers: bool = True
) -> tuple[Message, ...]:
    """The whole result. ``with_numbers`` is off where a safety answer has just given them."""
    parts: list[Message] = []
    if with_numbers and answer.urgent_phone_ids:
        numbers = catalogue.numbers(answer.urgent_phone_ids, language)
        parts.append(Message(catalogue.text("utter_result_call_now", language, numbers=numbers)))
    parts.append(Message(services_text(answer, catalogue, language)))
    parts.append(Message(office_text(answer, catalogue, language)))
    parts.append(offer(answer, catalogue, language))
    return tuple(parts)


def services_text(answer: Answer, catalogue: Catalogue, language: str) -> str:
    blocks = [_header(answer, catalogue, language)]
    blocks += cards(answer, catalogue, language, 0)
    if answer.matches.near_misses:
        blocks.append(_near_misses(answer, catalogue, language))
    if answer.matches.beyond_all_ages:
        numbers = catalogue.numbers(_ADULT_PHONES, language)
        blocks.append(catalogue.text("utter_beyond_all_ages", language, numbers=numbers))
    return "\n".join(blocks)


def cards(answer: Answer, catalogue: Catalogue, language: str, start: int) -> list[str]:
    """The next page of services, numbered as in the whole list."""
    page = answer.matches.fitting[start : start + PAGE]
    return [
        card(start + index, found, answer, catalogue, language) for index, found in enumerate(page, start=1)
    ]


def card(
    position: int | None,
    found: Match,
    answer: Answer,
    catalogue: Catalogue,
    language: str,
    with_why: bool = True,
) -> str:
    """``position`` is its number in the list shown; None where it stands in none."""
    service = found.service
    name = catalogue.fact("service", service.id, "name", service.name, language)
    lines = [
        catalogue.text("utter_card_title", language, position=position, name=name) if position else name,
        catalogue.fact("service", service.id, "description", service.description, language),
    ]
    if service.eligibility_description:
        eligible = catalogue.fact(
            "service", service.id, "eligibility_description", service.eligibility_description, language
        )
        lines.append(catalogue.text("utter_card_for", language, eligibility=eligible))
    if with_why:
        lines.append(_why(found, answer, catalogue, language))
    lines.append(how_text(service, catalogue, language))
    if service.free:
        lines.append(catalogue.text("utter_card_free", language))
    return "\n".join(lines)


def facts_text(interview: Interview | Answer, catalogue: Catalogue, language: str, place: str = "") -> str:
    """What the search is for: "8 years · Violence at home · Wiltz"."""
    criteria = interview.criteria
    facts = [age_text(criteria.age, language)] if criteria.age else []
    facts += [catalogue.concern(criteria.concern, language)] if criteria.concern else []
    return " · ".join([*facts, place] if place else facts)


def _header(answer: Answer, catalogue: Catalogue, language: str) -> str:
    facts = facts_text(answer, catalogue, language, answer.place.name if answer.place else "")
    if not answer.matches.fitting:
        numbers = catalogue.numbers(_ANYONE_PHONES, language)
        return catalogue.text("utter_result_header_nothing", language, facts=facts, numbers=numbers)
    if answer.criteria.age is None and answer.criteria.concern is None:
        return catalogue.text("utter_result_header_unknown", language)
    own = answer.matches.fitting[0].for_concern or answer.criteria.concern is None
    name = "utter_result_header" if own else "utter_result_header_general"
    return catalogue.text(name, language, facts=facts)


def _why(found: Match, answer: Answer, catalogue: Catalogue, language: str) -> str:
    if not found.for_concern or answer.criteria.concern is None:
        return catalogue.text("utter_card_why_general", language)
    if found.service.suggested_by_us:
        return catalogue.text("utter_card_why_ours", language)
    concern = catalogue.concern(answer.criteria.concern, language)
    age = age_text(answer.criteria.age, language) if answer.criteria.age else ""
    name = {
        AgeFit.FITS: "utter_card_why_age",
        AgeFit.PERHAPS: "utter_card_why_perhaps",
        AgeFit.NO_LIMIT: "utter_card_why_no_limit",
        AgeFit.UNKNOWN: "utter_card_why_concern",
    }[found.fit]
    return catalogue.text(name, language, concern=concern, age=age)


def how_text(service: Service, catalogue: Catalogue, language: str) -> str:
    phones = ", ".join(catalogue.directory.phones[phone].number for phone in service.phone_ids)
    named = (route for route in service.routes if route not in (Route.UNKNOWN, Route.PHONE))
    lines = [_how(route, phones, catalogue, language) for route in named]
    reachable = phones or {Route.AT_SCHOOL, Route.COMES_TO_YOU} & set(service.routes)
    if not reachable:
        lines.append(catalogue.text("utter_card_how_no_phone", language))
    elif phones and not any(phones in line for line in lines):
        lines.append(catalogue.text("utter_card_how_phone", language, phones=phones))
    return "\n".join(dict.fromkeys(lines))


def _how(route: Route, phones: str, catalogue: Catalogue, language: str) -> str:
    name = "utter_card_how_" + route.value.replace("-", "_")
    if phones and f"{name}_phone" in catalogue:
        name = f"{name}_phone"
    return catalogue.text(name, language, phones=phones)


def _near_misses(answer: Answer, catalogue: Catalogue, language: str) -> str:
    lines = [_near_miss(miss, answer, catalogue, language) for miss in answer.matches.near_misses]
    return "\n".join([catalogue.text("utter_near_miss_header", language), *lines])


def _near_miss(miss: NearMiss, answer: Answer, catalogue: Catalogue, language: str) -> str:
    name = catalogue.fact("service", miss.service.id, "name", miss.service.name, language)
    limits, age = miss.service.ages, answer.criteria.age
    assert age is not None  # without an age nothing misses
    if miss.fit is AgeFit.TOO_OLD:
        latest = limits.perhaps_until or limits.sure_until or 0
        in_years = latest % 12 == 0 and latest > 12
        limit = years_text(latest // 12 - 1, language) if in_years else months_text(latest, language)
        return catalogue.text("utter_near_miss_too_old", language, name=name, limit=limit)
    at_least, at_most = months_missing(age, limits)
    response = "utter_near_miss_too_young" if at_least == at_most else "utter_near_miss_too_young_about"
    limit = months_text(limits.minimum or 0, language)
    return catalogue.text(response, language, name=name, limit=limit, wait=months_text(at_most, language))


def office_text(answer: Answer, catalogue: Catalogue, language: str) -> str:
    if answer.place is None:
        lines = [catalogue.text("utter_office_unknown", language)]
    else:
        lines = _offices(answer, catalogue, language)
    lines.append(catalogue.text("utter_office_by_appointment", language))
    lines.append(hours_text(answer, catalogue, language))
    return "\n".join(lines)


def _offices(answer: Answer, catalogue: Catalogue, language: str) -> list[str]:
    abroad = answer.place is not None and answer.place.is_abroad
    lines = [
        office_line_text(
            "utter_office_nearest" if index == 0 else "utter_office_second", at, catalogue, language
        )
        for index, at in enumerate(answer.offices)
    ]
    if abroad and answer.place is not None:
        lines.insert(0, catalogue.text("utter_office_abroad", language, place=answer.place.name))
    if not answer.offices:  # a country has no point to measure from
        lines.append(catalogue.text("utter_office_unknown", language))
    return lines


def office_line_text(response: str, at: OfficeAtDistance, catalogue: Catalogue, language: str) -> str:
    return catalogue.text(
        response, language, office=address(at.office), distance=distance_text(at.km, language)
    )


def address(office: Office) -> str:
    building = [office.building] if office.building else []
    return ", ".join([office.name, *building, office.street, f"L-{office.postcode} {office.town}"])


def hours_text(answer: Answer, catalogue: Catalogue, language: str) -> str:
    line = answer.office_line
    if line.open_now:
        return catalogue.text("utter_hours_open", language)
    if line.opens_at is None:
        return catalogue.text("utter_hours_unknown", language)
    name = "utter_hours_doubtful" if line.open_now is None else "utter_hours_closed"
    return catalogue.text(name, language, opens=day_and_time_text(line.opens_at, language))


def offer(answer: Answer, catalogue: Catalogue, language: str, shown: int = PAGE) -> Message:
    """The way on, with a button for each next step."""
    name = "utter_offer_application" if answer.route in _APPLICATIONS else "utter_offer_direct"
    more = len(answer.matches.fitting) > shown
    choices: Sequence[Choice] = (
        *catalogue.choices(name, language),
        *(catalogue.choices("utter_button_more", language) if more else ()),
        *catalogue.choices("utter_button_start_over", language),
    )
    return Message(catalogue.text(name, language), tuple(choices))
