"""The gazetteer of this repository, and the fourteen offices as points."""

from pathlib import Path

import pytest

from helpfinder.directory.model import Office, Provenance
from helpfinder.geography.gazetteer import Gazetteer, load_gazetteer

FOLDER = Path(__file__).parents[2] / "data" / "gazetteer"

_POINTS = {
    "ore-differdange": (49.5218, 5.8958),
    "ore-esch-sur-alzette": (49.4918, 5.9782),
    "ore-dudelange": (49.4848, 6.1001),
    "ore-grevenmacher": (49.6798, 6.4454),
    "ore-strassen": (49.6207, 6.0953),
    "ore-hesperange": (49.5717, 6.1481),
    "ore-ettelbruck": (49.8464, 6.0989),
    "ore-wiltz": (49.9675, 5.9320),
    "ore-remich": (49.5439, 6.3580),
    "ore-marnach": (50.0550, 6.0647),
    "ore-mersch": (49.7501, 6.1035),
    "ore-rosport-mompach": (49.7517, 6.4637),
    "ore-redange": (49.7646, 5.8874),
    "ore-capellen": (49.6407, 6.0088),
}


@pytest.fixture(scope="session")
def gazetteer() -> Gazetteer:
    return load_gazetteer(FOLDER)


@pytest.fixture(scope="session")
def offices() -> dict[str, Office]:
    return {
        id_: Office(id_, id_, None, "", "", "", latitude, longitude, Provenance.OUTSIDE)
        for id_, (latitude, longitude) in _POINTS.items()
    }
