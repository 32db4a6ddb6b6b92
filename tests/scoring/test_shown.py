"""What may be shown of a room, round by round, by cases worked by hand."""

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ladder_check.model.answer import VOICES, Voice
from ladder_check.model.room import LEVEL_SCALE, Vote
from ladder_check.scoring.moves import Moves
from ladder_check.scoring.privacy import shown_nodes
from ladder_check.scoring.shown import Shown, Votes, show_rounds
from rooms import Answer, ballots, shown

TREES: dict[str, tuple[dict[Voice, int], set[str]]] = {
    "three carers": (
        {"people": 6, "carers": 3, "frontline": 12, "leaders": 2, "partners": 1},
        {"lived", "staff", "room"},
    ),
    "four and three": (
        {"people": 4, "carers": 3, "frontline": 12, "leaders": 5},
        {"lived", "frontline", "leaders", "staff", "room"},
    ),
    "three on one side": ({"people": 3, "frontline": 12, "leaders": 5}, {"frontline", "leaders", "staff"}),
    "enough of all": (
        {"people": 5, "carers": 5, "frontline": 12, "leaders": 6, "partners": 5},
        {"people", "carers", "lived", "frontline", "leaders", "partners", "staff", "room"},
    ),
    "two small sides": ({"people": 2, "carers": 2, "frontline": 4}, {"room"}),
    "five with three": (
        {"people": 8, "frontline": 9, "leaders": 3, "partners": 5},
        {"people", "lived", "frontline", "staff", "room"},
    ),
}


def everybody_at_2(heads: Mapping[Voice, int]) -> dict[Voice, list[Answer]]:
    return {voice: [2] * n for voice, n in heads.items()}


@pytest.mark.parametrize(("heads", "nodes"), TREES.values(), ids=TREES)
def test_the_worked_trees(heads: dict[Voice, int], nodes: set[str]) -> None:
    """Worked by hand from the tree: the side before its parts, nobody left over, the room gives way first."""
    told = shown(everybody_at_2(heads))
    assert set(told.groups) == nodes
    assert {node: votes.n for node, votes in told.groups.items() if node in heads} == {
        node: heads[node] for node in heads if node in nodes
    }


def test_why_something_is_withheld() -> None:
    """Three leaders are too few, and five partners would leave them over; nobody of the carers came."""
    told = shown(everybody_at_2(TREES["five with three"][0]))
    assert told.withheld == ("leaders", "partners")
    assert told.why == {"leaders": "small", "partners": "remainder"}


@given(st.dictionaries(st.sampled_from(VOICES[:5]), st.integers(0, 14)), st.sampled_from((5, 10)))
def test_a_single_round_without_unknowns_is_the_tree(heads: dict[Voice, int], k: int) -> None:
    assert shown(everybody_at_2(heads), k).groups.keys() == shown_nodes(heads, k)


def test_two_carers_who_were_not_sure_do_not_follow_from_the_levels_of_the_others() -> None:
    """Eight answered on the lived side, six of them with a level: the six people are not shown alone."""
    told = shown({"people": [1, 2, 2, 2, 3, 3], "carers": ["not-sure", "not-sure"]})
    assert told.groups["lived"] == Votes((0, 1, 3, 2, 0), not_sure=2, rather_not_say=0)
    assert told.withheld == ("people", "carers")


def test_who_is_shown_does_not_tell_who_gave_no_level() -> None:
    """
    Three people and five of the front line, one of whom is not sure.  The staff side is too small in
    levels; the room in its place would say so, and with it that the three people all gave a level.
    """
    told = shown({"people": [2, 2, 2], "frontline": [2, 2, 2, 2, "not-sure"]})
    assert told.groups == {}


def test_five_who_would_all_rather_not_say_are_counted_and_have_no_level() -> None:
    told = shown({"people": ["rather-not-say"] * 5, "leaders": [3] * 6})
    assert told.groups["room"] == Votes((0, 0, 0, 6, 0), not_sure=0, rather_not_say=5)
    assert told.why == {"people": "small", "lived": "small"}


# A small group's own agreement


def test_with_an_agreement_a_small_side_shows_its_middle_and_the_room_gives_way() -> None:
    told = shown({"people": [1, 1, 4], "leaders": [2, 3, 3, 4]}, k=3)
    assert (told.groups, told.middles) == ({}, {"people": 1, "lived": 1, "leaders": 3, "staff": 3})
    assert told.why == {"room": "remainder"}


def test_the_middle_of_a_small_part_is_not_shown_beside_the_figures_of_its_side() -> None:
    """
    Five people at 4; three carers at 0, 0 and 4.  The side shows two at 0 and six at 4.  If the carers'
    middle, 0, stood beside that, two of the three would have to be at 0: both of the zeros, and so the
    third at 4.
    """
    told = shown({"people": [4] * 5, "carers": [0, 0, 4]}, k=3)
    assert told.groups["lived"].counts == (2, 0, 0, 0, 6)
    assert told.middles == {}


def test_a_side_keeps_to_its_middle_when_it_grows() -> None:
    """Three people, then the same three and four more: seven are enough, but the three would stand out."""
    later = two_rounds({"people": [1, 2, 3]}, {"people": [0, 1, 3, 4, 4, 4, 4]}, k=3)
    assert (later.groups, later.middles) == ({}, {"people": 1, "lived": 1})
    assert later.newcomers_left_out == ("lived",)


# Rounds


def two_rounds(
    first: Mapping[Voice, list[Answer]], second: Mapping[Voice, list[Answer]], k: int = 5
) -> Shown:
    rounds: dict[int, list[Vote]] = {1: ballots(first), 2: ballots(second)}
    return show_rounds(rounds, LEVEL_SCALE, k).rounds[2]


def test_one_who_comes_late_is_left_out_of_the_second_round() -> None:
    later = two_rounds({"people": [2] * 6}, {"people": [2, 2, 2, 3, 3, 3, 0]})
    assert later.groups["people"].counts == (0, 0, 3, 3, 0)
    assert later.newcomers_left_out == ("lived",)


def test_who_is_left_out_of_the_room_is_not_said_by_side() -> None:
    """
    Two people and four staff, who are too few to be shown: the room is.  In round 1 one of the six was not
    sure, and in round 2 gives a level, which is left out.  To name the side would say that it was one of
    the two people, or one of the four staff.
    """
    staff: list[Answer] = [0, 1, 2, 3]
    of_people = two_rounds(
        {"people": ["not-sure", 2], "frontline": staff}, {"people": [3, 2], "frontline": staff}
    )
    unsure: list[Answer] = [0, 1, 2, "not-sure"]
    of_staff = two_rounds({"people": [1, 2], "frontline": unsure}, {"people": [1, 2], "frontline": staff})
    for later in (of_people, of_staff):
        assert list(later.groups) == ["room"]
        assert later.newcomers_left_out == ("room",)


def test_five_who_come_late_are_counted() -> None:
    later = two_rounds({"people": [2] * 6}, {"people": [2, 2, 2, 2, 2, 2, 4, 4, 4, 4, 4]})
    assert later.groups["people"].counts == (0, 0, 6, 0, 5)
    assert later.newcomers_left_out == ()


def test_one_who_goes_early_takes_the_second_round_with_them() -> None:
    """Seven and then six: the answer of the seventh is the difference.  The other side is as it was."""
    later = two_rounds({"people": [2] * 7, "leaders": [3] * 5}, {"people": [2] * 6, "leaders": [3] * 5})
    assert set(later.groups) == {"leaders", "staff"}
    assert later.why == {"people": "rounds", "lived": "rounds", "room": "rounds"}


def test_five_who_go_early_are_enough() -> None:
    later = two_rounds({"people": [2] * 11}, {"people": [3] * 6})
    assert later.groups["people"].counts == (0, 0, 0, 6, 0)


def test_a_part_that_is_new_to_be_shown_does_not_give_the_rest_of_its_side_away() -> None:
    """
    Six people and three carers are one side of nine in the first round.  Five carers join them: both parts
    are large enough now, but the side of the first round less the six would be the three.
    """
    later = two_rounds(
        {"people": [2] * 6, "carers": [1] * 3}, {"people": [2] * 6, "carers": [1, 1, 1, 4, 4, 4, 4, 4]}
    )
    assert set(later.groups) == {"lived", "room"}
    assert later.why == {"people": "rounds", "carers": "rounds"}


@pytest.mark.parametrize(("n", "is_shown"), [(8, True), (9, False), (12, False), (13, True), (3, False)])
def test_without_links_the_numbers_decide(n: int, is_shown: bool) -> None:
    """Eight in the first round: one more or less is withheld, and so are four; five are enough."""
    rounds = {1: ballots({"people": [2] * 8}, linked=False), 2: ballots({"people": [2] * n}, linked=False)}
    assert bool(show_rounds(rounds, LEVEL_SCALE).rounds[2].groups) is is_shown


def test_moves_are_counted_over_those_who_answered_twice() -> None:
    """Six of eleven stay, and five are new: one up, two down, three the same."""
    first = ballots({"people": [2] * 11})
    second = [*ballots({"people": [3, 1, 1, 2, 2, 2]}), *(Vote(f"new-{n}", "people", 4) for n in range(5))]
    question = show_rounds({1: first, 2: second}, LEVEL_SCALE)
    assert question.changes == {2: Moves(linked=True, same=3, up=1, down=2)}


def test_moves_are_not_shown_where_one_has_left() -> None:
    """
    Seven at 1 0 0 0 0 0 0 and one of them leaves. "One went down" would say that the one at 1 is still
    there: so who left was at 0.
    """
    question = show_rounds(
        {1: ballots({"people": [1, 0, 0, 0, 0, 0, 0]}), 2: ballots({"people": [0] * 6})}, LEVEL_SCALE
    )
    assert question.changes == {2: None}


def test_a_person_whom_nobody_links_is_no_newcomer() -> None:
    """Nine without links after eight: who is new is not known, so nobody can be left out."""
    rounds = {1: ballots({"people": [2] * 8}, linked=False), 2: ballots({"people": [2] * 9}, linked=False)}
    assert show_rounds(rounds, LEVEL_SCALE).rounds[2].newcomers_left_out == ()
