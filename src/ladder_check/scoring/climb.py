"""From indicators to the rung of an aspect, for one side."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from typing import Final, NamedTuple

from ladder_check.model.bank import Role
from ladder_check.scoring.settle import Held

_AS_IT_IS: Final[Mapping[int, Held]] = {}


class Judged(NamedTuple):
    """An indicator, the number of its rung, the rung's role, and whether it holds."""

    question: str
    rung: int
    role: Role
    held: Held


@dataclass(frozen=True, slots=True)
class Climb:
    """How far up one side stands, and why.

    *low* and *high* are rung numbers from 1: low takes what is open as failing, high as holding.  With
    *harm* the gate fails.  *held_back_by* is the first indicator that keeps a holding rung out of reach,
    and *with_that_fixed* the low end if its rung held.  *stepped_over* lists gaps below the rung,
    *open* what is not known; *hangs_on* each indicator without which the rung would be lower, with what
    would be left, and *lifted_by* what the next rung up still needs.
    """

    low: int
    high: int
    harm: bool = False
    held_back_by: str | None = None
    with_that_fixed: int | None = None
    stepped_over: tuple[str, ...] = ()
    open: tuple[str, ...] = ()
    holds: tuple[str, ...] = ()
    hangs_on: tuple[tuple[str, int], ...] = ()
    lifted_by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Rung:
    number: int
    role: Role
    indicators: tuple[Judged, ...]
    held: Held

    def first_not_holding(self) -> str:
        return next(each.question for each in self.indicators if each.held is not Held.YES)


def climb(indicators: Sequence[Judged]) -> Climb:
    """Find the rung that *indicators*, bottom rung first, can stand on.

    A step that holds is reached, and one that fails ends the climb.  A support that holds can be stood
    on; one that does not is stepped over.  A gate that fails is the bottom and a harm flag; an open one
    keeps the low end at the bottom, because not being sure is never better than the truth.
    """
    return _climb(tuple(indicators))


# Few ways of holding are common: what was climbed in one file is climbed again in the next.
@lru_cache(maxsize=4096)
def _climb(indicators: tuple[Judged, ...]) -> Climb:
    rungs = _rungs(indicators)
    low, high = _reach(rungs, Held.NO), _reach(rungs, Held.YES)
    held_back = _held_back(rungs)
    return Climb(
        low=low,
        high=high,
        harm=any(rung.role == "gate" and rung.held is Held.NO for rung in rungs),
        held_back_by=held_back.first_not_holding() if held_back else None,
        with_that_fixed=_reach(rungs, Held.NO, {held_back.number: Held.YES}) if held_back else None,
        stepped_over=_stepped_over(rungs, low),
        open=_questions(indicators, Held.OPEN),
        holds=_questions(indicators, Held.YES),
        hangs_on=_hangs_on(rungs, low),
        lifted_by=_lifted_by(rungs, low),
    )


def reach(indicators: Sequence[Judged], taking_open_as: Held) -> int:
    """The number of the highest rung reached or stood on, with what is open taken as *taking_open_as*.

    >>> gate, support = Judged("r1", 1, "gate", Held.YES), Judged("r2", 2, "support", Held.NO)
    >>> asked = [gate, support, Judged("r3", 3, "step", Held.OPEN)]
    >>> reach(asked, Held.NO), reach(asked, Held.YES)
    (1, 3)
    """
    return _reach(_rungs(indicators), taking_open_as)


def _reach(rungs: Sequence[_Rung], taking_open_as: Held, instead: Mapping[int, Held] = _AS_IT_IS) -> int:
    """The highest rung reached; *instead* says what to take some rungs for, by number."""
    reached = 1
    for rung in rungs:
        held = instead.get(rung.number, rung.held)
        if (taking_open_as if held is Held.OPEN else held) is Held.YES:
            reached = rung.number
        elif rung.role != "support":
            break
    return reached


def _rungs(indicators: Sequence[Judged]) -> list[_Rung]:
    by_rung = groupby(indicators, key=lambda each: each.rung)
    return [_rung(number, tuple(group)) for number, group in by_rung]


def _rung(number: int, indicators: tuple[Judged, ...]) -> _Rung:
    states = {each.held for each in indicators}
    held = next(state for state in (Held.NO, Held.OPEN, Held.YES) if state in states)
    return _Rung(number, indicators[0].role, indicators, held)


def _held_back(rungs: Sequence[_Rung]) -> _Rung | None:
    for place, rung in enumerate(rungs):
        above = rungs[place + 1 :]
        if rung.role != "support" and rung.held is not Held.YES:
            wasted = any(higher.role == "step" and higher.held is Held.YES for higher in above)
            return rung if wasted else None
    return None


def _stepped_over(rungs: Sequence[_Rung], low: int) -> tuple[str, ...]:
    below = [
        each for rung in rungs if rung.number < low and rung.role == "support" for each in rung.indicators
    ]
    return tuple(each.question for each in below if each.held is not Held.YES)


def _questions(indicators: Sequence[Judged], held: Held) -> tuple[str, ...]:
    return tuple(each.question for each in indicators if each.held is held)


def _hangs_on(rungs: Sequence[_Rung], low: int) -> tuple[tuple[str, int], ...]:
    # A rung fails as soon as one of its indicators does: each of them leaves the same.
    left = {rung.number: _reach(rungs, Held.NO, {rung.number: Held.NO}) for rung in rungs}
    holding = (each for rung in rungs for each in rung.indicators if each.held is Held.YES)
    return tuple((each.question, left[each.rung]) for each in holding if left[each.rung] < low)


def _lifted_by(rungs: Sequence[_Rung], low: int) -> tuple[str, ...]:
    blocking = [r for r in rungs if r.role != "support" and r.held is not Held.YES]
    above = [r for r in rungs if r.number > low]
    # An open or failing gate keeps everything down; otherwise it is the next step up.
    needed = blocking[:1] or above[:1]
    return tuple(each.question for rung in needed for each in rung.indicators if each.held is not Held.YES)
