"""The one question to the core: given what is known, what can this family do next?"""

from dataclasses import dataclass
from datetime import datetime

from helpfinder.directory import Directory, Route, is_open, next_opening
from helpfinder.geography import OfficeAtDistance, Place, offices_to_show
from helpfinder.matching import Criteria, Matches, is_for, match

OFFICE_LINE = "one-helpline"  # the number whose hours are the offices' hours


@dataclass(frozen=True)
class OfficeLine:
    """Whether the office line answers now; ``None`` where the directory does not know."""

    open_now: bool | None
    opens_at: datetime | None


@dataclass(frozen=True)
class Answer:
    criteria: Criteria
    place: Place | None
    urgent_phone_ids: tuple[str, ...]
    matches: Matches
    offices: tuple[OfficeAtDistance, ...]  # nearest first; two where they are nearly as near
    office_line: OfficeLine
    route: Route  # how to apply for the best service


def find(criteria: Criteria, place: Place | None, directory: Directory, now: datetime) -> Answer:
    matches = match(criteria, directory)
    return Answer(
        criteria=criteria,
        place=place,
        urgent_phone_ids=urgent_phones(criteria.concern, criteria.person, directory),
        matches=matches,
        offices=tuple(offices_to_show(place, directory.offices)) if place else (),
        office_line=office_line(directory, now),
        route=_route(criteria, matches),
    )


def urgent_phones(concern: str | None, person: str | None, directory: Directory) -> tuple[str, ...]:
    """Numbers to call now, for concerns that can't wait, without those made for other people."""
    if concern is None:
        return ()
    ids = directory.concerns[concern].urgent_phone_ids
    return tuple(i for i in ids if i in directory.phones and is_for(directory.phones[i].audience, person))


def office_line(directory: Directory, now: datetime) -> OfficeLine:
    schedule = directory.office_hours
    if schedule is None:
        return OfficeLine(None, None)
    return OfficeLine(is_open(schedule, now), next_opening(schedule, now))


def _route(criteria: Criteria, matches: Matches) -> Route:
    """The way to the best service; an application to ONE where that service has several ways."""
    if not matches.fitting:
        return Route.UNKNOWN
    routes = matches.fitting[0].service.routes
    if Route.ONE_APPLICATION in routes:
        return Route.ONE_APPLICATION
    return routes[0] if routes else Route.UNKNOWN
