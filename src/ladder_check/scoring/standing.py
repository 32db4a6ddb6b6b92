"""The three rungs of an aspect: claimed, shown and lived; and where it stands."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Final, Literal

from ladder_check.model.answer import Side, Voice
from ladder_check.model.bank import Aspect, Bank, Indicator
from ladder_check.model.case import Case
from ladder_check.model.ladder import Ladder
from ladder_check.scoring.climb import Climb, Judged, climb
from ladder_check.scoring.settle import (
    NOT_KNOWN,
    STAFF_FIRST,
    Held,
    Settled,
    is_enough,
    settle_sides,
    settle_together,
)
from ladder_check.scoring.target import Target, judge_ceiling

RISK_FROM: Final = 2
"""A claim this many rungs above the standing is an illusion risk."""
Basis = Literal["both", "staff", "lived"]


@dataclass(frozen=True, slots=True)
class SideRung:
    """The rung of an aspect for one side, with its proof, and what was said but not shown."""

    climb: Climb
    said_not_shown: tuple[str, ...]
    old_evidence: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Standing:
    """Where an aspect stands: rung numbers from 1, the lower of both sides."""

    low: int
    high: int
    basis: Basis
    provisional: bool
    harm: bool


@dataclass(frozen=True, slots=True)
class AspectProfile:
    """All that is known of one aspect.

    *levels* gives the settled level of each of its questions for each side.  *gate_fails* says that a
    side reports harm, even where there are too few answers for a rung.
    """

    aspect: Aspect
    claims: Mapping[Voice, int]
    shown: SideRung | None
    lived: SideRung | None
    standing: Standing | None
    target: Target | None
    left_out: str | None
    led_by_people: bool
    levels: Mapping[str, Mapping[Side, Settled]]
    gate_fails: tuple[Side, ...]

    @property
    def sides(self) -> Mapping[Side, SideRung]:
        """The rung of each side that has one, staff first."""
        both: dict[Side, SideRung | None] = {"staff": self.shown, "lived": self.lived}
        return {side: rung for side, rung in both.items() if rung is not None}

    @property
    def claimed(self) -> int | None:
        """The highest rung that anyone claimed."""
        return max(self.claims.values(), default=None)

    @property
    def illusion_gap(self) -> int | None:
        """How many rungs the claim lies above the standing."""
        if self.claimed is None or self.standing is None:
            return None
        return self.claimed - self.standing.low

    @property
    def illusion_risk(self) -> bool:
        """Whether the claim is two rungs or more too high, or above one's own agreed ceiling."""
        too_high = (self.illusion_gap or 0) >= RISK_FROM or self.claims_above_ceiling
        return too_high and not self.left_out

    @property
    def claims_above_ceiling(self) -> bool:
        """Whether more is claimed than the aspect's own agreed ceiling allows."""
        return self.claimed is not None and self.ceiling_rung is not None and self.claimed > self.ceiling_rung

    @property
    def ceiling_rung(self) -> int | None:
        """The rung of the ceiling, if it was agreed."""
        return self.target.rung if self.target and self.target.agreed else None

    @property
    def at_ceiling(self) -> bool:
        """Whether it stands at or above the agreed ceiling."""
        return (
            self.ceiling_rung is not None
            and self.standing is not None
            and self.standing.low >= self.ceiling_rung
        )

    @property
    def seen_differently(self) -> int | None:
        """How many rungs higher staff see it than people do; negative is good news."""
        if self.shown is None or self.lived is None:
            return None
        return self.shown.climb.low - self.lived.climb.low


def score_aspect(case: Case, aspect: Aspect) -> AspectProfile:
    """The claimed, shown and lived rungs of an *aspect*, and its standing."""
    notes = case.assessment.notes_on(aspect.id)
    levels = {} if notes.left_out else settle_aspect(case, aspect)
    shown, lived = (_side_rung(case, levels, side) for side in STAFF_FIRST)
    return AspectProfile(
        aspect=aspect,
        claims={voice: case.ladder.number(rung) for voice, rung in notes.claimed.items()},
        shown=shown,
        lived=lived,
        standing=stand(shown, lived, case.ladder, provisional=case.assessment.has_few_lived),
        target=judge_ceiling(notes.ceiling, case.ladder, case.assessment.assessed_on)
        if notes.ceiling
        else None,
        left_out=notes.left_out,
        led_by_people=notes.led_by_people,
        levels=levels,
        gate_fails=_gate_fails(case, levels),
    )


def settle_aspect(case: Case, aspect: Aspect) -> dict[str, Mapping[Side, Settled]]:
    """The settled levels of an aspect's questions, bottom rung first, by side."""
    bank = case.ladder_bank
    answered, evidence_on = case.assessment.answers.get(bank.id, {}), _evidence_on(case, bank)
    questions = [f"{aspect.id}.{indicator.id}" for _, indicator in case.indicators]
    return {
        question: settle_sides(answered[question], evidence_on) if question in answered else _NOBODY
        for question in questions
    }


_NOBODY: Final[Mapping[Side, Settled]] = MappingProxyType({})


def settle_question(case: Case, bank: Bank, question: str) -> Mapping[Side, Settled]:
    """The settled level of a question for each side that answered it."""
    return settle_sides(case.assessment.answers_to(bank.id, question), _evidence_on(case, bank))


def settle_both(case: Case, bank: Bank, question: str) -> Settled:
    """The settled level of a question, both sides combined; not known if nobody answered."""
    return settle_together(case.assessment.answers_to(bank.id, question), _evidence_on(case, bank))


def _evidence_on(case: Case, bank: Bank) -> date | None:
    """The day that evidence is looked at from; None where the bank does not require any."""
    return case.assessment.assessed_on if bank.evidence == "required" else None


def stand(
    shown: SideRung | None, lived: SideRung | None, ladder: Ladder, *, provisional: bool
) -> Standing | None:
    """The lower of both sides, low and high each; one side alone where the other has no rung.

    A *provisional* standing is held two rungs below the top: the top two rungs are statements about an
    equal relationship, and one side cannot make them.
    """
    rungs = [side.climb for side in (shown, lived) if side is not None]
    if not rungs:
        return None
    most = highest_provisional(ladder) if provisional else ladder.top
    return Standing(
        low=min(most, *(rung.low for rung in rungs)),
        high=min(most, *(rung.high for rung in rungs)),
        basis="both" if len(rungs) == 2 else "staff" if shown else "lived",
        provisional=provisional,
        harm=any(rung.harm for rung in rungs),
    )


def highest_provisional(ladder: Ladder) -> int:
    """The highest rung that a provisional standing can have."""
    return max(ladder.top - 2, 1)


def _side_rung(case: Case, levels: Mapping[str, Mapping[Side, Settled]], side: Side) -> SideRung | None:
    of_side = {question: by_side.get(side, NOT_KNOWN) for question, by_side in levels.items()}
    if not has_coverage(list(of_side.values())):
        return None
    return SideRung(
        climb(_judge(case, levels, side)),
        tuple(question for question, settled in of_side.items() if settled.said_not_shown),
        tuple(question for question, settled in of_side.items() if settled.old_evidence),
    )


def has_coverage(settled: Sequence[Settled]) -> bool:
    """Whether at least two thirds are known.  With less there is not enough to say.

    >>> has_coverage([Settled(3)] * 6 + [NOT_KNOWN] * 2), has_coverage([Settled(3)] * 5 + [NOT_KNOWN] * 3)
    (True, False)
    """
    return is_enough(sum(each.level is not None for each in settled), of=len(settled))


def _judge(case: Case, levels: Mapping[str, Mapping[Side, Settled]], side: Side) -> list[Judged]:
    return [
        Judged(question, number, indicator.role, _held(indicator, by_side, side))
        for (question, by_side), (number, indicator) in zip(levels.items(), case.indicators, strict=True)
    ]


def _held(indicator: Indicator, by_side: Mapping[Side, Settled], side: Side) -> Held:
    """Whether an indicator holds for a side.  Two keys: staff cannot award themselves the top rungs."""
    own = by_side.get(side, NOT_KNOWN).held
    if side == "staff" and indicator.lived_confirms and own is Held.YES:
        return by_side.get("lived", NOT_KNOWN).held
    return own


def _gate_fails(case: Case, levels: Mapping[str, Mapping[Side, Settled]]) -> tuple[Side, ...]:
    of_gates = [
        by_side
        for by_side, (_, indicator) in zip(levels.values(), case.indicators, strict=False)
        if indicator.role == "gate"
    ]
    return tuple(
        dict.fromkeys(s for by_side in of_gates for s, level in by_side.items() if level.held is Held.NO)
    )
