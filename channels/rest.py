"""``POST /webhooks/rest/webhook {"sender", "message"}``: the channel of tests and development.

Rasa's own lets all senders without a name share one conversation, takes slash commands, and answers an
error with silence. This one keeps its wire format and does none of that.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Awaitable, Callable
from typing import Any

from rasa.core.channels.channel import CollectingOutputChannel, InputChannel, UserMessage
from sanic import Blueprint, response
from sanic.request import Request
from sanic.response import HTTPResponse

from channels.typed import as_typed
from helpfinder.knowledge import knowledge

logger = logging.getLogger(__name__)

_LONGEST_SENDER = 255
_HEADERS = {"Cache-Control": "no-store"}


class RestInput(InputChannel):
    @classmethod
    def name(cls) -> str:
        return "rest"

    @classmethod
    def from_credentials(cls, credentials: dict[str, Any] | None) -> RestInput:
        return cls()

    def blueprint(self, on_new_message: Callable[[UserMessage], Awaitable[None]]) -> Blueprint:
        webhook = Blueprint("channels_rest", __name__)

        @webhook.get("/")
        async def health(request: Request) -> HTTPResponse:
            return response.json({"status": "ok"})

        @webhook.post("/webhook")
        async def receive(request: Request) -> HTTPResponse:
            message = read_message(request.body)
            if isinstance(message, str):
                return response.json({"error": message}, status=400, headers=_HEADERS)
            sender, text = message
            answers = await _answers(on_new_message, sender, text)
            return response.json(answers, headers=_HEADERS)

        return webhook


def read_message(body: bytes) -> tuple[str, str] | str:
    """Sender and text; or what is wrong with the request."""

    try:
        sent = json.loads(body or b"null")
    except (ValueError, RecursionError):
        return "the body is not JSON"
    if not isinstance(sent, dict):
        return 'the body is not an object {"sender": "...", "message": "..."}'
    sender, text = sent.get("sender"), sent.get("message")
    if not isinstance(sender, str) or not sender.strip() or len(sender) > _LONGEST_SENDER:
        return f"'sender' must be a text of 1 to {_LONGEST_SENDER} characters"
    if not isinstance(text, str):
        return "'message' must be a text"
    return sender, as_typed(text)


async def _answers(
    on_new_message: Callable[[UserMessage], Awaitable[None]], sender: str, text: str
) -> list[dict[str, Any]]:
    collector = CollectingOutputChannel()
    try:
        await on_new_message(UserMessage(text, collector, sender, input_channel=RestInput.name()))
    except Exception as error:  # noqa: BLE001 - whatever broke, the visitor reads an answer and the log no text
        logger.error("a message failed: %s", type(error).__name__)
    if not collector.messages:
        apology = knowledge().catalogue.text("utter_technical_problem")
        return [{"recipient_id": sender, "text": apology}]
    return collector.messages
