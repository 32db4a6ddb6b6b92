"""Ceilings: limits, and how they were agreed (LC501 to LC505)."""

from collections.abc import Iterator

from ladder_check.lint.rule import Hit, Severity, Sheet, rule
from ladder_check.model.answer import SIDE_OF
from ladder_check.model.ceiling import KINDS_THAT_COUNT, Ceiling
from ladder_check.scoring.settle import months_after
from ladder_check.scoring.target import NEEDED, REVIEW_MONTHS


@rule("LC501", "ceiling-incomplete", Severity.WARNING)
def ceiling_incomplete(sheet: Sheet) -> Iterator[Hit]:
    """A ceiling says all that makes it agreed, and somebody of the lived side was talked with.

    Why: a limit that nobody can look up was not agreed. Until it is, the aspect aims for the top.

    Fails:
        aspects:
          deciding:
            ceiling: {rung: consultation, kind: law, reason: The council votes it, talked_with: [leaders]}

    Passes:
        aspects:
          deciding:
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
    for aspect, ceiling in _ceilings(sheet):
        missing = [key for key in NEEDED if not getattr(ceiling, key)]
        if missing:
            yield (
                ("aspects", aspect, "ceiling"),
                f"This ceiling is not agreed yet: it does not say {', '.join(missing)}. "
                "Either fill them in together with people, or take it out and aim for the top.",
            )
        if ceiling.talked_with and all(SIDE_OF[voice] != "lived" for voice in ceiling.talked_with):
            yield (
                ("aspects", aspect, "ceiling", "talked_with"),
                "Nobody who draws on care and support, and no carer, was talked with about this ceiling. "
                "Either talk it through with them, or take it out and aim for the top.",
            )


@rule("LC502", "ceiling-past-review", Severity.WARNING, scheduled=Severity.ERROR)
def ceiling_past_review(sheet: Sheet) -> Iterator[Hit]:
    """The day to look at a ceiling again has not passed.

    Why: reasons change. A limit that is not looked at again becomes a habit.

    Fails:
        today: 2027-03-02
        aspects: {deciding: {ceiling: {agreed_on: 2026-03-01, review_by: 2027-03-01}}}

    Passes:
        today: 2027-03-01
        aspects: {deciding: {ceiling: {agreed_on: 2026-03-01, review_by: 2027-03-01}}}
    """
    for aspect, ceiling in _ceilings(sheet):
        if ceiling.review_by and ceiling.review_by < sheet.world.today:
            yield (
                ("aspects", aspect, "ceiling", "review_by"),
                f"This ceiling was to be looked at again by {ceiling.review_by}. "
                "Either agree it anew with people and set a new day, or take it out.",
            )


@rule("LC503", "ceiling-too-low", Severity.WARNING)
def ceiling_too_low(sheet: Sheet) -> Iterator[Hit]:
    """No ceiling is below what the ladder allows: people can always be told.

    Why: a law may keep a decision from being shared. None keeps it from being explained.

    Fails:
        aspects: {deciding: {ceiling: {rung: educating}}}

    Passes:
        aspects: {deciding: {ceiling: {rung: informing}}}
    """
    ladder = sheet.case.ladder
    lowest = ladder.number(ladder.lowest_ceiling)
    for aspect, ceiling in _ceilings(sheet):
        if ceiling.rung and ladder.number(ceiling.rung) < lowest:
            yield (
                ("aspects", aspect, "ceiling", "rung"),
                f"A ceiling of {ceiling.rung!r} is too low to count: people can always be told. "
                f"Either raise it to {ladder.lowest_ceiling!r} or above, or take it out.",
            )


@rule("LC504", "ceiling-of-our-choosing", Severity.NOTICE)
def ceiling_of_our_choosing(sheet: Sheet) -> Iterator[Hit]:
    """The kind of a ceiling is one that counts: law, regulator, safeguarding, privacy or people-chose.

    Why: money, time, not being ready and custom are limits somebody has chosen. It is honest to write them
    down, so this is only a notice; the report shows them, and they lower no target.

    Fails:
        aspects: {deciding: {ceiling: {kind: money}}}

    Passes:
        aspects: {deciding: {ceiling: {kind: law}}}
    """
    for aspect, ceiling in _ceilings(sheet):
        if ceiling.kind and ceiling.kind not in KINDS_THAT_COUNT:
            yield (
                ("aspects", aspect, "ceiling", "kind"),
                f"{ceiling.kind!r} is a limit somebody has chosen, so the aspect still aims for the top. "
                "Either leave it, and the report says so, or name the law or rule behind it.",
            )


@rule("LC505", "ceiling-review-too-late", Severity.WARNING)
def ceiling_review_too_late(sheet: Sheet) -> Iterator[Hit]:
    """A ceiling is looked at again within 24 months after it was agreed.

    Why: one that is agreed for longer is agreed for people who were not asked.

    Fails:
        aspects: {deciding: {ceiling: {agreed_on: 2026-03-01, review_by: 2028-03-02}}}

    Passes:
        aspects: {deciding: {ceiling: {agreed_on: 2026-03-01, review_by: 2028-03-01}}}
    """
    for aspect, ceiling in _ceilings(sheet):
        if ceiling.agreed_on is None or ceiling.review_by is None:
            continue
        latest = months_after(ceiling.agreed_on, REVIEW_MONTHS)
        if ceiling.review_by > latest:
            yield (
                ("aspects", aspect, "ceiling", "review_by"),
                f"{ceiling.review_by} is more than {REVIEW_MONTHS} months after this ceiling was agreed. "
                f"Either set a day up to {latest}, or agree it anew.",
            )


def _ceilings(sheet: Sheet) -> Iterator[tuple[str, Ceiling]]:
    for aspect, notes in sheet.case.assessment.aspects.items():
        if notes.ceiling and not notes.left_out:
            yield aspect, notes.ceiling
