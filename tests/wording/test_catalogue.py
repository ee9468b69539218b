import string
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from helpfinder.directory import Directory, load_directory
from helpfinder.wording import Catalogue, Choice, Message, WordingError
from helpfinder.wording.catalogue import load_responses, need_payload

DATA = Path(__file__).parents[2] / "data"
RESPONSES = DATA / "responses"
NAMES = sorted(load_responses(RESPONSES))


def catalogue_of(directory: Directory, responses: dict[str, Any], **translations: Any) -> Catalogue:
    return Catalogue(responses, directory, translations)


def without_outside_facts() -> Catalogue:
    return Catalogue(load_responses(RESPONSES), load_directory(DATA / "directory", outside=False))


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def test_a_text_is_filled_with_its_values(directory: Directory) -> None:
    small = catalogue_of(directory, {"utter_a": [{"text": "{greeting}, call {phone_112}."}]})
    assert small.text("utter_a", greeting="Hello") == "Hello, call 112."


def test_an_unknown_response_is_named(catalogue: Catalogue) -> None:
    with pytest.raises(WordingError, match="no response 'utter_nonsense'"):
        catalogue.text("utter_nonsense")


def test_an_unfilled_placeholder_is_named(directory: Directory) -> None:
    small = catalogue_of(directory, {"utter_a": [{"text": "{nobody}"}]})
    with pytest.raises(WordingError, match="{nobody}"):
        small.text("utter_a")


@pytest.mark.parametrize("text", ["{a.__class__}", "{a[0]}", "{0}", "{}"])
def test_no_placeholder_reaches_into_an_object(directory: Directory, text: str) -> None:
    small = catalogue_of(directory, {"utter_a": [{"text": text}]})
    with pytest.raises(WordingError):
        small.text("utter_a", a="x")


@pytest.mark.parametrize("value", ["{phone_112}", "{name}", "{", "}", "{{}}", "{name.__class__}"])
def test_what_is_filled_in_is_not_read_as_wording(directory: Directory, value: str) -> None:
    small = catalogue_of(directory, {"utter_a": [{"text": "<{place}>"}]})
    assert small.text("utter_a", place=value) == f"<{value}>"


@pytest.mark.parametrize("name", NAMES)
def test_every_response_can_be_worded(catalogue: Catalogue, name: str) -> None:
    text = catalogue.responses[name][0]["text"]
    values = {hole: f"<{hole}>" for hole in placeholders(text) if not hole.startswith("phone_")}
    worded = catalogue.text(name, "en", **values)
    assert all(value in worded for value in values.values())
    assert "{" not in worded


@pytest.mark.parametrize("name", NAMES)
def test_every_response_has_one_variant(catalogue: Catalogue, name: str) -> None:
    assert len(catalogue.responses[name]) == 1
    assert set(catalogue.responses[name][0]) <= {"text", "buttons", "metadata"}


class TestTranslation:
    TEXTS = {("utter_a", "Call {phone_112}."): "Ruft {phone_112} un."}

    def small(self, directory: Directory) -> Catalogue:
        response = {"text": "Call {phone_112}.", "buttons": [{"title": "Yes", "payload": "/affirm"}]}
        texts = self.TEXTS | {("button", "Yes"): "Jo"}
        return catalogue_of(directory, {"utter_a": [response]}, lb=texts)

    def test_a_translation_is_filled_too(self, directory: Directory) -> None:
        assert self.small(directory).text("utter_a", "lb") == "Ruft 112 un."

    @pytest.mark.parametrize("language", ["en", "fr", "xx"])
    def test_english_stands_in_where_there_is_none(self, directory: Directory, language: str) -> None:
        assert self.small(directory).text("utter_a", language) == "Call 112."

    def test_labels_are_translated_and_payloads_are_not(self, directory: Directory) -> None:
        assert self.small(directory).choices("utter_a", "lb") == (Choice("Jo", "/affirm"),)

    def test_facts_of_the_directory_have_their_context(self, directory: Directory) -> None:
        small = catalogue_of(directory, {}, fr={("service.cepas.name", "CePAS"): "Le CePAS"})
        assert small.fact("service", "cepas", "name", "CePAS", "fr") == "Le CePAS"
        assert small.fact("service", "sepas", "name", "CePAS", "fr") == "CePAS"


class TestMenu:
    def test_every_worry_once_in_the_order_of_its_rank(self, catalogue: Catalogue) -> None:
        ranked = sorted(catalogue.directory.concerns.values(), key=lambda concern: concern.rank)
        assert catalogue.concern_menu() == tuple(Choice(c.name, need_payload(c.id)) for c in ranked)

    def test_it_stands_before_the_buttons_of_its_response(self, directory: Directory) -> None:
        button = {"title": "Skip", "payload": "/skip"}
        response = {"text": "?", "buttons": [button], "metadata": {"choices": "concerns"}}
        choices = catalogue_of(directory, {"utter_a": [response]}).choices("utter_a")
        assert choices[-1] == Choice("Skip", "/skip")
        assert len(choices) == len(directory.concerns) + 1

    def test_without_the_wish_there_is_none(self, catalogue: Catalogue) -> None:
        assert [c.payload for c in catalogue.choices("utter_ask_age")] == ["/skip"]

    def test_a_payload_is_the_intent_of_the_worry(self) -> None:
        assert need_payload("violence-at-home") == "/need_violence_at_home"


class TestNumbers:
    def test_one_line_a_number_as_dialled_here(self, catalogue: Catalogue) -> None:
        lines = catalogue.numbers(["112", "kjt"]).splitlines()
        assert lines == ["• 112: Emergency call", "• 116 111: Kanner-Jugendtelefon (KJT)"]

    def test_a_number_that_may_not_be_shown_is_left_out(self) -> None:
        inside = without_outside_facts()
        assert inside.numbers(["kjt", "112"]).splitlines() == ["• 112: Emergency call"]


@pytest.mark.parametrize("language", ["de", "en", "fr", "lb", "pt"])
def test_every_response_can_be_worded_without_outside_facts(catalogue: Catalogue, language: str) -> None:
    inside = replace(without_outside_facts(), translations=catalogue.translations)
    for name in NAMES:
        text = inside.responses[name][0]["text"]
        values = {hole: "<>" for hole in placeholders(text) if not hole.startswith("phone_")}
        assert inside.text(name, language, **values) or not text, name


def test_no_response_names_a_phone_that_nobody_knows(directory: Directory) -> None:
    texts = [variants[0]["text"] for variants in load_responses(RESPONSES).values()]
    named = {hole for text in texts for hole in placeholders(text) if hole.startswith("phone_")}
    assert named <= {f"phone_{phone}" for phone in directory.phones}


class TestAbsentPhones:
    @pytest.mark.parametrize(
        ("text", "said"),
        [
            ("Goodbye. Call {phone_kjt}.", "Goodbye."),
            ("Call {phone_kjt}. Goodbye. Call {phone_112}!", "Goodbye. Call 112!"),
            ("Call {phone_kjt} or {phone_112}? Goodbye.", "Goodbye."),
            ("Hello. Are you well? A person? Call {phone_kjt}.", "Hello. Are you well?"),
            ("Here:\n• {phone_kjt}: a line. Free.\n• {phone_112}: help", "Here:\n• 112: help"),
            ("Hello.\nHere:\n• {phone_kjt}: a line\nOr call {phone_112}.", "Hello.\nOr call 112."),
            ("Call {phone_kjt}.", "• 112: Emergency call\n• 113: Police"),
        ],
    )
    def test_what_names_one_is_left_out(self, text: str, said: str) -> None:
        inside = without_outside_facts()
        responses = {"utter_a": [{"text": text}], "utter_result_number": [{"text": "• {number}: {name}"}]}
        assert catalogue_of(inside.directory, responses).text("utter_a") == said

    def test_a_helpline_is_left_out_of_its_own_list(self) -> None:
        said = without_outside_facts().text("utter_human")
        assert said == "In danger, call 112 or 113."

    def test_the_hours_of_the_office_line_stay(self) -> None:
        said = without_outside_facts().text("utter_hours_closed", opens="Monday 08:00")
        assert (
            said == "The office line is closed now. It opens Monday 08:00 (Monday to Friday, 8:00 to 18:00)."
        )


class TestFiles:
    def test_all_files_together(self, tmp_path: Path) -> None:
        (tmp_path / "a.yml").write_text("responses:\n  utter_a:\n  - text: A\n")
        (tmp_path / "b.yml").write_text("responses:\n  utter_b:\n  - text: B\n")
        assert load_responses(tmp_path) == {"utter_a": [{"text": "A"}], "utter_b": [{"text": "B"}]}

    def test_a_name_that_stands_twice_names_both_files(self, tmp_path: Path) -> None:
        for name in ("a", "b"):
            (tmp_path / f"{name}.yml").write_text("responses:\n  utter_a:\n  - text: A\n")
        with pytest.raises(WordingError, match="b.yml: 'utter_a' stands in a.yml too"):
            load_responses(tmp_path)


def test_a_message_becomes_a_response_of_rasa() -> None:
    assert Message("Hello").to_json() == {"text": "Hello"}
    assert Message("?", (Choice("Yes", "/affirm"),)).to_json() == {
        "text": "?",
        "buttons": [{"title": "Yes", "payload": "/affirm"}],
    }
