"""Every file of ``data/`` is read and checked; a problem names file and row."""

import re
from pathlib import Path

from helpfinder.ages import load_ages
from helpfinder.directory import Directory, load_directory, validate
from helpfinder.geography import load_gazetteer
from helpfinder.people import load_people
from helpfinder.safety import load_safety
from helpfinder.wording.catalogue import WordingError, load_responses
from helpfinder.wording.gate import check_wording
from helpfinder.wording.parity import PHONE_DIGITS, TIMES

_PLACEHOLDER = re.compile(r"{(\w[\w\-]*)}")


def validate_all(data: Path, locales: Path) -> list[str]:
    """All problems as "file:row: message"; an empty list where the data can be used."""
    problems = [str(problem) for problem in validate(data / "directory")]
    if problems:
        return problems
    directory = load_directory(data / "directory")
    problems += _readable(data)
    problems += _response_problems(data / "responses", directory)
    return problems or list(check_wording(data, locales).problems)


def catalogue_summaries(data: Path, locales: Path) -> list[str]:
    """For each translation: how much of it is done, and how much no native speaker has checked."""
    if validate(data / "directory"):
        return []
    return [f"locales: {report.summary}" for report in check_wording(data, locales).reports]


def _readable(data: Path) -> list[str]:
    loaders = {"gazetteer": load_gazetteer, "ages": load_ages, "people": load_people, "safety": load_safety}
    problems = []
    for folder, load in loaders.items():
        try:
            load(data / folder)
        except (ValueError, OSError) as error:
            problems.append(f"{folder}: {error}")
    return problems


def _response_problems(folder: Path, directory: Directory) -> list[str]:
    """Digits of a phone number stand in the directory only; a text names them by ``{phone_<id>}``."""
    try:
        responses = load_responses(folder)
    except (WordingError, KeyError, TypeError) as error:
        return [f"responses: {error}"]
    problems = []
    for name, variants in responses.items():
        text = variants[0].get("text", "")
        if PHONE_DIGITS.search(TIMES.sub("", _PLACEHOLDER.sub("", text))):
            problems.append(f"responses: {name}: write a phone number as {{phone_<id>}}, not in digits")
        phones = [p.removeprefix("phone_") for p in _PLACEHOLDER.findall(text) if p.startswith("phone_")]
        problems += [f"responses: {name}: unknown phone {p!r}" for p in phones if p not in directory.phones]
    return problems
