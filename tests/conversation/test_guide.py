from dataclasses import replace

import pytest

from helpfinder.interview import Interview, Need, Question
from helpfinder.interview.state import Offer
from helpfinder.matching import Age
from tests.conversation.talking import EIGHT, FIVE, SIXTEEN, WILTZ, Talk


def test_three_messages_lead_to_a_result(talk: Talk) -> None:
    assert talk.hears("school") == talk.says("utter_ask_age")
    assert talk.hears(age=EIGHT) == talk.says("utter_ask_place")
    assert "1. " in talk.hears(place="Wiltz")
    assert talk.interview.open_question is None


def test_one_message_with_everything_leads_to_a_result(talk: Talk) -> None:
    assert "1. " in talk.hears("school", age=EIGHT, place="Wiltz")


def test_a_young_person_is_asked_for_their_own_age(talk: Talk) -> None:
    assert talk.hears("school", person="child") == talk.says("utter_ask_age_self")


def test_the_result_comes_in_its_order(talk: Talk) -> None:
    talk.hears("violence-at-home", age=EIGHT, place="Wiltz")
    call, services, office, offer = (message.text for message in talk.messages)
    assert call.startswith(talk.says("utter_result_call_now", numbers="").strip())
    assert "1. ALTERNATIVES" in services
    assert office.startswith("Nearest office: ORE Wiltz")
    assert offer == talk.says("utter_offer_direct")


class TestAskingAgain:
    def test_a_question_put_twice_is_put_in_other_words(self, talk: Talk) -> None:
        talk.hears("school")
        assert talk.hears() == talk.says("utter_ask_age_again")

    def test_it_alternates_from_then_on(self, talk: Talk) -> None:
        talk.hears("school")
        talk.hears()
        assert talk.hears() == talk.says("utter_ask_age")

    def test_what_came_instead_of_an_answer_is_noted(self, talk: Talk) -> None:
        talk.hears("school")
        said = talk.hears(place="Wiltz", age_problem="not_an_age")
        assert said.startswith(talk.says("utter_understood", facts="School and bullying · Wiltz"))
        assert said.endswith(talk.says("utter_ask_age_again"))

    def test_who_writes_is_no_bad_answer(self, talk: Talk) -> None:
        talk.hears("school")
        said = talk.hears(person="parent", age_problem="not_an_age")
        assert talk.says("utter_bad_age_not_an_age") not in said


class TestBadAnswers:
    @pytest.mark.parametrize("reason", ["too_old", "negative", "not_an_age", "in_future"])
    def test_a_bad_age_is_told_with_its_reason(self, talk: Talk, reason: str) -> None:
        talk.hears("school")
        assert talk.hears(age_problem=reason) == talk.says(f"utter_bad_age_{reason}")
        assert talk.payloads == ["/skip"]
        assert talk.interview.open_question is Question.AGE

    def test_an_unknown_place_is_told(self, talk: Talk) -> None:
        talk.hears("school", age=EIGHT)
        assert talk.hears(place="Xyzzyville") == talk.says("utter_bad_place")
        assert talk.interview.open_question is Question.PLACE

    def test_the_second_bad_answer_goes_on_without(self, talk: Talk) -> None:
        talk.hears("school")
        talk.hears(age_problem="not_an_age")
        said = talk.hears(age_problem="not_an_age")
        assert said == f"{talk.says('utter_skipped')}\n{talk.says('utter_ask_place')}"
        assert talk.interview.skipped == {Question.AGE}

    def test_a_good_answer_after_a_bad_one_counts(self, talk: Talk) -> None:
        talk.hears("school")
        talk.hears(age_problem="not_an_age")
        talk.hears(age=EIGHT)
        assert talk.interview.age == EIGHT
        assert talk.hears(place="Xyzzyville") == talk.says("utter_bad_place")

    def test_a_bad_age_takes_no_urgent_numbers_away(self, talk: Talk) -> None:
        said = talk.hears("violence-at-home", age_problem="too_old")
        assert said.index("113") < said.index(talk.says("utter_bad_age_too_old"))
        assert said.endswith(talk.says("utter_ask_age"))

    def test_a_bad_age_alone_notes_nothing(self, talk: Talk) -> None:
        said = talk.hears(age_problem="too_old")
        assert said == f"{talk.says('utter_bad_age_too_old')}\n{talk.says('utter_ask_concern')}"

    def test_who_writes_alone_notes_nothing(self, talk: Talk) -> None:
        assert talk.hears(person="parent") == talk.says("utter_ask_concern")


class TestSkipping:
    def test_who_skips_the_worry_is_still_asked_for_the_age(self, talk: Talk) -> None:
        talk.hears()
        assert talk.hears(intent="skip").endswith(talk.says("utter_ask_age"))

    def test_everything_can_be_skipped(self, talk: Talk) -> None:
        talk.hears()
        while not talk.interview.has_result:
            asked = talk.interview.open_question
            talk.hears(intent="skip")
            assert asked in talk.interview.skipped
        assert "1. " in talk.text

    def test_skipping_is_acknowledged(self, talk: Talk) -> None:
        talk.hears("school")
        assert talk.hears(intent="skip").startswith(talk.says("utter_skipped"))

    def test_without_a_place_the_office_is_offered_for_later(self, talk: Talk) -> None:
        talk.hears("school", age=EIGHT)
        assert talk.says("utter_office_unknown") in talk.hears(intent="skip")


class TestCorrections:
    @pytest.mark.parametrize(
        ("heard", "facts"),
        [
            ({"age": FIVE}, "5 years · School and bullying · Wiltz"),
            ({"place": "Mersch"}, "8 years · School and bullying · Mersch"),
        ],
    )
    def test_a_correction_is_said_back_and_the_result_comes_anew(
        self, talk: Talk, heard: dict[str, object], facts: str
    ) -> None:
        talk.has_result("school")
        said = talk.hears(**heard)  # type: ignore[arg-type]
        assert said.startswith(talk.says("utter_noted", facts=facts))
        assert "1. " in said

    def test_another_worry_is_said_back(self, talk: Talk) -> None:
        talk.has_result("school")
        assert talk.hears("feelings").startswith(
            talk.says("utter_noted", facts="8 years · Sadness, fear, stress · Wiltz")
        )

    def test_the_same_fact_again_is_no_correction(self, talk: Talk) -> None:
        talk.has_result("school")
        assert not talk.hears(age=EIGHT).startswith("I've changed")


class TestUrgency:
    def test_an_urgent_worry_gets_numbers_before_the_next_question(self, talk: Talk) -> None:
        said = talk.hears("missing-child")
        assert said.index("116 000") < said.index(talk.says("utter_ask_age"))

    def test_numbers_are_said_only_once_before_the_result(self, talk: Talk) -> None:
        talk.hears("missing-child")
        assert "116 000" not in talk.hears(age=SIXTEEN)
        assert "116 000" in talk.hears(place="Wiltz")

    @pytest.mark.parametrize("question", [Question.CONCERN, Question.PLACE])
    def test_an_urgent_worry_as_a_correction_gets_them_too(self, talk: Talk, question: Question) -> None:
        talk.knows(concern="school", open_question=question)
        assert "113" in talk.hears("violence-at-home")

    def test_a_result_at_once_has_them_at_its_head_only(self, talk: Talk) -> None:
        assert talk.hears("missing-child", age=SIXTEEN, place="Wiltz").count("116 000") == 1

    def test_after_a_safety_answer_nothing_is_asked_and_no_number_repeated(self, talk: Talk) -> None:
        talk.situation = replace(talk.situation, after_safety=True)
        said = talk.hears("violence-at-home", person="child")
        assert "1. ALTERNATIVES" in said
        assert "116 000" not in said
        assert talk.interview.open_question is None


class TestWaiting:
    def test_the_other_worry_is_offered_after_the_result(self, talk: Talk) -> None:
        talk.hears("school", "behaviour", age=EIGHT, place="Wiltz")
        assert talk.messages[-1].text == talk.says("utter_waiting_concern", concern="Behaviour and rules")
        assert talk.payloads[-1] == "/need_behaviour"
        assert talk.interview.offer is Offer.WAITING

    def test_tapping_it_is_no_correction(self, talk: Talk) -> None:
        talk.hears("school", "behaviour", age=EIGHT, place="Wiltz")
        assert talk.hears("behaviour", intent="need_behaviour").startswith("This help fits")

    def test_yes_looks_at_it(self, talk: Talk) -> None:
        talk.hears("school", "behaviour", age=EIGHT, place="Wiltz")
        talk.hears(intent="affirm")
        assert (talk.interview.concern, talk.interview.waiting) == ("behaviour", ())
        assert talk.interview.offer is Offer.APPLICATION

    def test_the_other_child_is_offered_after_the_result(self, talk: Talk) -> None:
        talk.hears("school", ages=(EIGHT, SIXTEEN), place="Wiltz")
        assert talk.messages[-1].text == talk.says("utter_waiting_age", age="16 years")
        talk.hears(intent="affirm")
        assert talk.interview.age == SIXTEEN

    def test_all_that_waits_comes_one_by_one(self, talk: Talk) -> None:
        talk.hears("school", "behaviour", ages=(FIVE, EIGHT), place="Wiltz")
        seen = [talk.interview.criteria]
        while talk.interview.offer is Offer.WAITING:
            talk.hears(intent="affirm")
            seen.append(talk.interview.criteria)
        assert [(c.concern, c.age) for c in seen] == [
            ("school", FIVE),
            ("school", EIGHT),
            ("behaviour", EIGHT),
        ]

    def test_no_ends_the_offer(self, talk: Talk) -> None:
        talk.hears("school", "behaviour", age=EIGHT, place="Wiltz")
        assert talk.hears(intent="deny") == talk.says("utter_declined")
        assert (talk.interview.offer, talk.interview.waiting) == (None, ())


class TestPlaces:
    def test_an_ambiguous_name_becomes_a_choice(self, talk: Talk) -> None:
        talk.hears("school", age=EIGHT)
        assert talk.hears(place="Weiler") == talk.says("utter_ask_place_choice")
        assert len(talk.payloads) == 3
        talk.hears(number=1)
        assert talk.interview.has_result

    def test_a_doubtful_guess_is_asked_about(self, talk: Talk) -> None:
        talk.hears("school", age=EIGHT)
        assert talk.hears(place="Redangee") == talk.says("utter_ask_place_guess", place="Redange/Attert")
        talk.hears(intent="affirm")
        assert talk.interview.has_result

    def test_a_wrong_guess_is_asked_for_again(self, talk: Talk) -> None:
        talk.hears("school", age=EIGHT)
        talk.hears(place="Redangee")
        talk.hears(intent="deny")
        assert talk.interview.open_question is Question.PLACE

    def test_a_country_is_told_to_be_abroad(self, talk: Talk) -> None:
        said = talk.hears("school", age=EIGHT, place="Portugal")
        assert talk.says("utter_office_abroad", place="Portugal") in said

    def test_a_place_asked_for_its_office_gets_it_before_the_worry_is_asked(self, talk: Talk) -> None:
        talk.knows(open_question=Question.PLACE)
        said = talk.hears(place="Wiltz")
        assert said.startswith("Nearest office: ORE Wiltz")
        assert said.endswith(talk.says("utter_ask_concern"))

    def test_what_came_with_that_place_is_noted(self, talk: Talk) -> None:
        talk.knows(open_question=Question.PLACE)
        said = talk.hears(place="Wiltz", age=EIGHT)
        assert said.startswith(talk.says("utter_understood", facts="8 years · Wiltz"))

    def test_a_place_mentioned_on_the_way_is_noted_and_gets_no_office_yet(self, talk: Talk) -> None:
        noted = talk.says("utter_understood", facts="Wiltz")
        assert talk.hears(place="Wiltz") == f"{noted}\n{talk.says('utter_ask_concern')}"


def test_a_result_remembers_what_it_showed(talk: Talk) -> None:
    talk.has_result("school", SIXTEEN)
    assert talk.interview.shown == ("sepas", "cepas", "psychologist", "speech-therapy", "family-assistance")
    assert (talk.interview.shown_count, talk.interview.offices_shown) == (3, 1)


@pytest.mark.parametrize("age", [None, Age(0, 1), FIVE, Age.of_years(30)])
@pytest.mark.parametrize("place", [None, WILTZ, "A-af", "@49.61,6.13"])
def test_every_worry_has_a_result(talk: Talk, age: Age | None, place: str | None) -> None:
    for concern in talk.situation.known.directory.concerns:
        talk.interview = Interview(concern=concern, age=age, place=place, skipped=frozenset(Question))
        assert "1. " in talk.hears()


def test_a_need_may_bring_its_own_question(talk: Talk) -> None:
    talk.knows(
        concern="development", place=WILTZ, waiting=(Need("school"),), offer=Offer.WAITING, shown_count=3
    )
    talk.hears(intent="affirm")
    assert talk.interview.open_question is Question.AGE
