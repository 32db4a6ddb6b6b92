"""Over time: what grew old, and what somebody asked for by a rung (LC7xx)."""

from collections.abc import Iterator

from ladder_check.lint.rule import IN_CONFIG, Hit, Severity, Sheet, rule
from ladder_check.scoring.settle import months_after


@rule("LC701", "stale", Severity.WARNING, scheduled=Severity.ERROR)
def stale(sheet: Sheet) -> Iterator[Hit]:
    """The assessment is not older than `stale-after` in the config: 18 months, if nothing is set.

    Why: work changes, and people too. An old answer is not a wrong one; nobody knows whether it still holds.

    Fails:
        today: 2028-05-04
        assessed_on: 2026-11-03

    Passes:
        today: 2028-05-03
        assessed_on: 2026-11-03
    """
    after, assessed_on = sheet.world.config.stale_after, sheet.case.assessment.assessed_on
    if months_after(assessed_on, int(after.split()[0])) < sheet.world.today:
        yield (
            ("assessed_on",),
            f"The answers are of {assessed_on}, more than {after} ago. "
            "Either ask again, together, or set stale-after in the config to what you agreed.",
        )


@rule("LC705", "below-min-rung", Severity.ERROR)
def below_min_rung(sheet: Sheet) -> Iterator[Hit]:
    """No area of work stands below `min-rung` in the config, where somebody set one.

    Why: only because somebody asked for it. By itself a low rung never fails a check, or the tool would pay
    for high answers.

    Fails:
        config: {min-rung: consultation}
        answers:
          ladder:
            deciding.r1: {lived: 4}
            deciding.r2: {lived: 4}
            deciding.r3: {lived: 4}
            deciding.r4: {lived: 1}
            deciding.r5: {lived: 1}
            deciding.r6: {lived: 1}

    Passes:
        config: {min-rung: informing}
        answers:
          ladder:
            deciding.r1: {lived: 4}
            deciding.r2: {lived: 4}
            deciding.r3: {lived: 4}
            deciding.r4: {lived: 1}
            deciding.r5: {lived: 1}
            deciding.r6: {lived: 1}
    """
    asked, ladder = sheet.world.config.min_rung, sheet.case.ladder
    if asked is None:
        return
    if asked not in ladder.ids:
        yield (
            IN_CONFIG,
            f"min-rung is {asked!r}, and the ladder {ladder.id!r} has no such rung. "
            f"Either name one of its rungs ({', '.join(ladder.ids)}), or take min-rung out.",
        )
        return
    for aspect in sheet.aspects:
        if aspect.standing and aspect.standing.low < ladder.number(asked):
            stands = ladder.called(aspect.standing.low)
            yield (
                sheet.path_of(aspect.aspect),
                f"{aspect.aspect.name} stands on {stands}, and min-rung in the config asks for {asked}. "
                "Either work on what holds it back (`ladder-check plan`), or talk over what to ask for.",
            )
