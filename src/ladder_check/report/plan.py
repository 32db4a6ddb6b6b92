"""What to do next, in the order of needs: harm first, then what holds the rest back."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final, Literal

from ladder_check.model.answer import SIDES
from ladder_check.model.bank import Question, Remedy
from ladder_check.model.case import Case
from ladder_check.report.remedies import FIND_OUT, FIND_OUT_IN_PRIVATE, INVITE, SAY_IT, SHOW_IT
from ladder_check.scoring.conditions import BankResult
from ladder_check.scoring.profile import Profile
from ladder_check.scoring.settle import Held, Settled, settle_answer
from ladder_check.scoring.standing import AspectProfile, settle_question

Need = Literal["harm", "held-back", "next-rung", "illusion", "bolt-on", "missing", "find-out"]
MOST: Final = 5
FIRST_STEP_DAYS: Final = 30


@dataclass(frozen=True, slots=True)
class Proposal:
    """An action that the answers call for.

    *need* says which of the seven needs it meets; *about* which question it is about (bank, dot, question),
    or else what.  *because* is the gap in words.
    """

    need: Need
    about: str
    aspect: str | None
    because: str
    remedy: Remedy


def propose(case: Case, profile: Profile) -> tuple[Proposal, ...]:
    """Everything the answers call for, most needed first, and nothing that an open action already covers."""
    # An action names its question, or the pair it belongs to, or says in words what it is there for.
    covered = {action.because for action in case.assessment.actions if action.is_open and action.because}
    proposals: dict[str, Proposal] = {}
    for proposal in _in_order_of_need(case, profile):
        if not any(_covers(because, proposal) for because in covered):
            proposals.setdefault(proposal.about, proposal)
    return tuple(proposals.values())


def _covers(because: str, proposal: Proposal) -> bool:
    names = (proposal.about, proposal.about.partition(".")[2], proposal.because)
    halves = (f"{name}.{half}" for name in names[:2] for half in ("practice", "belief"))
    return because in (*names, *halves)


def _in_order_of_need(case: Case, profile: Profile) -> Iterator[Proposal]:
    in_play = [aspect for aspect in profile.aspects if not aspect.left_out]
    yield from _harm(case, in_play)
    yield from _held_back(case, in_play)
    yield from _next_rung(case, in_play, profile.headline.lowest)
    yield from _illusion(in_play)
    yield from (proposal for result in profile.banks for proposal in _bolt_on(result))
    yield from _missing(case, profile.banks)
    yield from _find_out(case, in_play)
    yield from (proposal for result in profile.banks for proposal in _find_out_beside(case, result))


def _harm(case: Case, aspects: Iterable[AspectProfile]) -> Iterator[Proposal]:
    for aspect in aspects:
        for question, levels in aspect.levels.items():
            if case.ladder_bank.is_gate(question) and any(level.held is Held.NO for level in levels.values()):
                yield _lift(case, question, "harm")


def _held_back(case: Case, aspects: Iterable[AspectProfile]) -> Iterator[Proposal]:
    for aspect in aspects:
        for side in aspect.sides.values():
            if side.climb.held_back_by:
                yield _lift(case, side.climb.held_back_by, "held-back")


def _next_rung(case: Case, aspects: Iterable[AspectProfile], lowest: tuple[str, ...]) -> Iterator[Proposal]:
    for aspect in aspects:
        down = min((side.climb.low for side in aspect.sides.values()), default=0)
        for side in aspect.sides.values():
            if aspect.aspect.id in lowest and side.climb.low == down and side.climb.lifted_by:
                yield _lift(case, side.climb.lifted_by[0], "next-rung")


def _lift(case: Case, question_id: str, need: Need) -> Proposal:
    bank = case.ladder_bank
    question = next(each for each in bank.questions if each.id == question_id)
    because = f"Not known yet: {question.ask}" if need == "find-out" else question.ask
    return Proposal(need, f"{bank.id}.{question_id}", question.aspect, because, _remedy(case, question))


def _remedy(case: Case, question: Question) -> Remedy:
    """The bank's own where anybody answers low; else to find out what is open, or show what is only said."""
    answers = case.assessment.answers_to(case.ladder_bank.id, question.id)
    given = [settle_answer(answer) for side in SIDES for answer in answers.of_side(side).values()]
    if any(level.held is Held.NO for level in given):
        return question.action
    if case.ladder_bank.is_gate(question.id):
        return FIND_OUT_IN_PRIVATE
    counted = settle_question(case, case.ladder_bank, question.id)
    return SHOW_IT if any(level.held is Held.NO for level in counted.values()) else FIND_OUT


def _illusion(aspects: Iterable[AspectProfile]) -> Iterator[Proposal]:
    names = [aspect.aspect.name for aspect in aspects if aspect.illusion_risk]
    if names:
        yield Proposal(
            "illusion", "claims", None, f"More is claimed than the answers show: {'; '.join(names)}.", SAY_IT
        )


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


def _find_out(case: Case, aspects: Iterable[AspectProfile]) -> Iterator[Proposal]:
    for aspect in aspects:
        for question, levels in aspect.levels.items():
            held = {level.held for level in levels.values()}
            if Held.OPEN in held and Held.NO not in held:
                yield _lift(case, question, "find-out")


def _find_out_beside(case: Case, result: BankResult) -> Iterator[Proposal]:
    """What is not known in the other banks: each pair or item that was answered and has no level."""
    pairs = {each.pair.id: each.pair.name for each in result.pairs if each.state == "not-known"}
    items = {each.item.id: each.item.ask for each in result.counted if each.level is None}
    answered = case.assessment.answers.get(result.bank.id, {})
    for question, words in (pairs | items).items():
        if any(each.partition(".")[0] == question for each in answered):
            because = f"Not known yet: {words}"
            yield Proposal("find-out", f"{result.bank.id}.{question}", None, because, FIND_OUT)
