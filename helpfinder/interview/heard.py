"""What one message said, as far as it was understood."""

from dataclasses import dataclass

from helpfinder.geography import Lookup, LookupKind
from helpfinder.matching import Age


@dataclass(frozen=True)
class Heard:
    text: str = ""
    intent: str | None = None
    concerns: tuple[str, ...] = ()  # most likely first
    ages: tuple[Age, ...] = ()  # of the children, or of a young writer
    age_problem: str | None = None  # a value of helpfinder.ages.AgeProblem's reason
    place: Lookup | None = None
    person: str | None = None
    number: int | None = None  # the text is a bare number
    ordinal: int | None = None  # the text speaks of "number 2", "the second one"

    tells_contact: bool = False  # a mail address or a phone number stands in the text

    @property
    def place_is_certain(self) -> bool:
        return self.place is not None and self.place.kind in (LookupKind.EXACT, LookupKind.AMBIGUOUS)
