"""Voices: who answered, who did not, and who was not there (LC4xx)."""

from collections.abc import Iterator

from ladder_check.lint.rule import Hit, Severity, Sheet, rule


@rule("LC401", "only-staff-answered", Severity.WARNING)
def only_staff_answered(sheet: Sheet) -> Iterator[Hit]:
    """Somebody on the lived side took part and answered, once anybody did.

    Why: how much say people have is for people to tell. Staff alone tell what they meant to do.

    Fails:
        took_part: {leaders: {there: 2}}
        answers: {ladder: {deciding.r3: {leaders: 2}}}

    Passes:
        took_part: {people: {there: 4}, leaders: {there: 2}}
        answers: {ladder: {deciding.r3: {leaders: 2, people: 1}}}
    """
    if sheet.sides_that_answered == {"staff"}:
        yield ("answers",), _ONLY_STAFF


@rule("LC402", "few-lived", Severity.WARNING)
def few_lived(sheet: Sheet) -> Iterator[Hit]:
    """At least three people of the lived side took part, unless it is about one person's own support.

    Why: one or two people carry a whole side on their shoulders, and each rung is provisional.

    Fails:
        took_part: {people: {there: 1}, carers: {there: 1}}
        answers: {ladder: {deciding.r3: {leaders: 2, lived: 1}}}

    Passes:
        took_part: {people: {there: 2}, carers: {there: 1}}
        answers: {ladder: {deciding.r3: {leaders: 2, lived: 1}}}
    """
    assessment = sheet.case.assessment
    if assessment.at_level == "individual" or not assessment.has_few_lived:
        return
    if "lived" in sheet.sides_that_answered:
        yield ("took_part",), _FEW_LIVED


@rule("LC403", "missing-voices-not-named", Severity.WARNING)
def missing_voices_not_named(sheet: Sheet) -> Iterator[Hit]:
    """It says whose voices are missing, once anybody answered.

    Why: no room holds everybody. A blank says that nobody looked round to see who was not there.

    Fails:
        answers: {ladder: {deciding.r3: {leaders: 2}}}

    Passes:
        missing_voices: [People who work in the day]
        answers: {ladder: {deciding.r3: {leaders: 2}}}
    """
    assessment = sheet.case.assessment
    if not assessment.missing_voices and sheet.sides_that_answered:
        yield ("missing_voices",), _NOT_NAMED


_ONLY_STAFF = (
    "All the answers are from staff: nobody on the lived side has said how it is. Either ask people and "
    "carers the same questions, or waive this until the day when they will have been asked."
)
_FEW_LIVED = (
    "Fewer than three people on the lived side are counted here, so each rung is provisional. Either ask "
    "more people, or, if more took part, write how many under took_part."
)
_NOT_NAMED = (
    "Nothing is said about who was not there. Either name who was missing under missing_voices, "
    "or write there that everybody you could think of took part."
)
