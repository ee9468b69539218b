"""Ages as people say them, in any of the languages of ``data/ages``."""

from helpfinder.ages.finding import Ages, load_ages
from helpfinder.ages.grammar import AgeDataError
from helpfinder.ages.model import AgeMention, AgeProblem, Reason

__all__ = ["AgeDataError", "AgeMention", "AgeProblem", "Ages", "Reason", "load_ages"]
