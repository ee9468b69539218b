"""Whatever is sent, somebody reads a clear and kind answer, and the conversation goes on."""

import pytest

from tests.end_to_end.running import Person, Server, post, texts

STRANGE = {
    "empty": "",
    "spaces": "   \n ",
    "long": "my daughter is sad " * 530,
    "emojis": "😀😀😭",
    "script": "<script>alert(1)</script>",
    "restart": "/restart",
    "intent": '/inform{"place":"L00361","age":"3"}',
    "unknown intent": "/unknown_intent",
    "slot braces": "{place} 0[ {concern}",
    "age 214": "age 214",
    "negative age": "age -3",
    "yesterday": "yesterday",
    "Atlantis": "we live in Atlantis",
    "mail": "write to me at jane.doe@example.org",
    "Finnish": "vauvani itkee koko yön",
    "null bytes": "hel\x00lo",
    "right to left": "\u202egnp.exe",
    "sql": "'; DROP TABLE events; --",
}


@pytest.mark.parametrize("text", STRANGE.values(), ids=STRANGE.keys())
def test_strange_text_gets_a_kind_answer(person: Person, text):
    said = texts(person.says(text))
    assert said.strip()
    assert "Traceback" not in said
    assert "something went wrong" not in said


# "/restart" loses its slash and reads as the wish to start again, which is granted.
HARMLESS = {name: text for name, text in STRANGE.items() if name != "restart"}


@pytest.mark.parametrize("text", HARMLESS.values(), ids=HARMLESS.keys())
def test_conversation_survives_strange_text(person: Person, text):
    person.says("my son is 14 and takes drugs")
    person.says(text)
    said = texts(person.says("we live in Wiltz"))
    assert "L-9536 Wiltz" in said


def test_a_typed_slash_command_does_nothing_to_what_is_known(person: Person):
    person.says("my son is 14 and takes drugs, we live in Wiltz")
    person.says('/inform{"age":[0,1]}')
    assert "14 years" in texts(person.says("actually it's about school"))


@pytest.mark.parametrize(
    "body",
    [b"", b"no json", b"[]", b'{"message": "hi"}', b'{"sender": "", "message": "hi"}', b'{"sender": "a"}'],
)
def test_a_request_that_is_none_is_refused_with_a_reason(server: Server, body):
    status, answer = post(server.url, body)
    assert status == 400
    assert answer["error"]


def test_two_people_do_not_share_a_conversation(server: Server):
    one, other = server.person(), server.person()
    one.says("my son is 14 and takes drugs, we live in Wiltz")
    assert "Wiltz" not in texts(other.says("where is the office?"))
