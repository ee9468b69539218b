"""Ages, places and people as Rasa entities: rule pipes on blank spaCy pipelines, around the core's readers.

No model is downloaded. Each pipe writes its finds as spans of the Doc; values are plain JSON.
"""

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import spacy
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.extractors.extractor import EntityExtractorMixin
from rasa.shared.nlu.constants import ENTITIES, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData
from spacy.language import Language
from spacy.tokens import Doc, Span

from helpfinder.ages import AgeMention
from helpfinder.knowledge import knowledge
from helpfinder.people import Relation

_ZONE = ZoneInfo("Europe/Luxembourg")
_SPANS = "facts"
_GROWN_UP = 28 * 12  # months: until 27 somebody may write for themself
Doc.set_extension("today", default=None, force=True)
Span.set_extension("value", default=None, force=True)


class FactPipe:
    """A spaCy pipe that adds spans with a value. Subclasses read the text."""

    def __init__(self, label: str) -> None:
        self._label = label

    def __call__(self, doc: Doc) -> Doc:
        spans = []
        for start, end, value in self.read(doc):
            span = doc.char_span(start, end, label=self._label, alignment_mode="expand")
            if span is not None:
                span._.value = {"value": value, "start": start, "end": end}
                spans.append(span)
        doc.spans[_SPANS] = [*doc.spans.get(_SPANS, []), *spans]
        return doc

    def read(self, doc: Doc) -> list[tuple[int, int, Any]]:
        raise NotImplementedError


class AgePipe(FactPipe):
    """Ages of children, and a young writer's own: ``[months, months_until]``."""

    def read(self, doc: Doc) -> list[tuple[int, int, Any]]:
        found = knowledge().ages.find_ages(doc.text, doc._.today)
        counted = [age for age in found if _counts(age)] or _own_age(doc.text, found)
        return [(age.start, age.end, [age.months, age.months_until]) for age in counted]


def _counts(age: AgeMention) -> bool:
    """Not the age of a grown-up who writes for a child."""
    return age.whose != "writer" or age.months < _GROWN_UP


def _own_age(text: str, ages: list[AgeMention]) -> list[AgeMention]:
    """The age of a grown-up who writes for themself: no child is spoken of."""
    about = knowledge().people.find_person(text, ages)
    return ages if about is None or about.about in (None, Relation.ME) else []


class PlacePipe(FactPipe):
    """Places as they were written; the core looks them up again where they are used."""

    def read(self, doc: Doc) -> list[tuple[int, int, Any]]:
        found = knowledge().gazetteer.find_in(doc.text)
        return [(m.start, m.end, doc.text[m.start : m.end]) for m in found]


class PersonPipe(FactPipe):
    """Who writes: a value of ``helpfinder.people.Person``."""

    def read(self, doc: Doc) -> list[tuple[int, int, Any]]:
        ages = knowledge().ages.find_ages(doc.text, doc._.today)
        found = knowledge().people.find_person(doc.text, ages)
        return [(found.start, found.end, found.person.value)] if found and found.person else []


@Language.factory("helpfinder_age")
def _age_pipe(nlp: Language, name: str) -> AgePipe:
    return AgePipe("age")


@Language.factory("helpfinder_place")
def _place_pipe(nlp: Language, name: str) -> PlacePipe:
    return PlacePipe("place")


@Language.factory("helpfinder_person")
def _person_pipe(nlp: Language, name: str) -> PersonPipe:
    return PersonPipe("person")


class FactEntityExtractor(GraphComponent, EntityExtractorMixin):
    """The frame of the three extractors: one spaCy pipe each."""

    pipe = ""

    def __init__(self) -> None:
        self._nlp = spacy.blank("xx")
        self._nlp.add_pipe(self.pipe)

    @staticmethod
    def required_packages() -> list[str]:
        return ["spacy"]

    def process(self, messages: list[Message]) -> list[Message]:
        for message in messages:
            entities = self.add_extractor_name(self._entities(message.get(TEXT) or ""))
            message.set(ENTITIES, [*(message.get(ENTITIES) or []), *entities], add_to_output=True)
        return messages

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        return training_data

    def _entities(self, text: str) -> list[dict[str, Any]]:
        doc = self._nlp.make_doc(text)
        doc._.today = datetime.now(_ZONE).date()
        return [{"entity": span.label_, **span._.value} for span in self._nlp(doc).spans.get(_SPANS, [])]


@DefaultV1Recipe.register([DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR], is_trainable=False)
class AgeEntityExtractor(FactEntityExtractor):
    pipe = "helpfinder_age"

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> "AgeEntityExtractor":
        return cls()


@DefaultV1Recipe.register([DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR], is_trainable=False)
class PlaceEntityExtractor(FactEntityExtractor):
    pipe = "helpfinder_place"

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> "PlaceEntityExtractor":
        return cls()


@DefaultV1Recipe.register([DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR], is_trainable=False)
class PersonEntityExtractor(FactEntityExtractor):
    pipe = "helpfinder_person"

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> "PersonEntityExtractor":
        return cls()
