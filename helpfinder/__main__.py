"""``python -m helpfinder search | place | validate | export``: the core without Rasa."""

import argparse
import json
import sys
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from helpfinder.ages import AgeProblem
from helpfinder.conversation import Situation
from helpfinder.conversation.guide import result
from helpfinder.directory import DirectoryError, export, load_directory
from helpfinder.geography import LookupKind, offices_to_show
from helpfinder.interview import Interview
from helpfinder.knowledge import Knowledge, knowledge
from helpfinder.languages import SOURCE_LANGUAGE
from helpfinder.matching import Age
from helpfinder.people import Person
from helpfinder.settings import SettingsError, read_settings
from helpfinder.validation import catalogue_summaries, validate_all
from helpfinder.wording.answers import address
from helpfinder.wording.formats import distance_text

_ZONE = ZoneInfo("Europe/Luxembourg")


def main(arguments: list[str] | None = None) -> int:
    options = _parser().parse_args(arguments)
    try:
        return int(options.command(options))
    except (SettingsError, DirectoryError, CommandError) as error:
        print(f"helpfinder: {error}", file=sys.stderr)
        return 1


class CommandError(ValueError):
    """An option that can't be used; the message says why."""


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m helpfinder", description=__doc__)
    commands = parser.add_subparsers(required=True)
    search = commands.add_parser("search", help="what the bot would say, for given facts")
    search.add_argument("--age", help="8y, 18 months, born in 2019")
    search.add_argument("--concern", help="an id such as violence-at-home")
    search.add_argument("--place", help="a commune, village, quarter or postcode")
    search.add_argument("--person", choices=[person.value for person in Person])
    search.add_argument("--language", default=SOURCE_LANGUAGE, help="a code such as fr")
    search.set_defaults(command=_search)
    place = commands.add_parser("place", help="what a place name means, and its nearest offices")
    place.add_argument("name")
    place.set_defaults(command=_place)
    validate = commands.add_parser("validate", help="check all data; problems name file and row")
    validate.set_defaults(command=_validate)
    exported = commands.add_parser("export", help="the directory as HSDS 3.1 JSON")
    exported.add_argument("--to", type=Path, help="a file; without it, standard output")
    exported.set_defaults(command=_export)
    return parser


def _search(options: argparse.Namespace) -> int:
    known, now = knowledge(), datetime.now(_ZONE)
    interview = Interview(
        concern=_concern(options.concern, known),
        age=_age(options.age, known, now.date()),
        place=_place_id(options.place, known),
        person=options.person,
    )
    reply = result(interview, Situation(known, _language(options.language, known), now))
    for message in reply.messages:
        titles = " ".join(f"[{choice.title}]" for choice in message.choices)
        print(f"{message.text}\n{titles}".rstrip(), end="\n\n")
    return 0


def _language(code: str, known: Knowledge) -> str:
    if code in known.languages.codes:
        return code
    raise CommandError(
        f"--language {code!r} is not offered yet; there are: {', '.join(known.languages.codes)}"
    )


def _concern(text: str | None, known: Knowledge) -> str | None:
    if text is None or text in known.directory.concerns:
        return text
    raise CommandError(f"unknown concern {text!r}; known: {', '.join(sorted(known.directory.concerns))}")


def _age(text: str | None, known: Knowledge, today: date) -> Age | None:
    if text is None:
        return None
    read = known.ages.read_age(text, today)
    if isinstance(read, AgeProblem):
        raise CommandError(f"--age {text!r} can't be used: {read.reason.value.replace('_', ' ')}")
    return Age(read.months, read.months_until)


def _place_id(text: str | None, known: Knowledge) -> str | None:
    if text is None:
        return None
    lookup = known.gazetteer.look_up(text)
    if lookup.kind is LookupKind.AMBIGUOUS:
        names = ", ".join(place.display_name for place in lookup.places)
        raise CommandError(f"--place {text!r} may be: {names}")
    if lookup.place is None:
        raise CommandError(f"--place {text!r} is not in the gazetteer")
    return lookup.place.id


def _place(options: argparse.Namespace) -> int:
    known = knowledge()
    lookup = known.gazetteer.look_up(options.name)
    print(lookup.kind.value)
    for place in lookup.places:
        print(f"- {place.display_name} [{place.id}]")
        for near in offices_to_show(place, known.directory.offices):
            print(f"    {address(near.office)}: {distance_text(near.km, SOURCE_LANGUAGE)}")
    return 0 if lookup.kind is not LookupKind.UNKNOWN else 1


def _validate(options: argparse.Namespace) -> int:
    settings = read_settings()
    problems = validate_all(settings.data, settings.locales)
    for line in (*catalogue_summaries(settings.data, settings.locales), *problems):
        print(line)
    print(f"validate: {len(problems)} problems")
    return 1 if problems else 0


def _export(options: argparse.Namespace) -> int:
    settings = read_settings()
    directory = load_directory(settings.data / "directory", outside=settings.outside_facts)
    text = json.dumps(export(directory), ensure_ascii=False, indent=2)
    if options.to is None:
        print(text)
    else:
        options.to.write_text(text + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
