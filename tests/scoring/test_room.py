"""What a room says: the worked room, the figures of small rooms, gaps, likely ranges, what changed."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from fractions import Fraction

import pytest

from ladder_check.model.answer import Voice
from ladder_check.model.room import LEVEL_SCALE, Scale
from ladder_check.scoring.gap import Gap, gap_between
from ladder_check.scoring.group import GroupResult, absent_voices, group_result
from ladder_check.scoring.likely import chance_of_reaching, likely_range
from ladder_check.scoring.moves import net_change
from ladder_check.scoring.room import Change, Terms, room_results
from ladder_check.scoring.shown import Votes, show_rounds
from rooms import RUNGS, Answer, ballots, people_at, result

Counts = tuple[int, ...]
WORKED: dict[Voice, list[Answer]] = {
    "frontline": people_at(0, 0, 1, 3, 8, 6, 2, lowest=1),
    "leaders": people_at(0, 0, 0, 1, 3, 2, 0, lowest=1),
    "people": people_at(1, 3, 2, 1, 0, 0, 0, lowest=1),
    "carers": people_at(0, 2, 2, 1, 0, 0, 0, lowest=1),
}


@pytest.mark.parametrize(
    ("level", "ranges", "shared_range"),
    [(80, [(2, 3), (2, 4), (5, 6), (5, 6)], (2, 3)), (90, [(2, 3), (2, 4), (5, 6), (4, 6)], (2, 3))],
)
def test_the_worked_room(level: int, ranges: list[tuple[int, int]], shared_range: tuple[int, int]) -> None:
    """
    Rungs 1 to 7, worked by hand.  The medians are the 4th of 7 people (1 2 2 2|...), the 3rd of 5 carers,
    the 10th of 20, the 3rd of 6.  Of all 38 the 19th is at 5: one person, one vote would put the room
    there.  Where each of the four weighs the same, shares at rung 3 or lower add up to 6/7 + 4/5 + 1/20 =
    1.71, and at 4 or lower to 2 + 4/20 + 1/6 = 2.37, which is more than half of 4: the balanced middle is
    4.  The lowest of the medians, 2, is what everybody shares.
    """
    worked = result([WORKED], scale=RUNGS, level=level)
    medians = {node: group.median for node, group in worked.shown.items()}
    assert medians == {
        "people": 2,
        "carers": 3,
        "frontline": 5,
        "leaders": 5,
        "lived": 2,
        "staff": 5,
        "room": 5,
    }
    assert [worked.shown[v].range for v in WORKED_VOICES] == ranges
    assert (worked.shared, worked.shared_range, worked.balanced_middle) == (2, shared_range, 4)


WORKED_VOICES: tuple[Voice, ...] = ("people", "carers", "frontline", "leaders")


def test_what_a_group_says() -> None:
    """
    Levels 1 2 2 2 3 3 4, one not sure, ten invited; worked by hand.  Five steps away from the middle, 2,
    among seven.  At 2 or above 6 of 7: 247/256; at 3 or above 3 of 7: 93/256; at 4: 9/256.  So 80 % lie
    between 2 and 3.  Two are missing: 0 0 1 2 2 ... keep the middle at 2, ... 2 3 3 4 4 4 lift it to 3.
    """
    said = group_result(Votes((0, 1, 3, 2, 1), 1, 0), LEVEL_SCALE, 80, invited=10)
    assert said == GroupResult(
        median=2,
        n=7,
        counts=(0, 1, 3, 2, 1),
        not_sure=1,
        rather_not_say=0,
        range=(2, 3),
        spread=5 / 7,
        d=2 * 5 / 7 / 4,
        words="some spread",
        split=False,
        invited=10,
        absent_voices=(2, 3),
    )


SMALL_ROOMS: dict[str, tuple[Counts, float, float, bool]] = {
    "all agree": ((0, 0, 10, 0, 0), 0, 0, False),
    "one step apart": ((0, 0, 5, 5, 0), 0.5, 0.25, False),
    "peaked": ((0, 2, 6, 2, 0), 0.4, 0.2, False),
    "flat": ((2, 2, 2, 2, 2), 1.2, 0.6, True),
    "two camps": ((5, 0, 0, 0, 5), 2, 1, True),
    "soft camps": ((1, 4, 0, 4, 1), 1.2, 0.6, True),
    "two of nine at the far end": ((2, 0, 0, 0, 7), 8 / 9, 4 / 9, False),
    "two and two": ((0, 2, 0, 0, 2), 1.5, 0.75, True),
    "one of them further away": ((1, 1, 0, 0, 2), 1.75, 0.875, True),
    "flat, over seven rungs": ((2, 2, 2, 2, 2, 2, 2), 12 / 7, 4 / 7, False),
    "two camps of seven rungs": ((3, 1, 0, 0, 0, 2, 2), 21 / 8, 7 / 8, True),
}


@pytest.mark.parametrize(("counts", "spread", "d", "split"), SMALL_ROOMS.values(), ids=SMALL_ROOMS)
def test_how_far_apart_a_small_room_is(counts: Counts, spread: float, d: float, split: bool) -> None:
    """
    Worked by hand: the distances from the lower median, over the people; twice that over the steps of the
    scale.  Flat over five levels: two people each at 0 1 2 3 4, ten with 4 + 2 + 0 + 2 + 4 steps.  Over
    seven rungs two rungs hold 4 of 14 people, which is less than 30 %: not two camps.
    """
    said = group_result(Votes(counts, 0, 0), Scale(0, len(counts) - 1), 80, None)
    assert [said.spread, said.d] == pytest.approx([spread, d])
    assert said.split is split


@pytest.mark.parametrize(
    ("counts", "words"),
    [
        ((0, 0, 1, 0, 0), "only one answer"),
        ((0, 2, 6, 2, 0), "close together"),
        ((0, 0, 5, 5, 0), "some spread"),
        ((2, 0, 0, 0, 7), "some spread"),
        ((5, 0, 0, 5, 0), "far apart"),
        ((4, 0, 4, 0, 0), "far apart"),
    ],
)
def test_closeness_in_words(counts: Counts, words: str) -> None:
    """D is 0.2; 0.25, which is no longer close; 4/9; 0.75; and 0.5, which is far."""
    assert group_result(Votes(counts, 0, 0), LEVEL_SCALE, 80, None).words == words


# The likely range


DROPS = {80: [2, 5, 7, 10, 12, 15, 17, 19, 22, 24, 26, 29, 30], 90: [3, 6, 9, 11, 13]}
"""Up to how many people the whole scale is left, none is left out, then one at each end, then two …"""


@pytest.mark.parametrize(
    ("level", "n", "dropped"),
    [(level, n, bisect_left(ends, n) - 1) for level, ends in DROPS.items() for n in range(1, ends[-1] + 1)],
)
def test_how_many_answers_at_each_end_a_likely_range_leaves_out(level: int, n: int, dropped: int) -> None:
    """
    One person at each step, and an empty step at either end.  Worked by hand from the rule: with d left out
    at the top, n - d answers lie below the next step, and the sum of C(n + 1, j) for j up to d must not be
    more than the tail of 2^(n + 1).  For three people at 80 %: 1 of 16 is less than a tenth, 1 + 4 of 16 is
    not, so none is left out.  One or two people (up to three at 90 %) leave the whole scale: 1 of 4, 1 of
    8, 1 of 16.
    """
    assert likely_range((0, *[1] * n, 0), level) == (1 + dropped, n - dropped)


def test_the_chances_of_the_worked_room() -> None:
    """
    Seven people at rungs 1 2 2 2 3 3 4.  At 2 or above six: all of 2^8 but C(8,7) + C(8,8) = 9.  At 3 or
    above three: 1 + 8 + 28 + 56 = 93.  At 4 one: 1 + 8 = 9.  Above that nobody: 1.
    """
    chances = [chance_of_reaching((1, 3, 2, 1, 0, 0, 0), step) for step in range(7)]
    assert chances == [Fraction(n, 256) for n in (256, 247, 93, 9, 1, 1, 1)]


def test_everybody_agrees_and_the_range_is_one_step_all_the_same() -> None:
    """Four people at one step: above it nobody, 1 of 32."""
    assert likely_range((0, 0, 4, 0, 0)) == (2, 2)


def test_absent_voices() -> None:
    """
    Rungs 1 2 2 3 4, nine invited, worked by hand: four more at 1 put the middle there; four more at 7 put
    it at 4, the fifth of 1 2 2 3 4 7 7 7 7.  With two who were not sure only two are missing: 1 1 1 2 2 3 4
    and 1 2 2 3 4 7 7.
    """
    assert absent_voices(Votes((1, 2, 1, 1, 0, 0, 0), 0, 0), RUNGS, 9) == (1, 4)
    assert absent_voices(Votes((1, 2, 1, 1, 0, 0, 0), 1, 1), RUNGS, 9) == (2, 3)


def test_more_came_than_were_invited_and_nobody_is_missing() -> None:
    assert absent_voices(Votes((0, 1, 2, 2, 0), 0, 0), LEVEL_SCALE, 3) == (2, 2)


# The gap


@pytest.mark.parametrize(
    ("left", "right", "delta"),
    [
        ((2, 3, 3, 1, 1, 0), (1, 1, 1, 2, 1, 0), -0.25),
        ((1, 3, 3, 1, 1, 1), (1, 1, 1, 2, 1, 0), -1 / 15),
        ((0, 0, 5), (5, 0, 0), 1),
        ((5, 0, 0), (0, 0, 5), -1),
        ((2, 2, 2), (2, 2, 2), 0),
    ],
)
def test_delta(left: Counts, right: Counts, delta: float) -> None:
    """
    The first two are published: the examples of the R package effsize (M.  Torchiano) and of the Python
    package cliffs-delta, values 10 20 30 40 50 100.  No overlap gives 1 or -1, equal groups 0.
    """
    assert gap_between(left, right).delta == pytest.approx(delta)


def test_a_gap_to_talk_about() -> None:
    """
    Staff 2 3 3 3 4, lived 1 1 2 2 3, worked by hand: the 2 is higher twice, the same twice and lower once;
    each 3 is higher four times and the same once; the 4 is always higher. 2 + 12 + 5 = 19, 2 + 3 = 5, and 1
    of 25.  Without the 4 it is 14 - 1 of 20; without the lived 3 it is 18 of 20; every other one away lies
    between.
    """
    gap = gap_between((0, 0, 1, 3, 1), (0, 2, 2, 1, 0))
    assert gap == Gap(19, 5, 1, 18 / 25, (13 / 20, 18 / 20), {"staff": 3, "lived": 2}, True)


@pytest.mark.parametrize(
    ("staff", "lived", "talk"),
    [
        ((0, 0, 6, 0, 0), (0, 0, 6, 0, 0), False),
        ((0, 0, 3, 3, 0), (0, 2, 4, 0, 0), True),
        ((0, 0, 5, 1, 0), (0, 1, 5, 0, 0), False),
        ((0, 0, 0, 6, 0), (0, 0, 6, 0, 0), True),
        ((0, 4, 5, 0, 0), (0, 5, 4, 0, 0), True),
    ],
)
def test_when_a_gap_is_to_be_talked_about(staff: Counts, lived: Counts, talk: bool) -> None:
    """
    Worked by hand: the second, with middles at 2, has 18 + 6 of 36 pairs higher and none lower, two thirds;
    the third 6 + 5 of 36, less than a third.  In the last one delta is (25 - 16) / 81, a ninth, but the
    middles are 2 and 1.
    """
    assert gap_between(staff, lived).talk_about is talk


# Voices


def test_a_side_speaks_for_itself_where_its_perspectives_are_too_small() -> None:
    """
    Four people and three carers are shown as one side, 0 0 1 1 1 1 2 with its middle at 1; staff are at 3.
    At 1 or above are five of seven: 1 - 37/256 is less than nine tenths, so the range begins at 0.  At 2 or
    lower are all of one side and nobody of the other, which is half: the balanced middle is 2.
    """
    said = result([{"people": [0, 1, 1, 1], "carers": [0, 1, 2], "frontline": [3] * 6}])
    assert sorted(said.shown) == ["frontline", "lived", "room", "staff"]
    assert (said.shared, said.shared_range, said.balanced_middle) == (1, (0, 1), 2)


def test_a_room_without_a_shown_side_has_no_shared_rung_and_no_gap() -> None:
    said = result([{"people": [1, 1, 2], "frontline": [3, 3, 4]}])
    assert (list(said.shown), said.shared, said.shared_range, said.balanced_middle) == (
        ["room"],
        None,
        None,
        None,
    )
    assert said.gap is None


def test_who_was_invited_is_counted_for_the_side_and_the_room() -> None:
    said = result([{"people": [2] * 6, "leaders": [3] * 5}], invited={"people": 8, "lived": 8, "staff": 5})
    assert {node: group.invited for node, group in said.shown.items()} == {
        "people": 8,
        "lived": 8,
        "leaders": None,
        "staff": 5,
        "room": 13,
    }


# Rounds


def test_what_changed_between_two_rounds() -> None:
    """Of six people one goes up by one and one down by two; five of staff stay.  Nobody comes nearer."""
    said = result(
        [
            {"people": [1, 1, 1, 2, 2, 3], "leaders": [4] * 5},
            {"people": [1, 1, 1, 3, 2, 1], "leaders": [4] * 5},
        ]
    )
    assert said.change == Change(True, same=9, up=1, down=1, net=None, towards=None)


@pytest.mark.parametrize(
    ("lived", "staff", "towards"),
    [
        (2, 3, "lived moved towards staff"),
        (1, 2, "staff moved towards lived"),
        (2, 2, "both moved towards each other"),
        (0, 3, None),
        (1, 3, None),
    ],
)
def test_who_moved_towards_whom(lived: int, staff: int, towards: str | None) -> None:
    """First the lived side is at 1 and staff at 3."""
    said = result([{"people": [1] * 6, "leaders": [3] * 5}, {"people": [lived] * 6, "leaders": [staff] * 5}])
    assert said.change is not None
    assert said.change.towards == towards


def test_answers_that_cannot_be_linked_tell_how_many_changed_at_least() -> None:
    """Five at 1 and five at 2, then four and six: a tenth of the room, whoever it was."""
    rounds = {n: ballots({"people": people_at(0, 5 - n, 5 + n)}, linked=False) for n in (0, 1)}
    [_, second] = room_results({"q": show_rounds(rounds, LEVEL_SCALE)}, Terms(5, {})).questions
    assert second.change == Change(False, None, None, None, 0.1, None)
    assert net_change((4, 0), (0, 8)) == 1


# The order


def test_the_largest_gap_comes_first_then_the_widest_spread_then_the_agenda() -> None:
    """
    A gap of -1 beats one of 0; a question with one side only has none, and stands behind.  Of two of those
    the wider comes first.  The place is decided by the newest round, and the rounds of a question stand
    together.
    """
    sixes: Mapping[str, Sequence[Mapping[Voice, list[Answer]]]] = {
        "narrow": [{"people": [2] * 6}],
        "wide": [{"people": [0, 0, 0, 4, 4, 4]}],
        "equal": [{"people": [3] * 6, "leaders": [3] * 6}],
        "equal too": [{"people": [2] * 6, "leaders": [2] * 6}],
        "apart": [{"people": [2] * 6, "leaders": [2] * 6}, {"people": [4] * 6, "leaders": [1] * 6}],
    }
    questions = {
        name: show_rounds({n: ballots(votes) for n, votes in enumerate(rounds, start=1)}, LEVEL_SCALE)
        for name, rounds in sixes.items()
    }
    results = room_results(questions, Terms(5, {}))
    places = [(each.id, each.round) for each in results.questions]
    assert places == [("apart", 1), ("apart", 2), ("equal", 1), ("equal too", 1), ("wide", 1), ("narrow", 1)]
    assert results.rounds == (1, 2)
