import pytest

from helpfinder.conversation import not_understood_reply
from helpfinder.interview import Interview, Question
from tests.conversation.talking import EIGHT, Talk


def hears(talk: Talk, *likely: str, text: str = "blurb", **heard: object) -> str:
    return talk.hears(*likely, to=not_understood_reply, text=text, **heard)  # type: ignore[arg-type]


def test_first_it_offers_the_two_likeliest_readings(talk: Talk) -> None:
    assert hears(talk, "school", "feelings", "baby") == talk.says("utter_rephrase")
    assert talk.payloads == ["/need_school", "/need_feelings"]


def test_without_a_reading_it_asks_for_other_words(talk: Talk) -> None:
    assert hears(talk) == talk.says("utter_rephrase_open")


def test_readings_that_are_no_worry_are_left_out(talk: Talk) -> None:
    assert hears(talk, "weather") == talk.says("utter_rephrase_open")


def test_then_the_menu_then_a_person(talk: Talk) -> None:
    said = [hears(talk) for _ in range(4)]
    assert said == [
        talk.says(name)
        for name in ("utter_rephrase_open", "utter_menu", "utter_give_up", "utter_rephrase_open")
    ]


def test_the_menu_shows_every_worry(talk: Talk) -> None:
    hears(talk)
    hears(talk)
    assert len(talk.payloads) == len(talk.situation.known.directory.concerns)
    assert talk.interview.open_question is Question.CONCERN


def test_giving_up_asks_for_the_commune_and_then_shows_the_office(talk: Talk) -> None:
    for _ in range(3):
        hears(talk)
    assert talk.interview.open_question is Question.PLACE
    assert "Nearest office: ORE Wiltz" in hears(talk, place="Wiltz")


def test_something_understood_starts_the_count_again(talk: Talk) -> None:
    hears(talk)
    talk.hears("school")
    assert talk.interview.misunderstood == 0


@pytest.mark.parametrize("heard", [{"ages": (EIGHT,)}, {"place": "Wiltz"}], ids=["an age", "a certain place"])
def test_facts_in_unclear_words_are_kept(talk: Talk, heard: dict[str, object]) -> None:
    assert hears(talk, "school", **heard).endswith(talk.says("utter_ask_concern"))
    assert talk.interview.age or talk.interview.place


def test_likely_readings_are_not_taken_for_said(talk: Talk) -> None:
    hears(talk, "school", ages=(EIGHT,))
    assert talk.interview.concern is None


def test_a_guess_of_a_place_is_not_taken_from_unclear_words(talk: Talk) -> None:
    assert hears(talk, place="Wiltzz") == talk.says("utter_rephrase_open")
    assert talk.interview.place is None


def test_a_bad_answer_to_an_open_question_says_how(talk: Talk) -> None:
    talk.knows(concern="school", open_question=Question.AGE)
    assert hears(talk, age_problem="not_an_age") == talk.says("utter_bad_age_not_an_age")
    talk.interview = Interview(concern="school", age=EIGHT, open_question=Question.PLACE)
    assert hears(talk, place="Xyzzyville") == talk.says("utter_bad_place")


def test_a_number_answers_the_menu(talk: Talk) -> None:
    talk.knows(open_question=Question.CONCERN)
    hears(talk, number=8)
    assert talk.interview.concern == "school"


class TestOutOfScope:
    def test_it_says_what_it_is_for_and_asks_for_the_worry(self, talk: Talk) -> None:
        said = hears(talk, intent="out_of_scope")
        assert said == f"{talk.says('utter_out_of_scope')}\n{talk.says('utter_ask_concern_again')}"

    def test_the_open_question_comes_back_shorter(self, talk: Talk) -> None:
        talk.knows(concern="school", open_question=Question.PLACE)
        said = hears(talk, intent="out_of_scope")
        assert said.endswith(talk.says("utter_ask_place_again"))

    def test_after_a_result_nothing_is_asked(self, talk: Talk) -> None:
        talk.has_result("school")
        assert hears(talk, intent="out_of_scope") == talk.says("utter_out_of_scope")

    def test_the_second_time_it_goes_on_to_the_menu(self, talk: Talk) -> None:
        first = hears(talk, intent="out_of_scope")
        assert hears(talk, intent="out_of_scope") == talk.says("utter_menu") != first


@pytest.mark.parametrize("text", ["", "   ", "\n"])
def test_an_empty_message_shows_the_menu(talk: Talk, text: str) -> None:
    assert hears(talk, text=text) == f"{talk.says('utter_empty')}\n{talk.says('utter_ask_concern_again')}"
    assert "/need_school" in talk.payloads


@pytest.mark.parametrize("question", [Question.AGE, Question.PLACE])
def test_an_empty_message_leaves_the_open_question(talk: Talk, question: Question) -> None:
    talk.knows(concern="school", open_question=question)
    said = hears(talk, text="")
    assert said == f"{talk.says('utter_empty')}\n{talk.says(f'utter_ask_{question.value}_again')}"
    assert talk.interview.open_question is question


@pytest.mark.parametrize("question", [Question.AGE, Question.PLACE])
def test_the_second_time_the_open_question_stays_and_comes_with_its_example(
    talk: Talk, question: Question
) -> None:
    talk.knows(concern="school", open_question=question)
    hears(talk)
    assert hears(talk) == talk.says(f"utter_ask_{question.value}")
    assert talk.interview.open_question is question


def test_a_choice_of_places_stays_open_too(talk: Talk) -> None:
    talk.hears("school", age=EIGHT, place="Weiler")
    candidates = talk.interview.candidates
    hears(talk)
    hears(talk)
    assert talk.interview.candidates == candidates != ()


def test_nothing_known_is_lost(talk: Talk) -> None:
    talk.knows(concern="school", age=EIGHT, place="L00399", person="parent")
    for _ in range(3):
        hears(talk)
    assert (talk.interview.concern, talk.interview.age) == ("school", EIGHT)
    assert (talk.interview.place, talk.interview.person) == ("L00399", "parent")
