"""Levels are ranked and counted; where a room is in two minds, that is said."""

from statistics import StatisticsError

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ladder_check.scoring.ordinal import dispersion, is_split, lower_median, mean_distance

levels = st.lists(st.integers(0, 4), min_size=1, max_size=20)


@pytest.mark.parametrize(
    ("given_levels", "middle"),
    [([3], 3), ([1, 4], 1), ([0, 2, 4], 2), ([4, 3, 3, 0], 3), ([0, 0, 4, 4], 0), ([2, 3, 3, 4], 3)],
)
def test_of_two_middle_levels_the_lower_counts(given_levels: list[int], middle: int) -> None:
    """
    Worked by hand: ranked, the middle of an odd number; of the two middle ones of an even number, the lower.
    Of 0 3 3 4 these are 3 and 3; of 0 0 4 4 they are 0 and 4.
    """
    assert lower_median(given_levels) == middle


def test_a_group_without_answers_has_no_middle() -> None:
    with pytest.raises(StatisticsError):
        lower_median([])


@given(levels)
def test_the_lower_median_is_the_smallest_level_that_half_of_the_people_do_not_pass(found: list[int]) -> None:
    """Half of the people are at it or below; and of every lower level fewer than half are."""
    middle = lower_median(found)
    assert 2 * sum(level <= middle for level in found) >= len(found)
    assert all(2 * sum(level <= lower for level in found) < len(found) for lower in range(middle))


@given(levels)
def test_the_lower_median_is_the_highest_level_that_more_than_half_of_the_people_reach(
    found: list[int],
) -> None:
    """It is the highest level that more than half reach or pass: half at most reach a higher one."""
    middle = lower_median(found)
    assert 2 * sum(level >= middle for level in found) > len(found)
    assert all(2 * sum(level >= higher for level in found) <= len(found) for higher in range(middle + 1, 5))


def test_the_distance_from_the_lower_median_is_worked_by_hand() -> None:
    """
    Ranked 0 1 3 3 4: the middle is 3; distances 3, 2, 0, 0, 1 are 6 steps over 5 people: 1.2 steps.
    D is twice that over the 4 steps of the scale: 0.6.
    """
    assert mean_distance([3, 0, 4, 1, 3]) == pytest.approx(1.2)
    assert dispersion([3, 0, 4, 1, 3]) == pytest.approx(0.6)


def test_dispersion_knows_how_long_its_scale_is() -> None:
    """Rungs 1 to 7 have 6 steps: of 1 1 7 7 the mean distance from 1 is 3, twice that over 6 is 1."""
    assert dispersion([1, 1, 7, 7], categories=7) == pytest.approx(1)


@given(levels, st.integers(5, 9))
def test_dispersion_is_twice_the_mean_distance_over_the_steps(found: list[int], categories: int) -> None:
    assert dispersion(found, categories) == pytest.approx(2 * mean_distance(found) / (categories - 1))


@given(levels)
def test_dispersion_is_at_most_what_half_of_the_group_at_each_end_gives(found: list[int]) -> None:
    """At most floor(n/2) people can lie away from the middle on the far side by all four steps."""
    bound = 2 * (len(found) // 2) / len(found)
    assert 0 <= dispersion(found) <= bound + 1e-9


@pytest.mark.parametrize(
    ("room", "split", "why"),
    [
        ([0, 0, 4], False, "three people are too few"),
        ([0, 0, 3, 4], True, "two and two; D = 2 x 7/4 / 4 = 0.875"),
        ([1, 1, 3, 3], True, "middle 1, distances 0 0 2 2: D = 2 x 1 / 4 = 0.5, which is enough"),
        ([1, 1, 2, 3, 3], False, "middle 2, distances 1 1 0 1 1: D = 2 x 0.8 / 4 = 0.4"),
        ([0, 3, 3, 4], False, "only one person is low"),
        ([0, 0, 1, 4], False, "only one person is high"),
        ([0, 0, 2, 4, 4, 4], True, "2 of 6 are low, which is 33 %"),
        ([0, 0, 2, 4, 4, 4, 4], False, "2 of 7 are low, which is 29 %"),
        ([0, 0, 0, 4, 4, 4, 4, 4, 4, 4], True, "3 of 10 are low, which is exactly 30 %"),
        ([2, 2, 2, 2, 2, 2], False, "all agree"),
    ],
)
def test_a_split_room(room: list[int], split: bool, why: str) -> None:
    assert is_split(room) is split, why


@pytest.mark.parametrize(
    ("panel", "at_each_end"),
    [(8, 3), (9, 3), (10, 3), (11, 4), (12, 4), (13, 4), (14, 5), (15, 5), (16, 5)],
)
def test_thirty_per_cent_is_the_table_of_rand_for_panels_of_8_to_16(panel: int, at_each_end: int) -> None:
    """The manual's table: 3 at each end for 8 to 10 members, 4 for 11 to 13, 5 for 14 to 16."""

    def room(ends: int) -> list[int]:
        return [0] * ends + [2] * (panel - 2 * ends) + [4] * ends

    assert is_split(room(at_each_end))
    assert not is_split(room(at_each_end - 1))
