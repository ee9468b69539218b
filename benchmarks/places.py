"""How fast places are found: ``python -m benchmarks.places``. Exits 1 if a goal is missed."""

import random
import statistics
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from time import perf_counter

from helpfinder.geography.gazetteer import Gazetteer, load_gazetteer

FOLDER = Path(__file__).parents[1] / "data" / "gazetteer"
LOAD_SECONDS, MEDIAN_MS, P99_MS = 0.5, 1.0, 5.0
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_SENTENCES = (
    "we live in {} and my son is 14",
    "J'habite à {} avec mes enfants, j'ai besoin d'aide.",
    "Ich bin 2009 geboren und suche Hilfe in {}",
    "mir wunnen zu {}, wat kënne mir maachen?",
    "Moro em {} e a minha filha não quer ir à escola",
)


def misspelt(name: str, dice: random.Random) -> str:
    """One letter of the name left out, doubled, replaced or swapped with the next."""
    at = dice.randrange(len(name))
    return dice.choice(
        (
            name[:at] + name[at + 1 :],
            name[:at] + name[at : at + 1] * 2 + name[at + 1 :],
            name[:at] + dice.choice(_LETTERS) + name[at + 1 :],
            name[:at] + name[at + 1 : at + 2] + name[at : at + 1] + name[at + 2 :],
        )
    )


def milliseconds(call: Callable[[str], object], texts: Iterable[str]) -> list[float]:
    times = []
    for text in texts:
        start = perf_counter()
        call(text)
        times.append((perf_counter() - start) * 1000)
    return sorted(times)


def report(title: str, times: list[float]) -> bool:
    median, p99 = statistics.median(times), times[int(len(times) * 0.99)]
    passed = median < MEDIAN_MS and p99 < P99_MS
    verdict = "PASS" if passed else "FAIL"
    print(f"{title:<32} {len(times):>6} lookups  median {median:6.3f} ms  p99 {p99:6.3f} ms  {verdict}")
    return passed


def load() -> tuple[Gazetteer, bool]:
    start = perf_counter()
    gazetteer = load_gazetteer(FOLDER)
    seconds = perf_counter() - start
    print(f"{'loading':<32} {seconds:6.3f} s  {'PASS' if seconds < LOAD_SECONDS else 'FAIL'}")
    return gazetteer, seconds < LOAD_SECONDS


def main() -> int:
    dice = random.Random(352)
    gazetteer, loaded = load()
    names = [name for name, _ in gazetteer.names()]
    codes = [id_[1:] for id_ in gazetteer.places if id_.startswith("P")]
    sentences = [dice.choice(_SENTENCES).format(name) for name in names]
    results = (
        loaded,
        report("names and postcodes", milliseconds(gazetteer.look_up, names + codes)),
        report(
            "names with one typo", milliseconds(gazetteer.look_up, [misspelt(name, dice) for name in names])
        ),
        report("sentences", milliseconds(gazetteer.find_in, sentences)),
        report("coordinates", milliseconds(gazetteer.look_up, _points(dice))),
    )
    return 0 if all(results) else 1


def _points(dice: random.Random) -> list[str]:
    return [f"{dice.uniform(49.4, 50.2):.4f}, {dice.uniform(5.7, 6.6):.4f}" for _ in range(500)]


if __name__ == "__main__":
    sys.exit(main())
