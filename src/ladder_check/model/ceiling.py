"""A ceiling: a written reason why one decision within an aspect cannot be shared all the way."""

from typing import Annotated, Final, Literal, get_args

from pydantic import BeforeValidator, StrictBool

from ladder_check.model.answer import AnyVoice
from ladder_check.model.base import Day, Text, Value, one_of

CeilingKind = Literal[
    "law", "regulator", "safeguarding", "privacy", "people-chose", "money", "time", "not-ready", "custom"
]
# The other kinds are limits that somebody has chosen: they stay in the gap.
KINDS_THAT_COUNT: Final = frozenset({"law", "regulator", "safeguarding", "privacy", "people-chose"})


class Ceiling(Value):
    """What was agreed about a limit.  Every key may be missing: then the ceiling is not agreed yet."""

    decision: Text | None = None
    rung: Text | None = None
    kind: Annotated[CeilingKind | None, BeforeValidator(one_of("kind of ceiling", get_args(CeilingKind)))] = (
        None
    )
    reason: Text | None = None
    talked_with: tuple[AnyVoice, ...] = ()
    said_openly: Text | None = None
    agreed_on: Day | None = None
    review_by: Day | None = None
    disputed: StrictBool = False
