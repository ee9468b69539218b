"""How Rasa reaches the actions: inside its own process (2 ms a call), or over one kept connection.

Either way a call that fails or takes too long becomes an apology with a number, not silence.
"""

import asyncio
import copy
import logging
from typing import Any

import aiohttp
from rasa.shared.exceptions import RasaException
from rasa.utils.endpoints import ClientResponseError, EndpointConfig
from rasa_sdk.executor import ActionExecutor
from rasa_sdk.interfaces import ActionNotFoundException

logger = logging.getLogger(__name__)

_APOLOGY = {"events": [], "responses": [{"response": "utter_technical_problem"}]}
_REJECTED = 400  # the SDK's word for "this action does not want to run": Rasa's business, not a failure


class PatientEndpoint(EndpointConfig):
    """The frame of both: waits ``timeout`` seconds, then apologizes. The log gets its kind only."""

    def __init__(self, timeout: float, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self._timeout = timeout

    async def request(self, method: str = "post", **kwargs: Any) -> Any:  # type: ignore[override]
        try:
            answer = await asyncio.wait_for(self._call(kwargs["json"]), self._timeout)
            return answer if isinstance(answer, dict) else self._apologize("answered no object")
        except ClientResponseError as error:
            if error.status == _REJECTED:
                raise
            return self._apologize(f"answered {error.status}")
        except (asyncio.TimeoutError, aiohttp.ClientError, OSError, RasaException, ValueError) as error:
            return self._apologize(type(error).__name__)

    async def _call(self, body: dict[str, Any]) -> Any:
        raise NotImplementedError

    @staticmethod
    def _apologize(reason: str) -> dict[str, Any]:
        logger.error("an action failed: %s", reason)
        return copy.deepcopy(_APOLOGY)


class InProcessActions(PatientEndpoint):
    """Runs the package's actions here. ``url`` is only a name for the log."""

    def __init__(self, package: str, timeout: float) -> None:
        super().__init__(timeout, url=f"in-process:{package}", enable_selective_domain=True)
        self._executor = ActionExecutor()
        self._executor.register_package(package)

    async def _call(self, body: dict[str, Any]) -> Any:
        try:
            return await self._executor.run(body)  # type: ignore[arg-type]
        except ActionNotFoundException as error:
            return self._apologize(type(error).__name__)


class KeptConnection(PatientEndpoint):
    """An action server over HTTP: one session and its connections for the life of the process."""

    def __init__(self, url: str, timeout: float) -> None:
        super().__init__(timeout, url=url, enable_selective_domain=True)
        self._session: aiohttp.ClientSession | None = None

    async def _call(self, body: dict[str, Any]) -> Any:
        if self._session is None or self._session.closed:
            self._session = aiohttp.ClientSession()
        async with self._session.post(self.url or "", json=body) as response:
            if response.status >= _REJECTED:
                raise ClientResponseError(response.status, response.reason, await response.text())
            return await response.json()
