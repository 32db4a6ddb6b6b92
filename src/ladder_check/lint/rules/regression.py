"""Regression: what changed since the base, and what was said of it (LC702 to LC704, LC706 to LC708)."""

from collections.abc import Iterator
from typing import Final

from ladder_check.lint.changes import (
    Lowered,
    Sunk,
    answered_otherwise,
    find_before,
    lowered_levels,
    other_majors,
    sunk_aspects,
)
from ladder_check.lint.rule import Hit, Path, Severity, Sheet, rule


@rule("LC702", "rung-lowered", Severity.ERROR, compares=True)
def rung_lowered(sheet: Sheet) -> Iterator[Hit]:
    """No area of work stands lower than at the base, or an answer of it that changed says why.

    Why: going down can be the most honest line in a file. It is said aloud, so that nobody has to guess.

    Fails:
        answers:
          ladder:
            deciding.r1: {lived: 4}
            deciding.r2: {lived: 4}
            deciding.r3: {lived: not-sure}
            deciding.r4: {lived: 1}
            deciding.r5: {lived: 1}
            deciding.r6: {lived: 1}
            deciding.r7a: {lived: 1}
        base:
          answers:
            ladder:
              deciding.r1: {lived: 4}
              deciding.r2: {lived: 4}
              deciding.r3: {lived: 4}
              deciding.r4: {lived: 1}
              deciding.r5: {lived: 1}
              deciding.r6: {lived: 1}
              deciding.r7a: {lived: 1}

    Passes:
        answers:
          ladder:
            deciding.r1: {lived: 4}
            deciding.r2: {lived: 4}
            deciding.r3: {lived: not-sure, lowered: "Two people who knew have left."}
            deciding.r4: {lived: 1}
            deciding.r5: {lived: 1}
            deciding.r6: {lived: 1}
            deciding.r7a: {lived: 1}
        base:
          answers:
            ladder:
              deciding.r1: {lived: 4}
              deciding.r2: {lived: 4}
              deciding.r3: {lived: 4}
              deciding.r4: {lived: 1}
              deciding.r5: {lived: 1}
              deciding.r6: {lived: 1}
              deciding.r7a: {lived: 1}
    """
    for sunk in sunk_aspects(sheet):
        if not sunk.reason:
            yield _where_it_sank(sheet, sunk), f"{_stood(sheet, sunk)}. {_SAY_WHY}"


@rule("LC703", "level-lowered", Severity.ERROR, compares=True)
def level_lowered(sheet: Sheet) -> Iterator[Hit]:
    """No side's level is lower than at the base, or `lowered` beside it says why.

    Why: honest answers go down as well as up, and the reason is what the next reader learns from.

    Fails:
        answers: {rules: {hr1.practice: {staff: 2}}}
        base: {answers: {rules: {hr1.practice: {staff: 3}}}}

    Passes:
        answers: {rules: {hr1.practice: {staff: 2, lowered: "People told us it stopped in May."}}}
        base: {answers: {rules: {hr1.practice: {staff: 3}}}}
    """
    for each in lowered_levels(sheet):
        if not each.reason:
            yield (
                each.path,
                f"{_from_to(each)}. Either write why beside it (lowered: …), or put it back if it is a slip.",
            )


@rule("LC704", "lowered-with-a-reason", Severity.NOTICE, compares=True)
def lowered_with_a_reason(sheet: Sheet) -> Iterator[Hit]:
    """No level is lower than at the base.

    Why: one that is, with its reason beside it, is an honest answer. It is shown so that it can be talked
    about, and it fails nothing.

    Fails:
        answers: {rules: {hr1.practice: {staff: 2, lowered: "People told us it stopped in May."}}}
        base: {answers: {rules: {hr1.practice: {staff: 3}}}}

    Passes:
        answers: {rules: {hr1.practice: {staff: 3}}}
        base: {answers: {rules: {hr1.practice: {staff: 3}}}}
    """
    for each in lowered_levels(sheet):
        if each.reason:
            yield each.path, f"{_from_to(each)}. The reason is written down: {each.reason}"


@rule("LC706", "review-not-moved", Severity.WARNING, compares=True)
def review_not_moved(sheet: Sheet) -> Iterator[Hit]:
    """Where the answers of an aspect changed since the base, its ceiling was looked at again.

    Why: a limit was agreed for what was known then.

    Fails:
        aspects: {deciding: {ceiling: {rung: consultation, review_by: 2027-03-01}}}
        answers: {ladder: {deciding.r5: {lived: 2}}}
        base:
          aspects: {deciding: {ceiling: {rung: consultation, review_by: 2027-03-01}}}
          answers: {ladder: {deciding.r5: {lived: 1}}}

    Passes:
        aspects: {deciding: {ceiling: {rung: consultation, review_by: 2027-11-03}}}
        answers: {ladder: {deciding.r5: {lived: 2}}}
        base:
          aspects: {deciding: {ceiling: {rung: consultation, review_by: 2027-03-01}}}
          answers: {ladder: {deciding.r5: {lived: 1}}}
    """
    before = find_before(sheet)
    if before is None or other_majors(sheet.case, before):
        return
    for aspect, notes in sheet.case.assessment.aspects.items():
        review = notes.ceiling and notes.ceiling.review_by
        was = before.assessment.notes_on(aspect).ceiling
        if review and was and was.review_by == review and answered_otherwise(sheet.case, before, aspect):
            yield (
                ("aspects", aspect, "ceiling", "review_by"),
                f"Answers changed, and this ceiling is still to be looked at by {review}. "
                "Either look at it now, with people, and set a new day, "
                "or say why it can wait (an ignore with a reason).",
            )


@rule("LC707", "not-comparable", Severity.NOTICE, compares=True)
def not_comparable(sheet: Sheet) -> Iterator[Hit]:
    """The file asks the same major versions of its banks as at the base.

    Why: another major version asks other questions. A level or a rung that differs says nothing then, so
    nothing is compared.

    Fails:
        banks: {rules: 2.0.0}
        base: {banks: {rules: 1.0.0}}

    Passes:
        banks: {rules: 1.1.0}
        base: {banks: {rules: 1.0.0}}
    """
    before = find_before(sheet)
    if before and (banks := other_majors(sheet.case, before)):
        yield (
            ("banks",),
            f"Not comparable with the base: other major version of {', '.join(banks)}. "
            "Either read it as a new beginning, or change the version by itself first.",
        )


@rule("LC708", "no-regression", Severity.ERROR, compares=True)
def no_regression(sheet: Sheet) -> Iterator[Hit]:
    """Where the config says `no-regression`, no area of work stands lower than at the base, reason or not.

    Why: only because somebody asked for it. By itself a fall with its reason beside it fails nothing: it can
    be the most honest line in a file.

    Fails:
        config: {no-regression: true}
        answers:
          ladder:
            deciding.r1: {lived: 4}
            deciding.r2: {lived: 4}
            deciding.r3: {lived: not-sure, lowered: "Two people who knew have left."}
            deciding.r4: {lived: 1}
            deciding.r5: {lived: 1}
            deciding.r6: {lived: 1}
            deciding.r7a: {lived: 1}
        base:
          answers:
            ladder:
              deciding.r1: {lived: 4}
              deciding.r2: {lived: 4}
              deciding.r3: {lived: 4}
              deciding.r4: {lived: 1}
              deciding.r5: {lived: 1}
              deciding.r6: {lived: 1}
              deciding.r7a: {lived: 1}

    Passes:
        config: {no-regression: true}
        answers: {rules: {hr1.practice: {staff: 2, lowered: "People told us it stopped in May."}}}
        base: {answers: {rules: {hr1.practice: {staff: 3}}}}
    """
    for sunk in sunk_aspects(sheet) if sheet.world.config.no_regression else ():
        if sunk.reason:
            yield _where_it_sank(sheet, sunk), f"{_stood(sheet, sunk)}. {_ALL_THE_SAME}"


def _where_it_sank(sheet: Sheet, sunk: Sunk) -> Path:
    """The first answer that changed, or who took part, or the aspect."""
    if sunk.questions:
        return ("answers", sheet.case.ladder_bank.id, sunk.questions[0])
    return ("took_part",) if sunk.others_took_part else sheet.path_of(sunk.aspect)


def _stood(sheet: Sheet, sunk: Sunk) -> str:
    ladder = sheet.case.ladder
    now = f"on {ladder.called(sunk.now)}" if sunk.now else "nowhere yet: too few answers are known"
    return f"{sunk.aspect.name} stood on {ladder.called(sunk.before)} and stands {now}"


def _from_to(each: Lowered) -> str:
    side = {"lived": "People and carers", "staff": "Staff"}[each.side]
    return f"{side} answered {each.before} at the base, and {each.now} here"


_SAY_WHY: Final = (
    "Either write why beside an answer that changed (lowered: …), or, if it is a slip, put it back."
)
_ALL_THE_SAME: Final = (
    "The reason is written down, and no-regression in the config asks that no rung goes down all the same. "
    "Either work on what holds it back (`ladder-check plan`), or take no-regression out, and let honest "
    "answers go down."
)
