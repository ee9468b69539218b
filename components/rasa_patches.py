"""Changes to Rasa 3.6.21 itself, each for one measured reason. ``apply`` is called once, by the server.

They live here so that a newer Rasa can drop them one by one. Each has a test.
"""

from functools import lru_cache
from typing import Any

import rasa.shared.core.events as events
from jsonschema import ValidationError
from jsonschema.validators import validator_for
from rasa.core.actions.action import RemoteAction
from rasa.shared.core.events import Event


def apply() -> None:
    _check_the_schema_once()
    _find_event_types_once()


def _check_the_schema_once() -> None:
    """Rasa checks its own constant schema on every action call: 22 of 34 ms of a turn."""
    RemoteAction._validate_action_result = _is_valid_result  # type: ignore[method-assign]


def _is_valid_result(self: RemoteAction, result: dict[str, Any]) -> bool:
    error = next(_validator().iter_errors(result), None)
    if error is not None:
        raise ValidationError("an action answered something that is not events and responses")
    return True


@lru_cache(maxsize=1)
def _validator() -> Any:
    schema = RemoteAction.action_response_format_spec()
    cls = validator_for(schema)
    cls.check_schema(schema)
    return cls(schema)


def _find_event_types_once() -> None:
    """Rasa walks all event classes for each stored event of each message."""
    events.Event.resolve_by_type = staticmethod(_resolver(Event.resolve_by_type))  # type: ignore[method-assign]


def _resolver(original: Any) -> Any:
    cached = lru_cache(maxsize=None)(original)

    def resolve_by_type(type_name: str, default: Any = None) -> Any:
        return cached(type_name, default)

    return resolve_by_type
