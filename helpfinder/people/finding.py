"""Who writes: the writer's own age, "I am a ...", "my ..." and a few telling phrases, in this order."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from helpfinder.ages import AgeMention
from helpfinder.ages.phrases import Mark, PhraseBook, Sentence
from helpfinder.people.lexicon import Part, Sense, load_book
from helpfinder.people.model import Person, PersonMention, Relation
from helpfinder.text import fold_with_offsets

_OF_AGE = 18 * 12
_YOUNG_UNTIL = 28 * 12
_GAP = 4  # words between "my" and the noun: "my very shy little brother"
_OWN = {
    Relation.SON: Person.PARENT,
    Relation.DAUGHTER: Person.PARENT,
    Relation.CHILD: Person.PARENT,
    Relation.BABY: Person.PARENT,
    Relation.STEPCHILD: Person.PARENT,
    Relation.GRANDCHILD: Person.GRANDPARENT,
    Relation.FOSTER_CHILD: Person.FOSTER_PARENT,
    Relation.PUPIL: Person.PROFESSIONAL,
    Relation.NEPHEW_NIECE: Person.OTHER,
    Relation.FRIEND: Person.OTHER,
    Relation.NEIGHBOUR: Person.OTHER,
}
_MINORS = frozenset(
    {
        Relation.SON,
        Relation.DAUGHTER,
        Relation.CHILD,
        Relation.BABY,
        Relation.GRANDCHILD,
        Relation.FOSTER_CHILD,
    }
    | {Relation.STEPCHILD, Relation.PUPIL, Relation.NEPHEW_NIECE, Relation.SIBLING}
)
# "I teach" tells more than "our boys"
_TOLD = frozenset({Person.PROFESSIONAL, Person.FOSTER_PARENT, Person.GRANDPARENT})
# Which word tells most about the writer where several were found.
_WEIGHT = (
    Person.FOSTER_PARENT,
    Person.GRANDPARENT,
    Person.PARENT,
    Person.PROFESSIONAL,
    Person.CHILD,
    Person.YOUNG_ADULT,
    Person.OTHER,
)


@dataclass(frozen=True)
class Clue:
    """Tokens ``first`` to ``last`` show who writes, whom it is about, or both. A lower rank tells more."""

    first: int
    last: int
    rank: int
    person: Person | None
    about: Relation | None


@dataclass(frozen=True)
class People:
    """Understands who writes in every language whose file was loaded."""

    book: PhraseBook[Sense]

    def find_person(self, text: str, ages: Sequence[AgeMention] = ()) -> PersonMention | None:
        """Who writes and about whom; ``ages`` are what :meth:`Ages.find_ages` found in the same text."""
        words = _Words(Sentence(text, fold_with_offsets(text)), self.book)
        clues = sorted((*_said(words), *_mine(words, ages), *_phrases(words)), key=_by_weight)
        about = _about(words, clues)
        telling = next((clue for clue in clues if clue.person), clues[0] if clues else None)
        aged = _by_age(ages, telling.person if telling else None)
        if aged:
            mention, person = aged
            return PersonMention(mention.start, mention.end, mention.text, person, about or Relation.ME)
        if telling is None:
            return None
        start, end = words.tokens[telling.first].start, words.tokens[telling.last - 1].end
        return PersonMention(start, end, text[start:end], telling.person, about)


def load_people(folder: Path) -> People:
    """Reads the language files of ``data/people``."""
    return People(load_book(folder))


class _Words:
    """The tokens of a text with what the lexicon knows of each, longest phrase last."""

    def __init__(self, sentence: Sentence, book: PhraseBook[Sense]) -> None:
        self.tokens = sentence.tokens
        self.joined = sentence.joined
        self.starting: dict[int, dict[Part, Mark[Sense]]] = {}
        self.languages: dict[tuple[int, Part], set[str]] = {}
        for mark in book.marks(sentence):
            part = mark.meaning.part
            self.starting.setdefault(mark.first, {})[part] = mark
            self.languages.setdefault((mark.first, part), set()).add(mark.meaning.language)

    def marks(self, part: Part) -> Iterator[Mark[Sense]]:
        for index in self.starting:
            if mark := self.at(index, part):
                yield mark

    def at(self, index: int, part: Part) -> Mark[Sense] | None:
        return self.starting.get(index, {}).get(part)

    def is_cut(self, noun: Mark[Sense]) -> bool:
        """Whether the noun is only the beginning of a longer one: the "grand" of "grand-mère"."""
        longer = (self.at(noun.first, part) for part in (Part.ROLE, Part.ELDER, Part.ADULT))
        return any(mark.last > noun.last for mark in longer if mark)

    def noun_after(self, opening: Mark[Sense], *parts: Part) -> Mark[Sense] | None:
        """The first noun of these kinds after "my" or "I am a", over a few adjectives and an age."""
        index, words = opening.last, 0
        spoken = self.languages[opening.first, opening.meaning.part]
        while index < len(self.tokens) and words <= _GAP and self.joined[index]:
            found = [mark for part in parts if (mark := self.at(index, part))]
            if found:
                return self._followed(max(found, key=lambda mark: mark.last))
            if self._ends_search(index, spoken) and not self._in_numbers(index):
                return None
            words += not self.tokens[index].word.isdecimal()
            index += 1
        return None

    def _followed(self, noun: Mark[Sense]) -> Mark[Sense]:
        """In "my 8 year old son" and "meine Kleine Tochter" the noun after tells more."""
        joined = noun.last < len(self.tokens) and self.joined[noun.last]
        more = self.at(noun.last, Part.RELATION) if joined and noun.meaning.about is Relation.CHILD else None
        return more or noun

    def _ends_search(self, index: int, spoken: set[str]) -> bool:
        """Only in the language of the opening: French "a" must not end "I am a teacher"."""
        ending = (Part.STOP, Part.NOT, Part.POSSESSIVE)
        return any(spoken & self.languages.get((index, part), set()) for part in ending)

    def _in_numbers(self, index: int) -> bool:
        """The "and" of "my 4 and 6 year old"."""
        sides = self.tokens[index - 1 : index + 2 : 2]
        return len(sides) == 2 and all(token.word.isdecimal() for token in sides)


def _by_weight(clue: Clue) -> tuple[int, int, int]:
    return clue.rank, _WEIGHT.index(clue.person) if clue.person else len(_WEIGHT), clue.first


def _said(words: _Words) -> Iterator[Clue]:
    """ "I am a teacher", "as his grandmother" """
    for opening in words.marks(Part.SELF):
        noun = words.noun_after(opening, Part.ROLE)
        if noun:
            yield Clue(opening.first, noun.last, 0, noun.meaning.person, None)


def _mine(words: _Words, ages: Sequence[AgeMention]) -> Iterator[Clue]:
    """ "my son", "my mum", "my 3-year-old" """
    aged = {mention.start for mention in ages if mention.whose == "child" and not mention.unborn}
    for my in words.marks(Part.POSSESSIVE):
        noun = words.noun_after(my, Part.RELATION, Part.ELDER, Part.ADULT)
        if noun is None:
            if my.last < len(words.tokens) and words.tokens[my.last].start in aged:
                yield Clue(my.first, my.last + 1, 1, Person.PARENT, Relation.CHILD)
        elif noun.meaning.part is Part.ELDER:
            yield Clue(my.first, noun.last, 1, Person.CHILD, None)
        elif noun.meaning.about:
            yield Clue(my.first, noun.last, 1, _OWN.get(noun.meaning.about), noun.meaning.about)


def _phrases(words: _Words) -> Iterator[Clue]:
    for mark in words.marks(Part.PHRASE):
        rank = 0 if mark.meaning.person in _TOLD else 2
        yield Clue(mark.first, mark.last, rank, mark.meaning.person, mark.meaning.about)


def _about(words: _Words, clues: Sequence[Clue]) -> Relation | None:
    person = next((clue.person for clue in clues if clue.person), None)
    own = [clue.about for clue in clues if clue.about and (clue.person is person or clue.person is None)]
    if person in (Person.PROFESSIONAL, Person.OTHER, Person.GRANDPARENT, Person.FOSTER_PARENT):
        return next((about for about in own if about in _MINORS), None) or _named_child(words) or _first(own)
    if person is Person.PARENT:
        return _first([about for about in own if about in _MINORS]) or _named_child(words)
    if person in (Person.CHILD, Person.YOUNG_ADULT):
        others = [clue.about for clue in clues if clue.about and clue.about is not Relation.PARTNER]
        return _first(others) or Relation.ME
    return _first(own)


def _first(relations: Sequence[Relation]) -> Relation | None:
    return relations[0] if relations else None


def _named_child(words: _Words) -> Relation | None:
    """ "the son of a friend": a child named without "my" """
    named = (mark.meaning.about for mark in words.marks(Part.RELATION) if not words.is_cut(mark))
    return next((about for about in named if about in _MINORS), None)


def _by_age(ages: Sequence[AgeMention], told: Person | None) -> tuple[AgeMention, Person] | None:
    """A minor is a child whatever else they say; from 18 a child or a profession of one's own tells more."""
    for mention in ages:
        if mention.whose != "writer" or mention.unborn:
            continue
        if mention.months < _OF_AGE:
            return mention, Person.CHILD
        if mention.months < _YOUNG_UNTIL and told in (None, Person.CHILD, Person.YOUNG_ADULT, Person.OTHER):
            return mention, Person.YOUNG_ADULT
    return None
