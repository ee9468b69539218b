"""One talk with the core: what is heard goes in by hand, so that no model is needed."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any

from helpfinder.conversation import Reply, Situation, answer_reply
from helpfinder.interview import Heard, Interview
from helpfinder.matching import Age

ReplyTo = Callable[[Interview, Heard, Situation], Reply]
FIVE, EIGHT, SIXTEEN = Age.of_years(5), Age.of_years(8), Age.of_years(16)
WILTZ = "L00399"


@dataclass
class Talk:
    situation: Situation
    interview: Interview = field(default_factory=Interview)
    reply: Reply | None = None

    def hears(
        self,
        *concerns: str,
        to: ReplyTo = answer_reply,
        place: str | None = None,
        age: Age | None = None,
        **heard: Any,
    ) -> str:
        """What is answered, as one text. ``place`` is what somebody wrote, ``to`` the reply that is asked."""
        lookup = self.situation.known.gazetteer.look_up(place) if place else None
        ages = heard.pop("ages", (age,) if age else ())
        message = Heard(concerns=concerns, place=lookup, ages=ages, **heard)
        self.reply = to(self.interview, message, self.situation)
        self.interview = self.reply.interview
        return self.text

    def knows(self, **facts: Any) -> "Talk":
        self.interview = replace(self.interview, **facts)
        return self

    def has_result(self, concern: str, age: Age | None = EIGHT, place: str | None = WILTZ) -> "Talk":
        """A talk that has come to its result."""
        self.knows(concern=concern, age=age, place=place)
        self.hears()
        assert self.interview.has_result
        return self

    @property
    def text(self) -> str:
        return "\n".join(message.text for message in self.messages)

    @property
    def messages(self) -> tuple[Any, ...]:
        return self.reply.messages if self.reply else ()

    @property
    def payloads(self) -> list[str]:
        return [choice.payload for message in self.messages for choice in message.choices]

    def says(self, name: str, /, **values: object) -> str:
        """The wording of a response, to compare with."""
        return self.situation.text(name, **values)
