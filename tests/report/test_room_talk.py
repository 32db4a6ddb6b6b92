"""What a room should talk about first, each kind with its prompt; and the order of the whole."""

from collections.abc import Mapping, Sequence

import pytest

from ladder_check.model.answer import Voice
from ladder_check.model.room import LEVEL_SCALE
from ladder_check.report.room import build_room_report
from ladder_check.report.room_talk import talk_about
from ladder_check.report.room_view import TalkView
from room_record import asked
from room_said import CLAIM, HR1, R4, R5, material
from rooms import RUNGS, Answer, people_at, result

Room = Mapping[Voice, Sequence[Answer]]
STAFF = people_at(0, 0, 2, 4, 3)


def talk(room: Room, *, claim: bool = False) -> TalkView:
    said = result([room], scale=RUNGS if claim else LEVEL_SCALE)
    return talk_about(asked(CLAIM if claim else R4), "A say", said)


KINDS: list[tuple[Room, bool, str, str]] = [
    ({"people": [2] * 5, "frontline": [5] * 5}, True, "claim", "staff chose rung 5, and people"),
    ({"people": [2] * 5, "frontline": [3] * 5}, True, "gap", "staff chose rung 3, and people"),
    ({"people": [1] * 5, "frontline": [3] * 5}, False, "gap", "staff chose 3, and people and carers 1."),
    (
        {"people": [0, 0, 3, 3, 3], "frontline": [3] * 5},
        False,
        "gap",
        "Both sides have 3 in the middle, but in 10 of 25 pairs staff chose higher, and in 0 lower.",
    ),
    (
        {"people": [0, 0, 1, 3, 4, 4], "frontline": [1] * 5 + [0] * 2},
        False,
        "split",
        "People who draw on care and support: some chose 0 or 1, others 3 or 4.",
    ),
    (
        {"people": [2] * 6 + ["not-sure"] * 3, "frontline": [2] * 5},
        False,
        "not-sure",
        "People who draw on care and support: 3 of 9 were not sure.",
    ),
    (
        {"people": [0, 0, 2, 2, 2, 4, 4], "frontline": [2] * 5},
        False,
        "spread",
        "People who draw on care and support: the answers are far apart.",
    ),
    ({"people": [2] * 5, "frontline": [2] * 5}, False, "close", "Both sides have 2 in the middle."),
    ({"frontline": [2] * 5}, False, "one-side", "None of the people and carers answered."),
]


@pytest.mark.parametrize(("room", "claim", "kind", "why"), KINDS)
def test_each_kind_has_its_prompt(room: Room, claim: bool, kind: str, why: str) -> None:
    said = talk(room, claim=claim)
    assert said.kind == kind
    assert why in said.why
    assert said.prompt
    assert all(line.endswith((".", "?")) for line in said.prompt)


def test_a_gap_is_talked_about_by_people_first_from_the_lowest_to_the_highest() -> None:
    said = talk({"people": [0, 1, 1, 1, 2], "frontline": [3] * 5})
    assert said.prompt == (
        "People and carers first. What can somebody see who chooses 0? And somebody who chooses 2?",
        "Then staff. All of you chose 3: what makes you choose it?",
        "What have the others seen that you have not? Nobody has to say what they chose themselves.",
    )


def test_claims_come_first_and_each_in_the_order_for_talking() -> None:
    report = build_room_report(material())
    assert [each.id for each in report.claims] == [CLAIM]
    assert [each.id for each in report.questions] == [HR1, R5, R4]
    assert [[said.title for said in each.rounds] for each in report.questions] == [
        ["Round 2", "Round 3"],
        ["Round 2"],
        ["Round 2", "Round 3"],
    ]
    assert [point.id for point in report.talk] == [CLAIM, HR1, R5]


@pytest.mark.parametrize(("wanted", "many"), [(1, 1), (2, 2), (9, 4)])
def test_the_talk_list_alone(wanted: int, many: int) -> None:
    report = build_room_report(material(talk=wanted))
    assert (len(report.talk), report.claims, report.questions) == (many, (), ())
    assert report.privacy


def test_a_question_of_which_nothing_is_shown_is_not_on_the_talk_list() -> None:
    report = build_room_report(material([{R4: {"people": [1, 2, 3]}}]))
    assert report.talk == ()
    [question] = report.questions
    assert question.rounds[0].groups == ()
    assert [point.label for point in question.rounds[0].points] == ["Staff beside people", "Not shown"]


def test_the_middle_alone_of_a_small_group_that_agreed() -> None:
    said = material([{R4: {"people": [1, 2, 4], "frontline": STAFF}}], small_group=3, agreed_by="the three")
    report = build_room_report(said)
    lived = report.questions[0].rounds[0].groups[0]
    assert lived.counts == ()
    assert "care and support. In the middle: 2, people have their say in time" in lived.words
    assert lived.words.endswith("As this small group agreed, nothing else of it is shown.")
    assert "Agreed by: the three." in report.privacy


def test_how_often_a_likely_range_should_be_right() -> None:
    assert any("right 9 times in 10" in line for line in build_room_report(material(level=90)).limits)
