"""A search with the real data, for tests of how its answer is worded."""

from dataclasses import dataclass
from datetime import datetime

from helpfinder.directory import Directory
from helpfinder.finder import Answer, find
from helpfinder.geography import Gazetteer
from helpfinder.matching import Age, Criteria


@dataclass(frozen=True)
class Find:
    directory: Directory
    gazetteer: Gazetteer
    now: datetime

    def __call__(
        self, concern: str | None, age: Age | None = None, place: str | None = None, person: str | None = None
    ) -> Answer:
        """``place`` is what somebody wrote."""
        where = self.gazetteer.look_up(place).place if place else None
        return find(Criteria(age, concern, person), where, self.directory, self.now)
