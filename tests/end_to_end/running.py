"""A real server in a process of its own, and a person who talks to it over HTTP."""

import json
import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

HOME = Path(__file__).resolve().parents[2]
START_WITHIN = 120  # seconds; a loaded machine is slow


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@dataclass
class Person:
    """One conversation. ``says`` sends a message and gives what the bot answered."""

    url: str
    sender: str = field(default_factory=lambda: uuid.uuid4().hex)

    def says(self, text: str) -> list[dict[str, Any]]:
        return post(self.url, {"sender": self.sender, "message": text})[1]


def post(url: str, body: Any, timeout: float = 30) -> tuple[int, Any]:
    """Status and JSON of a POST; ``body`` is sent as it is if it is bytes."""
    data = body if isinstance(body, bytes) else json.dumps(body).encode()
    request = urllib.request.Request(url, data, {"Content-Type": "application/json"})
    try:
        with urllib.request.urlopen(request, timeout=timeout) as response:
            return response.status, json.load(response)
    except urllib.error.HTTPError as error:
        return error.code, json.loads(error.read() or b"null")


def texts(answers: list[dict[str, Any]]) -> str:
    return "\n".join(answer.get("text", "") for answer in answers)


def buttons(answers: list[dict[str, Any]]) -> list[dict[str, str]]:
    return [button for answer in answers for button in answer.get("buttons", [])]


@dataclass
class Server:
    url: str
    process: subprocess.Popen[bytes]
    log: Path

    def person(self) -> Person:
        return Person(self.url)


@contextmanager
def running(log: Path, **environment: str) -> Iterator[Server]:
    port = free_port()
    env = os.environ | {"HELPFINDER_PORT": str(port), "PYTHONPATH": str(HOME)} | environment
    url = f"http://127.0.0.1:{port}/webhooks/rest/webhook"
    with log.open("wb") as sink:
        process = subprocess.Popen(
            [sys.executable, "-m", "server"], cwd=HOME, env=env, stdout=sink, stderr=subprocess.STDOUT
        )
    try:
        _wait_until_ready(url, process, log)
        yield Server(url, process, log)
    finally:
        process.terminate()
        process.wait(timeout=30)


def _wait_until_ready(url: str, process: subprocess.Popen[bytes], log: Path) -> None:
    deadline = time.monotonic() + START_WITHIN
    while time.monotonic() < deadline:
        if process.poll() is not None:
            raise RuntimeError(f"the server ended with {process.returncode}:\n{log.read_text()[-4000:]}")
        try:
            answers = post(url, {"sender": "ready", "message": "hello"}, timeout=5)[1]
        except OSError:
            time.sleep(0.1)  # between two looks, not instead of one
            continue
        if answers:
            return
    raise RuntimeError(f"the server was not ready in {START_WITHIN} s:\n{log.read_text()[-4000:]}")
