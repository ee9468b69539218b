"""What to say next, given what is known and what was heard. Pure: the Rasa actions only carry it over."""

from helpfinder.conversation.answer import answer_reply
from helpfinder.conversation.application import application_reply
from helpfinder.conversation.follow_up import (
    cost_reply,
    details_reply,
    hours_reply,
    more_reply,
    office_reply,
    other_office_reply,
)
from helpfinder.conversation.not_understood import not_understood_reply
from helpfinder.conversation.remember import remember_reply
from helpfinder.conversation.situation import Reply, Situation

__all__ = [
    "Reply",
    "Situation",
    "answer_reply",
    "application_reply",
    "cost_reply",
    "details_reply",
    "hours_reply",
    "more_reply",
    "not_understood_reply",
    "office_reply",
    "other_office_reply",
    "remember_reply",
]
