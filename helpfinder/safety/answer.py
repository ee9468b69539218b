"""A signal to the phone ids to show, from ``data/safety/numbers.csv``. Wording: data/responses/safety.yml."""

import csv
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from helpfinder.safety.model import Signal, Topic

EMERGENCY = frozenset({"112", "113"})  # always shown, always first
IsOpen = Callable[[str], bool | None]  # phone id -> open now; None: hours unknown

_AUDIENCES = {"young": (True,), "adult": (False,), "any": (True, False)}


class NumbersError(ValueError):
    """A row of the table can't be used; the message says which."""


@dataclass(frozen=True)
class Numbers:
    """Phone ids by topic and by whether the person in need is young, in the order of their rank."""

    ranked: Mapping[tuple[Topic, bool], tuple[str, ...]]

    def numbers(self, signal: Signal, person_is_young: bool, is_open: IsOpen) -> tuple[str, ...]:
        """112 and 113, then the helplines: open now, then with unknown hours, then closed."""
        ranked = self.ranked[signal.topic, person_is_young]
        emergency = [phone for phone in ranked if phone in EMERGENCY]
        helplines = [phone for phone in ranked if phone not in EMERGENCY]
        return (*emergency, *sorted(helplines, key=lambda phone: _wait(is_open(phone))))


def _wait(is_open: bool | None) -> int:
    return 1 if is_open is None else 0 if is_open else 2


def load_numbers(path: Path) -> Numbers:
    """Read and check the table: every topic has 112 and 113 for everybody. Raises :class:`NumbersError`."""
    rows: dict[tuple[Topic, bool], list[tuple[int, str]]] = {
        (topic, young): [] for topic in Topic for young in (True, False)
    }
    with path.open(encoding="utf-8", newline="") as file:
        for line, row in enumerate(csv.DictReader(file), start=2):
            try:
                for young in _AUDIENCES[row["voice"]]:
                    rows[Topic(row["topic"]), young].append((int(row["rank"]), row["phone_id"]))
            except (KeyError, ValueError) as error:
                raise NumbersError(f"{path.name}:{line}: missing or unknown: {error}") from error
    ranked = {key: tuple(phone for _, phone in sorted(found)) for key, found in rows.items()}
    for (topic, _), phones in ranked.items():
        if not EMERGENCY.issubset(phones):
            raise NumbersError(f"{path.name}: {topic.value}: 112 and 113 must be there for everybody")
    return Numbers(ranked)
