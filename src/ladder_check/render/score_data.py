"""The shape of a score as data: what `score --format json` promises to programs."""

from typing import Literal

from pydantic import ConfigDict, with_config
from typing_extensions import TypedDict

from ladder_check.model.answer import Voice
from ladder_check.scoring.conditions import Footing, State
from ladder_check.scoring.standing import Basis

_exact = with_config(ConfigDict(extra="forbid"))


@_exact
class AssessmentData(TypedDict):
    """Which assessment was scored."""

    title: str
    organisation: str | None
    assessed_on: str


@_exact
class LadderData(TypedDict):
    """The ladder it was scored on; rung numbers count from 1 along *rungs*."""

    id: str
    rungs: list[str]


@_exact
class CountsData(TypedDict):
    """How many aspects were scored, left out, or have too few answers."""

    scored: int
    left_out: int
    not_enough: int


@_exact
class HeadlineData(TypedDict):
    """Where the organisation sits; low, high and rung are null while too few aspects have a rung."""

    low: int | None
    high: int | None
    rung: str | None
    provisional: bool
    lowest: list[str]
    highest: list[str]
    aspects: CountsData


@_exact
class SideData(TypedDict):
    """The rung of an aspect for one side; questions are named in rung order."""

    low: int
    high: int
    harm: bool
    held_back_by: str | None
    with_that_fixed: int | None
    stepped_over: list[str]
    open: list[str]


@_exact
class ShownData(SideData):
    """The rung for the staff side, of whom evidence is asked."""

    said_not_shown: list[str]
    old_evidence: list[str]


@_exact
class StandingData(TypedDict):
    """Where an aspect stands."""

    low: int
    high: int
    rung: str
    basis: Basis
    provisional: bool
    harm: bool


@_exact
class CeilingData(TypedDict):
    """A ceiling as judged; *why_not* names the keys at fault."""

    rung: int | None
    agreed: bool
    why_not: list[str]
    at_level: bool


@_exact
class AspectData(TypedDict):
    """One aspect."""

    id: str
    claimed: int | None
    claims: dict[Voice, int]
    shown: ShownData | None
    lived: SideData | None
    standing: StandingData | None
    illusion_gap: int | None
    illusion_risk: bool
    seen_differently: int | None
    ceiling: CeilingData | None
    left_out: str | None


@_exact
class PairData(TypedDict):
    """One pair; a level not known is null."""

    id: str
    practice: int | None
    belief: int | None
    state: State
    level: int | None


@_exact
class PairsData(TypedDict):
    """A bank of pairs."""

    id: str
    kind: Literal["pairs"]
    pairs: list[PairData]
    bolt_on: int


@_exact
class ItemData(TypedDict):
    """One item; a level not known, or that does not fit, is null."""

    id: str
    level: int | None
    in_place: bool


@_exact
class ItemsData(TypedDict):
    """A bank of items."""

    id: str
    kind: Literal["items", "word"]
    items: list[ItemData]
    in_place: int
    not_known: int


@_exact
class LinkedData(TypedDict):
    """Two questions about one fact whose levels differ by two or more."""

    questions: list[str]
    levels: list[int]
    about: str


@_exact
class ScoreData(TypedDict):
    """A whole score."""

    format: Literal[1]
    tool: str
    assessment: AssessmentData
    ladder: LadderData
    headline: HeadlineData
    aspects: list[AspectData]
    banks: list[PairsData | ItemsData]
    footing: Footing
    may_say_co_production: bool
    linked: list[LinkedData]
    split: list[str]
