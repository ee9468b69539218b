"""The directory in the JSON shape of HSDS 3.1, for others to read.

Ids become UUIDs derived from ours, as HSDS asks; they stay the same from one export to the next.
"""

from typing import Any
from uuid import NAMESPACE_URL, uuid5

from helpfinder.directory.model import Concern, Directory, Office, Phone, Route, Service
from helpfinder.directory.schedule import WEEKDAYS, Schedule

HSDS_VERSION = "3.1"
_NAMESPACE = uuid5(NAMESPACE_URL, "helpfinder/directory")
_PROCESS = {
    Route.PHONE: "Call the service.",
    Route.AT_SCHOOL: "Go to the service at school. You need no appointment.",
    Route.WALK_IN: "Go there. You need no appointment.",
    Route.ONE_APPLICATION: "Apply to ONE with its application form. Professionals use the form FG1.",
    Route.ABROAD_FORM: "Fill in the Institutional Admission Abroad Procedure form and send it to ONE.",
    Route.MINISTRY: "Apply to the Ministry of Education, Children and Youth.",
    Route.COMES_TO_YOU: "You need not apply.",
    Route.ONLINE: "Register online.",
    Route.UNKNOWN: "The source does not say. Ask your regional children's office.",
}
_NO_LIMIT = 100 * 12  # months: nobody is meant to be too old
Json = dict[str, Any]


def export(directory: Directory) -> Json:
    """All services with what belongs to them, and the helplines that belong to no service."""
    of_services = {phone for service in directory.services.values() for phone in service.phone_ids}
    return {
        "profile": f"https://docs.openreferral.org/en/v{HSDS_VERSION}/",
        "version": HSDS_VERSION,
        "services": [_service(service, directory) for service in directory.services.values()],
        "phones": [_phone(phone) for phone in directory.phones.values() if phone.id not in of_services],
        "taxonomy_terms": [_term(concern) for concern in directory.concerns.values()],
    }


def identifier(kind: str, own_id: str) -> str:
    return str(uuid5(_NAMESPACE, f"{kind}/{own_id}"))


def _service(service: Service, directory: Directory) -> Json:
    return _given(
        id=identifier("service", service.id),
        name=service.name,
        alternate_name="; ".join(service.alternate_names),
        description=service.description,
        status="active",
        eligibility_description=service.eligibility_description,
        minimum_age=_minimum_age(service),
        maximum_age=_maximum_age(service),
        application_process=" ".join(_PROCESS[route] for route in service.routes),
        fees_description="Free of charge." if service.free else None,
        alert=" ".join(service.notes),
        organization=_organization(service, directory),
        phones=[_phone(directory.phones[phone]) for phone in service.phone_ids],
        schedules=[_schedule(directory.schedules[schedule]) for schedule in service.schedule_ids],
        cost_options=[_free(service)] if service.free else [],
        required_documents=[_document(service, name) for name in service.required_documents],
        attributes=[_attribute(service, directory.concerns[concern]) for concern in service.concerns],
        service_at_locations=[
            _at_location(service, directory.offices[office]) for office in service.location_ids
        ],
    )


def _given(**values: Any) -> Json:
    """HSDS leaves out what is unknown; it has no null."""
    return {name: value for name, value in values.items() if value not in (None, "", [])}


def _minimum_age(service: Service) -> int | None:
    return None if service.ages.minimum is None else service.ages.minimum // 12


def _maximum_age(service: Service) -> int | None:
    """The last whole year that may fit; HSDS cannot say "perhaps", the eligibility description does."""
    until = service.ages.perhaps_until or service.ages.sure_until
    return None if until is None or until >= _NO_LIMIT else max(until - 1, 0) // 12


def _organization(service: Service, directory: Directory) -> Json | None:
    if service.organization_id is None:
        return None
    organization = directory.organizations[service.organization_id]
    return _given(
        id=identifier("organization", organization.id),
        name=organization.name,
        alternate_name="; ".join(organization.alternate_names),
        description=organization.description,
        website=organization.website,
    )


def _phone(phone: Phone) -> Json:
    return _given(
        id=identifier("phone", phone.id),
        number=phone.international or phone.number,
        type="voice",
        description=". ".join(part.rstrip(".") for part in (phone.name, phone.description) if part),
    )


def _schedule(schedule: Schedule) -> Json:
    hours = schedule.hours[0] if schedule.hours else None
    return _given(
        id=identifier("schedule", schedule.id),
        description=schedule.description,
        freq="WEEKLY" if hours else None,
        byday=",".join(WEEKDAYS[day] for day in sorted(hours.weekdays)) if hours else None,
        opens_at=f"{hours.opens_at:%H:%M}" if hours else None,
        closes_at=f"{hours.closes_at:%H:%M}" if hours else None,
        notes=f"On public holidays: {schedule.public_holidays.value}." if hours else None,
    )


def _free(service: Service) -> Json:
    return {
        "id": identifier("cost_option", service.id),
        "amount": 0,
        "currency": "EUR",
        "amount_description": "Free",
    }


def _document(service: Service, name: str) -> Json:
    return {"id": identifier("required_document", f"{service.id}/{name}"), "document": name}


def _attribute(service: Service, concern: Concern) -> Json:
    return {
        "id": identifier("attribute", f"{concern.id}--{service.id}"),
        "link_id": identifier("service", service.id),
        "link_entity": "service",
        "link_type": "concern",
        "taxonomy_term": _term(concern),
    }


def _term(concern: Concern) -> Json:
    return {
        "id": identifier("taxonomy_term", concern.id),
        "code": concern.id,
        "name": concern.name,
        "description": concern.description,
        "taxonomy": "Helpfinder concerns",
        "language": "en",
    }


def _at_location(service: Service, office: Office) -> Json:
    return {
        "id": identifier("service_at_location", f"{service.id}--{office.id}"),
        "location": {
            "id": identifier("location", office.id),
            "location_type": "physical",
            "name": office.name,
            "latitude": office.latitude,
            "longitude": office.longitude,
            "addresses": [_address(office)],
        },
    }


def _address(office: Office) -> Json:
    return _given(
        id=identifier("address", office.id),
        address_1=office.street,
        address_2=office.building,
        city=office.town,
        postal_code=office.postcode,
        country="LU",
        address_type="physical",
    ) | {"state_province": ""}
