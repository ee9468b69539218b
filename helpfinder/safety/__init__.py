"""The deterministic safety layer: a message in, one signal or nothing out; and the numbers that fit it."""

from helpfinder.safety.assess import Safety, load_safety
from helpfinder.safety.model import Signal, Tier, Topic, Voice

__all__ = ["Safety", "Signal", "Tier", "Topic", "Voice", "load_safety"]
