"""How what may be shown is written: the tree of small groups, case by case, each worked by hand."""

from collections.abc import Mapping, Sequence
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ladder_check.lint.rules import privacy
from ladder_check.model.answer import PERSPECTIVES, Voice
from ladder_check.model.room import Vote
from ladder_check.scoring.shown import ShownQuestion, show_rounds
from ladder_check.workshop.written import (
    answers_to_write,
    claims_to_write,
    round_of_claim,
    round_to_write,
    voices_to_write,
)
from lint_sheets import found
from room_record import CLAIM, asked
from rooms import RUNGS, Answer, ballots, people_at, shown

Room = Mapping[Voice, Sequence[Answer]]


@pytest.mark.parametrize(
    ("heads", "written"),
    [
        # The side comes before its parts; of the staff frontline is shown alone, and 3 would be left over.
        ({"people": 6, "carers": 3, "frontline": 12, "leaders": 2, "partners": 1}, ["lived", "staff"]),
        # Both parts of the staff are shown, and they are all of it: the side says nothing that they do not.
        ({"people": 4, "carers": 3, "frontline": 12, "leaders": 5}, ["lived", "frontline", "leaders"]),
        ({"people": 3, "frontline": 12, "leaders": 5}, ["frontline", "leaders"]),
        # The room alone may be shown, and a file has no place for a room.
        ({"people": 2, "carers": 2, "frontline": 4}, []),
        # Leaders and partners are 8 together: the side has them in it, and frontline stands beside it.
        (
            {"people": 8, "frontline": 9, "leaders": 3, "partners": 5},
            ["people", "staff", "frontline"],
        ),
        # Who is known by the side only is written by the side.
        ({"lived": 6, "staff": 5}, ["lived", "staff"]),
    ],
)
def test_each_case_of_the_tree(heads: dict[Voice, int], written: list[str]) -> None:
    room = shown({voice: [2] * n for voice, n in heads.items()})
    assert list(voices_to_write(room)) == written


def test_counts_are_written_as_a_file_has_them() -> None:
    """People: 0 once, 3 four times, one not sure, two would rather not say.  Staff: 5 times 2."""
    room: Room = {
        "people": [0, 3, 3, 3, 3, "not-sure", "rather-not-say", "rather-not-say"],
        "leaders": [2] * 5,
    }
    assert answers_to_write(shown(room)) == {
        "people": {"counts": [1, 0, 0, 4, 0], "not-sure": 1, "rather-not-say": 2},
        "leaders": {"counts": [0, 0, 5, 0, 0]},
    }


def test_staff_who_would_rather_not_say_are_not_sure() -> None:
    room: Room = {"leaders": [2, 2, 2, 2, 2, "not-sure", "rather-not-say", "rather-not-say"]}
    assert answers_to_write(shown(room)) == {"leaders": {"counts": [0, 0, 5, 0, 0], "not-sure": 3}}


def test_a_small_group_that_agreed_is_written_as_its_middle() -> None:
    """Of 1, 3, 4 the middle is 3.  There are three carers and no other people, so it is theirs."""
    assert answers_to_write(shown({"carers": [1, 4, 3]}, k=3)) == {"carers": 3}
    mixed: Room = {"people": [0, 4], "carers": [1, 1]}
    assert answers_to_write(shown(mixed, k=3)) == {"lived": 1}


def test_a_claim_is_the_middle_of_each_voice() -> None:
    """
    The worked room: frontline 5, leaders 5, people 2, carers 3 in the middle.
    A step of the made-up claim is spelt "step 5".
    """
    room: dict[Voice, Any] = {
        "frontline": people_at(0, 0, 1, 3, 8, 6, 2, lowest=1),
        "leaders": people_at(0, 0, 0, 1, 3, 2, 0, lowest=1),
        "people": people_at(1, 3, 2, 1, 0, 0, 0, lowest=1),
        "carers": people_at(0, 2, 2, 1, 0, 0, 0, lowest=1),
    }
    claims = claims_to_write(shown(room, scale=RUNGS), asked(CLAIM))
    assert claims == {"people": "step 2", "carers": "step 3", "frontline": "step 5", "leaders": "step 5"}


def test_who_mostly_could_not_say_claims_nothing() -> None:
    unsure: list[Answer] = ["not-sure"] * 6
    room: Room = {"people": [4] * 5 + unsure, "leaders": [6] * 5 + unsure[:5]}
    assert claims_to_write(shown(room, scale=RUNGS), asked(CLAIM)) == {"leaders": "step 6"}


def rounds(*each: Room) -> ShownQuestion:
    """What may be shown of some rounds of a question."""
    return show_rounds({n: ballots(room) for n, room in enumerate(each, 1)}, asked("q").scale)


def test_the_newest_round_is_written_unless_it_shows_fewer_sides() -> None:
    """In the second round three of nine people are gone, so they are not shown: 9 less 6 is 3."""
    both: Room = {"people": [1] * 9, "leaders": [3] * 6}
    fewer: Room = {"people": [1] * 6, "leaders": [4] * 6}
    assert round_to_write(rounds(both, both), None) == 2
    assert round_to_write(rounds(both, fewer), None) == 1
    assert round_to_write(rounds(both, fewer), 2) == 2
    assert round_to_write(rounds(both, both), 3) is None
    assert round_to_write(rounds({"people": [1] * 4}), None) is None


def test_a_claim_is_of_the_first_round_that_shows_anything() -> None:
    """What was said before the questions; a claim that was made anew after them is another thing."""
    both: Room = {"people": [2] * 9, "leaders": [6] * 6}
    few: Room = {"people": [2] * 4}
    assert round_of_claim(rounds(both, both, both), None) == 1
    assert round_of_claim(rounds({"leaders": [6] * 6}, both), None) == 1
    assert round_of_claim(rounds(few, both), None) == 2
    assert round_of_claim(rounds(both, both), 2) == 2
    assert round_of_claim(rounds(few), None) is None


@st.composite
def rooms_of_two_rounds(draw: st.DrawFn) -> tuple[list[list[Vote]], int]:
    """Up to nine ballots a perspective, with an answer or none in each of two rounds; and a threshold."""
    votes: list[list[Vote]] = [[], []]
    linked = draw(st.booleans())
    for voice in PERSPECTIVES:
        for place in range(draw(st.integers(0, 9))):
            for number in (0, 1):
                answer: Any = draw(st.sampled_from([0, 1, 2, 3, 3, 4, "not-sure", "rather-not-say", None]))
                if answer is not None:
                    votes[number].append(Vote(f"{voice}-{place}", voice, answer, linked))
    return votes, draw(st.sampled_from([3, 5, 10]))


@settings(max_examples=150, deadline=None)
@given(rooms_of_two_rounds())
def test_no_room_is_written_so_that_the_check_would_refuse_it(room: tuple[list[list[Vote]], int]) -> None:
    """Whatever is written of it is shown, and passes the rule on small groups of every file."""
    votes, k = room
    question = show_rounds(dict(enumerate(votes, 1)), asked("q").scale, k)
    for said in question.rounds.values():
        written = answers_to_write(said)
        answers = {"answers": {"ladder": {"deciding.r3": written}}}
        assert found(privacy.counts_of_a_small_group, answers) == []
        assert set(written) <= {*said.groups, *said.middles}
