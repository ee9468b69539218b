"""``python -m server``: Rasa with our channels, the actions inside its process, and nothing else exposed.

The same as ``rasa run`` but for two things: skops is never imported and the actions need no connection.
"""

import logging
import os
import socket
import sys
from typing import TYPE_CHECKING

from helpfinder.knowledge import knowledge
from helpfinder.settings import Settings, SettingsError, read_settings

if TYPE_CHECKING:
    from sanic import Sanic

MODEL = "models/helpfinder.tar.gz"


def main() -> int:
    try:
        settings = read_settings()
    except SettingsError as error:
        return _refuse(str(error))
    if not os.path.exists(MODEL):
        return _refuse(f"{MODEL} is missing: run 'make train' first")
    if _is_taken(settings.host, settings.port):
        return _refuse(
            f"{settings.host}:{settings.port} is taken: stop what runs there or set HELPFINDER_PORT"
        )
    _serve(settings)
    return 0


def _refuse(reason: str) -> int:
    print(f"server: {reason}", file=sys.stderr)
    return 1


def _is_taken(host: str, port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError:
            return True
    return False


def _serve(settings: Settings) -> None:
    from rasa.core.run import serve_application
    from rasa.core.utils import AvailableEndpoints
    from rasa.utils.log_utils import configure_structlog

    from components import rasa_patches
    from components.action_endpoint import InProcessActions, KeptConnection

    logging.basicConfig(level=logging.WARNING, format="%(levelname)s %(name)s: %(message)s")
    configure_structlog(logging.WARNING)
    rasa_patches.apply()
    endpoints = AvailableEndpoints.read_endpoints("endpoints.yml")
    url, timeout = settings.actions_url, settings.action_timeout
    endpoints.action = KeptConnection(url, timeout) if url else InProcessActions("actions", timeout)
    serve_application(
        MODEL,
        interface=settings.host,
        port=settings.port,
        credentials="credentials.yml",
        endpoints=endpoints,
        enable_api=False,
        server_listeners=[(_ready_or_stop, "after_server_start")],
    )


async def _ready_or_stop(app: "Sanic", _: object) -> None:
    """Rasa would go on without a model and say nothing; and the first visitor would wait for the learning."""
    if not app.ctx.agent.is_ready():
        print("server: the model can't be loaded: run 'make train', or read the error above", file=sys.stderr)
        os._exit(1)
    knowledge().detector.learn()


if __name__ == "__main__":
    sys.exit(main())
