"""An action server that is down, slow or broken: an apology with numbers within five seconds."""

import asyncio
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from aiohttp import web

from tests.end_to_end.running import free_port, running, texts

SECRET = "my neighbour Zebulon takes drugs"


class BrokenActions:
    """An HTTP server in the place of the action server; ``mode`` says how it fails."""

    def __init__(self) -> None:
        self.mode = "raise"
        self.port = free_port()

    async def answer(self, request: web.Request) -> web.Response:
        if self.mode == "hang":
            await asyncio.sleep(60)
        if self.mode == "nonsense":
            return web.json_response({"events": "none"})
        return web.json_response({"error": "boom", "request_body": await request.json()}, status=500)

    @contextmanager
    def serving(self) -> Iterator[str]:
        loop = asyncio.new_event_loop()
        runner = web.AppRunner(self._app())
        loop.run_until_complete(runner.setup())
        loop.run_until_complete(web.TCPSite(runner, "127.0.0.1", self.port).start())
        thread = threading.Thread(target=loop.run_forever, daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{self.port}/webhook"
        finally:
            loop.call_soon_threadsafe(loop.stop)
            thread.join(timeout=10)

    def _app(self) -> web.Application:
        app = web.Application()
        app.router.add_post("/webhook", self.answer)
        return app


@pytest.fixture(scope="module")
def broken():
    return BrokenActions()


@pytest.fixture(scope="module")
def server(broken, tmp_path_factory):
    with (
        broken.serving() as url,
        running(
            tmp_path_factory.mktemp("broken") / "server.log",
            HELPFINDER_ACTIONS_URL=url,
            HELPFINDER_ACTION_TIMEOUT="2",
        ) as started,
    ):
        yield started


@pytest.mark.parametrize("mode", ["raise", "hang", "nonsense"])
def test_a_failing_action_is_an_apology_with_numbers(server, broken, mode):
    broken.mode = mode
    person = server.person()
    began = time.monotonic()
    said = texts(person.says(SECRET))
    assert time.monotonic() - began < 5
    assert all(number in said for number in ("8002 9393", "112", "113"))
    assert texts(person.says("are you a robot?")).strip()


def test_safety_greeting_and_questions_need_no_actions(server, broken):
    broken.mode = "raise"
    person = server.person()
    assert "automated assistant" in texts(person.says("hello"))
    assert "113" in texts(person.says("my father beats me"))
    assert "Hague" in texts(person.says("how can I adopt a child?"))
    assert "deleted" in texts(person.says("stop"))


def test_no_word_of_the_talk_reaches_the_log(server, broken):
    broken.mode = "raise"
    server.person().says(SECRET)
    assert "Zebulon" not in server.log.read_text()


def test_an_action_server_that_is_down_is_an_apology_too(tmp_path):
    nowhere = f"http://127.0.0.1:{free_port()}/webhook"
    with running(tmp_path / "server.log", HELPFINDER_ACTIONS_URL=nowhere) as started:
        assert "8002 9393" in texts(started.person().says(SECRET))
