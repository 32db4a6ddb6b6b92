"""What is said of the groups of a room, and between them: every kind of sentence, worked by hand."""

from collections.abc import Mapping, Sequence

import pytest

from ladder_check.model.answer import Voice
from ladder_check.model.room import LEVEL_SCALE
from ladder_check.report.room_between import points_between
from ladder_check.report.room_groups import view_groups
from ladder_check.report.room_steps import step_in_words
from ladder_check.report.room_view import GroupView
from ladder_check.scoring.room import Terms, room_results
from ladder_check.scoring.shown import show_rounds
from room_record import asked
from room_said import CLAIM, R4
from rooms import RUNGS, Answer, ballots, people_at, result

Room = Mapping[Voice, Sequence[Answer]]
STAFF = people_at(0, 0, 2, 4, 3)


def groups(room: Room, invited: Mapping[Voice, int] | None = None) -> dict[str, GroupView]:
    """The groups of a room of levels, by name."""
    said = result([room], invited=invited)
    return {group.name: group for group in view_groups(asked(R4), said.shown)}


def points(*rounds: Room, claim: bool = False) -> dict[str, str]:
    """What is said between the groups in the last of some rounds."""
    said = result(rounds, scale=RUNGS if claim else LEVEL_SCALE)
    return {point.label: point.words for point in points_between(asked(CLAIM if claim else R4), said)}


def test_all_that_is_said_of_a_group() -> None:
    """
    Levels 1 2 2 2 3 3 4: five steps from 2 among seven are 0.7, twice that over four is 0.36.  Eight of ten
    came: two more at 0 leave the 5th of nine at 2, two more at 4 lift it to 3.
    """
    people: list[Answer] = [1, 2, 2, 2, 3, 3, 4, "not-sure"]
    said = groups({"people": people, "frontline": STAFF}, {"people": 10, "lived": 10})
    assert said["People and carers"].words == (
        "All of them are people who draw on care and support. 7 people chose an answer. Not sure: 1. "
        "In the middle: 2, step 2. There is some spread among them, 0.7 steps from it on average. "
        "If a similar group came, its middle would likely lie from 2 to 3. "
        "With the 2 who were invited and did not answer, the middle could be anywhere from 2 to 3."
    )
    assert list(said) == ["People and carers", "Staff", "Everybody together"]


@pytest.mark.parametrize(
    ("answers", "invited", "words"),
    [
        ([2] * 6, 6, "All of them: 2, step 2."),
        ([2] * 6, 6, "its middle would likely be 2 too."),
        ([2] * 6, 6, "Everybody who was invited answered."),
        ([2] * 6, 7, "With the 1 who was invited and did not answer, the middle would still be 2."),
        ([2] * 6, 20, "the middle could be anywhere from 0 to 4."),
        ([2, 2, 2, 2, 2, 3], 6, "They are close together, 0.2 steps from it on average."),
        ([0, 0, 0, 4, 4, 4], 6, "They are far apart, 2 steps from it on average."),
        ([0, 0, 1, 3, 4, 4], 6, "This group is split: 3 people chose 0 or 1, and 3 people 3 or 4."),
        ([0, 0, 0, 4, 4, 4], 6, "its middle could lie anywhere on the scale."),
        ([0, 1, 2, 3, 4, "rather-not-say"], 6, "5 people chose an answer. Would rather not say: 1."),
    ],
)
def test_a_sentence_for_each_case(answers: Sequence[Answer], invited: int, words: str) -> None:
    said = groups({"people": answers}, {"people": invited, "lived": invited})
    assert words in said["People and carers"].words


def test_where_nobody_knows_how_many_are_missing_nothing_is_said_of_them() -> None:
    assert "invited" not in groups({"people": [2] * 6})["People and carers"].words


def test_a_mark_for_each_person_up_to_thirty_and_five_by_five() -> None:
    """The highest step first: 1 at 4, 7 at 3.  Of 31 people nobody counts the marks."""
    some = groups({"people": [3] * 7 + [4], "frontline": [2] * 31})
    marks = [count.marks for count in some["People and carers"].counts]
    assert marks == ["▲", "▲▲▲▲▲ ▲▲", "", "", ""]
    assert {count.marks for count in some["Staff"].counts} == {""}
    assert [count.people for count in some["Staff"].counts] == [0, 0, 31, 0, 0]
    assert [count.marks for count in groups({"frontline": [2] * 30})["Staff"].counts][2].count("■") == 30


def test_a_perspective_that_is_all_of_its_side_is_told_once_and_else_beside_it() -> None:
    said = groups({"people": [1, 2, 2, 2, 3], "carers": [2, 2, 2, 3, 3], "frontline": STAFF})
    assert list(said)[:4] == ["People and carers", "People who draw on care and support", "Carers", "Staff"]
    assert "All of them are" not in said["People and carers"].words


def test_the_middle_of_everybody_is_never_said_alone() -> None:
    """Two people, two carers and four of staff: only the eight together are enough to be shown."""
    [room] = groups({"people": [0, 1], "carers": [1, 2], "frontline": [3, 3, 4, 4]}).values()
    assert room.name == "Everybody together"
    assert room.words == (
        "8 people chose an answer. This group is split: 3 people chose 0 or 1, and 4 people 3 or 4. One "
        "middle for everybody is not given: it could hide what the smaller side says."
    )
    beside = groups({"people": [1] * 5, "frontline": [3] * 9})["Everybody together"].words
    assert "Person by person, the middle is 3. That follows the side of which more people came" in beside


def test_where_one_side_is_the_room_it_is_told_once() -> None:
    assert list(groups({"people": [1, 1, 2, 2, 3]})) == ["People and carers"]


# Between the groups


def test_the_gap_in_pairs() -> None:
    """
    Staff 2 2 3 3 3 3 4 4 4, people 1 2 2 2 3 3 4.  Higher: 2·1 + 4·4 + 3·6 = 36; the same: 2·3 + 4·2 + 3·1
    = 17; of 63.  26 / 63 = 0.41.  Without the person at 1, 9 fewer are higher: 17 / 54 = 0.31; without the
    one at 4, the 3 same and 6 lower go: 36 - 4 of 54 = 0.59.
    """
    said = points({"people": [1, 2, 2, 2, 3, 3, 4], "frontline": STAFF})
    assert said == {
        "Staff beside people": "Take each pair of one member of staff and one of the people and carers. In "
        "36 of 63 pairs staff chose higher, in 17 the same, in 10 lower. In the middle, staff chose 3, and "
        "people and carers 2. That is a gap to talk about. From -1 to 1, where 0 is no gap, it is 0.41. "
        "Whichever one person had stayed away, it would be from 0.31 to 0.59."
    }


def test_no_gap_is_not_said_to_be_agreement() -> None:
    said = points({"people": [2] * 5, "frontline": [2] * 6})["Staff beside people"]
    assert "Both sides have 2 in the middle. That is no clear gap in this room." in said
    assert said.endswith("it is 0.00. Whichever one person had stayed away, it would be 0.00.")


@pytest.mark.parametrize(
    ("room", "words"),
    [
        ({"people": [2] * 5}, "None of the staff answered, so there is nothing to compare."),
        ({"frontline": [2] * 5}, "None of the people and carers answered, so there is nothing to compare."),
        ({"people": [2] * 3, "frontline": [2] * 5}, "Only staff are shown with their numbers"),
        ({"people": [2] * 3, "frontline": [2] * 4}, "Neither side can be shown with its numbers"),
    ],
)
def test_where_one_side_is_not_shown_they_are_not_compared(room: Room, words: str) -> None:
    assert words in points(room)["Staff beside people"]


def test_what_all_share_is_said_of_claims_where_both_sides_are_shown() -> None:
    """The middles are 2 and 5; weighed the same, half of the weight lies at 2: the lower one."""
    assert points({"people": [2] * 5, "frontline": [5] * 9}, claim=True)["What all share"] == (
        "People who draw on care and support and staff who give support, each on their own, put it on rung "
        "2, step 2, or higher. If each of these groups weighed the same, the middle would be rung 2; their "
        "own middles go from rung 2 to 5."
    )
    assert "What all share" not in points({"people": [2] * 5, "frontline": [4] * 9})
    assert "What all share" not in points({"people": [2] * 5}, claim=True)


def test_who_moved_and_the_question_to_ask_where_only_people_did() -> None:
    before: dict[Voice, list[Answer]] = {"people": [1, 1, 1, 1, 2, 2], "frontline": [3] * 5}
    assert points(before, {**before, "people": [2, 2, 1, 2, 2, 1]})["Since round 1"] == (
        "Of the 11 people who chose in both rounds, 7 kept to it, 3 went up and 1 went down. Only people and "
        "carers moved towards the other side. Ask them in private: did something convince you, or was it "
        "hard to stay with what you had said?"
    )
    staff_moved = points(before, {**before, "frontline": [2] * 5})["Since round 1"]
    assert staff_moved.endswith("5 went down. Staff moved towards what people and carers had said.")
    both = points(before, {"people": [2] * 6, "frontline": [2] * 5})["Since round 1"]
    assert both.endswith("Both sides moved towards each other.")


@pytest.mark.parametrize(
    ("moved", "words"),
    [(1, "At least 10 of 100 answers are others than before."), (0, "The counts look the same.")],
)
def test_where_nobody_knows_who_is_who_it_is_the_least_that_changed(moved: int, words: str) -> None:
    """Ten at 1, then nine at 1 and one at 2: at least one of ten."""
    rounds = [ballots({"people": people_at(0, 10 - up, up)}, linked=False) for up in (0, moved)]
    question = show_rounds(dict(enumerate(rounds, 1)), LEVEL_SCALE, 5)
    last = room_results({R4: question}, Terms(5, {})).questions[-1]
    [since] = [each.words for each in points_between(asked(R4), last) if each.label == "Since round 1"]
    assert since == f"Nobody knows which answers of both rounds belong together. {words}"


def test_who_is_not_shown_and_why_without_a_number() -> None:
    said = points({"people": [1] * 6, "carers": [2] * 3, "frontline": [3] * 9, "leaders": [3]})
    assert said["Not shown"] == (
        "Carers and leaders are counted with their side and not shown on their own, as too few answered. "
        "People who draw on care and support and staff who give support are counted with their side and not "
        "shown on their own, as the answers of a few others could be worked out from it."
    )


def test_a_side_that_somebody_left_says_what_helps_next_time() -> None:
    before: dict[Voice, list[Answer]] = {"people": [1] * 6, "frontline": [3] * 6}
    said = points(before, {**before, "frontline": [3] * 5})
    assert said["Not shown"] == (
        "Staff who give support, staff and everybody together are not shown, as a few people left or came "
        "since the round before, and what they said could be worked out from the two rounds side by side. "
        "What helps next time: before anybody goes, ask everybody who answered the first time to answer "
        "again."
    )
    assert said["Since round 1"] == "What changed is not shown: it could tell what a few people said."


def test_newcomers_who_are_left_out_are_said_to_be() -> None:
    said = points({"people": [1] * 6}, {"people": [1] * 8})
    assert said["Not shown"].startswith(
        "Of people and carers only those are counted who were counted before."
    )


@pytest.mark.parametrize(("whole", "number", "words"), [(CLAIM, 4, "rung 4, step 4"), (R4, 0, "0, step 0")])
def test_a_step_is_said_with_its_own_words(whole: str, number: int, words: str) -> None:
    assert step_in_words(asked(whole), number) == words
