"""The only arithmetic on ordinal numbers: ranking and counting, never adding or averaging levels."""

from collections.abc import Sequence
from statistics import median_low
from typing import Final

CATEGORIES: Final = 5
SPLIT_FROM: Final = 4
"""A room of fewer than this many levels is too small to be called split."""


def lower_median(levels: Sequence[int]) -> int:
    """The middle level of a group; of two middle levels, the lower.

    Levels are anchors from 0 to 4, or rungs: ordinal, without a unit.  They are ranked, never averaged.
    It is the highest level that more than half of the people reach or pass.

    >>> lower_median([4, 1, 3, 2])
    2

    Raises:
        statistics.StatisticsError: *levels* is empty.  A group without answers has no middle,
            which is not the same as 0.

    Source:
        S. S. Stevens, "On the Theory of Scales of Measurement", Science 103 (1946), 677-680.
    """
    return median_low(levels)


def mean_distance(levels: Sequence[int]) -> float:
    """How far the *levels* lie from their lower median, on average, in steps of the scale.

    >>> mean_distance([0, 0, 4, 4])
    2.0
    """
    middle = lower_median(levels)
    return sum(abs(level - middle) for level in levels) / len(levels)


def dispersion(levels: Sequence[int], categories: int = CATEGORIES) -> float:
    """Leik's D: 0 where all agree, 1 where half of the group is at each end.

    It is twice the mean distance from the lower median, over the steps of the scale.

    >>> dispersion([2, 2, 2]), dispersion([0, 0, 4, 4])
    (0.0, 1.0)

    Source:
        R. K. Leik, "A Measure of Ordinal Consensus", Pacific Sociological Review 9 (1966), 85-90.
    """
    return 2 * mean_distance(levels) / (categories - 1)


def is_split(levels: Sequence[int], categories: int = CATEGORIES) -> bool:
    """Whether a room sees two different things: *levels* count from 0, on a scale of so many *categories*.

    At least 4 levels; at least 2 people and 30 % of them in the two lowest levels, the same in the two
    highest; and D of 0.5 or more.  The 30 % reproduces the disagreement table of the RAND/UCLA
    Appropriateness Method for panels of 8 to 16.

    >>> is_split([0, 0, 3, 4]), is_split([2, 2, 3, 4])
    (True, False)
    """
    low = sum(level <= 1 for level in levels)
    high = sum(level >= categories - 2 for level in levels)
    return (
        len(levels) >= SPLIT_FROM
        and all(_is_a_part(n, levels) for n in (low, high))
        and dispersion(levels, categories) >= 0.5
    )


def _is_a_part(n: int, levels: Sequence[int]) -> bool:
    return n >= 2 and 10 * n >= 3 * len(levels)
