from helpfinder.conversation import Reply, Situation
from helpfinder.interview import Interview
from helpfinder.wording import Message


def test_a_place_is_found_by_its_id(situation: Situation) -> None:
    place = situation.place(Interview(place="L00399"))
    assert place is not None
    assert place.name == "Wiltz"


def test_coordinates_carry_their_point(situation: Situation) -> None:
    place = situation.place(Interview(place="@49.9675,5.9320"))
    assert place is not None
    assert situation.find(Interview(place="@49.9675,5.9320")).offices[0].office.id == "ore-wiltz"


def test_no_place_is_no_place(situation: Situation) -> None:
    assert situation.place(Interview()) is None


def test_notes_come_before_the_reply() -> None:
    reply = Reply((Message("answer"),), Interview()).after(Message("first"), Message("second"))
    assert [message.text for message in reply.messages] == ["first", "second", "answer"]
