"""A message to the most severe signal in it: pure, deterministic, any text is allowed."""

from collections.abc import Container, Iterable, Iterator
from functools import reduce
from operator import or_
from pathlib import Path

from helpfinder.safety.characters import SENTENCE_END, tokens
from helpfinder.safety.lexicon import Group, Lexicon, load_lexicon
from helpfinder.safety.model import Signal, Voice, severity
from helpfinder.safety.pattern import Pattern, find
from helpfinder.safety.spelling import Words

_PAUSE = 3  # places between two sentences, so that gaps rarely reach across
_LONGEST_REPLACED = 3
_MOST_CORRECTED = 400  # different words; later ones count only if spelled right


class Safety:
    """All lexicons together: a child may write in any language, or in two."""

    def __init__(self, lexicons: Iterable[Lexicon]) -> None:
        self._lexicons = tuple(lexicons)

    def assess(self, text: str, languages: Container[str] = ()) -> Signal | None:
        """The most severe signal, or None for an ordinary message. The work is bounded.

        Where it is clear which ``languages`` the message is in, their lexicons decide: only they know its
        negations and questions ("suicide" is the same word in four languages). Else all are asked.
        """
        read = tokens(text)
        own = [lexicon for lexicon in self._lexicons if lexicon.language in languages]
        signals = [signal for lexicon in own or self._lexicons if (signal := _hear(lexicon, read))]
        return min(signals, key=lambda signal: severity(signal.tier, signal.topic), default=None)


def load_safety(folder: Path) -> Safety:
    """Every ``<language>.yml`` of the folder."""
    return Safety(load_lexicon(path) for path in sorted(folder.glob("*.yml")))


def _hear(lexicon: Lexicon, read: list[str]) -> Signal | None:
    places, spans = _places(lexicon, read)
    for group in lexicon.groups:
        if _says(group, places, spans):
            voice = next(
                (rule.voice for rule in lexicon.voices if _matching(rule.patterns, places)), Voice.UNKNOWN
            )
            return Signal(group.tier, group.topic, lexicon.language, group.name, voice)
    return None


def _matching(patterns: Iterable[Pattern], places: dict[str, int]) -> list[Pattern]:
    return [pattern for pattern in patterns if pattern.elements <= places.keys() and find(pattern, places)]


def _says(group: Group, places: dict[str, int], spans: list[int]) -> bool:
    """A context takes its words away: what still matches without them was really said."""
    matching = _matching(group.patterns, places)
    if not matching:
        return False
    taken = 0
    for context in group.unless:
        if context.elements <= places.keys():
            taken |= find(context, places)
    if not taken:
        return True
    for span in spans:
        taken |= span if span & taken else 0
    left = {element: bits & ~taken for element, bits in places.items()}
    return any(find(pattern, left) for pattern in matching)


def _places(lexicon: Lexicon, read: list[str]) -> tuple[dict[str, int], list[int]]:
    """Element -> bits, and the places of each expression of several words, which is taken away as a whole."""
    words, numbers, edges = _words(lexicon, read)
    terms: dict[str, int] = dict(edges)
    for word, bits in words.items():
        terms[word] = terms.get(word, 0) | bits
        for stem in lexicon.vocabulary.stems_of(word):
            terms[f"{stem}*"] = terms.get(f"{stem}*", 0) | bits
    for number, bits in numbers.items():
        for low, high, term in lexicon.numbers:
            if low <= number <= high:
                terms[term] = terms.get(term, 0) | bits
    spans: list[int] = []
    for last in tuple(terms):
        for phrase in lexicon.phrases.get(last, ()):
            if found := _phrase(phrase, terms):
                terms[" ".join(phrase)] = reduce(or_, found)
                spans += found
    places: dict[str, int] = {}
    for term, bits in terms.items():
        for element in lexicon.elements.get(term, ()):
            places[element] = places.get(element, 0) | bits
    return places, spans


def _phrase(phrase: tuple[str, ...], terms: dict[str, int]) -> list[int]:
    """One mask for each time that the words stand side by side."""
    ends = terms.get(phrase[0], 0)
    for word in phrase[1:]:
        ends = (ends << 1) & terms.get(word, 0)
    words, masks = (1 << len(phrase)) - 1, []
    while ends:
        end = ends.bit_length() - 1
        masks.append(words << (end - len(phrase) + 1))
        ends ^= 1 << end
    return masks


def _words(lexicon: Lexicon, read: list[str]) -> tuple[dict[str, int], dict[int, int], dict[str, int]]:
    """Bits of each word, of each number, and of the edges of sentences: "^" and "$"."""
    words: dict[str, int] = {}
    numbers: dict[int, int] = {}
    first = last = 0
    place, begins = 1, True
    for candidates in _candidates(lexicon, read):
        if not candidates:
            last |= 1 << place
            place, begins = place + _PAUSE, True
            continue
        for word in candidates:
            words[word] = words.get(word, 0) | 1 << place
            if word.isdecimal() and len(word) <= 3:
                numbers[int(word)] = numbers.get(int(word), 0) | 1 << place
        first |= (1 << place) >> 1 if begins else 0
        place, begins = place + 1, False
    return words, numbers, {"^": first, "$": last}


def _candidates(lexicon: Lexicon, read: list[str]) -> Iterator[frozenset[str]]:
    """Possible words per place; the empty set stands for the end of a sentence."""
    resolved: dict[str, Words] = {}
    for token in _without_chat(lexicon, read):
        if token == SENTENCE_END:
            yield frozenset()
        elif token not in lexicon.skip:
            if token not in resolved:
                corrects = len(resolved) < _MOST_CORRECTED
                resolved[token] = lexicon.vocabulary.resolve(token, corrects)
            for candidates in resolved[token]:
                if not candidates <= lexicon.skip:
                    yield candidates


def _without_chat(lexicon: Lexicon, read: list[str]) -> Iterator[str]:
    """Chat spelling and short forms written out: "dont wanna" becomes "do not want to"."""
    plain = [token.replace("'", "") for token in read]
    at = 0
    while at < len(read):
        for length in range(_LONGEST_REPLACED, 0, -1):
            written = lexicon.replace.get(tuple(plain[at : at + length]))
            if written is not None:
                yield from written
                at += length
                break
        else:
            yield from (part for part in read[at].split("'") if part)
            at += 1
