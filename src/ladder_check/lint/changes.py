"""What changed between an assessment and the same one at the base."""

from collections.abc import Iterator
from dataclasses import dataclass

from ladder_check.lint.rule import Path, Sheet
from ladder_check.model.answer import SIDES, Side
from ladder_check.model.bank import Aspect
from ladder_check.model.case import Case
from ladder_check.scoring.profile import score_aspects
from ladder_check.scoring.settle import settle_side


@dataclass(frozen=True, slots=True)
class Lowered:
    """A side's level of one question that is lower than at the base, and the *reason* that is given."""

    path: Path
    side: Side
    before: int
    now: int
    reason: str | None


@dataclass(frozen=True, slots=True)
class Sunk:
    """An aspect that stands lower than at the base: rung numbers from 1, *now* is None where there is none.

    *questions* are those of its answers that changed, *reason* what one of them gives.
    """

    aspect: Aspect
    before: int
    now: int | None
    questions: tuple[str, ...]
    others_took_part: bool
    reason: str | None


def find_before(sheet: Sheet) -> Case | None:
    """The assessment at the base, if there is one and it differs."""
    base = sheet.world.base
    return None if base is None or base.assessment == sheet.case.assessment else base


def other_majors(case: Case, before: Case) -> tuple[str, ...]:
    """The banks of both that were asked in another major version, or the ladder bank if it is another."""
    both = [bank for bank in case.assessment.asked_banks if bank in before.assessment.asked_banks]
    others = [bank for bank in both if _major(case, bank) != _major(before, bank)]
    if case.ladder_bank.id != before.ladder_bank.id:
        others.append(case.ladder_bank.id)
    return tuple(dict.fromkeys(others))


def _major(case: Case, bank: str) -> str:
    version = case.assessment.banks.get(bank) or case.banks[bank].version
    return version.partition(".")[0]


def lowered_levels(sheet: Sheet) -> Iterator[Lowered]:
    """Every level, as it was answered, that is lower than at the base; none where that is not comparable."""
    before = find_before(sheet)
    if before is None or other_majors(sheet.case, before):
        return
    for bank, answers in sheet.case.assessment.answers.items():
        for question, given in answers.items():
            was = before.assessment.answers_to(bank, question)
            for side in SIDES if given != was else ():
                now, then = settle_side(given, side, None), settle_side(was, side, None)
                if now and then and _is_lower(now.level, then.level):
                    path = ("answers", bank, question)
                    yield Lowered(path, side, then.level or 0, now.level or 0, given.lowered)


def _is_lower(now: int | None, before: int | None) -> bool:
    return now is not None and before is not None and now < before


def sunk_aspects(sheet: Sheet) -> Iterator[Sunk]:
    """The aspects that stand lower than at the base; none where that is not comparable.

    One that has no rung any more stands lower too: else a rung could be hidden by taking answers out.  One
    that is left out says why.
    """
    before = find_before(sheet)
    if before is None or other_majors(sheet.case, before):
        return
    now = {each.aspect.id: each.standing for each in sheet.aspects}
    for was in score_aspects(before):
        aspect = was.aspect
        standing = now.get(aspect.id)
        left_out = sheet.case.assessment.notes_on(aspect.id).left_out
        if was.standing and not left_out and (standing is None or standing.low < was.standing.low):
            yield _sunk(sheet, before, aspect, (was.standing.low, standing.low if standing else None))


def _sunk(sheet: Sheet, before: Case, aspect: Aspect, rungs: tuple[int, int | None]) -> Sunk:
    questions = changed_questions(sheet.case, before, aspect.id)
    given = (sheet.case.assessment.answers_to(sheet.case.ladder_bank.id, each) for each in questions)
    return Sunk(
        aspect=aspect,
        before=rungs[0],
        now=rungs[1],
        questions=questions,
        others_took_part=sheet.case.assessment.took_part != before.assessment.took_part,
        reason=next((answers.lowered for answers in given if answers.lowered), None),
    )


def changed_questions(case: Case, before: Case, aspect: str) -> tuple[str, ...]:
    """The questions of *aspect* of which anything changed: an answer, its evidence, or a word beside it."""
    bank = case.ladder_bank
    asked = (question.id for question in bank.questions if question.aspect == aspect)
    return tuple(
        question
        for question in asked
        if case.assessment.answers_to(bank.id, question) != before.assessment.answers_to(bank.id, question)
    )


def answered_otherwise(case: Case, before: Case, aspect: str) -> bool:
    """Whether somebody's answer to a question of *aspect* is another, or new, or gone."""
    bank = case.ladder_bank.id
    both = (
        (case.assessment.answers_to(bank, question), before.assessment.answers_to(bank, question))
        for question in changed_questions(case, before, aspect)
    )
    return any(now.of_side(side) != then.of_side(side) for now, then in both for side in SIDES)
