"""From what a group answered to one settled level."""

from calendar import monthrange
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum
from functools import lru_cache
from typing import Final

from ladder_check.model.answer import HOLDS_FROM, Answers, Evidence, GivenAnswer, Side, Tally, levels_of
from ladder_check.scoring.ordinal import is_split, lower_median

EVIDENCE_MONTHS: Final = 24
SAID_ONLY: Final = 2
"""What a staff level of 3 or 4 counts as while nothing shows it."""


class Held(Enum):
    """Whether an indicator, or a rung, holds."""

    YES = "holds"
    NO = "fails"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Settled:
    """A settled level, or none: then it is open, or does not fit.

    *level* runs from 0 to 4 and is None while it is not known.  The marks say what to show beside it.
    """

    level: int | None
    fits: bool = True
    split: bool = False
    said_not_shown: bool = False
    old_evidence: bool = False

    @property
    def held(self) -> Held:
        """Whether it holds (3 or 4), fails (0 to 2) or is open (not known)."""
        if self.level is None:
            return Held.OPEN
        return Held.YES if self.level >= HOLDS_FROM else Held.NO


NOT_KNOWN: Final = Settled(None)
DOES_NOT_FIT: Final = Settled(None, fits=False)


def settle_answer(answer: GivenAnswer) -> Settled:
    """Settle what one perspective, or one side, answered to a question.

    >>> settle_answer(3).level, settle_answer("not-sure").level
    (3, None)
    >>> settle_answer(Tally(counts=(0, 1, 3, 2, 1))).level
    2
    """
    if isinstance(answer, Tally):
        return _settle_counts(answer.counts, answer.unknowns)
    if answer == "does-not-fit":
        return DOES_NOT_FIT
    return Settled(answer) if isinstance(answer, int) else NOT_KNOWN


# A tally is settled for its side, for the split rooms and for each rule that asks: worked out once.
@lru_cache(maxsize=1024)
def _settle_counts(counts: tuple[int, ...], unknowns: int) -> Settled:
    levels = levels_of(counts)
    if not levels or len(levels) < unknowns:
        return NOT_KNOWN
    if is_split(levels):
        # The room does not know yet: two groups see two different things.
        return Settled(None, split=True)
    return Settled(lower_median(levels))


def ask_for_evidence(settled: Settled, evidence: Sequence[Evidence], assessed_on: date) -> Settled:
    """Count a level that holds as 2 unless evidence of the last 24 months shows it.

    >>> ask_for_evidence(Settled(4), [], date(2026, 11, 3))
    Settled(level=2, fits=True, split=False, said_not_shown=True, old_evidence=False)
    """
    if settled.held is not Held.YES:
        return settled
    if not evidence:
        return replace(settled, level=SAID_ONLY, said_not_shown=True)
    if not any(is_fresh(note, assessed_on) for note in evidence):
        return replace(settled, level=SAID_ONLY, old_evidence=True)
    return settled


def is_fresh(evidence: Evidence, assessed_on: date) -> bool:
    """Whether *evidence* is dated, and no earlier than 24 calendar months before *assessed_on*."""
    return evidence.on is not None and evidence.on >= months_after(assessed_on, -EVIDENCE_MONTHS)


def months_after(day: date, months: int) -> date:
    """The same day of the month, *months* later; the last of the month where it has no such day.

    >>> months_after(date(2024, 2, 29), 12)
    datetime.date(2025, 2, 28)
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def settle_side(answers: Answers, side: Side, evidence_on: date | None) -> Settled | None:
    """The settled level of a *side*: the lowest of all that is given for it; None if nothing is.

    *evidence_on* is the day of the assessment where the bank requires evidence, else None.
    Evidence is asked of staff only: what people on the lived side answer is evidence.
    """
    settled = [settle_answer(answer) for answer in answers.of_side(side).values()]
    if side == "staff" and evidence_on is not None:
        settled = [ask_for_evidence(each, answers.evidence, evidence_on) for each in settled]
    return combine(settled)


def combine(settled: Iterable[Settled]) -> Settled | None:
    """The lowest of several settled levels, so that one voice can hold the rest down and none is outvoted.

    The lowest known level if that fails; otherwise not known if any is not known; otherwise the lowest.
    What does not fit is passed over; None if there is nothing to combine.

    >>> combine([Settled(4), Settled(1), NOT_KNOWN]).level, combine([Settled(4), NOT_KNOWN]).level
    (1, None)
    """
    settled = list(settled)
    if len(settled) <= 1:
        return settled[0] if settled else None
    fitting = [each for each in settled if each.fits]
    if not fitting:
        return DOES_NOT_FIT
    return Settled(
        _lowest(fitting),
        split=any(each.split for each in fitting),
        said_not_shown=any(each.said_not_shown for each in fitting),
        old_evidence=any(each.old_evidence for each in fitting),
    )


def is_enough(known: int, *, of: int) -> bool:
    """Whether so many are known that there is something to say: two thirds of all, and at least one.

    >>> is_enough(6, of=8), is_enough(5, of=8), is_enough(0, of=0)
    (True, False, False)
    """
    return known > 0 and 3 * known >= 2 * of


def _lowest(settled: Sequence[Settled]) -> int | None:
    known = [each.level for each in settled if each.level is not None]
    if known and (min(known) < HOLDS_FROM or len(known) == len(settled)):
        return min(known)
    return None
