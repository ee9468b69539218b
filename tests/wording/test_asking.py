import pytest

from helpfinder.geography import Gazetteer
from helpfinder.interview import Interview, Question
from helpfinder.wording import Catalogue, Choice, Message
from helpfinder.wording.asking import place_payload, question_message

WEILER = ("L00399", "C0304")


@pytest.mark.parametrize("again", [False, True])
@pytest.mark.parametrize("person", [None, "parent", "child", "young_adult", "professional"])
@pytest.mark.parametrize("question", list(Question))
def test_every_question_has_its_words(
    catalogue: Catalogue, gazetteer: Gazetteer, question: Question, person: str | None, again: bool
) -> None:
    interview = Interview(person=person, candidates=WEILER)
    message = question_message(interview, question, catalogue, gazetteer, "en", again)
    assert message.text.endswith(("?", ".", "office."))
    assert message.choices


@pytest.mark.parametrize("question", list(Question))
def test_asked_again_it_is_shorter_and_offers_the_same(
    catalogue: Catalogue, gazetteer: Gazetteer, question: Question
) -> None:
    interview = Interview(candidates=WEILER)
    first, again = (
        question_message(interview, question, catalogue, gazetteer, "en", short) for short in (False, True)
    )
    assert len(again.text) < len(first.text)
    assert again.choices == first.choices


@pytest.mark.parametrize(
    ("person", "response"),
    [
        (None, "utter_ask_age"),
        ("parent", "utter_ask_age"),
        ("professional", "utter_ask_age"),
        ("child", "utter_ask_age_self"),
        ("young_adult", "utter_ask_age_self"),
    ],
)
def test_young_people_are_asked_for_their_own_age(
    catalogue: Catalogue, gazetteer: Gazetteer, person: str | None, response: str
) -> None:
    message = question_message(Interview(person=person), Question.AGE, catalogue, gazetteer, "en")
    assert message == catalogue.message(response)


@pytest.mark.parametrize("question", [Question.AGE, Question.PLACE, Question.PLACE_CHOICE])
def test_it_can_be_skipped(catalogue: Catalogue, gazetteer: Gazetteer, question: Question) -> None:
    message = question_message(Interview(candidates=WEILER), question, catalogue, gazetteer, "en")
    assert message.choices[-1].payload == "/skip"


def test_a_choice_has_a_button_for_each_place(catalogue: Catalogue, gazetteer: Gazetteer) -> None:
    places = gazetteer.look_up("Weiler").places
    interview = Interview(candidates=tuple(place.id for place in places))
    message = question_message(interview, Question.PLACE_CHOICE, catalogue, gazetteer, "en")
    titles = [choice.title for choice in message.choices[:-1]]
    assert titles == [place.display_name for place in places]
    assert len(set(titles)) == len(places)


def test_a_place_button_says_the_place(gazetteer: Gazetteer) -> None:
    assert place_payload("L00399") == '/inform{"place":"L00399"}'


def test_a_guess_names_the_place(catalogue: Catalogue, gazetteer: Gazetteer) -> None:
    interview = Interview(candidates=WEILER)
    assert question_message(interview, Question.PLACE_GUESS, catalogue, gazetteer, "en") == Message(
        "Do you mean Wiltz?", (Choice("Yes", "/affirm"), Choice("No", "/deny"))
    )


def test_places_that_are_gone_from_the_gazetteer_are_left_out(
    catalogue: Catalogue, gazetteer: Gazetteer
) -> None:
    interview = Interview(candidates=("gone", "L00399"))
    message = question_message(interview, Question.PLACE_CHOICE, catalogue, gazetteer, "en")
    assert [choice.title for choice in message.choices] == ["Wiltz", "Skip"]
