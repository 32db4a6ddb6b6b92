"""Claims, and the word co-production: what is said, beside what is so (LC506 to LC508)."""

import re
from collections.abc import Iterator
from typing import Final

from ladder_check.lint.avoid import own_voice
from ladder_check.lint.rule import Hit, Path, Severity, Sheet, rule
from ladder_check.model.assessment import Assessment
from ladder_check.scoring.standing import RISK_FROM, AspectProfile


@rule("LC506", "claim-above-ceiling", Severity.WARNING)
def claim_above_ceiling(sheet: Sheet) -> Iterator[Hit]:
    """Nobody claims more than the aspect's own agreed ceiling allows, or an action is there to say so.

    Why: both cannot be true, and people are told both.

    Fails:
        aspects:
          deciding:
            claimed: {leaders: co-design}
            ceiling:
              decision: The total of the budget
              rung: consultation
              kind: law
              reason: The council votes the budget.
              talked_with: [people, leaders]
              said_openly: At the meeting in March
              agreed_on: 2026-03-01
              review_by: 2027-03-01

    Passes:
        aspects:
          deciding:
            claimed: {leaders: consultation}
            ceiling:
              decision: The total of the budget
              rung: consultation
              kind: law
              reason: The council votes the budget.
              talked_with: [people, leaders]
              said_openly: At the meeting in March
              agreed_on: 2026-03-01
              review_by: 2027-03-01
    """
    for aspect in _claiming(sheet):
        if aspect.claims_above_ceiling and aspect.ceiling_rung:
            claimed, ceiling = _rung(sheet, aspect.claimed), _rung(sheet, aspect.ceiling_rung)
            yield (
                ("aspects", aspect.aspect.id, "claimed"),
                f"{claimed} is claimed, and the agreed ceiling is {ceiling}. {_SAY_IT}",
            )


@rule("LC507", "illusion-risk", Severity.WARNING)
def illusion_risk(sheet: Sheet) -> Iterator[Hit]:
    """No claim is two rungs or more above what the answers show, or an action is there to say so.

    Why: the harm is in the illusion, not in the rung: people hear one thing and live another. The claim
    stays as it was made; what is missing is somebody who says so.

    Fails:
        took_part: {people: {there: 3}}
        aspects: {deciding: {claimed: {leaders: co-production}}}
        answers:
          ladder:
            deciding.r1: {lived: 4}
            deciding.r2: {lived: 1}
            deciding.r3: {lived: 1}
            deciding.r4: {lived: 1}
            deciding.r5: {lived: 1}
            deciding.r6: {lived: 1}

    Passes:
        took_part: {people: {there: 3}}
        aspects: {deciding: {claimed: {leaders: co-production}}}
        answers:
          ladder:
            deciding.r1: {lived: 4}
            deciding.r2: {lived: 1}
            deciding.r3: {lived: 1}
            deciding.r4: {lived: 1}
            deciding.r5: {lived: 1}
            deciding.r6: {lived: 1}
        actions: [{id: a1, what: Say what was really done, because: claims}]
    """
    for aspect in _claiming(sheet):
        if aspect.standing and (aspect.illusion_gap or 0) >= RISK_FROM:
            claimed, shown = _rung(sheet, aspect.claimed), _rung(sheet, aspect.standing.low)
            yield (
                ("aspects", aspect.aspect.id, "claimed"),
                f"{claimed} is claimed, and the answers show {shown}. {_SAY_IT}",
            )


_SAY_IT: Final = (
    "Either say openly what was done, with an action `because: claims`, "
    "or talk over whether the answers are right."
)


@rule("LC508", "word-co-production", Severity.WARNING)
def word_co_production(sheet: Sheet) -> Iterator[Hit]:
    """The organisation calls its work co-production only where the two questions of the word bank hold.

    Why: Jenny Morris's test: something was made together, and it gave people more choice and control. Without
    both, the word promises what people do not see. What people say in their own words is theirs, and so is
    what stands in quotation marks.

    Fails:
        title: Our co-produced day service

    Passes:
        title: Our co-produced day service
        banks: {word: 1.0.0}
        answers: {word: {jm1: {lived: 3, staff: 3}, jm2: {lived: 3, staff: 3}}}
    """
    if not _WORD.search(sheet.all_text) or sheet.profile.may_say_co_production:
        return
    asked = any(result.bank.kind == "word" for result in sheet.profile.banks)
    for path, text in _written_by_the_organisation(sheet.case.assessment):
        found = _WORD.search(own_voice(text))
        if found:
            yield path, f"{found[0]!r} is said here, and {_NOT_HELD if asked else _NOT_ASKED}"


_WORD: Final = re.compile(r"\bco[-\u2010\u2011 ]?produc\w+", re.IGNORECASE)
_OTHER_WORDS: Final = "or say what was done: told, asked, designed together."
_NOT_ASKED: Final = (
    "nobody asked yet whether the word fits. "
    f"Either answer the two questions of the word bank, {_OTHER_WORDS}"
)
_NOT_HELD: Final = (
    "the two questions of the word bank do not both hold. "
    f"Either work towards both and wait with the word, {_OTHER_WORDS}"
)


def _written_by_the_organisation(assessment: Assessment) -> Iterator[tuple[Path, str]]:
    yield ("title",), assessment.title
    yield ("work",), assessment.work or ""
    for number, action in enumerate(assessment.actions):
        yield ("actions", number, "what"), action.what
        yield ("actions", number, "done_when"), action.done_when or ""
    for bank, answers in assessment.answers.items():
        for question, given in answers.items():
            yield ("answers", bank, question, "note"), given.note or ""


def _claiming(sheet: Sheet) -> Iterator[AspectProfile]:
    """The aspects at risk of an illusion that no open action is about."""
    claims = sheet.case.assessment.aspects.values()
    about = {action.because for action in sheet.case.assessment.actions if action.is_open}
    for aspect in sheet.aspects if any(notes.claimed for notes in claims) else ():
        said = "claims" in about or any((why or "").startswith(_PLANNED) for why in about)
        if aspect.claims and aspect.illusion_risk and not said:
            yield aspect


_PLANNED: Final = "More is claimed than the answers show"
"""How `plan` words the reason of its own action about claims."""


def _rung(sheet: Sheet, number: int | None) -> str:
    return sheet.case.ladder.called(number or 1)
