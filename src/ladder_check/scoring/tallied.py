"""What the counts in an assessment say: the figures of a room, from its file and from nothing else."""

from collections.abc import Mapping
from dataclasses import dataclass

from ladder_check.model.answer import PERSPECTIVES, SIDE_OF, SIDES, Answers, Side, Tally, Voice
from ladder_check.model.assessment import TookPart
from ladder_check.model.room import LEVEL_SCALE
from ladder_check.scoring.gap import Gap, gap_between
from ladder_check.scoring.group import GroupResult, group_result
from ladder_check.scoring.likely import LEVEL
from ladder_check.scoring.shown import Votes

ENOUGH_TO_COMPARE = 2
"""With one person on a side, nobody could stay away and leave something to compare."""


@dataclass(frozen=True, slots=True)
class Tallied:
    """What the counts for a question say: by who gave them, and between the sides where both gave counts."""

    groups: Mapping[Voice, GroupResult]
    gap: Gap | None


def tallied(answers: Answers, took_part: TookPart) -> Tallied:
    """The figures of every tally in *answers* in which somebody gave a level."""
    groups = {
        voice: group_result(_votes(answer), LEVEL_SCALE, LEVEL, invited(took_part, voice))
        for voice, answer in answers.given.items()
        if isinstance(answer, Tally) and answer.levels
    }
    return Tallied(groups, _gap(answers))


def invited(took_part: TookPart, voice: Voice) -> int | None:
    """How many of a perspective or side were invited; None where the file does not say it of all of them."""
    heard = [getattr(took_part, each) for each in PERSPECTIVES if voice in (each, SIDE_OF[each])]
    numbers = [attendance.invited for attendance in heard if attendance is not None]
    return sum(numbers) if numbers and None not in numbers else None


def _votes(tally: Tally) -> Votes:
    return Votes(tally.counts, tally.not_sure, tally.rather_not_say)


def _gap(answers: Answers) -> Gap | None:
    """The gap between the sides, where each is given by counts alone."""
    counts = {side: _counts(answers, side) for side in SIDES}
    if any(sum(each) < ENOUGH_TO_COMPARE for each in counts.values()):
        return None
    return gap_between(counts["staff"], counts["lived"], LEVEL_SCALE.low)


def _counts(answers: Answers, side: Side) -> tuple[int, ...]:
    """The counts of a *side*: its own, in which its perspectives are, or else theirs together.

    Zeros where a perspective gave one agreed answer: of how many people nobody knows.
    """
    whole = getattr(answers, side)
    given = [whole] if isinstance(whole, Tally) else list(answers.of_side(side).values())
    tallies = [each.counts for each in given if isinstance(each, Tally)]
    if len(tallies) < len(given):
        return (0,) * len(LEVEL_SCALE.steps)
    return tuple(sum(step) for step in zip((0,) * len(LEVEL_SCALE.steps), *tallies, strict=True))
