"""The directory of services: CSV tables in, one frozen ``Directory`` out; hours, checks, export."""

from helpfinder.directory.export import export
from helpfinder.directory.loader import load_directory
from helpfinder.directory.model import (
    AgeRange,
    Concern,
    Directory,
    Fact,
    Office,
    Organization,
    Phone,
    Provenance,
    Route,
    Service,
)
from helpfinder.directory.schedule import Schedule, is_open, next_opening, public_holiday
from helpfinder.directory.tables import DirectoryError, Problem
from helpfinder.directory.validation import validate

__all__ = [
    "AgeRange",
    "Concern",
    "Directory",
    "DirectoryError",
    "Fact",
    "Office",
    "Organization",
    "Phone",
    "Problem",
    "Provenance",
    "Route",
    "Schedule",
    "Service",
    "export",
    "is_open",
    "load_directory",
    "next_opening",
    "public_holiday",
    "validate",
]
