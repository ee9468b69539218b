"""Starting badly is said in one line that names the cause."""

import os
import socket
import subprocess
import sys

import pytest

from tests.end_to_end.running import HOME


def start(**environment):
    env = os.environ | {"PYTHONPATH": str(HOME)} | environment
    return subprocess.run(
        [sys.executable, "-m", "server"], cwd=HOME, env=env, capture_output=True, text=True, timeout=60
    )


def test_a_taken_port_is_named():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        ended = start(HELPFINDER_PORT=port)
    assert ended.returncode == 1
    assert f"127.0.0.1:{port} is taken" in ended.stderr


@pytest.mark.parametrize(
    ("name", "value"), [("HELPFINDER_PORT", "many"), ("HELPFINDER_OUTSIDE_FACTS", "maybe")]
)
def test_a_bad_setting_names_its_variable(name, value):
    ended = start(**{name: value})
    assert ended.returncode == 1
    assert name in ended.stderr
