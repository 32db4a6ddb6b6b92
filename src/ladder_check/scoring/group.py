"""What one group of a room says to a question: its middle, how far apart it is, and how sure one can be."""

from dataclasses import dataclass
from typing import Literal

from ladder_check.model.answer import levels_of
from ladder_check.model.room import Scale
from ladder_check.scoring.likely import likely_range
from ladder_check.scoring.ordinal import dispersion, is_split, lower_median, mean_distance
from ladder_check.scoring.shown import Votes

Closeness = Literal["close together", "some spread", "far apart", "only one answer"]
Ends = tuple[int, int]


@dataclass(frozen=True, slots=True)
class GroupResult:
    """What a shown group says to a question in a round.

    *counts* are people, lowest step first.  *median*, *range* (where the median is likely to lie) and
    *absent_voices* (where it would lie if everybody who is missing chose the lowest, or the highest step) are
    steps of the scale; *spread* is the mean distance from the median in steps, and *d* the same from 0 to 1.
    Where only the middle may be shown, everything else is None.  *invited* and *absent_voices* are None
    where nobody knows how many are missing.
    """

    median: int
    n: int | None = None
    counts: tuple[int, ...] | None = None
    not_sure: int | None = None
    rather_not_say: int | None = None
    range: Ends | None = None
    spread: float | None = None
    d: float | None = None
    words: Closeness | None = None
    split: bool | None = None
    invited: int | None = None
    absent_voices: Ends | None = None


def group_result(votes: Votes, scale: Scale, level: int, invited: int | None) -> GroupResult:
    """What a group says that answered with *votes*, one of them with a level at least.

    *level* is that of the likely range in per cent.  *invited* is None where it is not known.
    """
    levels, categories = levels_of(votes.counts), len(votes.counts)
    low, high = likely_range(votes.counts, level)
    d = dispersion(levels, categories)
    return GroupResult(
        median=scale.low + lower_median(levels),
        n=votes.n,
        counts=votes.counts,
        not_sure=votes.not_sure,
        rather_not_say=votes.rather_not_say,
        range=(scale.low + low, scale.low + high),
        spread=mean_distance(levels),
        d=d,
        words=_in_words(votes.n, d),
        split=is_split(levels, categories),
        invited=invited,
        absent_voices=None if invited is None else absent_voices(votes, scale, invited),
    )


def absent_voices(votes: Votes, scale: Scale, invited: int) -> Ends:
    """Where the lower median could lie if all who were *invited* had answered: at the least, at the most.

    Who was not sure, or would rather not say, was there, and is not missing.

    >>> absent_voices(Votes((1, 2, 1, 1, 0, 0, 0), 0, 0), Scale(1, 7), invited=9)
    (1, 4)
    """
    missing = max(invited - votes.n - votes.not_sure - votes.rather_not_say, 0)
    levels = [scale.low + level for level in levels_of(votes.counts)]
    return lower_median([*levels, *[scale.low] * missing]), lower_median([*levels, *[scale.high] * missing])


def _in_words(n: int, d: float) -> Closeness:
    if n == 1:
        return "only one answer"
    if d < 0.25:
        return "close together"
    return "some spread" if d < 0.5 else "far apart"
