"""Criteria in, ranked matches with reasons out: which services fit this child, and which nearly do."""

from helpfinder.matching.audience import is_for
from helpfinder.matching.criteria import Age, Criteria
from helpfinder.matching.fit import AgeFit, age_fit
from helpfinder.matching.match import Match, Matches, NearMiss, age_matters, match

__all__ = [
    "Age",
    "AgeFit",
    "Criteria",
    "Match",
    "Matches",
    "NearMiss",
    "age_fit",
    "age_matters",
    "is_for",
    "match",
]
