from pathlib import Path

import pytest

from helpfinder.geography import load_gazetteer
from helpfinder.languages import Detector, load_detector

DATA = Path(__file__).parents[2] / "data"
OFFERED = ("lb", "fr", "de", "en", "pt")


@pytest.fixture(scope="session")
def detector() -> Detector:
    """All five languages, whether or not their texts are complete yet."""
    find = load_gazetteer(DATA / "gazetteer").find_in
    return load_detector(DATA, OFFERED, lambda text: [(mention.start, mention.end) for mention in find(text)])
