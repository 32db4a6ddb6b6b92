"""The target of an aspect: the top rung, unless a ceiling was agreed."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from ladder_check.model.answer import SIDE_OF
from ladder_check.model.ceiling import KINDS_THAT_COUNT, Ceiling
from ladder_check.model.ladder import Ladder
from ladder_check.scoring.settle import months_after

REVIEW_MONTHS: Final = 24
NEEDED: Final = (
    "decision",
    "rung",
    "kind",
    "reason",
    "talked_with",
    "said_openly",
    "agreed_on",
    "review_by",
)


@dataclass(frozen=True, slots=True)
class Target:
    """A ceiling as judged: its rung number, and *why_not* it is agreed: the keys at fault, none if it is."""

    ceiling: Ceiling
    rung: int | None
    why_not: tuple[str, ...]

    @property
    def agreed(self) -> bool:
        """Whether the ceiling counts as agreed."""
        return not self.why_not


def judge_ceiling(ceiling: Ceiling, ladder: Ladder, assessed_on: date) -> Target:
    """Say whether a ceiling is agreed.  It never raises or lowers a rung; it lowers what is aimed for.

    Raises:
        UnknownName: the ceiling names a rung that is not on *ladder*.
    """
    rung = None if ceiling.rung is None else ladder.number(ceiling.rung)
    at_fault = {
        *(key for key in NEEDED if not getattr(ceiling, key)),
        *(["kind"] if ceiling.kind not in KINDS_THAT_COUNT else []),
        *(["talked_with"] if all(SIDE_OF[voice] != "lived" for voice in ceiling.talked_with) else []),
        *(["rung"] if rung is not None and rung < ladder.number(ladder.lowest_ceiling) else []),
        *(["review_by"] if not _is_reviewed_in_time(ceiling, assessed_on) else []),
    }
    return Target(ceiling, rung, tuple(key for key in NEEDED if key in at_fault))


def _is_reviewed_in_time(ceiling: Ceiling, assessed_on: date) -> bool:
    if ceiling.review_by is None or ceiling.review_by < assessed_on:
        return False
    return ceiling.agreed_on is None or ceiling.review_by <= months_after(ceiling.agreed_on, REVIEW_MONTHS)
