"""The three things Helpfinder asks (concern, age, place): what was heard, what is still open. Pure."""

from helpfinder.interview.hear import Change, hear
from helpfinder.interview.heard import Heard
from helpfinder.interview.next_question import next_question
from helpfinder.interview.state import Interview, Need, Question

__all__ = ["Change", "Heard", "Interview", "Need", "Question", "hear", "next_question"]
