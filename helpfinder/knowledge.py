"""Everything read from ``data/`` and ``locales/``: loaded once per process, then only read."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from helpfinder.ages import Ages, load_ages
from helpfinder.directory import Directory, load_directory
from helpfinder.geography import Gazetteer, load_gazetteer
from helpfinder.languages import Detector, Languages, load_detector, load_languages
from helpfinder.ordinals import load_ordinals
from helpfinder.people import People, load_people
from helpfinder.safety import Safety, Signal, load_safety
from helpfinder.safety.answer import Numbers, load_numbers
from helpfinder.settings import Settings, read_settings
from helpfinder.wording import Catalogue, load_catalogue


@dataclass(frozen=True)
class Knowledge:
    directory: Directory
    gazetteer: Gazetteer
    ages: Ages
    people: People
    safety: Safety
    numbers: Numbers
    ordinals: Mapping[str, int]
    catalogue: Catalogue
    languages: Languages
    detector: Detector

    def assess(self, text: str) -> Signal | None:
        """The safety signal of a message, by the lexicons of its languages where those are clear."""
        return self.safety.assess(text, self.detector.spoken(text))


@lru_cache(maxsize=4)
def load_knowledge(settings: Settings) -> Knowledge:
    data = settings.data
    directory = load_directory(data / "directory", outside=settings.outside_facts)
    gazetteer = load_gazetteer(data / "gazetteer")
    catalogue = load_catalogue(data / "responses", settings.locales, directory)
    languages = load_languages(data / "languages.csv", catalogue.offered_languages())
    return Knowledge(
        directory=directory,
        gazetteer=gazetteer,
        ages=load_ages(data / "ages"),
        people=load_people(data / "people"),
        safety=load_safety(data / "safety"),
        numbers=load_numbers(data / "safety" / "numbers.csv"),
        ordinals=load_ordinals(data / "ordinals.csv"),
        catalogue=catalogue,
        languages=languages,
        detector=load_detector(data, languages.codes, _place_spans(gazetteer)),
    )


def _place_spans(gazetteer: Gazetteer) -> Callable[[str], list[tuple[int, int]]]:
    return lambda text: [(mention.start, mention.end) for mention in gazetteer.find_in(text)]


def knowledge() -> Knowledge:
    """What the settings of this process name."""
    return load_knowledge(read_settings())
