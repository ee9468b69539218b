"""Answers into words: the English wording of ``data/responses``, translated by gettext catalogues. Pure."""

from helpfinder.wording.catalogue import Catalogue, WordingError, load_catalogue
from helpfinder.wording.message import Choice, Message

__all__ = ["Catalogue", "Choice", "Message", "WordingError", "load_catalogue"]
