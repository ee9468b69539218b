import json
from uuid import UUID

from helpfinder.directory import Directory, export, load_directory

from .conftest import FOLDER


def service(directory: Directory, name: str) -> dict:
    return next(s for s in export(directory)["services"] if s["name"].startswith(name))


def test_export_is_json_and_the_same_each_time(directory: Directory) -> None:
    assert json.dumps(export(directory)) == json.dumps(export(load_directory(FOLDER)))


def test_every_service_has_what_hsds_requires(directory: Directory) -> None:
    for exported in export(directory)["services"]:
        assert UUID(exported["id"])
        assert exported["name"]
        assert exported["status"] == "active"


def test_nothing_unknown_is_exported_as_null(directory: Directory) -> None:
    assert "null" not in json.dumps(export(directory))


def test_ages_become_whole_years(directory: Directory) -> None:
    ages = [
        (exported.get("minimum_age"), exported.get("maximum_age"))
        for exported in (
            service(directory, n) for n in ("Supervised", "Home for children", "Alupse", "CePAS")
        )
    ]
    assert ages == [(16, 27), (None, 2), (None, 21), (12, None)]


def test_service_carries_its_organization_phone_and_concerns(directory: Directory) -> None:
    exported = service(directory, "CePAS")
    assert exported["organization"]["name"] == "CePAS"
    assert exported["phones"][0]["number"] == "+352 247-75910"
    assert {a["taxonomy_term"]["code"] for a in exported["attributes"]} >= {"school", "feelings"}


def test_cost_is_exported_only_where_known(directory: Directory) -> None:
    with_cost = {s["organization"]["name"] for s in export(directory)["services"] if "cost_options" in s}
    assert with_cost == {"Ligue médico-sociale"}


def test_fourteen_offices_are_locations_of_the_regional_office(directory: Directory) -> None:
    places = service(directory, "Regional")["service_at_locations"]
    assert len({place["location"]["addresses"][0]["postal_code"] for place in places}) == 14


def test_helplines_are_exported_beside_the_services(directory: Directory) -> None:
    assert {"112", "113", "116 111"} <= {phone["number"] for phone in export(directory)["phones"]}
