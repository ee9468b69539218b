"""What may reach Rasa from outside: words, and the choices the bot itself offers.

Rasa takes any text that begins with "/" as an intent with chosen entities. So a typed slash is dropped, and
only the payloads of our own buttons pass: they say no more than their labels do.
"""

import re

from helpfinder.knowledge import knowledge

LONGEST = 10_000  # characters read of one message

_CHOICE = re.compile(
    r"/(?:need_[a-z_]{1,40}|affirm|deny|skip|resume|show_more|start_application|start_over|ask_office"
    r'|inform\{"place":"[\w:.,\-]{1,40}"\})'
)
_COMMAND = re.compile(r"^[/\\\s]+")  # with every kind of space: Rasa strips them before it looks for "/"
_UNSEEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u200b-\u200f\u202a-\u202e\u2060\ufeff]")


def is_choice(text: str) -> bool:
    return _CHOICE.fullmatch(text) is not None and (not text.startswith("/need_") or text in _worries())


def _worries() -> set[str]:
    """The payloads of the menu of concerns."""
    return {choice.payload for choice in knowledge().catalogue.concern_menu()}


def as_typed(text: str) -> str:
    """The text as Rasa may read it; a choice stays what it is."""
    cleaned = _UNSEEN.sub("", text[:LONGEST]).strip()
    return cleaned if is_choice(cleaned) else _COMMAND.sub("", cleaned)
