"""What the safety layer finds in a message: one signal, or nothing."""

from dataclasses import dataclass
from enum import Enum


class Tier(str, Enum):
    """EXPLICIT: answer at once, ask nothing. UNCLEAR: one plain question, the numbers already visible."""

    EXPLICIT = "explicit"
    UNCLEAR = "unclear"


class Topic(str, Enum):
    """What the danger is about, the most urgent first: the order decides between two explicit signals."""

    MEDICAL = "medical"
    DANGER_NOW = "danger_now"
    SELF_HARM = "self_harm"
    SEXUAL_ABUSE = "sexual_abuse"
    HARM_BABY = "harm_baby"
    VIOLENCE = "violence"
    MISSING = "missing"
    THROWN_OUT = "thrown_out"


class Voice(str, Enum):
    """Who seems to write. A teenager writes with the voice of a child."""

    CHILD = "child"
    ADULT = "adult"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Signal:
    tier: Tier
    topic: Topic
    language: str  # the lexicon that heard it, not the language of the conversation
    group: str  # the name of the group in data/safety/<language>.yml
    voice: Voice = Voice.UNKNOWN


def severity(tier: Tier, topic: Topic) -> tuple[int, int]:
    """Sort key: explicit before unclear, then the order of the topics."""
    return list(Tier).index(tier), list(Topic).index(topic)
