"""What is known about the child and the worry. Every field may be unknown."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Age:
    """An age as it was said, in whole months: "8 years" is 96 up to but not including 108."""

    months: int
    months_until: int

    @property
    def years(self) -> int:
        return self.months // 12

    @staticmethod
    def of_years(years: int) -> "Age":
        return Age(years * 12, (years + 1) * 12)


@dataclass(frozen=True)
class Criteria:
    age: Age | None = None
    concern: str | None = None
    person: str | None = None  # a value of helpfinder.people.Person
