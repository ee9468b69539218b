"""No number that is not in the directory, no price that the sources do not give: whatever is asked."""

import csv
import re
from collections.abc import Callable, Iterator
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from helpfinder.conversation import Situation, cost_reply, details_reply, more_reply
from helpfinder.conversation.guide import result
from helpfinder.interview import Heard, Interview, Question
from helpfinder.knowledge import Knowledge
from helpfinder.matching import Age
from helpfinder.wording import Catalogue

DATA = Path(__file__).resolve().parents[1] / "data"
AGES = [None, *(Age.of_years(years) for years in (0, 2, 3, 8, 13, 18, 21, 27, 30, 60)), Age(32, 33)]
PLACES = [None, "L00399", "C0304", "A-pt", "@49.5,5.99"]
SaidAbout = Callable[[str | None], frozenset[str]]
PERSONS = [None, "child", "parent", "young_adult", "foster_parent", "professional"]


def rows(table: str) -> list[dict[str, str]]:
    with (DATA / "directory" / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


NUMBERS = {row["number"] for row in rows("phones")}
NAMES = {row["name"]: row["id"] for row in rows("services")}
FREE = {row["service_id"] for row in rows("cost_options") if row["amount"] == "0"}
CONCERNS = [row["id"] for row in rows("taxonomy_terms")]
STREETS = {row["address_1"] for row in rows("addresses")} | {row["address_2"] for row in rows("addresses")}

# Runs of three and more digits that are no phone number; the shortest phone number has three.
_HARMLESS = re.compile(
    r"""L-\d{4}              # a postcode in an address
      | \d{1,2}:\d{2}        # a time of day
      | [\d.,]+\ (?:km|KB)   # a distance, the size of a file
      | Convention\ of\ 1993
      | Mersch\ or\ 7561     # how a place may be written
    """,
    re.VERBOSE,
)
_DIGITS = re.compile(r"\d[\d \-]*\d")
_SHORTEST = 3


def strange_numbers(text: str) -> list[str]:
    """Digits that are neither a number of the directory nor anything harmless."""
    for street in sorted(filter(None, STREETS), key=len, reverse=True):
        text = text.replace(street, "")
    for number in sorted(NUMBERS, key=len, reverse=True):
        text = re.sub(rf"(?<!\d){re.escape(number)}(?!\d)", "", text)
    found = _DIGITS.findall(_HARMLESS.sub("", text))
    return [run for run in found if sum(sign.isdigit() for sign in run) >= _SHORTEST]


def interviews(concern: str | None) -> Iterator[Interview]:
    for number, age in enumerate(AGES):
        for turn, person in enumerate(PERSONS):
            place = PLACES[(number + turn) % len(PLACES)]
            yield Interview(concern, age, place, person, skipped=frozenset(Question))


def everything_said(interview: Interview, situation: Situation) -> Iterator[str]:
    """The result, all its further pages, and the costs."""
    reply = result(interview, situation)
    while True:
        yield from (message.text for message in reply.messages)
        if reply.interview.shown_count >= len(reply.interview.shown):
            break
        reply = more_reply(reply.interview, Heard(), situation)
    yield from (message.text for message in cost_reply(reply.interview, Heard(), situation).messages)


@pytest.fixture(scope="module")
def said_about(known: Knowledge, now: datetime) -> Callable[[str | None], frozenset[str]]:
    """Every text that can be said about a concern, to whomever and wherever."""
    situation = Situation(known, "en", now)

    @cache
    def said(concern: str | None) -> frozenset[str]:
        return frozenset(text for each in interviews(concern) for text in everything_said(each, situation))

    return said


class TestTheCheckItself:
    @pytest.mark.parametrize(
        "text", ["Call 26 48 20 51", "114", "8002 9394", "+352 51 72 72 89", "call 1166"]
    )
    def test_a_wrong_number_is_seen(self, text: str) -> None:
        assert strange_numbers(text)

    @pytest.mark.parametrize(
        "text",
        [
            "Call 112 or 26 48 20 50.",
            "2. CePAS: 247-75910",
            "L-4573 Differdange (0.3 km)",
            "from 3 years: in 4 months",
        ],
    )
    def test_what_is_right_is_left_alone(self, text: str) -> None:
        assert strange_numbers(text) == []


@pytest.mark.parametrize("concern", [None, *CONCERNS])
def test_every_number_in_any_answer_is_in_the_directory(said_about: SaidAbout, concern: str | None) -> None:
    said = said_about(concern)
    assert said
    assert not {(number, text) for text in said for number in strange_numbers(text)}


def test_every_number_in_the_details_of_a_service_is_in_the_directory(
    known: Knowledge, now: datetime
) -> None:
    shown = tuple(known.directory.services)
    interview = Interview(shown=shown, shown_count=len(shown))
    for position in range(1, len(shown) + 1):
        reply = details_reply(interview, Heard(ordinal=position), Situation(known, "en", now))
        assert [strange_numbers(message.text) for message in reply.messages] == [[]]


@pytest.mark.parametrize(
    "moment", ["2026-07-15T10:00", "2026-07-18T10:00", "2026-12-24T14:00", "2026-06-23T10:00"]
)
def test_at_any_hour(known: Knowledge, now: datetime, moment: str) -> None:
    situation = Situation(known, "en", datetime.fromisoformat(moment).replace(tzinfo=now.tzinfo))
    said = everything_said(Interview("violence-at-home", place="L00399"), situation)
    assert not [number for text in said for number in strange_numbers(text)]


def responses() -> Iterator[tuple[str, dict[str, Any]]]:
    for path in sorted((DATA / "responses").glob("*.yml")):
        content = yaml.safe_load(path.read_text(encoding="utf-8"))
        yield from ((name, variants[0]) for name, variants in content["responses"].items())


@pytest.mark.parametrize(
    ("name", "response"), list(responses()), ids=lambda value: value if isinstance(value, str) else ""
)
def test_every_number_in_a_response_is_in_the_directory(
    catalogue: Catalogue, name: str, response: dict[str, Any]
) -> None:
    holes = re.findall(r"{(\w[\w\-]*)}", response["text"])
    text = catalogue.text(name, "en", **{hole: "" for hole in holes if not hole.startswith("phone_")})
    assert strange_numbers(text) == []
    titles = " ".join(button["title"] for button in response.get("buttons", ()))
    assert strange_numbers(titles) == []


def test_every_number_of_the_safety_table_is_in_the_directory() -> None:
    with (DATA / "safety" / "numbers.csv").open(encoding="utf-8", newline="") as file:
        named = {row["phone_id"] for row in csv.DictReader(file)}
    assert named <= {row["id"] for row in rows("phones")}


def test_every_service_has_only_its_own_numbers(known: Knowledge) -> None:
    """The numbers the seed documents give, service by service."""
    numbers = {
        service.id: {known.directory.phones[phone].number for phone in service.phone_ids}
        for service in known.directory.services.values()
        if service.phone_ids
    }
    assert numbers == {
        "alternatives": {"51 72 72 89"},
        "cepas": {"247-75910"},
        "childrens-rights": {"28 37 36 35"},  # from outside the two documents
        "impuls": {"48 93 48"},
        "ligue-child-health": {"22 00 99-88"},
        "ligue-cnje": {"22 00 99-88"},
        "ligue-home-visit": {"22 00 99-1"},
        "ligue-info-sante": {"22 00 99-88"},
        "planning-familial": {"48 59 76"},
        "psyea": {"26 48 20 50"},
    }


def cards(text: str) -> Iterator[str]:
    """The text of each service in a result."""
    yield from re.split(r"^(?=\d+\. )", text, flags=re.MULTILINE)[1:]


class TestFree:
    @pytest.mark.parametrize("concern", [None, *CONCERNS])
    def test_no_service_is_called_free_unless_the_source_says_so(
        self, said_about: SaidAbout, concern: str | None
    ) -> None:
        for card in (card for text in said_about(concern) for card in cards(text)):
            free = NAMES[card.splitlines()[0].split(". ", 1)[1]] in FREE
            assert ("Cost: free." in card) is free, card
            assert free or "free" not in card.lower(), card

    @pytest.mark.parametrize("concern", [None, *CONCERNS])
    def test_asked_for_the_cost_only_free_services_are_called_free(
        self, known: Knowledge, now: datetime, concern: str | None
    ) -> None:
        for interview in interviews(concern):
            shown = result(interview, Situation(known, "en", now)).interview
            lines = cost_reply(shown, Heard(), Situation(known, "en", now)).messages[0].text.splitlines()
            called_free = [line.endswith(" is free.") for line in lines]
            assert called_free == [service in FREE for service in shown.shown[: shown.shown_count]]

    def test_only_services_of_the_ligue_are_free(self) -> None:
        organizations = {row["id"]: row["organization_id"] for row in rows("services")}
        assert {organizations[service] for service in FREE} == {"ligue"}

    @pytest.mark.parametrize("table", ["services", "phones"])
    def test_no_description_praises_a_price(self, table: str) -> None:
        praised = {
            row["id"] for row in rows(table) if re.search(r"\bfree\b", " ".join(row.values()), re.IGNORECASE)
        }
        assert praised <= FREE
