"""What a translator gets to see."""

from helpfinder.directory import Directory
from helpfinder.wording.catalogue import Responses
from helpfinder.wording.extraction import BUTTON, Entry, extract


def found(responses: Responses, directory: Directory, context: str) -> list[Entry]:
    return [entry for entry in extract(responses, directory) if entry.context == context]


def test_every_response_has_an_entry(responses: Responses, directory: Directory) -> None:
    contexts = {entry.context for entry in extract(responses, directory)}
    assert {name for name, variants in responses.items() if variants[0].get("text", "").strip()} <= contexts


def test_every_shown_text_of_the_directory_has_an_entry(responses: Responses, directory: Directory) -> None:
    keys = {(entry.context, entry.source) for entry in extract(responses, directory)}
    service = directory.services["cepas"]
    assert (f"service.{service.id}.note.0", service.notes[0]) in keys
    assert (f"service.{service.id}.eligibility_description", service.eligibility_description) in keys
    assert ("concern.baby.name", directory.concerns["baby"].name) in keys
    assert ("phone.112.name", directory.phones["112"].name) in keys


def test_same_label_is_translated_once(directory: Directory) -> None:
    skip = {"title": "Skip", "payload": "/skip"}
    responses = {name: [{"text": name, "buttons": [skip]}] for name in ("utter_b", "utter_a")}
    (entry,) = found(responses, directory, BUTTON)
    assert entry.limit == 20
    assert "utter_a, utter_b" in entry.comments[0]


def test_placeholders_are_explained(directory: Directory) -> None:
    responses = {"utter_x": [{"text": "Call {phone_113} from {place}"}]}
    (entry,) = found(responses, directory, "utter_x")
    assert entry.placeholders == {"phone_113", "place"}
    assert entry.comments == ("{phone_113}: the number of Police", "{place}: the name of a place")


def test_order_does_not_depend_on_the_order_of_the_files(responses: Responses, directory: Directory) -> None:
    backwards = dict(reversed(responses.items()))
    assert extract(backwards, directory) == extract(responses, directory)
