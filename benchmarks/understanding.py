"""``make evaluate``: how well the trained model understands sentences it has never seen, per language.

Prints intent accuracy, macro F1 and the rejection of nonsense over confidence thresholds, from ``tests/nlu``.
"""

import asyncio
import logging
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml
from sklearn.metrics import f1_score

HELD_OUT = Path("tests/nlu")
MODEL = "models/helpfinder.tar.gz"
THRESHOLDS = (0.0, 0.2, 0.3, 0.4, 0.5)
OUT = "out_of_scope"


@dataclass(frozen=True)
class Reading:
    meant: str
    understood: str  # the likeliest intent, before the fallback threshold
    confidence: float


def sentences(language: str) -> list[tuple[str, str]]:
    """(sentence, intent) of the held-out files of a language."""
    found = []
    for path in sorted((HELD_OUT / language).glob("*.yml")):
        for block in yaml.safe_load(path.read_text(encoding="utf-8"))["nlu"]:
            lines = block["examples"].splitlines()
            found += [(line[2:].strip(), block["intent"]) for line in lines if line.startswith("- ")]
    return found


async def read(language: str) -> list[Reading]:
    from rasa.core.agent import load_agent
    from rasa.core.utils import AvailableEndpoints

    agent = await load_agent(model_path=MODEL, endpoints=AvailableEndpoints())
    readings = []
    for sentence, meant in sentences(language):
        parsed = await agent.parse_message(sentence)
        ranked = [r for r in parsed["intent_ranking"] if r["name"] != "nlu_fallback"]
        plain = parsed["intent"] if parsed["intent"]["confidence"] == 1.0 else None
        best = plain or (ranked[0] if ranked else {"name": OUT, "confidence": 0.0})
        readings.append(Reading(meant, str(best["name"]), float(best["confidence"])))
    return readings


def accuracy(readings: Sequence[Reading], threshold: float) -> float:
    wanted = [r for r in readings if r.meant != OUT]
    return sum(r.meant == r.understood and r.confidence >= threshold for r in wanted) / len(wanted)


def rejection(readings: Sequence[Reading], threshold: float) -> float:
    """Nonsense that is taken for nonsense, or for nothing."""
    nonsense = [r for r in readings if r.meant == OUT]
    return sum(r.understood == OUT or r.confidence < threshold for r in nonsense) / len(nonsense)


def main() -> int:
    logging.disable(logging.WARNING)
    from rasa.utils.log_utils import configure_structlog

    configure_structlog(logging.ERROR)
    languages = sorted(path.name for path in HELD_OUT.iterdir() if path.is_dir() and any(path.glob("*.yml")))
    print("| language | sentences | macro F1 | " + " | ".join(f"≥ {t}" for t in THRESHOLDS) + " |")
    print("|---|---|---|" + "---|" * len(THRESHOLDS))
    best = []
    for language in languages:
        readings = asyncio.run(read(language))
        f1 = f1_score([r.meant for r in readings], [r.understood for r in readings], average="macro")
        cells = [f"{accuracy(readings, t):.1%} / {rejection(readings, t):.1%}" for t in THRESHOLDS]
        print(f"| {language} | {len(readings)} | {f1:.3f} | " + " | ".join(cells) + " |", flush=True)
        best.append(accuracy(readings, 0.0))
    print("\nCells: intents understood / nonsense rejected, at that confidence threshold.")
    print(f"Gap between best and worst language: {max(best) - min(best):.1%}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
