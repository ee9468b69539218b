"""The environment becomes one frozen ``Settings``. A bad value is an error that names its variable."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

_HOME = Path(__file__).resolve().parent.parent


class SettingsError(ValueError):
    """A variable that can't be used; the message names it and says what it takes."""


@dataclass(frozen=True)
class Settings:
    data: Path
    locales: Path
    host: str  # where Rasa listens
    port: int
    actions_url: str | None  # None: actions run inside the Rasa process
    outside_facts: bool  # facts from outside the two source documents may be shown
    action_timeout: float  # seconds until a visitor reads an apology instead of an answer


def read_settings(environment: Mapping[str, str] | None = None) -> Settings:
    env = os.environ if environment is None else environment
    return Settings(
        data=Path(env.get("HELPFINDER_DATA") or _HOME / "data"),
        locales=Path(env.get("HELPFINDER_LOCALES") or _HOME / "locales"),
        host=env.get("HELPFINDER_HOST") or "127.0.0.1",
        port=_whole(env, "HELPFINDER_PORT", 5005),
        actions_url=env.get("HELPFINDER_ACTIONS_URL") or None,
        outside_facts=_switch(env, "HELPFINDER_OUTSIDE_FACTS", default=True),
        action_timeout=float(_whole(env, "HELPFINDER_ACTION_TIMEOUT", 4)),
    )


def _whole(env: Mapping[str, str], name: str, default: int) -> int:
    text = env.get(name) or str(default)
    if not text.isdecimal() or not 0 < int(text) < 65536:
        raise SettingsError(f"{name}={text!r}: a whole number from 1 to 65535 is needed")
    return int(text)


def _switch(env: Mapping[str, str], name: str, default: bool) -> bool:
    text = env.get(name, "").lower()
    if text not in ("", "on", "off"):
        raise SettingsError(f"{name}={text!r}: 'on' or 'off' is needed")
    return default if not text else text == "on"
