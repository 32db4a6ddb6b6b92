"""What to do next, in the order of needs: harm first, then what holds the rest back."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Final, Literal

from ladder_check.model.answer import SIDES, Side
from ladder_check.model.bank import Bank, Question, Remedy
from ladder_check.model.case import Case
from ladder_check.scoring.conditions import BankResult
from ladder_check.scoring.profile import Profile
from ladder_check.scoring.settle import NOT_KNOWN, Held, Settled, settle_answer
from ladder_check.scoring.standing import AspectProfile, SideRung

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
FIND_OUT_IN_PRIVATE: Final = Remedy(
    do="Find out, in private and with somebody from outside the team, how people are treated.",
    owner="The most senior leader for this work",
    partner="An advocate, or a group led by people",
    done_when="People have been asked in private, and what they said has been acted on.",
)
SHOW_IT: Final = Remedy(
    do="Look together for what shows it: something written, something that happened, or what people say.",
    owner="The lead for this work",
    partner="People who would know if it were not so",
    done_when="What was found, and when, is written beside the answer.",
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
    # An action names its question, or says in words what it is there for.
    covered = {action.because for action in case.assessment.actions if action.is_open}
    proposals: dict[str, Proposal] = {}
    for proposal in _in_order_of_need(case, profile):
        names = {proposal.about, proposal.about.partition(".")[2], proposal.because}
        if not names & covered:
            proposals.setdefault(proposal.about, _in_earnest(case, proposal))
    return tuple(proposals.values())


def _in_earnest(case: Case, proposal: Proposal) -> Proposal:
    """The *proposal* with the bank's own remedy where somebody answers low, whatever others only say."""
    bank, _, question = proposal.about.partition(".")
    if proposal.remedy not in (SHOW_IT, FIND_OUT_IN_PRIVATE) or bank not in case.banks:
        return proposal
    answers = case.assessment.answers_to(bank, question)
    given = [answer for side in SIDES for answer in answers.of_side(side).values()]
    if not any(settle_answer(answer).held is Held.NO for answer in given):
        return proposal
    asked = next(each for each in case.banks[bank].questions if each.id == question)
    return replace(proposal, remedy=asked.action)


def _in_order_of_need(case: Case, profile: Profile) -> Iterator[Proposal]:
    in_play = [aspect for aspect in profile.aspects if not aspect.left_out]
    questions = {question.id: question for question in case.ladder_bank.questions}
    bank = case.ladder_bank
    yield from _harm(bank, questions, in_play)
    yield from _held_back(bank, questions, in_play)
    yield from _next_rung(bank, questions, in_play, profile.headline.lowest)
    yield from _illusion(in_play)
    yield from (proposal for result in profile.banks for proposal in _bolt_on(result))
    yield from _missing(case, profile.banks)
    yield from _find_out(bank, questions, in_play)


def _harm(bank: Bank, questions: dict[str, Question], aspects: Iterable[AspectProfile]) -> Iterator[Proposal]:
    gates = _gates(bank)
    for aspect in aspects:
        for question, levels in aspect.levels.items():
            failed = any(level.held is Held.NO for level in levels.values())
            if failed and question.partition(".")[2] in gates:
                yield _about(bank, questions[question], "harm", levels.values())


def _gates(bank: Bank) -> set[str]:
    return {indicator.id for indicator in bank.indicators if indicator.role == "gate"}


def _held_back(
    bank: Bank, questions: dict[str, Question], aspects: Iterable[AspectProfile]
) -> Iterator[Proposal]:
    for aspect in aspects:
        for side, rung in _sides(aspect):
            if rung.climb.held_back_by:
                yield _lift(bank, questions, aspect, "held-back", (rung.climb.held_back_by, side))


def _next_rung(
    bank: Bank, questions: dict[str, Question], aspects: Iterable[AspectProfile], lowest: tuple[str, ...]
) -> Iterator[Proposal]:
    for aspect in aspects:
        down = min((rung.climb.low for _, rung in _sides(aspect)), default=0)
        for side, rung in _sides(aspect):
            if aspect.aspect.id in lowest and rung.climb.low == down and rung.climb.lifted_by:
                yield _lift(bank, questions, aspect, "next-rung", (rung.climb.lifted_by[0], side))


def _sides(aspect: AspectProfile) -> list[tuple[Side, SideRung]]:
    sides: list[tuple[Side, SideRung | None]] = [("staff", aspect.shown), ("lived", aspect.lived)]
    return [(side, rung) for side, rung in sides if rung]


def _lift(
    bank: Bank, questions: dict[str, Question], aspect: AspectProfile, need: Need, at: tuple[str, Side]
) -> Proposal:
    question, side = at
    own = aspect.levels[question].get(side, NOT_KNOWN)
    # With two keys staff may say yes and still wait for people: then it is for people to answer.
    waits = own.held is Held.YES
    return _about(bank, questions[question], need, [NOT_KNOWN if waits else own])


def _about(bank: Bank, question: Question, need: Need, levels: Iterable[Settled]) -> Proposal:
    remedy = _remedy(question, list(levels), is_gate=question.id.partition(".")[2] in _gates(bank))
    return Proposal(need, f"{bank.id}.{question.id}", question.aspect, question.ask, remedy)


def _remedy(question: Question, levels: list[Settled], *, is_gate: bool) -> Remedy:
    """What the bank says to do where it fails; but find out what is not known, and show what is only said."""
    failing = [level for level in levels if level.held is Held.NO]
    if any(not (level.said_not_shown or level.old_evidence) for level in failing):
        return question.action
    if is_gate:
        return FIND_OUT_IN_PRIVATE
    return SHOW_IT if failing else FIND_OUT


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


def _find_out(
    bank: Bank, questions: dict[str, Question], aspects: Iterable[AspectProfile]
) -> Iterator[Proposal]:
    for aspect in aspects:
        for question, levels in aspect.levels.items():
            if levels and any(level.held is Held.OPEN for level in levels.values()):
                asked = questions[question]
                because = f"Not known yet: {asked.ask}"
                yield Proposal("find-out", f"{bank.id}.{question}", aspect.aspect.id, because, FIND_OUT)
