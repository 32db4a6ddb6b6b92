"""From what a group answered to one settled level."""

from calendar import monthrange
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import MAXYEAR, MINYEAR, date
from enum import StrEnum
from functools import lru_cache
from types import MappingProxyType
from typing import Final

from ladder_check.model.answer import (
    HOLDS_FROM,
    LEVELS,
    SIDE_OF,
    Answers,
    Evidence,
    GivenAnswer,
    Side,
    Tally,
    Voice,
    Word,
    levels_of,
)
from ladder_check.scoring.ordinal import is_split, lower_median

EVIDENCE_MONTHS: Final = 24
SAID_ONLY: Final = 2
"""What a staff level of 3 or 4 counts as while nothing shows it."""


class Held(StrEnum):
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
STAFF_FIRST: Final[tuple[Side, Side]] = ("staff", "lived")

Said = int | Word | tuple[tuple[int, ...], int]
"""An answer that can be looked up: a level, a word, or a room's counts and how many gave no level."""


class Proof(StrEnum):
    """What stands behind an answer of staff, where that counts."""

    NOT_ASKED = "the bank asks for none"
    NONE = "nothing is named"
    OLD = "nothing of the last 24 months is named"
    FRESH = "something of the last 24 months is named"


def settle_answer(answer: GivenAnswer) -> Settled:
    """Settle what one perspective, or one side, answered to a question.

    >>> settle_answer(3).level, settle_answer("not-sure").level
    (3, None)
    >>> settle_answer(Tally(counts=(0, 1, 3, 2, 1))).level
    2
    """
    return _settle_said(_said(answer))


def _said(answer: GivenAnswer) -> Said:
    return (answer.counts, answer.unknowns) if isinstance(answer, Tally) else answer


def _settle_said(said: Said) -> Settled:
    if isinstance(said, tuple):
        return _settle_counts(*said)
    if said == "does-not-fit":
        return DOES_NOT_FIT
    return _AT_LEVEL[said] if isinstance(said, int) else NOT_KNOWN


_AT_LEVEL: Final = tuple(Settled(level) for level in LEVELS)


@lru_cache(maxsize=1024)
def _settle_counts(counts: tuple[int, ...], unknowns: int) -> Settled:
    levels = levels_of(counts)
    if not levels or len(levels) < unknowns:
        return NOT_KNOWN
    if is_split(levels):
        # The room does not know yet: two groups see two different things.
        return Settled(None, split=True)
    return Settled(lower_median(levels))


def find_proof(evidence: Sequence[Evidence], assessed_on: date) -> Proof:
    """What the *evidence* beside an answer shows on the day of the assessment."""
    if not evidence:
        return Proof.NONE
    return Proof.FRESH if any(is_fresh(note, assessed_on) for note in evidence) else Proof.OLD


def ask_for_evidence(settled: Settled, proof: Proof) -> Settled:
    """Count a level that holds as 2 unless evidence of the last 24 months shows it.

    >>> ask_for_evidence(Settled(4), Proof.NONE)
    Settled(level=2, fits=True, split=False, said_not_shown=True, old_evidence=False)
    """
    if settled.held is not Held.YES or proof in (Proof.FRESH, Proof.NOT_ASKED):
        return settled
    return replace(
        settled, level=SAID_ONLY, said_not_shown=proof is Proof.NONE, old_evidence=proof is Proof.OLD
    )


def is_fresh(evidence: Evidence, assessed_on: date) -> bool:
    """Whether *evidence* is dated, and no earlier than 24 calendar months before *assessed_on*."""
    return evidence.on is not None and evidence.on >= months_after(assessed_on, -EVIDENCE_MONTHS)


@lru_cache(maxsize=256)
def months_after(day: date, months: int) -> date:
    """The same day of the month, *months* later; the last of the month where it has no such day.

    The first and the last day there are stand for those beyond.

    >>> months_after(date(2024, 2, 29), 12)
    datetime.date(2025, 2, 28)
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not MINYEAR <= year <= MAXYEAR:
        return date.min if year < MINYEAR else date.max
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def settle_sides(answers: Answers, evidence_on: date | None) -> Mapping[Side, Settled]:
    """The settled level of each side that answered a question: the lowest of all that is given for it.

    *evidence_on* is the day of the assessment where the bank requires evidence, else None.
    Evidence is asked of staff only: what people on the lived side answer is evidence.
    """
    return _settle_given(*_looked_up(answers, evidence_on))


def settle_side(answers: Answers, side: Side, evidence_on: date | None) -> Settled | None:
    """The settled level of a *side*; None if nothing is given for it."""
    return settle_sides(answers, evidence_on).get(side)


def settle_together(answers: Answers, evidence_on: date | None) -> Settled:
    """The settled level of a question, both sides combined; not known if nobody answered."""
    return _combine_given(*_looked_up(answers, evidence_on))


Given = tuple[tuple[Voice, Said], ...]


def _looked_up(answers: Answers, evidence_on: date | None) -> tuple[Given, Proof]:
    said = tuple((voice, _said(answer)) for voice, answer in answers.given.items())
    if not said or evidence_on is None:
        return said, Proof.NOT_ASKED
    return said, find_proof(answers.evidence, evidence_on)


# Levels are few and rooms are alike: what was settled once is met again in the next file.
@lru_cache(maxsize=4096)
def _settle_given(given: Given, proof: Proof) -> Mapping[Side, Settled]:
    settled = {side: combine(_of_side(given, side, proof)) for side in STAFF_FIRST}
    return MappingProxyType({side: level for side, level in settled.items() if level is not None})


@lru_cache(maxsize=4096)
def _combine_given(given: Given, proof: Proof) -> Settled:
    return combine(_settle_given(given, proof).values()) or NOT_KNOWN


def _of_side(given: Given, side: Side, proof: Proof) -> Iterator[Settled]:
    asked = proof if side == "staff" else Proof.NOT_ASKED
    return (ask_for_evidence(_settle_said(said), asked) for voice, said in given if SIDE_OF[voice] == side)


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
