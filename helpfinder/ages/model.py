"""What somebody said about an age. Everything is in whole months; ranges exclude their end."""

from dataclasses import dataclass
from enum import Enum
from typing import Literal

Whose = Literal["writer", "child", "unknown"]
MAXIMUM_YEARS = 110


class Reason(str, Enum):
    """Why an answer to "how old?" gives no age."""

    TOO_OLD = "too_old"
    NEGATIVE = "negative"
    NOT_AN_AGE = "not_an_age"
    IN_FUTURE = "in_future"


@dataclass(frozen=True)
class AgeMention:
    """``text[start:end]`` says: at least ``months`` and less than ``months_until`` old.

    ``unborn``: not born yet (then 0 to 1). ``several``: one span over the ages of more than one child.
    """

    start: int
    end: int
    text: str
    months: int
    months_until: int
    whose: Whose = "unknown"
    unborn: bool = False
    several: bool = False


@dataclass(frozen=True)
class AgeProblem:
    reason: Reason
