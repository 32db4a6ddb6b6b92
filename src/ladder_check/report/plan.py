"""What to do next, in the order of needs: harm first, then what holds the rest back."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final, Literal

from ladder_check.model.bank import Bank, Question, Remedy
from ladder_check.model.case import Case
from ladder_check.scoring.conditions import BankResult
from ladder_check.scoring.profile import Profile
from ladder_check.scoring.settle import Held, Settled
from ladder_check.scoring.standing import AspectProfile

Need = Literal["harm", "held-back", "next-rung", "illusion", "bolt-on", "missing", "find-out"]
MOST: Final = 5
FIRST_STEP_DAYS: Final = 30

SAY_IT: Final = Remedy(
    do="Tell people plainly which rung this work is on, and ask them what would make the higher one true.",
    owner="The lead for this work",
    partner="People who drew on this service in the last year",
    done_when="What staff say about this work and what people say about it are the same.",
)
FIND_OUT: Final = Remedy(
    do="Find out together, and write down what people say.",
    owner="The lead for this work",
    partner="People this question is about",
    done_when="People and staff have each given a definite answer.",
)
INVITE: Final = Remedy(
    do="Ask the people who were not here what would have to change for them to join. Do it, and tell them.",
    owner="The lead for this work",
    partner="A group that the missing people trust",
    done_when="Some of the people who were missing have taken part.",
)


@dataclass(frozen=True, slots=True)
class Proposal:
    """An action that the answers call for.

    *need* says which of the seven needs it meets, *about* which question it is about (bank, dot,
    question), or which aspect.  *because* is the gap in words.
    """

    need: Need
    about: str
    aspect: str | None
    because: str
    remedy: Remedy


def propose(case: Case, profile: Profile) -> tuple[Proposal, ...]:
    """Everything the answers call for, most needed first, and nothing that an open action already covers."""
    covered = {action.because for action in case.assessment.actions if action.is_open}
    proposals: dict[str, Proposal] = {}
    for proposal in _in_order_of_need(case, profile):
        names = {proposal.about, proposal.about.partition(".")[2]}
        if not names & covered:
            proposals.setdefault(proposal.about, proposal)
    return tuple(proposals.values())


def _in_order_of_need(case: Case, profile: Profile) -> Iterator[Proposal]:
    in_play = [aspect for aspect in profile.aspects if not aspect.left_out]
    questions = {question.id: question for question in case.ladder_bank.questions}
    bank = case.ladder_bank
    yield from _harm(bank, questions, in_play)
    yield from _held_back(bank, questions, in_play)
    yield from _next_rung(bank, questions, in_play, profile.headline.lowest)
    yield from (_illusion(aspect) for aspect in in_play if aspect.illusion_risk)
    yield from (proposal for result in profile.banks for proposal in _bolt_on(result))
    yield from _missing(case, profile.banks)
    yield from _find_out(bank, questions, in_play)


def _harm(bank: Bank, questions: dict[str, Question], aspects: Iterable[AspectProfile]) -> Iterator[Proposal]:
    gates = {indicator.id for indicator in bank.indicators if indicator.role == "gate"}
    for aspect in aspects:
        if aspect.gate_fails:
            for question, levels in aspect.levels.items():
                failed = any(level.held is Held.NO for level in levels.values())
                if failed and question.partition(".")[2] in gates:
                    yield _about(bank, questions[question], "harm")


def _held_back(
    bank: Bank, questions: dict[str, Question], aspects: Iterable[AspectProfile]
) -> Iterator[Proposal]:
    for aspect in aspects:
        for side in (aspect.shown, aspect.lived):
            if side and side.climb.held_back_by:
                yield _about(bank, questions[side.climb.held_back_by], "held-back")


def _next_rung(
    bank: Bank, questions: dict[str, Question], aspects: Iterable[AspectProfile], lowest: tuple[str, ...]
) -> Iterator[Proposal]:
    for aspect in aspects:
        sides = [side for side in (aspect.shown, aspect.lived) if side]
        if aspect.aspect.id in lowest:
            down = min(side.climb.low for side in sides)
            for side in sides:
                if side.climb.low == down:
                    yield from (
                        _about(bank, questions[each], "next-rung") for each in side.climb.lifted_by[:1]
                    )


def _illusion(aspect: AspectProfile) -> Proposal:
    because = f"{aspect.aspect.name}: more is claimed than the answers show."
    return Proposal("illusion", f"claim.{aspect.aspect.id}", aspect.aspect.id, because, SAY_IT)


def _bolt_on(result: BankResult) -> Iterator[Proposal]:
    for each in result.pairs:
        if each.state == "bolt-on":
            because = f"{each.pair.name}: it is done, and not yet believed in."
            yield Proposal("bolt-on", f"{result.bank.id}.{each.pair.id}", None, because, each.pair.action)


def _missing(case: Case, results: Iterable[BankResult]) -> Iterator[Proposal]:
    if case.assessment.missing_voices:
        because = f"Not here this time: {', '.join(case.assessment.missing_voices)}."
        yield Proposal("missing", "missing_voices", None, because, INVITE)
    for result in results:
        for each in result.items:
            if result.bank.id == "missing" and Settled(each.level).held is Held.NO:
                yield Proposal("missing", f"missing.{each.item.id}", None, each.item.ask, each.item.action)


def _find_out(
    bank: Bank, questions: dict[str, Question], aspects: Iterable[AspectProfile]
) -> Iterator[Proposal]:
    for aspect in aspects:
        for question, levels in aspect.levels.items():
            if levels and any(level.held is Held.OPEN for level in levels.values()):
                asked = questions[question]
                because = f"Not known yet: {asked.ask}"
                yield Proposal("find-out", f"{bank.id}.{question}", aspect.aspect.id, because, FIND_OUT)


def _about(bank: Bank, question: Question, need: Need) -> Proposal:
    return Proposal(need, f"{bank.id}.{question.id}", question.aspect, question.ask, question.action)
