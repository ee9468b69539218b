"""Who writes and whom it is about, in any of the languages of ``data/people``."""

from helpfinder.people.finding import People, load_people
from helpfinder.people.lexicon import PeopleDataError
from helpfinder.people.model import Person, PersonMention, Relation

__all__ = ["People", "PeopleDataError", "Person", "PersonMention", "Relation", "load_people"]
