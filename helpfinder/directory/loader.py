"""Reads ``data/directory`` into one ``Directory``."""

from collections import defaultdict
from dataclasses import replace
from pathlib import Path

from helpfinder.directory.integrity import integrity_problems
from helpfinder.directory.model import (
    AgeRange,
    Concern,
    Directory,
    Fact,
    Office,
    Organization,
    Phone,
    Provenance,
    Route,
    Service,
)
from helpfinder.directory.provenance import FactIndex, read_fact
from helpfinder.directory.schedule import Schedule, read_schedule
from helpfinder.directory.tables import DirectoryError, Row, Tables, read_tables


def load_directory(folder: Path, outside: bool = True) -> Directory:
    """The whole directory, or a DirectoryError that names every fault as ``file:row``.

    ``outside=False`` leaves out all that is not in the two source documents, except phones marked essential.
    """
    tables = read_tables(folder)
    if problems := integrity_problems(tables):
        raise DirectoryError(problems)
    return _build(tables, outside)


def _build(tables: Tables, outside: bool) -> Directory:
    facts = tuple(read_fact(row) for row in tables["provenance"] if outside or row["status"] != "outside")
    index = FactIndex(read_fact(row) for row in tables["provenance"])
    phones = _phones(tables, index, outside)
    services = _services(tables, index, phones, outside)
    return Directory(
        organizations={row.id: _organization(row) for row in tables["organizations"]},
        services=services,
        offices=_offices(tables, index),
        phones=phones,
        concerns={row.id: _concern(row, phones) for row in tables["taxonomy_terms"]},
        schedules=_schedules(tables, index, phones, outside),
        by_concern=_by_concern(tables, services),
        facts=_without_dropped(facts, phones),
    )


def _organization(row: Row) -> Organization:
    return Organization(
        row.id, row["name"], row.several("alternate_name"), row["description"], row.optional("website")
    )


def _phones(tables: Tables, index: FactIndex, outside: bool) -> dict[str, Phone]:
    phones = (_phone(row, index) for row in tables["phones"])
    return {p.id: p for p in phones if outside or p.essential or p.provenance is not Provenance.OUTSIDE}


def _phone(row: Row, index: FactIndex) -> Phone:
    return Phone(
        id=row.id,
        number=row["number"],
        international=row.optional("international"),
        name=row["name"],
        provenance=index.status("phones", row.id, "number"),
        audience=frozenset(row.several("audience")),
        concerns=frozenset(row.several("concerns")),
        schedule_id=row.optional("schedule_id"),
        urgent=bool(row["urgent"]),
        essential=bool(row["essential"]),
        organization_id=row.optional("organization_id"),
        description=row.optional("description"),
    )


def _services(
    tables: Tables, index: FactIndex, phones: dict[str, Phone], outside: bool
) -> dict[str, Service]:
    concerns = _grouped(tables["attributes"], "link_id", "taxonomy_term_id")
    free = {row["service_id"] for row in tables["cost_options"] if row["amount"] == "0"}
    schedules = _grouped(tables["schedules"], "service_id", "id")
    documents = _grouped(tables["required_documents"], "service_id", "document")
    locations = _grouped(tables["service_at_location"], "service_id", "location_id")
    return {
        row.id: replace(
            _service(row, index, outside),
            concerns=concerns[row.id],
            free=True if row.id in free else None,
            phone_ids=tuple(phone for phone in row.several("phone_ids") if phone in phones),
            schedule_ids=schedules[row.id],
            required_documents=documents[row.id],
            location_ids=locations[row.id],
        )
        for row in tables["services"]
    }


def _service(row: Row, index: FactIndex, outside: bool) -> Service:
    return Service(
        id=row.id,
        name=row["name"],
        organization_id=row.optional("organization_id"),
        description=row["description"],
        eligibility_description=row.optional("eligibility_description"),
        ages=AgeRange(
            row.number_of("minimum_age_months"),
            row.number_of("sure_until_months"),
            row.number_of("perhaps_until_months"),
        ),
        routes=tuple(Route(route) for route in row.several("routes")),
        concerns=(),
        free=None,
        alternate_names=row.several("alternate_name") + _if(outside, row.several("outside_alternate_name")),
        audience=frozenset(row.several("audience")),
        notes=row.several("notes") + _if(outside, row.several("outside_notes")),
        provenance=index.status("services", row.id, "name"),
        intent=row.optional("intent"),
        general_rank=row.number_of("general_rank"),
    )


def _if(outside: bool, values: tuple[str, ...]) -> tuple[str, ...]:
    return values if outside else ()


def _grouped(rows: list[Row], key: str, value: str) -> defaultdict[str, tuple[str, ...]]:
    groups: defaultdict[str, tuple[str, ...]] = defaultdict(tuple)
    for row in rows:
        groups[row[key]] += (row[value],)
    return groups


def _by_concern(tables: Tables, services: dict[str, Service]) -> dict[str, tuple[Service, ...]]:
    """Services per concern, best first, each marked where this very link is our suggestion."""
    linked: defaultdict[str, list[Service]] = defaultdict(list)
    for row in sorted(tables["attributes"], key=lambda row: int(row["rank"])):
        service = replace(services[row["link_id"]], suggested_by_us=row["value"] == "suggested-by-us")
        linked[row["taxonomy_term_id"]].append(service)
    return {concern: tuple(found) for concern, found in linked.items()}


def _offices(tables: Tables, index: FactIndex) -> dict[str, Office]:
    addresses = {row["location_id"]: row for row in tables["addresses"]}
    return {row.id: _office(row, addresses[row.id], index) for row in tables["locations"]}


def _office(row: Row, address: Row, index: FactIndex) -> Office:
    return Office(
        id=row.id,
        name=row["name"],
        building=address.optional("address_2"),
        street=address["address_1"],
        postcode=address["postal_code"],
        town=address["city"],
        latitude=float(row["latitude"]),
        longitude=float(row["longitude"]),
        name_provenance=index.status("locations", row.id, "name"),
    )


def _concern(row: Row, phones: dict[str, Phone]) -> Concern:
    return Concern(
        id=row.id,
        name=row["name"],
        urgency=int(row["urgency"]),
        rank=int(row["rank"]),
        urgent_phone_ids=tuple(phone for phone in row.several("urgent_phone_ids") if phone in phones),
        description=row["description"],
    )


def _schedules(
    tables: Tables, index: FactIndex, phones: dict[str, Phone], outside: bool
) -> dict[str, Schedule]:
    """Hours from outside stay only where an essential phone needs them."""
    kept = {phone.schedule_id for phone in phones.values()}
    return {
        row.id: read_schedule(row)
        for row in tables["schedules"]
        if outside
        or row.id in kept
        or index.status("schedules", row.id, "description") is not Provenance.OUTSIDE
    }


def _without_dropped(facts: tuple[Fact, ...], phones: dict[str, Phone]) -> tuple[Fact, ...]:
    return tuple(f for f in facts if f.resource_type != "phones" or f.resource_id in {*phones, "*"})
