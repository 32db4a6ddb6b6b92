"""What a report may show of the ladder and of each aspect, already in words."""

from dataclasses import dataclass
from typing import Literal

MarkKind = Literal["claimed", "shown", "lived", "standing", "ceiling"]
PointKind = Literal[
    "harm",
    "illusion",
    "holds",
    "held-back",
    "lifts",
    "hangs-on",
    "stepped-over",
    "open",
    "said-not-shown",
    "old-evidence",
    "views-differ",
    "led-by-people",
    "ceiling",
]


@dataclass(frozen=True, slots=True)
class Fact:
    """A label and what stands behind it, such as *Who* and *Service manager*."""

    label: str
    words: str


@dataclass(frozen=True, slots=True)
class Mark:
    """What stands on a rung: one kind of mark, its words, and the aspects it is there for."""

    kind: MarkKind
    label: str
    aspects: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LadderRung:
    """A rung of the drawn ladder.  *here* marks the rungs of the headline."""

    number: int
    name: str
    means: str
    band: str
    marks: tuple[Mark, ...]
    here: bool


@dataclass(frozen=True, slots=True)
class Span:
    """From the low to the high end of a range of rungs; the same number twice where it is one rung."""

    low: int
    high: int


@dataclass(frozen=True, slots=True)
class Strip:
    """The numbers of an aspect's small picture, and *words* that say the same."""

    top: int
    claimed: int | None
    shown: Span | None
    lived: Span | None
    standing: Span | None
    ceiling: int | None
    ceiling_agreed: bool
    words: str


@dataclass(frozen=True, slots=True)
class RungRow:
    """One of the rungs of an aspect in words: what kind it is, its label, the rung, and a note."""

    kind: MarkKind
    label: str
    rung: str
    note: str


@dataclass(frozen=True, slots=True)
class Point:
    """One thing to know about an aspect: a heading, and a line or several."""

    kind: PointKind
    heading: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Quote:
    """What somebody said, in their own words; *by* is a perspective or side, never a person."""

    words: str
    by: str
    about: str


@dataclass(frozen=True, slots=True)
class AspectView:
    """One aspect: a sentence, its rungs, the picture, what to know, and people's own words."""

    id: str
    name: str
    short: str
    sentence: str
    has_rung: bool
    provisional: bool
    harm: bool
    rungs: tuple[RungRow, ...]
    strip: Strip
    points: tuple[Point, ...]
    quotes: tuple[Quote, ...]

    def point(self, kind: PointKind) -> Point | None:
        """The point of a *kind*, if there is one."""
        return next((each for each in self.points if each.kind == kind), None)


@dataclass(frozen=True, slots=True)
class ViewRow:
    """Where the two sides see something differently: each side's view, and what that means."""

    about: str
    staff: str
    people: str
    words: str


@dataclass(frozen=True, slots=True)
class CeilingView:
    """A limit on one decision: agreed, or only a limit we have chosen, and why."""

    aspect: str
    agreed: bool
    disputed: bool
    sentence: str
    facts: tuple[Fact, ...]
    why_not: tuple[str, ...]
