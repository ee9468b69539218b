"""The wording of every response in every language.

English stands in ``data/responses/*.yml`` in Rasa's format, translations in gettext catalogues under
``locales/``; ``extraction.py`` says which context (msgctxt) a text has.
A text may name a number as ``{phone_<id>}``: digits themselves stand in the directory only. Where the
directory has no such phone (outside facts are off), the sentence that names it is left out.
"""

import string
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from helpfinder.directory import Directory
from helpfinder.languages import SOURCE_LANGUAGE
from helpfinder.wording.absent_phones import without_absent_phones
from helpfinder.wording.extraction import BUTTON, extract
from helpfinder.wording.message import Choice, Message
from helpfinder.wording.translations import Texts, load_translations

Responses = Mapping[str, Sequence[Mapping[str, Any]]]
_ENOUGH = 0.95  # the share of translated texts from which a language is offered; the gate in CI wants all
_ALWAYS_THERE = ("112", "113")


class WordingError(ValueError):
    """A response that does not exist, or a placeholder nobody fills. The message names it."""


class _PlainFormatter(string.Formatter):
    """``{name}`` only: no attributes, indexes or format specs, so that no text can reach into objects."""

    def get_field(self, field_name: str, args: Sequence[Any], kwargs: Mapping[str, Any]) -> Any:
        try:
            return kwargs[field_name], field_name
        except KeyError:
            raise WordingError(f"nobody fills the placeholder {{{field_name}}}") from None


@dataclass(frozen=True)
class Catalogue:
    responses: Responses
    directory: Directory
    translations: Mapping[str, Texts] = field(default_factory=dict)

    def offered_languages(self) -> tuple[str, ...]:
        """English, and every language whose catalogue has (nearly) all texts of today."""
        wanted = [(entry.context, entry.source) for entry in extract(self.responses, self.directory)]
        complete = [
            language
            for language, texts in self.translations.items()
            if sum(key in texts for key in wanted) >= _ENOUGH * len(wanted)
        ]
        return tuple(sorted({SOURCE_LANGUAGE, *complete}))

    def text(self, name: str, language: str = SOURCE_LANGUAGE, /, **values: object) -> str:
        source = self._response(name)["text"]
        said = self._fill(self.translate(name, source, language), values)
        return said or (self.numbers(_ALWAYS_THERE, language) if source else "")

    def message(self, name: str, language: str = SOURCE_LANGUAGE, /, **values: object) -> Message:
        """The whole response: its text, its buttons, and the menu of concerns where it asks for one."""
        return Message(self.text(name, language, **values), self.choices(name, language))

    def choices(self, name: str, language: str = SOURCE_LANGUAGE) -> tuple[Choice, ...]:
        response = self._response(name)
        buttons = tuple(
            Choice(self.translate(BUTTON, button["title"], language), button["payload"])
            for button in response.get("buttons", ())
        )
        wants_menu = response.get("metadata", {}).get("choices") == "concerns"
        return self.concern_menu(language) + buttons if wants_menu else buttons

    def concern_menu(self, language: str = SOURCE_LANGUAGE) -> tuple[Choice, ...]:
        concerns = sorted(self.directory.concerns.values(), key=lambda concern: concern.rank)
        return tuple(
            Choice(self.concern(concern.id, language), need_payload(concern.id)) for concern in concerns
        )

    def concern(self, concern: str, language: str = SOURCE_LANGUAGE) -> str:
        return self.translate(f"concern.{concern}.name", self.directory.concerns[concern].name, language)

    def fact(self, resource: str, identifier: str, name: str, source: str, language: str) -> str:
        """A text of the directory (``service``, ``phone``), translated."""
        return self.translate(f"{resource}.{identifier}.{name}", source, language)

    def translate(self, context: str, source: str, language: str) -> str:
        """The translation, or the English source where there is none yet."""
        return self.translations.get(language, {}).get((context, source), source)

    def numbers(self, phone_ids: Sequence[str], language: str = SOURCE_LANGUAGE) -> str:
        """One line a number, as they are dialled in Luxembourg."""
        phones = [self.directory.phones[phone] for phone in phone_ids if phone in self.directory.phones]
        lines = [
            self.text(
                "utter_result_number",
                language,
                number=phone.number,
                name=self.fact("phone", phone.id, "name", phone.name, language),
            )
            for phone in phones
        ]
        return "\n".join(lines)

    def __contains__(self, name: object) -> bool:
        return name in self.responses

    def _response(self, name: str) -> Mapping[str, Any]:
        try:
            return self.responses[name][0]
        except KeyError:
            raise WordingError(f"there is no response {name!r}") from None

    def _fill(self, text: str, values: Mapping[str, object]) -> str:
        phones = {f"phone_{phone.id}": phone.number for phone in self.directory.phones.values()}
        filled = {**phones, **values}
        return _PlainFormatter().vformat(without_absent_phones(text, filled), (), filled)


def need_payload(concern: str) -> str:
    """What the button of a concern says: the intent of somebody who has that worry."""
    return "/need_" + concern.replace("-", "_")


def load_catalogue(responses: Path, locales: Path, directory: Directory) -> Catalogue:
    return Catalogue(load_responses(responses), directory, load_translations(locales))


def load_responses(folder: Path) -> dict[str, list[dict[str, Any]]]:
    """All responses of ``folder/*.yml``. A name that stands twice is an error that names both files."""
    merged: dict[str, list[dict[str, Any]]] = {}
    origin: dict[str, str] = {}
    for path in sorted(folder.glob("*.yml")):
        content = yaml.safe_load(path.read_text(encoding="utf-8"))
        for name, variants in content["responses"].items():
            if name in merged:
                raise WordingError(f"{path.name}: {name!r} stands in {origin[name]} too")
            merged[name], origin[name] = variants, path.name
    return merged
