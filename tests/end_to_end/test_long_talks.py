"""A sender's 500th message costs at most 1.5 times the 5th."""

import statistics
import time

from tests.end_to_end.running import Server

TALK = ("my son is 14 and takes drugs", "Wiltz", "is it free?", "no, he is 15", "thanks")
MOST = 1.5


def test_the_500th_message_costs_what_the_5th_does(server: Server, capsys):
    """Old and young conversations take turns, so that a noisy machine slows both alike."""
    old = server.person()
    for index in range(495):
        old.says(TALK[index % len(TALK)])
    early, middle, late = [], [], []
    for _ in range(10):
        young = server.person()
        fifty = server.person()
        early.append(_fifth(young))
        for index in range(45):
            fifty.says(TALK[index % len(TALK)])
        middle.append(_fifth(fifty))
        late.append(_fifth(old))
    medians = [statistics.median(times) * 1000 for times in (early, middle, late)]
    with capsys.disabled():
        print("\nmessage 5: {:.1f} ms, message 50: {:.1f} ms, message 500: {:.1f} ms".format(*medians))
    assert medians[2] / medians[0] <= MOST


def _fifth(person):
    """Seconds of the last of five messages."""
    for text in TALK[:-1]:
        person.says(text)
    began = time.perf_counter()
    person.says(TALK[-1])
    return time.perf_counter() - began
