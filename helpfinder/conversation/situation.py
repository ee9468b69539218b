"""What surrounds a reply: the knowledge, the language, the hour. And the reply itself."""

from dataclasses import dataclass, replace
from datetime import datetime

from helpfinder.finder import Answer, find
from helpfinder.geography import Place
from helpfinder.interview import Interview
from helpfinder.knowledge import Knowledge
from helpfinder.wording import Catalogue, Message


@dataclass(frozen=True)
class Situation:
    known: Knowledge
    language: str
    now: datetime
    after_safety: bool = False  # a safety answer was just given: ask nothing, repeat no numbers
    first: bool = False  # nothing was said to this person before

    @property
    def catalogue(self) -> Catalogue:
        return self.known.catalogue

    def text(self, name: str, /, **values: object) -> str:
        return self.catalogue.text(name, self.language, **values)

    def message(self, name: str, /, **values: object) -> Message:
        return self.catalogue.message(name, self.language, **values)

    def place(self, interview: Interview) -> Place | None:
        return self.known.gazetteer.get(interview.place) if interview.place else None

    def find(self, interview: Interview) -> Answer:
        return find(interview.criteria, self.place(interview), self.known.directory, self.now)


@dataclass(frozen=True)
class Reply:
    messages: tuple[Message, ...]
    interview: Interview

    def after(self, *notes: Message) -> "Reply":
        """The same reply with something said before it."""
        return replace(self, messages=(*notes, *self.messages))
