"""The shape of a room's results as data: what `workshop results --format json` promises to programs.

What may not be shown is absent, which is never the same as 0.
"""

from typing import Literal, NotRequired

from pydantic import ConfigDict, with_config
from typing_extensions import TypedDict

from ladder_check.model.answer import AgreedWord, Side
from ladder_check.scoring.group import Closeness
from ladder_check.scoring.privacy import Node
from ladder_check.scoring.room import Towards
from ladder_check.scoring.shown import Why

_exact = with_config(ConfigDict(extra="forbid"))


@_exact
class GroupData(TypedDict):
    """What a shown group says; only *median* where a small group agreed to that."""

    n: NotRequired[int]
    counts: NotRequired[list[int]]
    not_sure: NotRequired[int]
    rather_not_say: NotRequired[int]
    median: int
    range: NotRequired[list[int]]
    spread: NotRequired[float]
    d: NotRequired[float]
    words: NotRequired[Closeness]
    split: NotRequired[bool]
    invited: NotRequired[int]
    absent_voices: NotRequired[list[int]]


@_exact
class GapData(TypedDict):
    """How staff stand to the lived side, over all pairs of one of each."""

    higher: int
    same: int
    lower: int
    delta: float
    leave_one_out: list[float]
    medians: dict[Side, int]
    talk_about: bool


@_exact
class ChangeData(TypedDict):
    """What changed since the round before; what is not known of answers (not) linked is null."""

    linked: bool
    same: int | None
    up: int | None
    down: int | None
    net: float | None
    towards: Towards | None


@_exact
class QuestionResultData(TypedDict):
    """What a room says to one question in one round."""

    id: str
    round: int
    scale: list[int]
    shown: dict[Node, GroupData]
    withheld: list[Node]
    why: dict[Node, Why]
    newcomers_left_out: list[Node]
    gap: NotRequired[GapData]
    change: NotRequired[ChangeData]
    shared: NotRequired[int]
    shared_range: NotRequired[list[int]]
    balanced_middle: NotRequired[int]


@_exact
class AgreedData(TypedDict):
    """What the room agreed aloud on a question, and what those said who did not agree."""

    answer: int | AgreedWord
    minority: NotRequired[str]


@_exact
class ResultsData(TypedDict):
    """All that a room says."""

    format: Literal[1]
    small_group: int
    rounds: list[int]
    questions: list[QuestionResultData]
    agreed: NotRequired[dict[str, AgreedData]]
