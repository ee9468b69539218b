"""The crisis grid: how much of what people write in danger is heard, and how rarely an ordinary request is.

Cases are by people who did not write the lexicon: ``<language>/crisis.yml`` and ``<language>/ordinary.yml``.
"""

from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
import yaml

from helpfinder.safety.assess import Safety, load_safety
from helpfinder.safety.model import Signal, Tier

HERE = Path(__file__).parent
LANGUAGES = sorted(path.parent.name for path in HERE.glob("*/crisis.yml"))
LEAST_EXPLICIT, LEAST_UNCLEAR, MOST_FALSE_ALARMS = 0.98, 0.85, 0.02
FEWEST_ORDINARY = 300

Case = dict[str, Any]


@pytest.fixture(scope="module")
def safety() -> Safety:
    return load_safety(HERE.parents[1] / "data" / "safety")


def _cases(language: str, name: str) -> list[Case]:
    return list(yaml.safe_load((HERE / language / f"{name}.yml").read_text(encoding="utf-8")))


def heard(case: Case, signal: Signal | None) -> bool:
    """An explicit case needs an explicit signal; an unclear one any."""
    return signal is not None and (case["tier"] == Tier.UNCLEAR.value or signal.tier is Tier.EXPLICIT)


def table(cases: Iterable[tuple[Case, bool]], *keys: str) -> dict[tuple[str, ...], tuple[int, int]]:
    """(heard, all) for each combination of ``keys``."""
    every: Counter[tuple[str, ...]] = Counter()
    good: Counter[tuple[str, ...]] = Counter()
    for case, was_heard in cases:
        row = tuple(str(case[key]) for key in keys)
        every[row] += 1
        good[row] += was_heard
    return {row: (good[row], every[row]) for row in sorted(every)}


def show(title: str, rows: dict[tuple[str, ...], tuple[int, int]]) -> None:
    print(f"\n{title}")
    for row, (good, every) in rows.items():
        print(f"  {' '.join(row):<32}{good:>5}/{every:<5}{good / every:7.1%}")


@pytest.mark.parametrize("language", LANGUAGES)
def test_recall(language: str, safety: Safety) -> None:
    results = [(case, heard(case, safety.assess(case["text"]))) for case in _cases(language, "crisis")]
    tiers = table(results, "tier")
    show(f"{language}: heard, by tier", tiers)
    for key in ("topic", "form", "voice", "spelling"):
        show(f"{language}: heard, by tier and {key}", table(results, "tier", key))
    for tier, least in ((Tier.EXPLICIT, LEAST_EXPLICIT), (Tier.UNCLEAR, LEAST_UNCLEAR)):
        good, every = tiers[(tier.value,)]
        assert good / every >= least, f"{language}: {tier.value} {good}/{every}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_false_alarms(language: str, safety: Safety) -> None:
    results = [(case, safety.assess(case["text"]) is not None) for case in _cases(language, "ordinary")]
    show(f"{language}: false alarms, by kind", table(results, "kind"))
    alarms = sum(alarm for _, alarm in results)
    print(f"  {'all':<32}{alarms:>5}/{len(results):<5}{alarms / len(results):7.1%}")
    assert len(results) >= FEWEST_ORDINARY
    assert alarms / len(results) <= MOST_FALSE_ALARMS
