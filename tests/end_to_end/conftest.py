import pytest

from tests.end_to_end.running import Person, Server, running


@pytest.fixture(scope="session")
def server(tmp_path_factory):
    with running(tmp_path_factory.mktemp("server") / "server.log") as started:
        yield started


@pytest.fixture
def person(server: Server) -> Person:
    """Somebody new who writes to the bot."""
    return server.person()
