from pathlib import Path

import pytest

from helpfinder.settings import Settings, SettingsError, read_settings

HOME = Path(__file__).resolve().parents[1]
SWITCH, PORT, TIMEOUT = "HELPFINDER_OUTSIDE_FACTS", "HELPFINDER_PORT", "HELPFINDER_ACTION_TIMEOUT"


def test_nothing_needs_to_be_set() -> None:
    assert read_settings({}) == Settings(
        data=HOME / "data",
        locales=HOME / "locales",
        host="127.0.0.1",
        port=5005,
        actions_url=None,
        outside_facts=True,
        action_timeout=4.0,
    )


def test_everything_can_be_set() -> None:
    environment = {
        "HELPFINDER_DATA": "/srv/data",
        "HELPFINDER_LOCALES": "/srv/locales",
        "HELPFINDER_HOST": "0.0.0.0",
        PORT: "8080",
        "HELPFINDER_ACTIONS_URL": "http://actions:5055/webhook",
        SWITCH: "off",
        TIMEOUT: "9",
    }
    assert read_settings(environment) == Settings(
        Path("/srv/data"), Path("/srv/locales"), "0.0.0.0", 8080, "http://actions:5055/webhook", False, 9.0
    )


@pytest.mark.parametrize(
    "name",
    ["DATA", "LOCALES", "HOST", "PORT", "ACTIONS_URL", "OUTSIDE_FACTS", "ACTION_TIMEOUT"],
)
def test_empty_is_the_same_as_not_set(name: str) -> None:
    assert read_settings({f"HELPFINDER_{name}": ""}) == read_settings({})


@pytest.mark.parametrize("name", [PORT, TIMEOUT])
@pytest.mark.parametrize("value", ["0", "65536", "-1", "1.5", "eighty", " 80", "8 0", "²", "1e3"])
def test_a_bad_number_names_its_variable_and_what_it_takes(name: str, value: str) -> None:
    with pytest.raises(SettingsError, match=rf"{name}={value!r}: a whole number from 1 to 65535"):
        read_settings({name: value})


@pytest.mark.parametrize("value", ["1", "65535"])
def test_the_limits_themselves_are_good(value: str) -> None:
    assert read_settings({PORT: value}).port == int(value)


@pytest.mark.parametrize("value", ["yes", "1", "true", "offf"])
def test_a_bad_switch_names_its_variable_and_what_it_takes(value: str) -> None:
    with pytest.raises(SettingsError, match=f"{SWITCH}={value!r}: 'on' or 'off' is needed"):
        read_settings({SWITCH: value})


@pytest.mark.parametrize(("value", "expected"), [("on", True), ("ON", True), ("off", False), ("Off", False)])
def test_a_switch_in_any_case(value: str, expected: bool) -> None:
    assert read_settings({SWITCH: value}).outside_facts is expected


def test_without_an_argument_the_process_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(PORT, "6006")
    assert read_settings().port == 6006


def test_settings_cannot_be_changed() -> None:
    with pytest.raises(AttributeError):
        read_settings({}).port = 1  # type: ignore[misc]


def test_equal_settings_share_what_was_loaded() -> None:
    assert hash(read_settings({})) == hash(read_settings({}))
