from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from helpfinder.directory import Directory
from helpfinder.geography import Gazetteer, LookupKind
from helpfinder.interview import Change, Heard, Interview, Need, Question, hear
from helpfinder.matching import Age

Hear = Callable[[Interview, Heard], tuple[Interview, tuple[Change, ...]]]
FIVE, EIGHT = Age.of_years(5), Age.of_years(8)
WILTZ = "L00399"


@pytest.fixture
def heard_after(directory: Directory, gazetteer: Gazetteer) -> Hear:
    return lambda before, heard: hear(before, heard, directory, gazetteer)


def test_one_message_may_bring_everything(heard_after: Hear, gazetteer: Gazetteer) -> None:
    message = Heard(concerns=("school",), ages=(EIGHT,), place=gazetteer.look_up("Wiltz"), person="parent")
    interview, changes = heard_after(Interview(), message)
    assert interview == Interview(concern="school", age=EIGHT, place=WILTZ, person="parent")
    assert set(changes) == {Change.CONCERN, Change.AGE, Change.PLACE, Change.PERSON}


def test_what_is_said_again_changes_nothing(heard_after: Hear, gazetteer: Gazetteer) -> None:
    before = Interview(concern="school", age=EIGHT, place=WILTZ, person="parent")
    message = Heard(concerns=("school",), ages=(EIGHT,), place=gazetteer.look_up("Wiltz"), person="parent")
    assert heard_after(before, message) == (before, ())


def test_later_facts_correct_earlier_ones(heard_after: Hear, gazetteer: Gazetteer) -> None:
    before = Interview(concern="school", age=EIGHT, place=WILTZ)
    message = Heard(concerns=("feelings",), ages=(FIVE,), place=gazetteer.look_up("Mersch"))
    interview, changes = heard_after(before, message)
    assert (interview.concern, interview.age) == ("feelings", FIVE)
    assert interview.place != WILTZ
    assert changes == (Change.CONCERN, Change.AGE, Change.PLACE)


def test_a_person_is_kept_until_another_is_heard(heard_after: Hear) -> None:
    assert heard_after(Interview(person="child"), Heard(ages=(EIGHT,)))[0].person == "child"
    assert heard_after(Interview(person="child"), Heard(person="parent"))[0].person == "parent"


class TestConcerns:
    def test_the_most_urgent_comes_first_and_the_others_wait(self, heard_after: Hear) -> None:
        interview, _ = heard_after(Interview(), Heard(concerns=("school", "violence-at-home", "feelings")))
        assert interview.concern == "violence-at-home"
        assert interview.waiting == (Need("feelings"), Need("school"))

    def test_of_two_as_urgent_the_likelier_comes_first(self, heard_after: Hear) -> None:
        interview, _ = heard_after(Interview(), Heard(concerns=("school", "behaviour")))
        assert interview.concern == "school"

    def test_the_same_two_said_again_wait_only_once(self, heard_after: Hear) -> None:
        message = Heard(concerns=("school", "behaviour"))
        interview, _ = heard_after(heard_after(Interview(), message)[0], message)
        assert interview.waiting == (Need("behaviour"),)

    def test_the_one_that_waited_waits_no_longer_once_it_is_the_main_one(self, heard_after: Hear) -> None:
        before = Interview(concern="violence-at-home", waiting=(Need("school"),))
        assert heard_after(before, Heard(concerns=("school",)))[0].waiting == ()

    def test_unknown_concerns_are_not_heard(self, heard_after: Hear) -> None:
        assert heard_after(Interview(), Heard(concerns=("weather",))) == (Interview(), ())

    def test_a_concern_takes_back_that_it_was_skipped(self, heard_after: Hear) -> None:
        before = Interview(skipped=frozenset({Question.CONCERN, Question.AGE}))
        assert heard_after(before, Heard(concerns=("school",)))[0].skipped == {Question.AGE}

    @pytest.mark.parametrize("before", [Interview(), Interview(concern="baby").asking(Question.CONCERN)])
    def test_a_number_picks_from_the_menu(self, heard_after: Hear, before: Interview) -> None:
        assert heard_after(before, Heard(number=1))[0].concern == "violence-at-home"
        assert heard_after(before, Heard(number=16))[0].concern == "independent-living"

    @pytest.mark.parametrize("number", [0, 17, 99])
    def test_a_number_outside_the_menu_picks_nothing(self, heard_after: Hear, number: int) -> None:
        assert heard_after(Interview(), Heard(number=number)) == (Interview(), ())

    @pytest.mark.parametrize(
        "before",
        [
            Interview(concern="baby").asking(Question.AGE),
            Interview(concern="baby"),
            Interview(shown=("cepas",), shown_count=1),
        ],
    )
    def test_a_number_means_no_worry_where_no_menu_is_open(
        self, heard_after: Hear, before: Interview
    ) -> None:
        assert heard_after(before, Heard(number=2))[0].concern == before.concern


class TestAges:
    def test_the_youngest_comes_first_and_the_others_wait(self, heard_after: Hear) -> None:
        interview, _ = heard_after(Interview(), Heard(ages=(EIGHT, FIVE)))
        assert (interview.age, interview.waiting) == (FIVE, (Need(age=EIGHT),))

    def test_the_same_two_said_again_wait_only_once(self, heard_after: Hear) -> None:
        message = Heard(ages=(EIGHT, FIVE))
        interview, _ = heard_after(heard_after(Interview(), message)[0], message)
        assert interview.waiting == (Need(age=EIGHT),)

    def test_the_one_that_waited_waits_no_longer_once_it_is_the_main_one(self, heard_after: Hear) -> None:
        before = Interview(age=FIVE, waiting=(Need(age=EIGHT), Need("school")))
        assert heard_after(before, Heard(ages=(EIGHT,)))[0].waiting == (Need("school"),)

    def test_a_bad_age_loses_nothing(self, heard_after: Hear) -> None:
        before = Interview(concern="school", place=WILTZ).asking(Question.AGE)
        assert heard_after(before, Heard(age_problem="too_old")) == (before, (Change.BAD_AGE,))

    @pytest.mark.parametrize("question", [None, Question.PLACE])
    def test_a_bad_age_is_heard_even_where_none_was_asked_for(
        self, heard_after: Hear, question: Question | None
    ) -> None:
        before = Interview().asking(question)
        assert heard_after(before, Heard(age_problem="too_old")) == (before, (Change.BAD_AGE,))

    def test_an_age_takes_back_that_it_was_skipped(self, heard_after: Hear) -> None:
        assert (
            heard_after(Interview(skipped=frozenset({Question.AGE})), Heard(ages=(FIVE,)))[0].skipped == set()
        )


class TestPlaces:
    def test_a_place_is_kept_and_closes_its_question(self, heard_after: Hear, gazetteer: Gazetteer) -> None:
        before = Interview(concern="school", skipped=frozenset({Question.PLACE})).asking(Question.PLACE)
        interview, changes = heard_after(before, Heard(place=gazetteer.look_up("Wiltz")))
        assert interview == Interview(concern="school", place=WILTZ)
        assert changes == (Change.PLACE,)

    def test_a_place_abroad_is_a_place(self, heard_after: Hear, gazetteer: Gazetteer) -> None:
        lookup = gazetteer.look_up("Trier")
        assert lookup.kind is LookupKind.ABROAD
        assert heard_after(Interview(), Heard(place=lookup))[0].place == lookup.places[0].id

    def test_a_name_of_several_places_is_asked_about(self, heard_after: Hear, gazetteer: Gazetteer) -> None:
        lookup = gazetteer.look_up("Weiler")
        assert lookup.kind is LookupKind.AMBIGUOUS
        interview, changes = heard_after(Interview(), Heard(place=lookup))
        assert interview.open_question is Question.PLACE_CHOICE
        assert interview.candidates == tuple(place.id for place in lookup.places)
        assert (interview.place, changes) == (None, ())

    def test_an_unknown_place_is_bad_only_as_an_answer(self, heard_after: Hear, gazetteer: Gazetteer) -> None:
        message = Heard(place=gazetteer.look_up("Xyzzyville"))
        asked = Interview(concern="school").asking(Question.PLACE)
        assert heard_after(asked, message) == (asked, (Change.BAD_PLACE,))
        assert heard_after(Interview(), message) == (Interview(), ())

    @pytest.mark.parametrize("number", [1, 2])
    def test_a_number_picks_a_candidate(self, heard_after: Hear, number: int) -> None:
        before = Interview().asking(Question.PLACE_CHOICE, ("L00399", "L00001"))
        interview, changes = heard_after(before, Heard(number=number))
        assert interview.place == before.candidates[number - 1]
        assert (interview.open_question, interview.candidates) == (None, ())
        assert changes == (Change.PLACE,)

    @pytest.mark.parametrize("number", [0, 3])
    def test_a_number_outside_the_candidates_leaves_them_open(self, heard_after: Hear, number: int) -> None:
        before = Interview().asking(Question.PLACE_CHOICE, ("L00399", "L00001"))
        assert heard_after(before, Heard(number=number)) == (before, ())

    def test_yes_takes_the_guess(self, heard_after: Hear) -> None:
        before = Interview().asking(Question.PLACE_GUESS, (WILTZ, "L00001"))
        assert heard_after(before, Heard(intent="affirm"))[0].place == WILTZ

    def test_yes_does_not_choose_among_several(self, heard_after: Hear) -> None:
        before = Interview().asking(Question.PLACE_CHOICE, (WILTZ, "L00001"))
        assert heard_after(before, Heard(intent="affirm")) == (before, ())

    @pytest.mark.parametrize("question", [Question.PLACE_CHOICE, Question.PLACE_GUESS])
    def test_no_asks_for_the_place_again(self, heard_after: Hear, question: Question) -> None:
        interview, _ = heard_after(Interview().asking(question, (WILTZ,)), Heard(intent="deny"))
        assert (interview.open_question, interview.candidates) == (Question.PLACE, ())

    def test_another_name_replaces_the_candidates(self, heard_after: Hear, gazetteer: Gazetteer) -> None:
        before = Interview().asking(Question.PLACE_CHOICE, (WILTZ, "L00001"))
        assert heard_after(before, Heard(place=gazetteer.look_up("Mersch")))[0].open_question is None


class TestGuesses:
    def test_a_guess_that_may_change_the_office_is_asked_about(
        self, heard_after: Hear, gazetteer: Gazetteer
    ) -> None:
        interview, _ = heard_after(Interview(), Heard(place=gazetteer.look_up("Redangee")))
        assert interview.open_question is Question.PLACE_GUESS

    def test_a_guess_that_changes_no_office_is_taken(self, heard_after: Hear, gazetteer: Gazetteer) -> None:
        lookup = gazetteer.look_up("Ettelbrueckk")
        assert lookup.kind is LookupKind.GUESS
        assert heard_after(Interview(), Heard(place=lookup))[0].place == lookup.places[0].id


class TestSkipping:
    @pytest.mark.parametrize("question", [Question.CONCERN, Question.AGE, Question.PLACE])
    def test_a_question_is_declined(self, heard_after: Hear, question: Question) -> None:
        interview, changes = heard_after(Interview().asking(question), Heard(intent="skip"))
        assert (interview.skipped, interview.open_question) == ({question}, None)
        assert changes == (Change.SKIPPED,)

    @pytest.mark.parametrize("question", [Question.PLACE_CHOICE, Question.PLACE_GUESS])
    def test_declining_a_choice_declines_the_place(self, heard_after: Hear, question: Question) -> None:
        interview, _ = heard_after(Interview().asking(question, (WILTZ,)), Heard(intent="skip"))
        assert (interview.skipped, interview.candidates) == ({Question.PLACE}, ())

    def test_nothing_is_declined_where_nothing_is_asked(self, heard_after: Hear) -> None:
        assert heard_after(Interview(), Heard(intent="skip")) == (Interview(), ())


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    question=st.none() | st.sampled_from(Question),
    intent=st.sampled_from([None, "affirm", "deny", "skip", "inform", "nlu_fallback"]),
    number=st.none() | st.integers(0, 99),
    problem=st.sampled_from([None, "too_old", "not_an_age"]),
)
def test_no_message_without_facts_loses_a_fact(
    heard_after: Hear, question: Question | None, intent: str | None, number: int | None, problem: str | None
) -> None:
    before = Interview("school", EIGHT, WILTZ, "parent").asking(question, (WILTZ,) if question else ())
    after, _ = heard_after(before, Heard(intent=intent, number=number, age_problem=problem))
    assert (after.age, after.place, after.person) == (EIGHT, WILTZ, "parent")
    assert after.concern == "school" or question is Question.CONCERN
