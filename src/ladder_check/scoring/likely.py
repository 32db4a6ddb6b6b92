"""How far a group's middle answer could lie from the one it gave, if a similar group came."""

from collections.abc import Sequence
from fractions import Fraction
from math import comb
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
    return Fraction(sum(comb(n + 1, j) for j in range(at_or_above + 1)), 2 ** (n + 1))


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
