"""Points typed or sent by a phone: "49.75, 6.1", "49,75 6,1", "N 49.75 E 6.1", "geo:49.75,6.1"."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from math import cos, inf, radians

from helpfinder.geography.distance import kilometres
from helpfinder.geography.model import Lookup, LookupKind, Place, PlaceKind

Point = tuple[float, float, Place]  # latitude, longitude, what is there

_NUMBER = r"(-?\d{1,3}[.,]\d{1,15})"
_PAIR = re.compile(
    rf"(?<![\w.,])(?:geo:|[NS]\s*)?{_NUMBER}\s*°?\s*[NSE]?\s*[,;/\s]\s*[EW]?\s*{_NUMBER}\s*°?(?:\s*[ENOW])?(?![\w.])",
    re.IGNORECASE,
)
_INSIDE_KM = 5.0  # no inhabited point of the country lies farther from a postcode or village
_NEIGHBOUR_KM = 40.0
_KM_PER_DEGREE = 111.0  # of latitude


def find_point(text: str) -> tuple[float, float] | None:
    """Latitude and longitude; also where somebody gives Luxembourg's longitude first."""
    found = _PAIR.search(text)
    if not found:
        return None
    first, second = (float(number.replace(",", ".")) for number in found.groups())
    if 4 < first < 9 and 45 < second < 55:
        first, second = second, first
    return (first, second) if abs(first) <= 90 and abs(second) <= 180 else None


def look_up_point(latitude: float, longitude: float, points: Sequence[Point]) -> Lookup:
    """Inside Luxembourg if the nearest place we know is inside; there are no border polygons here."""
    km, nearest = _nearest(latitude, longitude, _between(points, latitude, _INSIDE_KM))
    if km > _INSIDE_KM:
        km, nearest = _nearest(latitude, longitude, _between(points, latitude, _NEIGHBOUR_KM))
    name, id_ = f"{latitude:g}, {longitude:g}", f"@{latitude:.5f},{longitude:.5f}"
    if nearest and not nearest.is_abroad and km <= _INSIDE_KM:
        place = Place(id_, name, PlaceKind.COORDINATES, nearest.commune, latitude, longitude, "LU")
        return Lookup(LookupKind.EXACT, (place,))
    country = nearest.country if nearest and nearest.is_abroad and km <= _NEIGHBOUR_KM else ""
    return Lookup(
        LookupKind.ABROAD, (Place(id_, name, PlaceKind.ABROAD, None, latitude, longitude, country),)
    )


def _between(points: Sequence[Point], latitude: float, km: float) -> Sequence[Point]:
    reach = km / _KM_PER_DEGREE
    lower = bisect_left(points, latitude - reach, key=_latitude)
    return points[lower : bisect_left(points, latitude + reach, key=_latitude)]


def _nearest(latitude: float, longitude: float, points: Sequence[Point]) -> tuple[float, Place | None]:
    if not points:
        return inf, None
    shrink = cos(radians(latitude))  # comparing on a flat map is enough to find the nearest
    lat, lon, place = min(
        points, key=lambda point: (point[0] - latitude) ** 2 + ((point[1] - longitude) * shrink) ** 2
    )
    return kilometres(latitude, longitude, lat, lon), place


def points_of(places: Iterable[Place]) -> tuple[Point, ...]:
    """Points in the order of their latitude, as ``look_up_point`` needs them."""
    points = (
        (place.latitude, place.longitude, place)
        for place in places
        if place.latitude is not None and place.longitude is not None
    )
    return tuple(sorted(points, key=_latitude))


def _latitude(point: Point) -> float:
    return point[0]
