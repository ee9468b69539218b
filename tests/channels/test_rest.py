import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from channels.rest import read_message


def body(**sent: object) -> bytes:
    return json.dumps(sent).encode()


def test_sender_and_text_are_read() -> None:
    assert read_message(body(sender="a1", message=" hello ")) == ("a1", "hello")


def test_other_fields_are_passed_over() -> None:
    assert read_message(body(sender="a1", message="hello", metadata={"x": 1})) == ("a1", "hello")


def test_a_typed_command_becomes_a_word() -> None:
    assert read_message(body(sender="a1", message="/restart")) == ("a1", "restart")


def test_a_choice_stays_a_choice() -> None:
    assert read_message(body(sender="a1", message="/need_school")) == ("a1", "/need_school")


@pytest.mark.parametrize("message", ["", "  ", "/"])
def test_an_empty_text_is_a_message_too(message: str) -> None:
    assert read_message(body(sender="a1", message=message)) == ("a1", "")


@pytest.mark.parametrize(
    "sent", [b"hello", b"{", b"\xff\xfe", b"[" * 100_000, b"1" * 5000, b'{"sender": "a", "message": "b"']
)
def test_what_is_not_json_is_refused(sent: bytes) -> None:
    assert read_message(sent) == "the body is not JSON"


@pytest.mark.parametrize("sent", [b"", b"null", b"[]", b'"hello"', b"1", b"true"])
def test_what_is_no_object_is_refused(sent: bytes) -> None:
    assert read_message(sent) == 'the body is not an object {"sender": "...", "message": "..."}'


@pytest.mark.parametrize("sender", [None, 1, "", "   ", [], {}, True, "x" * 256])
def test_a_bad_sender_is_refused(sender: object) -> None:
    refused = "'sender' must be a text of 1 to 255 characters"
    assert read_message(body(sender=sender, message="hello")) == refused
    assert read_message(body(message="hello")) == refused


def test_the_longest_sender_is_good() -> None:
    assert read_message(body(sender="x" * 255, message="hello")) == ("x" * 255, "hello")


@pytest.mark.parametrize("message", [None, 1, [], {"text": "hello"}, False])
def test_a_bad_message_is_refused(message: object) -> None:
    assert read_message(body(sender="a1", message=message)) == "'message' must be a text"


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(sent: bytes) -> None:
    assert isinstance(read_message(sent), (str, tuple))


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(), st.lists, max_leaves=5
)


@given(st.fixed_dictionaries({}, optional={"sender": JSON, "message": JSON}))
def test_any_object_is_read_or_refused(sent: dict[str, object]) -> None:
    read = read_message(json.dumps(sent).encode())
    assert isinstance(read, str) or (read[0] == sent["sender"] and isinstance(read[1], str))
