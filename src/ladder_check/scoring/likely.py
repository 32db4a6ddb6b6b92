"""How far a group's middle answer could lie from the one it gave, if a similar group came."""

from collections.abc import Sequence
from fractions import Fraction
from functools import lru_cache
from itertools import accumulate
from typing import Final

LEVEL: Final = 80
"""Per cent: how often a range of this kind should hold the middle of the people whom the group stands for."""


def chance_of_reaching(counts: Sequence[int], step: int) -> Fraction:
    """The chance, exactly, that the middle of the people behind a group lies at *step* or above.

    *counts* says how many chose each step, lowest first; *step* counts from 0, and the lowest is always
    reached.  It is the mid-P of the sign test, and the same as a uniform prior on the share of people at or
    above the step: no assumption about the scale, and never larger for a higher step.

    >>> chance_of_reaching((1, 3, 2, 1), 2)
    Fraction(93, 256)
    """
    if step == 0:
        return Fraction(1)
    n, at_or_above = sum(counts), sum(counts[step:])
    return Fraction(_ways(n + 1)[at_or_above], 2 ** (n + 1))


@lru_cache(maxsize=16)
def _ways(n: int) -> tuple[int, ...]:
    """In how many ways at most 0, 1, 2 … of *n* people can be chosen.

    >>> _ways(4)
    (1, 5, 11, 15, 16)
    """
    # Each from the one before: in a large room, working out every one anew takes most of the time.
    row = accumulate(range(n), lambda ways, j: ways * (n - j) // (j + 1), initial=1)
    return tuple(accumulate(row))


def likely_range(counts: Sequence[int], level: int = LEVEL) -> tuple[int, int]:
    """The lowest and the highest step, from 0, between which the middle is likely to lie.

    *level* is in per cent.  Nobody, or one or two people, say nothing: then it is the whole scale.  The
    range covers chance alone: not who was missing, who chose those who came, nor the wording.

    >>> likely_range((1, 3, 2, 1, 0, 0, 0))
    (1, 2)
    """
    tail = Fraction(100 - level, 200)
    chances = [chance_of_reaching(counts, step) for step in range(len(counts))]
    low = max(step for step, chance in enumerate(chances) if chance >= 1 - tail)
    return low, max(step for step, chance in enumerate(chances) if chance > tail)
