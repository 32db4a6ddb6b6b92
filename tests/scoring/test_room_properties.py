"""What must hold of every room, whoever comes and whatever they say."""

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from ladder_check.model.answer import PERSPECTIVES, Voice, levels_of
from ladder_check.model.room import LEVEL_SCALE, Scale, Vote
from ladder_check.scoring.gap import gap_between
from ladder_check.scoring.group import group_result
from ladder_check.scoring.likely import chance_of_reaching, likely_range
from ladder_check.scoring.ordinal import dispersion, lower_median, mean_distance
from ladder_check.scoring.room import Terms, room_results
from ladder_check.scoring.shown import Votes, show_rounds
from rooms import Answer, ballots, result

answers = st.lists(st.sampled_from([0, 1, 2, 3, 4, 4, "not-sure", "rather-not-say"]), max_size=9)
rooms = st.fixed_dictionaries(dict.fromkeys(PERSPECTIVES, answers))
counts = st.lists(st.integers(0, 5), min_size=4, max_size=7).filter(any)
pairs_of_counts = st.integers(3, 7).flatmap(
    lambda k: st.tuples(
        *[st.lists(st.integers(0, 4), min_size=k, max_size=k).filter(lambda n: sum(n) > 1)] * 2
    )
)


@given(rooms, st.sampled_from(PERSPECTIVES), answers)
@settings(max_examples=60, deadline=None)
def test_adding_people_to_one_perspective_changes_no_other(
    room: dict[Voice, list[Answer]], voice: Voice, more: list[Answer]
) -> None:
    before, after = (result([each]).shown for each in (room, room | {voice: room[voice] + more}))
    for other in {*PERSPECTIVES} - {voice}:
        if other in before and other in after:
            assert before[other] == after[other]


@given(rooms, st.randoms())
@settings(max_examples=40, deadline=None)
def test_the_order_of_people_does_not_matter(room: dict[Voice, list[Answer]], dice: Any) -> None:
    votes = ballots(room)
    second = [Vote(v.ballot, v.voice, 4 if v.answer == 3 else v.answer) for v in votes[1:]]
    shuffled = [dice.sample(each, len(each)) for each in (votes, second)]
    told = [show_rounds({1: one, 2: two}, LEVEL_SCALE) for one, two in ((votes, second), shuffled)]
    assert room_results({"q": told[0]}, Terms(5, {})) == room_results({"q": told[1]}, Terms(5, {}))


@given(counts)
def test_d_is_leiks_and_has_his_ceiling(room: list[int]) -> None:
    """Leik sums the smaller of the shares below and above each step: a different way to the same number."""
    n, steps = sum(room), len(room) - 1
    below = [sum(room[: step + 1]) for step in range(steps)]
    leik = 2 * sum(min(at, n - at) for at in below) / (n * steps)
    levels = levels_of(tuple(room))
    assert abs(dispersion(levels, len(room)) - leik) < 1e-12
    assert abs(2 * mean_distance(levels) / steps - leik) < 1e-12
    assert leik <= 2 * (n // 2) / n + 1e-12


@given(st.lists(st.integers(0, 4), min_size=1, max_size=20), st.data())
def test_one_who_moves_away_from_the_middle_never_brings_a_room_together(
    room: list[int], data: st.DataObject
) -> None:
    middle = lower_median(room)
    away = [at for at, level in enumerate(room) if 0 < level < middle or middle < level < 4]
    if away:
        at = data.draw(st.sampled_from(away))
        further = room[at] + (1 if room[at] > middle else -1)
        assert dispersion([*room[:at], further, *room[at + 1 :]]) >= dispersion(room)


@given(pairs_of_counts)
def test_a_gap_from_counts_is_the_gap_over_all_pairs(groups: tuple[list[int], list[int]]) -> None:
    staff, lived = (levels_of(tuple(each)) for each in groups)
    signs = [(x > y) - (x < y) for x in staff for y in lived]
    gap = gap_between(*groups)
    assert (gap.higher, gap.same, gap.lower) == (signs.count(1), signs.count(0), signs.count(-1))
    without = [
        sum((x > y) - (x < y) for x in staff[:at] + staff[at + 1 :] for y in lived)
        for at in range(len(staff))
    ]
    assert gap.leave_one_out[0] <= min(without) / ((len(staff) - 1) * len(lived))
    assert gap.leave_one_out[0] <= gap.delta <= gap.leave_one_out[1]


@given(counts, st.sampled_from((80, 90)))
def test_the_chance_of_reaching_a_step_never_grows_and_the_range_holds_the_middle(
    room: list[int], level: int
) -> None:
    chances = [chance_of_reaching(room, step) for step in range(len(room))]
    assert chances == sorted(chances, reverse=True)
    low, high = likely_range(room, level)
    assert low <= lower_median(levels_of(tuple(room))) <= high
    wide = likely_range(room, 90)
    assert wide[0] <= low <= high <= wide[1]


@given(rooms)
@settings(max_examples=60, deadline=None)
def test_the_shared_rung_is_at_most_the_balanced_middle_and_that_lies_among_the_medians(
    room: dict[Voice, list[Answer]],
) -> None:
    said = result([room])
    medians = [group.median for node, group in said.shown.items() if node != "room"]
    if said.shared is not None and said.balanced_middle is not None and said.shared_range is not None:
        assert said.shared <= said.balanced_middle <= max(medians)
        assert said.shared_range[0] <= said.shared <= said.shared_range[1]


@given(counts, st.integers(0, 40), st.integers(0, 3))
def test_absent_voices_hold_the_median(room: list[int], invited: int, unsure: int) -> None:
    said = group_result(Votes(tuple(room), unsure, 0), Scale(1, len(room)), 80, invited)
    assert said.absent_voices is not None
    assert said.absent_voices[0] <= said.median <= said.absent_voices[1]
