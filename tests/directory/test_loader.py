import time

import pytest

from helpfinder.directory import Directory, DirectoryError, Provenance, Route, load_directory

from .conftest import FOLDER, Change


def test_directory_loads_in_a_moment() -> None:
    start = time.perf_counter()
    load_directory(FOLDER)
    assert time.perf_counter() - start < 0.2


def test_directory_is_complete(directory: Directory) -> None:
    assert (len(directory.offices), len(directory.concerns), len(directory.organizations)) == (14, 16, 12)


@pytest.mark.parametrize(
    ("service", "minimum", "sure_until", "perhaps_until"),
    [
        ("family-assistance", 0, 27, 28),
        ("cepas", 12, 28, 110),  # no upper age for "young people": beyond 27 one has to ask
        ("planning-familial", 12, None, None),
        ("sepas", 12, 20, 27),
        ("psyea", 3, 18, 19),
        ("impuls", 13, 18, 19),
        ("alupse", None, 21, 22),
        ("alternatives", None, None, None),
        ("psychologist", 3, 27, 28),
        ("crisis-reception", 3, None, None),
        ("residential-under-3", None, 3, None),
        ("day-and-night-care", 3, None, None),
        ("supervised-housing", 16, 28, None),
        ("ligue-child-health", 0, 4, 5),
        ("ligue-cnje", 0, 4, 5),
    ],
)
def test_ages_are_those_of_the_sources(
    directory: Directory, service: str, minimum: int | None, sure_until: int | None, perhaps_until: int | None
) -> None:
    ages = directory.services[service].ages
    months = [None if years is None else years * 12 for years in (minimum, sure_until, perhaps_until)]
    assert [ages.minimum, ages.sure_until, ages.perhaps_until] == months


@pytest.mark.parametrize(
    ("service", "routes"),
    [
        ("cepas", (Route.PHONE,)),
        ("sepas", (Route.AT_SCHOOL,)),
        ("psychologist", (Route.ONE_APPLICATION,)),
        ("institution-abroad", (Route.ABROAD_FORM,)),
        ("adoption", (Route.MINISTRY,)),
        ("alupse", (Route.UNKNOWN,)),
        ("ligue-cnje", (Route.WALK_IN, Route.PHONE)),
        ("ligue-maternity-visit", (Route.COMES_TO_YOU,)),
        ("ligue-info-sante", (Route.ONLINE, Route.PHONE)),
    ],
)
def test_routes_are_those_of_the_sources(
    directory: Directory, service: str, routes: tuple[Route, ...]
) -> None:
    assert directory.services[service].routes == routes


def test_only_the_ligue_is_known_to_be_free(directory: Directory) -> None:
    free = {service.organization_id for service in directory.services.values() if service.free is not None}
    assert free == {"ligue"}


@pytest.mark.parametrize(
    "service", ["alupse", "socio-family-assistance", "parenting-forums", "early-intervention"]
)
def test_number_missing_in_the_source_stays_missing(directory: Directory, service: str) -> None:
    assert directory.services[service].phone_ids == ()
    assert directory.is_missing("services", service, "phones")


def test_every_office_lacks_a_phone_and_says_so(directory: Directory) -> None:
    assert all(directory.is_missing("locations", office, "phones") for office in directory.offices)


def test_only_two_office_names_are_stated(directory: Directory) -> None:
    stated = {o.id for o in directory.offices.values() if o.name_provenance is Provenance.STATED}
    assert stated == {"ore-differdange", "ore-capellen"}


@pytest.mark.parametrize(
    ("concern", "best"),
    [
        ("baby", "ligue-cnje"),
        ("behaviour", "family-assistance"),
        ("feelings", "psychologist"),
        ("relationships", "planning-familial"),
        ("school", "sepas"),
        ("substances", "impuls"),
    ],
)
def test_best_service_of_a_concern_comes_first(directory: Directory, concern: str, best: str) -> None:
    assert directory.services_for(concern)[0].id == best


def test_suggestion_of_ours_is_marked_for_that_concern_only(directory: Directory) -> None:
    suggested = {
        (concern, service.id)
        for concern in directory.concerns
        for service in directory.services_for(concern)
        if service.suggested_by_us
    }
    assert suggested == {("feelings", s) for s in ("ligue-cnje", "ligue-home-visit", "family-assistance")}


@pytest.mark.parametrize("concern", ["violence-at-home", "abuse-trauma"])
def test_small_victim_of_violence_finds_services_without_lower_age(
    directory: Directory, concern: str
) -> None:
    open_to_two_year_olds = {s.id for s in directory.services_for(concern) if not s.ages.minimum}
    assert open_to_two_year_olds >= {"alternatives", "alupse"}


def test_last_general_service_has_no_age_limit(directory: Directory) -> None:
    last = directory.general_services()[-1]
    assert (last.id, last.ages.minimum, last.ages.sure_until) == ("regional-office", None, None)


@pytest.mark.parametrize(
    ("intent", "services"),
    [
        ("ask_adoption", {"adoption"}),
        ("ask_fostering", {"become-foster-family", "foster-family-support"}),
        ("ask_forums", {"parenting-forums"}),
        ("ask_office", {"regional-office"}),
        ("ask_professionals", {"professionals-area"}),
        ("ask_rights", {"childrens-rights"}),
    ],
)
def test_question_has_its_services(directory: Directory, intent: str, services: set[str]) -> None:
    assert {service.id for service in directory.services_about(intent)} == services


def test_urgent_phones_may_be_shown_as_urgent(directory: Directory) -> None:
    urgent = {phone for concern in directory.concerns.values() for phone in concern.urgent_phone_ids}
    assert urgent == {phone.id for phone in directory.phones.values() if phone.urgent}


def test_without_outside_facts_only_stated_and_essential_phones_remain() -> None:
    phones = load_directory(FOLDER, outside=False).phones
    outside = {phone.id for phone in phones.values() if phone.provenance is Provenance.OUTSIDE}
    assert outside == {"112", "113"}
    assert len(phones) == 9


def test_without_outside_facts_nothing_points_at_a_number_that_is_gone() -> None:
    directory = load_directory(FOLDER, outside=False)
    used = {p for s in directory.services.values() for p in s.phone_ids}
    used |= {p for concern in directory.concerns.values() for p in concern.urgent_phone_ids}
    assert used <= set(directory.phones)
    assert {p.schedule_id for p in directory.phones.values()} - {None} <= set(directory.schedules)


def test_without_outside_facts_outside_words_are_gone() -> None:
    psyea, impuls = (load_directory(FOLDER, outside=False).services[s] for s in ("psyea", "impuls"))
    assert "PSYea" not in psyea.alternate_names
    assert impuls.notes == ()


def test_fault_is_named_with_file_and_row(changed: Change) -> None:
    folder = changed("services", "adoption,ministry,", "adoption,x,")
    with pytest.raises(DirectoryError, match=r"^services\.csv:2: unknown organization_id 'x'$"):
        load_directory(folder)


def test_all_faults_are_named_at_once(changed: Change) -> None:
    changed("services", "adoption,ministry,", "adoption,x,")
    folder = changed("phones", ",always-open,", ",never,")
    with pytest.raises(DirectoryError) as caught:
        load_directory(folder)
    assert [p.file for p in caught.value.problems] == ["phones.csv", "services.csv"]


def test_missing_file_and_wrong_header_are_named(changed: Change) -> None:
    folder = changed("phones", "id,number", "id,numbr")
    (folder / "services.csv").unlink()
    with pytest.raises(DirectoryError) as caught:
        load_directory(folder)
    assert {(p.file, p.row) for p in caught.value.problems} == {("phones.csv", 1), ("services.csv", 1)}
