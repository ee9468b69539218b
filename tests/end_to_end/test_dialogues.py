"""The dialogues of ``dialogues/<lang>/*.yml``, played through the REST channel of a running server."""

import re
from pathlib import Path

import pytest
import yaml

from helpfinder.knowledge import knowledge
from tests.end_to_end.running import Person, buttons, texts

FOLDER = Path(__file__).parent / "dialogues"
STEP_KEYS = {"say", "press", "expect", "never", "buttons"}


def _dialogues():
    for path in sorted(FOLDER.glob("*/*.yml")):
        for dialogue in yaml.safe_load(path.read_text(encoding="utf-8")):
            name = f"{path.parent.name}/{path.stem}: {dialogue['name']}"
            yield pytest.param(dialogue, id=name)


def _worded(expected: str) -> str:
    phones = knowledge().directory.phones
    return re.sub(r"{phone:([\w\-]+)}", lambda found: phones[found[1]].number, expected).casefold()


@pytest.mark.parametrize("dialogue", _dialogues())
def test_dialogue(person: Person, dialogue):
    last = []
    previous = ""
    for number, step in enumerate(dialogue["talk"], start=1):
        assert set(step) <= STEP_KEYS, f"step {number}: unknown keys {set(step) - STEP_KEYS}"
        last = person.says(step["say"] if "say" in step else _payload(step["press"], last))
        said = texts(last)
        where = f"step {number} {step.get('say') or step.get('press')!r} was answered:\n{said}"
        assert said.strip(), where
        _check(step, last, said.casefold(), where)
        assert said != previous, f"the same answer twice: {where}"
        previous = said


def _check(step, answers, said, where):
    missing = [text for text in step.get("expect", ()) if _worded(text) not in said]
    assert not missing, f"missing {missing}; {where}"
    unwanted = [text for text in step.get("never", ()) if _worded(text) in said]
    assert not unwanted, f"unwanted {unwanted}; {where}"
    offered = [button["title"] for button in buttons(answers)]
    absent = [title for title in step.get("buttons", ()) if title not in offered]
    assert not absent, f"no button {absent} among {offered}; {where}"


def _payload(title, answers):
    payloads = {button["title"]: button["payload"] for button in buttons(answers)}
    assert title in payloads, f"no button {title!r} among {sorted(payloads)}"
    return payloads[title]


def test_each_dialogue_says_why():
    assert all(param.values[0].get("why", "").strip() for param in _dialogues())


def test_names_are_unique():
    names = [param.id for param in _dialogues()]
    assert len(names) == len(set(names))
