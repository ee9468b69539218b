"""Each change to Rasa does what Rasa did, only once."""

import pytest
import rasa.shared.core.events as events
from jsonschema import ValidationError
from rasa.core.actions.action import RemoteAction
from rasa.shared.core.events import BotUttered, UserUttered

from components import rasa_patches


@pytest.fixture(autouse=True)
def _patched(monkeypatch):
    monkeypatch.setattr(RemoteAction, "_validate_action_result", RemoteAction._validate_action_result)
    monkeypatch.setattr(events.Event, "resolve_by_type", staticmethod(events.Event.resolve_by_type))
    rasa_patches.apply()


def test_a_good_answer_of_an_action_is_accepted():
    action = RemoteAction("action_help", None)
    assert action._validate_action_result({"events": [], "responses": [{"text": "hello"}]})


@pytest.mark.parametrize("answer", [{"events": "none"}, {"responses": {}}, {"events": [{"event": 1}]}])
def test_a_bad_answer_of_an_action_is_still_refused(answer):
    with pytest.raises(ValidationError):
        RemoteAction("action_help", None)._validate_action_result(answer)


def test_the_content_of_a_bad_answer_is_not_in_the_error():
    with pytest.raises(ValidationError) as error:
        RemoteAction("action_help", None)._validate_action_result({"events": "a secret"})
    assert "secret" not in str(error.value)


@pytest.mark.parametrize(("name", "kind"), [("user", UserUttered), ("bot", BotUttered)])
def test_event_types_are_found_by_name(name, kind):
    assert events.Event.resolve_by_type(name) is kind


def test_an_unknown_event_type_is_still_an_error():
    with pytest.raises(ValueError, match="Unknown event"):
        events.Event.resolve_by_type("nothing")
