"""Does an age lie within a service's limits? Some limits are left open, so the answer can be "perhaps"."""

from enum import Enum

from helpfinder.directory.model import AgeRange
from helpfinder.matching.criteria import Age

GROWN_UP = 28 * 12  # months: the oldest person any source names is 27


class AgeFit(str, Enum):
    FITS = "fits"
    PERHAPS = "perhaps"  # the source leaves the limit open, or the age was said too roughly
    NO_LIMIT = "no-limit"  # the source names no age
    UNKNOWN = "unknown"  # we do not know the child's age
    TOO_YOUNG = "too-young"
    TOO_OLD = "too-old"


def age_fit(age: Age | None, limits: AgeRange) -> AgeFit:
    minimum = limits.minimum or 0
    if limits.minimum is None and limits.sure_until is None and limits.perhaps_until is None:
        return AgeFit.NO_LIMIT
    if age is None:
        return AgeFit.UNKNOWN
    if age.months_until <= minimum:
        return AgeFit.TOO_YOUNG
    latest = limits.perhaps_until or limits.sure_until
    if latest is not None and age.months >= latest:
        return AgeFit.TOO_OLD
    if latest is None and age.months >= GROWN_UP:
        return AgeFit.PERHAPS  # made for the young: where the source names no end, one has to ask
    surely = age.months >= minimum and (limits.sure_until is None or age.months_until <= limits.sure_until)
    return AgeFit.FITS if surely else AgeFit.PERHAPS


def months_missing(age: Age, limits: AgeRange) -> tuple[int, int]:
    """How long until somebody too young may come: at least and at most so many months."""
    minimum = limits.minimum or 0
    return max(minimum - age.months_until + 1, 0), minimum - age.months
