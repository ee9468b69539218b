"""All English texts that a visitor can read, as entries for translators. Pure: no file is read here.

The context (msgctxt) is a response's name, ``button`` for the labels of buttons, ``concern.<id>.name``,
``phone.<id>.name`` or ``service.<id>.<field>``.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from helpfinder.directory import Directory, Service

BUTTON = "button"  # one context for all labels: the same word is translated once
BUTTON_LENGTH = 20  # characters; WhatsApp and Messenger cut off the rest
MENU_LENGTH = 24  # a row of WhatsApp's list; a longer label is shortened, and written in full below
MENU_LONGEST = 72  # the room below a row
TEXT_LENGTH = 1024  # the text of a WhatsApp message with buttons

_PLACEHOLDER = re.compile(r"{([^{}]*)}")
_NAMED = 3  # responses named in the comment of a button
_IS_LABEL = "utter_button_"
_MEANINGS = {
    "age": "an age: 8 years",
    "concern": "the worry, as on its button",
    "distance": "a distance: 2.3 km",
    "eligibility": "who a service is for",
    "facts": "what is known: 8 years · Violence at home",
    "how": "one or more whole sentences: how one gets the service",
    "limit": "an age: 12 years",
    "name": "the name of a service or of a phone's owner",
    "number": "a phone number",
    "numbers": "a list of phone numbers, one a line",
    "office": "name and address of an office",
    "opens": "day and hour: Monday 08:00",
    "phones": "one or more phone numbers",
    "place": "the name of a place",
    "position": "1, 2, 3",
    "wait": "a length of time: 6 months",
}


@dataclass(frozen=True, order=True)
class Entry:
    context: str
    source: str
    comments: tuple[str, ...] = ()
    limit: int = TEXT_LENGTH  # characters

    @property
    def placeholders(self) -> frozenset[str]:
        return placeholders(self.source)


def placeholders(text: str) -> frozenset[str]:
    return frozenset(_PLACEHOLDER.findall(text))


def extract(responses: Mapping[str, Sequence[Mapping[str, Any]]], directory: Directory) -> tuple[Entry, ...]:
    """Every text once, sorted."""
    found = [*_responses(responses, directory), *_buttons(responses), *_directory(directory)]
    return tuple(sorted(found))


def _responses(responses: Mapping[str, Sequence[Mapping[str, Any]]], directory: Directory) -> Iterator[Entry]:
    for name, variants in responses.items():
        text = variants[0].get("text", "")
        if text.strip():
            limit = BUTTON_LENGTH if name.startswith(_IS_LABEL) else TEXT_LENGTH
            yield Entry(name, text, tuple(_explained(text, directory)), limit)


def _explained(text: str, directory: Directory) -> Iterator[str]:
    """One comment a placeholder. Keep each as it is, at any place of the sentence."""
    for name in sorted(placeholders(text)):
        phone = directory.phones.get(name.removeprefix("phone_")) if name.startswith("phone_") else None
        if phone is not None:
            yield f"{{{name}}}: the number of {phone.name}"
        elif name in _MEANINGS:
            yield f"{{{name}}}: {_MEANINGS[name]}"
        else:
            yield f"{{{name}}}"


def _buttons(responses: Mapping[str, Sequence[Mapping[str, Any]]]) -> Iterator[Entry]:
    where: dict[str, set[str]] = {}
    for name, variants in responses.items():
        for button in variants[0].get("buttons", ()):
            where.setdefault(button["title"], set()).add(name)
    for title, names in where.items():
        comment = f"button, at most {BUTTON_LENGTH} characters; below {_some(sorted(names))}"
        yield Entry(BUTTON, title, (comment,), BUTTON_LENGTH)


def _some(names: Sequence[str]) -> str:
    shown = ", ".join(names[:_NAMED])
    return f"{shown} and {len(names) - _NAMED} more" if len(names) > _NAMED else shown


def _directory(directory: Directory) -> Iterator[Entry]:
    menu = f"button of the menu of worries: better not above {MENU_LENGTH} characters"
    for concern in directory.concerns.values():
        hint = (menu, f"means: {concern.description}") if concern.description else (menu,)
        yield Entry(f"concern.{concern.id}.name", concern.name, hint, MENU_LONGEST)
    for phone in directory.phones.values():
        yield Entry(f"phone.{phone.id}.name", phone.name, ("whose phone number it is",))
    for service in directory.services.values():
        yield from _service(service)


def _service(service: Service) -> Iterator[Entry]:
    texts: Iterable[tuple[str, str | None, str]] = (
        ("name", service.name, "the name of a service; a proper name stays as it is"),
        ("description", service.description, "what the service does"),
        ("eligibility_description", service.eligibility_description, "who it is for; shown after “For:”"),
        *((f"note.{index}", note, "shown with the details") for index, note in enumerate(service.notes)),
    )
    for name, text, shown in texts:
        if text:
            comments = (shown,) if name == "name" else (shown, f"service: {service.name}")
            yield Entry(f"service.{service.id}.{name}", text, comments)
