"""The gate of all texts: reads the catalogues, the English and what else a language needs, and judges them.

A language whose catalogue is not (nearly) complete is not offered. Its gaps are notes, not problems, unless
``data/languages.csv`` requires the language.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from helpfinder.directory import load_directory
from helpfinder.languages.model import SOURCE_LANGUAGE, read_table
from helpfinder.wording.catalogue import Catalogue, load_catalogue
from helpfinder.wording.extraction import Entry, extract
from helpfinder.wording.parity import Report, check, check_source, label_clashes
from helpfinder.wording.translations import catalogue_languages, po_bytes, po_path, pot_path, read

_UPDATE = "run: python -m scripts.messages update"
_FILES = ("ages/{}.yml", "language_words/{}.txt", "people/{}.yml", "safety/{}.yml", "nlu/{}")


@dataclass(frozen=True)
class Checked:
    problems: tuple[str, ...]
    notes: tuple[str, ...]
    reports: tuple[Report, ...]


def check_wording(data: Path, locales: Path) -> Checked:
    catalogue = load_catalogue(data / "responses", locales, load_directory(data / "directory"))
    entries = extract(catalogue.responses, catalogue.directory)
    reports = [check(code, entries, read(po_path(locales, code))) for code in catalogue_languages(locales)]
    binding = _binding(data, catalogue)
    problems, notes = check_source(entries)
    problems += _template(locales, entries) + label_clashes(_labels(catalogue))
    problems += tuple(
        f"locales: {code} is required, but has no catalogue" for code in _absent(binding, reports)
    )
    for report in reports:
        missing = tuple(_missing_files(data, report.language))
        if report.language in binding:
            problems += (*report.missing, *report.problems, *missing)
            notes += report.notes
        else:
            gap = f"locales/{report.language}: not offered yet, {len(report.missing)} texts are missing"
            notes += (gap, *report.problems, *missing, *report.notes)
    return Checked(problems, notes, tuple(reports))


def _binding(data: Path, catalogue: Catalogue) -> set[str]:
    """Languages that must be without fault."""
    required = {
        language.code for language in read_table(data / "languages.csv").values() if language.required
    }
    return required | set(catalogue.offered_languages())


def _absent(binding: set[str], reports: list[Report]) -> list[str]:
    return sorted(binding - {report.language for report in reports} - {SOURCE_LANGUAGE})


def _template(locales: Path, entries: tuple[Entry, ...]) -> tuple[str, ...]:
    path = pot_path(locales)
    if not path.exists() or path.read_bytes() == po_bytes(entries):
        return ()
    return (f"locales/{path.name} is not up to date; {_UPDATE}",)


def _missing_files(data: Path, language: str) -> Iterator[str]:
    for name in _FILES:
        if not (data / name.format(language)).exists():
            yield f"locales/{language}: data/{name.format(language)} is missing"


def _labels(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    for language in catalogue.offered_languages():
        for name in catalogue.responses:
            for choice in catalogue.choices(name, language):
                yield choice.title, choice.payload
