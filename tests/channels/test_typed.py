import string

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from channels.typed import LONGEST, as_typed, is_choice
from helpfinder.geography import Gazetteer
from helpfinder.interview import Interview, Question
from helpfinder.wording import Catalogue
from helpfinder.wording.asking import place_payload, question_message

CHOICES = [
    "/need_school",
    "/affirm",
    "/deny",
    "/skip",
    "/resume",
    "/show_more",
    "/start_application",
    "/start_over",
    '/inform{"place":"L00399"}',
    '/inform{"place":"A-pt"}',
]


@pytest.mark.parametrize("text", CHOICES)
def test_our_own_buttons_pass(text: str) -> None:
    assert is_choice(text)
    assert as_typed(f" {text}\n") == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("/restart", "restart"),
        ("/session_start", "session_start"),
        ("//affirm", "affirm"),
        ("/ /affirm", "affirm"),
        ("\\/restart", "restart"),
        ("/\u00a0/restart", "restart"),  # a space that Rasa takes away too
        ("/\u3000\u2028/restart", "restart"),
        ("\u200b/restart", "restart"),
        ("/\u200b/restart", "restart"),
        ("/stop", "stop"),  # who types it means it: the classifier reads the word
        ('/inform{"age":[0,1]}', 'inform{"age":[0,1]}'),
        ('/inform{"place":"a","age":1}', 'inform{"place":"a","age":1}'),
        ('/inform{"place":"' + "x" * 41 + '"}', 'inform{"place":"' + "x" * 41 + '"}'),
        ("/need_school@1.0", "need_school@1.0"),
        ("/Affirm", "Affirm"),
        ("/affirm\n/restart", "affirm\n/restart"),
        ("/", ""),
        ("", ""),
        (" \t\n", ""),
    ],
)
def test_typed_commands_become_words(text: str, expected: str) -> None:
    assert as_typed(text) == expected


@pytest.mark.parametrize("text", ["he is 1/2 years", "Esch/Alzette", "8 - 9", "hëllef\nmir", "🙂", "a\tb"])
def test_what_people_write_stays_as_it_is(text: str) -> None:
    assert as_typed(text) == text


def test_no_more_than_the_longest_text_is_read() -> None:
    assert len(as_typed("a" * (LONGEST + 1))) == LONGEST


@given(st.text(alphabet=st.characters() | st.sampled_from("/\\ \u00a0\u200b{}\"'@")))
@example("/\u1680/restart")
def test_nothing_typed_is_ever_a_command(text: str) -> None:
    """Rasa strips every kind of space before it looks for the slash."""
    read = as_typed(text)
    assert not read.strip().startswith("/") or is_choice(read)


@given(st.text(alphabet=string.printable))
def test_reading_twice_changes_nothing(text: str) -> None:
    assert as_typed(as_typed(text)) == as_typed(text)


class TestEveryButton:
    """What is offered must come back through this door."""

    def test_of_the_responses(self, catalogue: Catalogue) -> None:
        for name in catalogue.responses:
            for choice in catalogue.choices(name):
                assert is_choice(choice.payload), f"{name}: {choice.payload}"

    def test_of_the_places(self, gazetteer: Gazetteer) -> None:
        assert [id_ for id_ in gazetteer.places if not is_choice(place_payload(id_))] == []

    @pytest.mark.parametrize("question", list(Question))
    def test_of_the_questions(self, catalogue: Catalogue, gazetteer: Gazetteer, question: Question) -> None:
        interview = Interview(candidates=("L00399", "A-pt"))
        for choice in question_message(interview, question, catalogue, gazetteer, "en").choices:
            assert is_choice(choice.payload)
