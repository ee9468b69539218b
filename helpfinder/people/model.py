"""Who writes, and whom it is about."""

from dataclasses import dataclass
from enum import Enum


class Person(str, Enum):
    """Who writes."""

    PARENT = "parent"
    CHILD = "child"  # under 18, for themself
    YOUNG_ADULT = "young_adult"  # 18 to 27, for themself
    GRANDPARENT = "grandparent"
    FOSTER_PARENT = "foster_parent"
    PROFESSIONAL = "professional"
    OTHER = "other"  # friend, neighbour, aunt


class Relation(str, Enum):
    """Whom it is about, as seen by the writer."""

    ME = "me"
    SON = "son"
    DAUGHTER = "daughter"
    CHILD = "child"
    BABY = "baby"
    GRANDCHILD = "grandchild"
    FOSTER_CHILD = "foster_child"
    STEPCHILD = "stepchild"
    PUPIL = "pupil"
    SIBLING = "sibling"
    NEPHEW_NIECE = "nephew_niece"
    FRIEND = "friend"
    NEIGHBOUR = "neighbour"
    PARTNER = "partner"


@dataclass(frozen=True)
class PersonMention:
    """``text[start:end]`` shows who writes or whom it is about; None where it does not say."""

    start: int
    end: int
    text: str
    person: Person | None
    about: Relation | None
