"""The languages Helpfinder speaks, as ISO 639-1 codes, and the order in which one stands in for another."""

LANGUAGES = ("lb", "fr", "de", "en", "pt")
SOURCE_LANGUAGE = "en"  # the wording is written in English and translated from it
