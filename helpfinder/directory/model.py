"""The directory's nouns, after HSDS 3.1: organizations, services, locations, phones, schedules.

Ages are whole months. A value the sources do not give is ``None`` and means *unknown*, never "no" or "free".
"""

from dataclasses import dataclass
from enum import Enum

from helpfinder.directory.schedule import Schedule

OFFICE_HOURS = "one-office-hours"  # the schedule the source prints without an owner


class Provenance(str, Enum):
    """Where a value comes from. Anything OUTSIDE can be switched off by one setting."""

    STATED = "stated"
    INFERRED = "inferred"
    OUTSIDE = "outside"
    MISSING = "missing"


class Route(str, Enum):
    """How one gets a service (HSDS ``application_process``, as a closed set)."""

    PHONE = "phone"  # call the service itself
    AT_SCHOOL = "at-school"  # at the pupil's school, no appointment
    WALK_IN = "walk-in"  # go there, no appointment
    ONE_APPLICATION = "one-application"  # ONE's application form (family, young person) or FG1 (professional)
    ABROAD_FORM = "abroad-form"  # Institutional Admission Abroad Procedure form, sent to ONE
    MINISTRY = "ministry"  # Ministry of Education, Children and Youth
    COMES_TO_YOU = "comes-to-you"  # nothing to apply for
    ONLINE = "online"  # register online
    UNKNOWN = "unknown"  # the source does not say: the regional office can tell


@dataclass(frozen=True)
class Phone:
    """A number as dialled in Luxembourg. ``id`` is the word that texts use for it: ``{phone:kjt}``."""

    id: str
    number: str  # "51 72 72 89", "112"
    international: str | None  # "+352 51 72 72 89"; None for short codes
    name: str  # whose number: "Kanner-Jugendtelefon (KJT)"
    provenance: Provenance
    audience: frozenset[str] = frozenset()  # child, young-adult, parent, adult, professional; empty: everyone
    concerns: frozenset[str] = frozenset()
    schedule_id: str | None = None  # None: hours unknown
    urgent: bool = False  # may be shown among the numbers to call now
    essential: bool = False  # 112 and 113: kept even where outside facts are switched off
    organization_id: str | None = None
    description: str | None = None


@dataclass(frozen=True)
class AgeRange:
    """Who a service is for, in months. Below ``sure_until`` it is certain, up to ``perhaps_until`` open.

    "up to 21": sure_until = 21*12 (exclusive), perhaps_until = 22*12 (exclusive: aged 21 may be taken).
    """

    minimum: int | None = None
    sure_until: int | None = None
    perhaps_until: int | None = None


@dataclass(frozen=True)
class Service:
    id: str
    name: str
    organization_id: str | None
    description: str  # our own plain words (B1)
    eligibility_description: str | None
    ages: AgeRange
    routes: tuple[Route, ...]
    concerns: tuple[str, ...]  # concern ids it helps with; the order of the directory's attributes file
    free: bool | None  # True only where the source says so; None: unknown
    phone_ids: tuple[str, ...] = ()
    alternate_names: tuple[str, ...] = ()
    audience: frozenset[str] = frozenset()  # who may use it; empty: everybody
    notes: tuple[str, ...] = ()  # limits ("at most 3 months"), oddities to tell
    provenance: Provenance = Provenance.STATED
    suggested_by_us: bool = False  # set by ``Directory.services_for``: our answer, the source names none
    intent: str | None = None  # the question it answers ("ask_adoption"), where no concern leads to it
    general_rank: int | None = None  # its place among the services that stand in where nothing narrower fits
    schedule_ids: tuple[str, ...] = ()
    required_documents: tuple[str, ...] = ()
    location_ids: tuple[str, ...] = ()


@dataclass(frozen=True)
class Office:
    """One of the fourteen regional children's offices (ORE)."""

    id: str
    name: str
    building: str | None
    street: str
    postcode: str
    town: str
    latitude: float
    longitude: float
    name_provenance: Provenance


@dataclass(frozen=True)
class Organization:
    id: str
    name: str
    alternate_names: tuple[str, ...] = ()
    description: str = ""
    website: str | None = None


@dataclass(frozen=True)
class Concern:
    """A taxonomy term: a reason why somebody writes."""

    id: str
    name: str  # the button
    urgency: int  # 0 ordinary .. 3 numbers to call now come first
    rank: int  # order in the menu
    urgent_phone_ids: tuple[str, ...] = ()
    description: str = ""


@dataclass(frozen=True)
class Fact:
    """Where one or more values of a row come from, or that a value is missing."""

    resource_type: str
    resource_id: str  # "*": every row of that table without a fact of its own
    field_names: tuple[str, ...]
    status: Provenance
    document: str | None
    lines: str
    source: str
    assured_date: str | None  # None: no person has confirmed it yet
    note: str


@dataclass(frozen=True)
class Directory:
    organizations: dict[str, Organization]
    services: dict[str, Service]  # in the order of the file
    offices: dict[str, Office]
    phones: dict[str, Phone]
    concerns: dict[str, Concern]
    schedules: dict[str, Schedule]
    by_concern: dict[str, tuple[Service, ...]]
    facts: tuple[Fact, ...] = ()

    def services_for(self, concern: str | None) -> tuple[Service, ...]:
        """The services of a concern, best first; ``suggested_by_us`` is set where the link is our own."""
        return self.by_concern.get(concern, ()) if concern else ()

    def general_services(self) -> tuple[Service, ...]:
        """What stands in where no concern is known or nothing fits; the last one has no age limit."""
        ranked = [(s.general_rank, s) for s in self.services.values() if s.general_rank is not None]
        return tuple(service for _, service in sorted(ranked, key=lambda pair: pair[0]))

    def services_about(self, intent: str) -> tuple[Service, ...]:
        """The services that answer a question, such as ``ask_adoption``."""
        return tuple(s for s in self.services.values() if s.intent == intent)

    @property
    def office_hours(self) -> Schedule | None:
        return self.schedules.get(OFFICE_HOURS)

    def states_ages(self, service_id: str, fields: set[str]) -> bool:
        """Whether the sources themselves name these age limits, so that they may be told as facts."""
        return not any(
            fact.status is Provenance.INFERRED and fields & set(fact.field_names)
            for fact in self.facts
            if (fact.resource_type, fact.resource_id) == ("services", service_id)
        )

    def is_missing(self, resource_type: str, resource_id: str, field_name: str) -> bool:
        """Whether the sources leave this value out, so that a reader can be told so."""
        return any(
            fact.status is Provenance.MISSING and field_name in fact.field_names
            for fact in self.facts
            if (fact.resource_type, fact.resource_id) == (resource_type, resource_id)
        )
