"""How far apart two sides of a room see a question: over all pairs of one person of each side."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

from ladder_check.model.answer import Side, levels_of
from ladder_check.scoring.ordinal import lower_median


@dataclass(frozen=True, slots=True)
class Gap:
    """In how many pairs staff answered *higher* than the lived side, the *same*, or *lower*.

    *delta* is Cliff's: from -1, where the lived side is higher in every pair, to 1.  *leave_one_out* is its
    lowest and highest value if any one person had stayed away.  *talk_about*: it is a gap to talk about.
    """

    higher: int
    same: int
    lower: int
    delta: float
    leave_one_out: tuple[float, float]
    medians: Mapping[Side, int]
    talk_about: bool


def gap_between(staff: Sequence[int], lived: Sequence[int], lowest: int = 0) -> Gap:
    """The gap between two groups of at least two people, by how many chose each step, *lowest* step first.

    A gap to talk about: a delta of a third or more either way, or medians a step or more apart.

    >>> gap_between((0, 1, 1), (1, 1, 0)).delta
    0.75

    Source:
        N. Cliff, "Dominance Statistics: Ordinal Analyses to Answer Ordinal Questions", Psychological
        Bulletin 114 (1993), 494-509.
    """
    higher, same, lower = pairs = pairs_of(staff, lived)
    one_less = [delta_of(*groups) for groups in _one_less(staff, lived)]
    middles = [lowest + lower_median(levels_of(tuple(counts))) for counts in (staff, lived)]
    return Gap(
        *pairs,
        delta=delta_of(staff, lived),
        leave_one_out=(min(one_less), max(one_less)),
        medians={"staff": middles[0], "lived": middles[1]},
        talk_about=3 * abs(higher - lower) >= higher + same + lower or middles[0] != middles[1],
    )


def pairs_of(left: Sequence[int], right: Sequence[int]) -> tuple[int, int, int]:
    """Over all pairs of one person of each group: in how many *left* is higher, the same, or lower."""
    same = sum(a * b for a, b in zip(left, right, strict=True))
    # How many on the right lie below each step: the running total, one step late.
    higher = sum(a * below for a, below in zip(left, accumulate(right, initial=0), strict=False))
    return higher, same, sum(left) * sum(right) - higher - same


def delta_of(left: Sequence[int], right: Sequence[int]) -> float:
    """Cliff's delta: the share of pairs in which *left* is higher, less the share in which it is lower."""
    higher, same, lower = pairs_of(left, right)
    return (higher - lower) / (higher + same + lower)


def _one_less(left: Sequence[int], right: Sequence[int]) -> Iterator[tuple[Sequence[int], Sequence[int]]]:
    for step in range(len(left)):
        if left[step]:
            yield _without(left, step), right
        if right[step]:
            yield left, _without(right, step)


def _without(counts: Sequence[int], step: int) -> list[int]:
    return [n - (at == step) for at, n in enumerate(counts)]
