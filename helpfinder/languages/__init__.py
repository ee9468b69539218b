"""The languages Helpfinder speaks: which there are, and which one a message is written in or asks for."""

from helpfinder.languages.detection import Detector
from helpfinder.languages.model import SOURCE_LANGUAGE, Language, Languages, LanguagesError, load_languages
from helpfinder.languages.training import load_detector

__all__ = [
    "SOURCE_LANGUAGE",
    "Detector",
    "Language",
    "Languages",
    "LanguagesError",
    "load_detector",
    "load_languages",
]
