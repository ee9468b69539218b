"""Ranks the directory's services for given criteria: never empty-handed while the directory is not."""

from dataclasses import dataclass

from helpfinder.directory.model import Directory, Service
from helpfinder.matching.audience import is_for
from helpfinder.matching.criteria import Age, Criteria
from helpfinder.matching.fit import GROWN_UP, AgeFit, age_fit, months_missing

_ORDER = {AgeFit.FITS: 0, AgeFit.NO_LIMIT: 0, AgeFit.UNKNOWN: 0, AgeFit.PERHAPS: 1}
# Which fields hold the limit that is missed: it is told as a fact, so the source must state it.
_LIMITS = {
    AgeFit.TOO_YOUNG: {"minimum_age_months"},
    AgeFit.TOO_OLD: {"sure_until_months", "perhaps_until_months"},
}
_NEAR_BEFORE, _NEAR_AFTER = 2 * 12, 5 * 12  # months


@dataclass(frozen=True)
class Match:
    service: Service
    fit: AgeFit
    for_concern: bool  # False: a general service, shown because nothing narrower fits


@dataclass(frozen=True)
class NearMiss:
    """A service for this concern whose age limits leave this person out."""

    service: Service
    fit: AgeFit  # TOO_YOUNG or TOO_OLD


@dataclass(frozen=True)
class Matches:
    fitting: tuple[Match, ...]
    near_misses: tuple[NearMiss, ...]
    beyond_all_ages: bool  # older than any service of the sources


def match(criteria: Criteria, directory: Directory) -> Matches:
    """Best first: the concern's own services in the directory's order, certain ones before doubtful ones.

    Without a concern, or where the concern's services all miss the age, the general services stand in.
    """
    own = [(s, age_fit(criteria.age, s.ages)) for s in directory.services_for(criteria.concern)]
    missed = (NearMiss(s, fit) for s, fit in own if _is_near_miss(s, criteria))
    near = tuple(miss for miss in missed if directory.states_ages(miss.service.id, _LIMITS[miss.fit]))
    fitting = [Match(s, fit, True) for s, fit in own if fit in _ORDER and is_for(s.audience, criteria.person)]
    if not fitting:
        fitting = _general(criteria, directory)
    fitting.sort(key=lambda m: (m.service.suggested_by_us, _ORDER[m.fit]))
    return Matches(tuple(fitting), near, _beyond_all_ages(criteria.age))


def _is_near_miss(service: Service, criteria: Criteria) -> bool:
    """Services for other people (foster families, say) are no near miss, nor are our own suggestions."""
    if service.suggested_by_us or not is_for(service.audience, criteria.person):
        return False
    return _is_near(criteria.age, service)


def _is_near(age: Age | None, service: Service) -> bool:
    """Too young by two years at most, or too old by five: further off, knowing of it helps nobody."""
    fit = age_fit(age, service.ages)
    if age is None or fit in _ORDER:
        return False
    if fit is AgeFit.TOO_YOUNG:
        return months_missing(age, service.ages)[0] <= _NEAR_BEFORE
    latest = service.ages.perhaps_until or service.ages.sure_until or 0
    return age.months < latest + _NEAR_AFTER


def age_matters(concern: str | None, directory: Directory) -> bool:
    """Whether any answer for this concern depends on the age: if not, it is not asked."""
    services = directory.services_for(concern) or directory.general_services()
    return any(age_fit(None, service.ages) is AgeFit.UNKNOWN for service in services)


def _general(criteria: Criteria, directory: Directory) -> list[Match]:
    general = ((s, age_fit(criteria.age, s.ages)) for s in directory.general_services())
    return [Match(s, fit, False) for s, fit in general if fit in _ORDER]


def _beyond_all_ages(age: Age | None) -> bool:
    return age is not None and age.months >= GROWN_UP
