import asyncio
import logging
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any

import pytest
from aiohttp import web
from rasa.utils.endpoints import ClientResponseError

from components.action_endpoint import InProcessActions, KeptConnection, PatientEndpoint

TIMEOUT = 0.3
APOLOGY = {"events": [], "responses": [{"response": "utter_technical_problem"}]}
BODY = {"next_action": "action_help", "tracker": {"latest_message": {"text": "my secret"}}}
Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]
Serve = Callable[[Handler], Awaitable[KeptConnection]]


@pytest.fixture
async def serve() -> AsyncIterator[Serve]:
    """An action server on a free port that answers as told, and the connection to it."""
    closing: list[Callable[[], Awaitable[Any]]] = []

    async def start(handler: Handler) -> KeptConnection:
        application = web.Application()
        application.router.add_post("/webhook", handler)
        runner = web.AppRunner(application, shutdown_timeout=0.1)
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        port = runner.addresses[0][1]
        connection = KeptConnection(f"http://127.0.0.1:{port}/webhook", TIMEOUT)

        async def close() -> None:
            if connection._session is not None:
                await connection._session.close()
            await runner.cleanup()

        closing.append(close)
        return connection

    yield start
    for close in closing:
        await close()


async def ask(endpoint: PatientEndpoint) -> Any:
    """As Rasa asks, but no answer may take longer than the patience and a little more."""
    return await asyncio.wait_for(endpoint.request(json=BODY, method="post", timeout=60), TIMEOUT + 2)


class TestKeptConnection:
    async def test_an_answer_comes_through(self, serve: Serve) -> None:
        async def handler(request: web.Request) -> web.Response:
            return web.json_response(
                {"events": [], "responses": [{"text": (await request.json())["next_action"]}]}
            )

        assert await ask(await serve(handler)) == {"events": [], "responses": [{"text": "action_help"}]}

    async def test_one_connection_serves_many_calls(self, serve: Serve) -> None:
        peers = set()

        async def handler(request: web.Request) -> web.Response:
            assert request.transport is not None
            peers.add(request.transport.get_extra_info("peername"))
            return web.json_response({})

        connection = await serve(handler)
        for _ in range(5):
            await ask(connection)
        assert len(peers) == 1

    async def test_a_slow_server_is_not_waited_for(self, serve: Serve) -> None:
        async def handler(_: web.Request) -> web.Response:
            await asyncio.sleep(30)
            return web.json_response({})

        assert await ask(await serve(handler)) == APOLOGY

    async def test_a_server_that_stops_in_the_middle_is_not_waited_for(self, serve: Serve) -> None:
        async def handler(request: web.Request) -> web.StreamResponse:
            response = web.StreamResponse(headers={"Content-Type": "application/json"})
            await response.prepare(request)
            await response.write(b'{"events"')
            await asyncio.sleep(30)
            return response

        assert await ask(await serve(handler)) == APOLOGY

    @pytest.mark.parametrize("status", [401, 404, 413, 500, 503])
    async def test_a_failure_becomes_an_apology(self, serve: Serve, status: int) -> None:
        async def handler(_: web.Request) -> web.Response:
            return web.Response(status=status, text="my secret")

        assert await ask(await serve(handler)) == APOLOGY

    async def test_a_server_that_hangs_up_becomes_an_apology(self, serve: Serve) -> None:
        async def handler(request: web.Request) -> web.Response:
            assert request.transport is not None
            request.transport.close()
            return web.json_response({})

        assert await ask(await serve(handler)) == APOLOGY

    async def test_no_server_at_all_becomes_an_apology(self, serve: Serve) -> None:
        async def handler(_: web.Request) -> web.Response:
            return web.json_response({})

        connection = await serve(handler)
        connection.url = "http://127.0.0.1:1/webhook"
        assert await ask(connection) == APOLOGY

    @pytest.mark.parametrize("kind", ["application/json", "text/html"])
    @pytest.mark.parametrize("text", ["<html>", "", '{"events":', "null", "[]"])
    async def test_an_answer_that_is_no_json_becomes_an_apology(
        self, serve: Serve, kind: str, text: str
    ) -> None:
        async def handler(_: web.Request) -> web.Response:
            return web.Response(text=text, content_type=kind)

        assert await ask(await serve(handler)) == APOLOGY

    async def test_after_a_failure_the_next_call_is_answered(self, serve: Serve) -> None:
        statuses = iter([500, 200])

        async def handler(_: web.Request) -> web.Response:
            return web.json_response({"events": []}, status=next(statuses))

        connection = await serve(handler)
        assert [await ask(connection), await ask(connection)] == [APOLOGY, {"events": []}]

    async def test_a_rejection_is_left_to_rasa(self, serve: Serve) -> None:
        async def handler(_: web.Request) -> web.Response:
            return web.json_response({"action_name": "action_help", "error": "no"}, status=400)

        with pytest.raises(ClientResponseError) as rejected:
            await ask(await serve(handler))
        assert rejected.value.status == 400
        assert '"action_name"' in rejected.value.text

    async def test_the_log_names_the_failure_and_no_word_of_the_talk(
        self, serve: Serve, caplog: pytest.LogCaptureFixture
    ) -> None:
        async def handler(_: web.Request) -> web.Response:
            return web.Response(status=500, text="my secret")

        with caplog.at_level(logging.DEBUG, "components.action_endpoint"):
            await ask(await serve(handler))
        assert "an action failed: answered 500" in caplog.text
        assert "secret" not in caplog.text


async def test_each_apology_is_a_new_one() -> None:
    """Rasa changes what it is given."""
    endpoint = KeptConnection("http://127.0.0.1:1/webhook", TIMEOUT)
    first = await ask(endpoint)
    first["responses"].clear()
    assert await ask(endpoint) == APOLOGY
    assert endpoint._session is not None
    await endpoint._session.close()


class TestInProcess:
    TRACKER = {
        "sender_id": "somebody",
        "slots": {},
        "latest_message": {"text": "school", "intent": {"name": "need_school"}, "entities": []},
        "events": [{"event": "user", "text": "school"}],
    }

    async def test_our_actions_answer(self) -> None:
        endpoint = InProcessActions("actions", timeout=10)
        body = {"next_action": "action_help", "tracker": self.TRACKER, "domain": {}}
        answer = await endpoint.request(json=body)
        slots = {event["name"]: event["value"] for event in answer["events"]}
        assert slots["concern"] == "school"
        assert "How old is the child?" in answer["responses"][-1]["text"]

    async def test_every_action_of_the_domain_is_there(self, domain: Any) -> None:
        ours = {name for name in domain.user_actions if name.startswith("action_")}
        assert ours <= set(InProcessActions("actions", TIMEOUT)._executor.actions)

    async def test_an_unknown_one_becomes_an_apology(self) -> None:
        body = {"next_action": "action_nobody_wrote", "tracker": self.TRACKER, "domain": {}}
        assert await InProcessActions("actions", timeout=10).request(json=body) == APOLOGY

    async def test_a_slow_one_is_not_waited_for(self) -> None:
        class Slow(InProcessActions):
            async def _call(self, body: dict[str, Any]) -> Any:
                await asyncio.sleep(30)

        assert await ask(Slow("actions", TIMEOUT)) == APOLOGY
