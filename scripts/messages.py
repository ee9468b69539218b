"""The gettext catalogues: ``python -m scripts.messages extract | update | compile | check``.

A translator works on ``locales/<lang>/LC_MESSAGES/helpfinder.po``, after ``update`` and before ``check``.
``python -m scripts.messages update nl`` begins the catalogue of a new language.
"""

import argparse
import sys
from pathlib import Path

from helpfinder.directory import load_directory
from helpfinder.settings import Settings, read_settings
from helpfinder.wording import updating
from helpfinder.wording.catalogue import load_responses
from helpfinder.wording.extraction import Entry, extract
from helpfinder.wording.gate import check_wording
from helpfinder.wording.translations import catalogue_languages, mo_bytes, po_bytes, po_path, pot_path, read


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m scripts.messages", description=__doc__)
    commands = parser.add_subparsers(required=True)
    for name, command in (
        ("extract", _extract),
        ("update", _update),
        ("compile", _compile),
        ("check", _check),
    ):
        sub = commands.add_parser(name, help=command.__doc__)
        sub.set_defaults(command=command)
        sub.add_argument("languages", nargs="*", help="codes; without any, all there are")
    options = parser.parse_args(arguments)
    settings = read_settings()
    languages = tuple(options.languages) or catalogue_languages(settings.locales)
    return int(options.command(settings, languages))


def _extract(settings: Settings, languages: tuple[str, ...]) -> int:
    """write locales/helpfinder.pot, the template of all catalogues"""
    _write(pot_path(settings.locales), po_bytes(_entries(settings)))
    return 0


def _update(settings: Settings, languages: tuple[str, ...]) -> int:
    """bring template and catalogues up to date; what has become stale is marked fuzzy"""
    _extract(settings, languages)
    entries = _entries(settings)
    for language in languages:
        path = po_path(settings.locales, language)
        old = read(path) if path.exists() else ()
        _write(path, po_bytes(entries, updating.update(entries, old), language))
    return 0


def _compile(settings: Settings, languages: tuple[str, ...]) -> int:
    """write .mo files, for other gettext tools: Helpfinder reads the .po files"""
    for language in languages:
        path = po_path(settings.locales, language)
        _write(path.with_suffix(".mo"), mo_bytes(_entries(settings), read(path), language))
    return 0


def _check(settings: Settings, languages: tuple[str, ...]) -> int:
    """compare every translation with the English; exit 1 if something must be mended"""
    checked = check_wording(settings.data, settings.locales)
    for line in (*checked.notes, *checked.problems):
        print(line)
    for report in checked.reports:
        print(report.summary)
    print(f"{len(checked.problems)} problems, {len(checked.notes)} notes")
    return 1 if checked.problems else 0


def _entries(settings: Settings) -> tuple[Entry, ...]:
    directory = load_directory(settings.data / "directory")
    return extract(load_responses(settings.data / "responses"), directory)


def _write(path: Path, content: bytes) -> None:
    """Only where it changes something, so that a second run leaves no trace."""
    if not path.exists() or path.read_bytes() != content:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        print(f"wrote {path.name} ({path.parent.parent.name})")


if __name__ == "__main__":
    sys.exit(main())
