"""The words and patterns of one language, from ``data/safety/<language>.yml``.

Errors name the file and the group: the file is written by people who don't read Python.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from helpfinder.safety.model import Tier, Topic, Voice
from helpfinder.safety.pattern import Pattern, parse
from helpfinder.safety.spelling import Vocabulary, vocabulary

Term = str  # "belt", "abus*", "#5-17", "black eye" (in a pattern: black_eye)

_CLASS = re.compile(r"\{(\w+)\}")
_NUMBER = re.compile(r"#\d+-\d+")
_WORD = re.compile(r"[^\W_]+\*?")
_EDGES = ("^", "$")  # beginning and end of a sentence


class LexiconError(ValueError):
    """The lexicon's author must correct something; the message says where."""


@dataclass(frozen=True)
class Group:
    """Patterns for one thing that people say, and the contexts in which they do not say it."""

    name: str
    tier: Tier
    topic: Topic
    reason: str
    patterns: tuple[Pattern, ...]
    unless: tuple[Pattern, ...]
    examples: tuple[str, ...]


@dataclass(frozen=True)
class VoiceRule:
    voice: Voice
    patterns: tuple[Pattern, ...]


@dataclass(frozen=True)
class Lexicon:
    language: str
    groups: tuple[Group, ...]  # the most severe first
    voices: tuple[VoiceRule, ...]  # the first that fits wins
    replace: Mapping[tuple[str, ...], tuple[str, ...]]  # chat spelling
    skip: frozenset[str]  # words that may stand anywhere
    elements: Mapping[Term, tuple[str, ...]]  # term -> the pattern elements it belongs to
    phrases: Mapping[str, tuple[tuple[str, ...], ...]]  # last word -> terms of several words
    numbers: tuple[tuple[int, int, str], ...]  # from, to, term
    vocabulary: Vocabulary


def load_lexicon(path: Path) -> Lexicon:
    """Read and check one language. Raises :class:`LexiconError`."""
    try:
        raw = yaml.load(
            path.read_text(encoding="utf-8"), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)
        )
    except yaml.YAMLError as error:
        raise LexiconError(f"{path.name}: not readable as YAML: {error}") from error
    if not isinstance(raw, dict):
        raise LexiconError(f"{path.name}: expected the keys classes, contexts, groups, ...")
    return _Reader(path.name, path.stem, raw).lexicon()


class _Reader:
    def __init__(self, file: str, language: str, raw: Mapping[str, Any]) -> None:
        self._file, self._language, self._raw = file, language, raw
        self._elements: dict[str, frozenset[Term]] = {}
        self._skip = frozenset(str(raw.get("skip", "")).split())

    def _fail(self, where: str, problem: str) -> LexiconError:
        return LexiconError(f"{self._file}: {where}: {problem}")

    def lexicon(self) -> Lexicon:
        groups = [self._group(name, entry) for name, entry in self._raw.get("groups", {}).items()]
        voices = tuple(self._voice(entry) for entry in self._raw.get("voices", []))
        groups.sort(key=lambda group: (list(Tier).index(group.tier), list(Topic).index(group.topic)))
        replace = {
            tuple(str(key).split()): tuple(str(value).split())
            for key, value in self._raw.get("replace", {}).items()
        }
        members: dict[Term, list[str]] = {}
        for element, terms in self._elements.items():
            for term in sorted(terms):
                members.setdefault(term, []).append(element)
        phrases: dict[str, list[tuple[str, ...]]] = {}
        for words in (tuple(term.split()) for term in members if " " in term):
            phrases.setdefault(words[-1], []).append(words)
        numbers = [tuple(map(int, term[1:].split("-"))) for term in members if term.startswith("#")]
        return Lexicon(
            self._language,
            tuple(groups),
            voices,
            replace,
            self._skip,
            {term: tuple(elements) for term, elements in members.items()},
            {last: tuple(found) for last, found in phrases.items()},
            tuple((low, high, f"#{low}-{high}") for low, high in numbers),
            self._vocabulary(members, replace),
        )

    def _vocabulary(
        self, members: Iterable[Term], replace: Mapping[tuple[str, ...], tuple[str, ...]]
    ) -> Vocabulary:
        words = {word for term in members if not term.startswith(("#", *_EDGES)) for word in term.split()}
        stems = {word[:-1] for word in words if word.endswith("*")}
        exact = {word for word in words if not word.endswith("*")}
        ordinary = str(self._raw.get("ordinary", "")).split()
        short = {word for value in replace.values() for word in value}
        return vocabulary(exact, stems, {*ordinary, *self._skip, *short} - exact)

    def _group(self, name: str, entry: Any) -> Group:
        try:
            tier, topic = Tier(entry["tier"]), Topic(entry["topic"])
            reason, patterns, examples = entry["reason"], entry["patterns"], entry["examples"]
        except (KeyError, TypeError, ValueError) as error:
            raise self._fail(f"group {name}", f"missing or unknown: {error}") from error
        return Group(
            name,
            tier,
            topic,
            str(reason),
            self._patterns(f"group {name}", patterns),
            self._contexts(f"group {name}", entry.get("unless", [])),
            tuple(map(str, examples)),
        )

    def _voice(self, entry: Any) -> VoiceRule:
        try:
            return VoiceRule(Voice(entry["voice"]), self._patterns("voices", entry["patterns"]))
        except (KeyError, TypeError, ValueError) as error:
            raise self._fail("voices", f"missing or unknown: {error}") from error

    def _contexts(self, where: str, names: Iterable[str]) -> tuple[Pattern, ...]:
        """``unless`` holds names of contexts and patterns of its own."""
        contexts = self._raw.get("contexts", {})
        texts = [text for name in names for text in contexts.get(name, [name])]
        return self._patterns(where, texts)

    def _patterns(self, where: str, texts: Iterable[str]) -> tuple[Pattern, ...]:
        try:
            found = tuple(pattern for text in texts for pattern in parse(str(text)))
        except ValueError as error:
            raise self._fail(where, str(error)) from error
        for pattern in found:
            for element in pattern.elements | pattern.absent:
                self._learn(where, element)
        return found

    def _learn(self, where: str, element: str) -> None:
        if element in self._elements:
            return
        terms = frozenset(term for choice in element.split("|") for term in self._terms(where, choice, ()))
        for term in terms:
            self._check(where, term)
        self._elements[element] = terms

    def _terms(self, where: str, choice: str, within: tuple[str, ...]) -> frozenset[Term]:
        name = _CLASS.fullmatch(choice)
        if name is None:
            return frozenset({choice.replace("_", " ")})
        members = self._raw.get("classes", {}).get(name[1])
        if members is None or name[1] in within:
            raise self._fail(
                where, f"unknown class {choice}" if members is None else f"{choice} contains itself"
            )
        words = [word.strip() for word in str(members).split(",")]
        return frozenset(
            term for word in words if word for term in self._terms(where, word, (*within, name[1]))
        )

    def _check(self, where: str, term: Term) -> None:
        if term in _EDGES or _NUMBER.fullmatch(term):
            return
        for word in term.split():
            if not _WORD.fullmatch(word) or word != word.casefold():
                raise self._fail(where, f"{term!r} is not made of plain lower-case words")
            if word in self._skip:
                raise self._fail(
                    where, f"{term!r} contains {word!r}, which 'skip' takes out of every message"
                )
