"""How well the language of a message is heard: ``python -m benchmarks.languages``. Exits 1 below the goals.

Learnt from four fifths of the training sentences, measured on the fifth; and on the sentences kept for tests.
Sentences of less than four words are left out, mixed ones count for the language of their file.
"""

import statistics
import sys
from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import partial
from pathlib import Path
from time import perf_counter

from helpfinder.geography import load_gazetteer
from helpfinder.languages import Detector, load_detector
from helpfinder.languages.spelling import Spelling, words_of
from helpfinder.languages.training import sentences, spelling_of

DATA = Path(__file__).parents[1] / "data"
HELD_OUT = Path(__file__).parents[1] / "tests" / "nlu"
ACCURACY, MEDIAN_MS = 0.98, 1.0
_PARTS, _SENTENCE = 5, 4

Hear = Callable[[str], str | None]
Confusions = list[tuple[str, str | None, str]]  # language of the file, language heard, sentence


def main() -> int:
    texts = _sentences(DATA / "nlu")
    places = load_gazetteer(DATA / "gazetteer").find_in
    detector = load_detector(DATA, tuple(texts), lambda text: [(m.start, m.end) for m in places(text)])
    start = perf_counter()
    detector.detect("learn now")
    print(f"learning {perf_counter() - start:.2f} s")
    passed = _report("cross-validated", _cross_validated(detector, texts))
    held_out = _sentences(HELD_OUT)
    passed &= _report("held out", [(c, detector.detect(s), s) for c in held_out for s in held_out[c]])
    return 0 if _speed(detector, texts) and passed else 1


def _sentences(folder: Path) -> dict[str, list[str]]:
    folders = sorted(path for path in folder.iterdir() if path.is_dir())
    return {path.name: [s for s in sentences(path) if _is_sentence(s)] for path in folders}


def _is_sentence(text: str) -> bool:
    return len(list(words_of(text))) >= _SENTENCE


def _cross_validated(detector: Detector, texts: dict[str, list[str]]) -> Confusions:
    results: Confusions = []
    for part in range(_PARTS):
        spellings = _without(part, texts)
        taught = replace(detector, learn=partial(dict, spellings))
        results += [(code, taught.detect(s), s) for code in texts for s in texts[code][part::_PARTS]]
    return results


def _without(part: int, texts: dict[str, list[str]]) -> dict[str, Spelling]:
    return {
        code: spelling_of(DATA, code, (s for at, s in enumerate(texts[code]) if at % _PARTS != part))
        for code in texts
    }


def _report(title: str, results: Confusions) -> bool:
    right = sum(code == heard for code, heard, _ in results)
    print(f"{title}: {right / len(results):.1%} of {len(results)} sentences")
    for code in sorted({code for code, _, _ in results}):
        own = [heard for c, heard, _ in results if c == code]
        wrong = {heard or "?": own.count(heard) for heard in set(own) if heard != code}
        print(f"  {code} {own.count(code) / len(own):6.1%} of {len(own):>5}  taken for: {wrong}")
    if "--wrong" in sys.argv:
        print(*(f"  {code}>{heard}: {text}" for code, heard, text in results if code != heard), sep="\n")
    return right / len(results) >= ACCURACY


def _speed(detector: Detector, texts: dict[str, Iterable[str]] | dict[str, list[str]]) -> bool:
    times = []
    for text in [text for code in texts for text in list(texts[code])[::10]]:
        start = perf_counter()
        detector.next_language("en", text)
        times.append((perf_counter() - start) * 1000)
    median, p99 = statistics.median(times), sorted(times)[int(len(times) * 0.99)]
    print(f"median {median:.3f} ms, p99 {p99:.3f} ms a message, the search for places included")
    return median < MEDIAN_MS


if __name__ == "__main__":
    sys.exit(main())
