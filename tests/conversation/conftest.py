from datetime import datetime

import pytest

from helpfinder.conversation import Situation
from helpfinder.knowledge import Knowledge
from tests.conversation.talking import Talk


@pytest.fixture(scope="session")
def situation(known: Knowledge, now: datetime) -> Situation:
    return Situation(known, "en", now)


@pytest.fixture
def talk(situation: Situation) -> Talk:
    """Somebody new, who has said nothing yet."""
    return Talk(situation)
