"""The crisis grid: how much of what people write in danger is heard, and how rarely an ordinary request is.

Cases are by people who did not write the lexicon: ``<language>/crisis.yml`` and ``<language>/ordinary.yml``.
"""

from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
import yaml

from helpfinder.knowledge import Knowledge, knowledge
from helpfinder.safety.model import Signal, Tier

HERE = Path(__file__).parent
HOME = HERE.parents[1]
LANGUAGES = sorted(path.parent.name for path in HERE.glob("*/crisis.yml"))
LEAST_EXPLICIT, LEAST_UNCLEAR, MOST_FALSE_ALARMS = 0.98, 0.85, 0.02
FEWEST = {"en": 300}  # cases of each kind
FEWEST_ELSEWHERE = 150
UNSEEN_EXPLICIT, UNSEEN_FALSE_ALARMS = 0.85, 0.08  # may only get better

Case = dict[str, Any]


@pytest.fixture(scope="module")
def known() -> Knowledge:
    return knowledge()


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


def is_binding(language: str) -> bool:
    """Languages still in the making are measured and printed; those the bot must speak are gated."""
    rows = (HOME / "data" / "languages.csv").read_text(encoding="utf-8").splitlines()
    return any(row.startswith(f"{language},") and row.endswith(",yes") for row in rows)


@pytest.mark.parametrize("language", LANGUAGES)
def test_there_are_enough_cases(language: str) -> None:
    fewest = FEWEST.get(language, FEWEST_ELSEWHERE)
    assert all(len(_cases(language, name)) >= fewest for name in ("crisis", "ordinary"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_recall(language: str, known: Knowledge, capsys: pytest.CaptureFixture[str]) -> None:
    with capsys.disabled():
        tiers = _recall(language, known)
    for tier, least in ((Tier.EXPLICIT, LEAST_EXPLICIT), (Tier.UNCLEAR, LEAST_UNCLEAR)):
        good, every = tiers[(tier.value,)]
        assert not is_binding(language) or good / every >= least, f"{language}: {tier.value} {good}/{every}"


def _recall(language: str, known: Knowledge) -> dict[tuple[str, ...], tuple[int, int]]:
    results = [(case, heard(case, known.assess(case["text"]))) for case in _cases(language, "crisis")]
    tiers = table(results, "tier")
    show(f"{language}: heard, by tier", tiers)
    for key in ("topic", "form", "voice", "spelling"):
        show(f"{language}: heard, by tier and {key}", table(results, "tier", key))
    return tiers


@pytest.mark.parametrize("language", LANGUAGES)
def test_false_alarms(language: str, known: Knowledge, capsys: pytest.CaptureFixture[str]) -> None:
    results = [(case, known.assess(case["text"]) is not None) for case in _cases(language, "ordinary")]
    alarms = sum(alarm for _, alarm in results)
    with capsys.disabled():
        show(f"{language}: false alarms, by kind", table(results, "kind"))
        print(f"  {'all':<32}{alarms:>5}/{len(results):<5}{alarms / len(results):7.1%}")
    assert not is_binding(language) or alarms / len(results) <= MOST_FALSE_ALARMS


def test_sentences_nobody_tuned_on(known: Knowledge, capsys: pytest.CaptureFixture[str]) -> None:
    """English cases written last and never used to improve the lexicon: the figure to believe."""
    crisis = [(case, heard(case, known.assess(case["text"]))) for case in _cases("en", "unseen_crisis")]
    ordinary = [known.assess(case["text"]) is not None for case in _cases("en", "unseen_ordinary")]
    tiers = table(crisis, "tier")
    with capsys.disabled():
        show("en, unseen: heard, by tier", tiers)
        print(
            f"  {'false alarms':<32}{sum(ordinary):>5}/{len(ordinary):<5}{sum(ordinary) / len(ordinary):7.1%}"
        )
    good, every = tiers[(Tier.EXPLICIT.value,)]
    assert good / every >= UNSEEN_EXPLICIT
    assert sum(ordinary) / len(ordinary) <= UNSEEN_FALSE_ALARMS
