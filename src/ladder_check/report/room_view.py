"""What a room said as it is shown: already in words, figures of shown groups only.

As in a report, a renderer decides how it looks and never what it says.  An empty text or tuple is nothing
to say.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from ladder_check.model.room import AgreedAnswer, Asked, Session
from ladder_check.report.aspect_view import Fact
from ladder_check.report.paper_view import Step
from ladder_check.report.papers import LANGUAGE
from ladder_check.scoring.likely import LEVEL
from ladder_check.scoring.room import RoomResults

GroupKind = Literal["lived", "staff", "room"]
TalkKind = Literal["claim", "gap", "split", "not-sure", "spread", "one-side", "close"]


@dataclass(frozen=True, slots=True)
class RoomMaterial:
    """What is known of a room: what it was *asked*, by id, and what may be shown of what it said.

    There is no answer of anybody in it.  *level* is that of the likely ranges, in per cent.  With *talk* only
    the list of what to talk about first is wanted, and so long.  *is_closed*: nothing links answers any more.
    *agreed* is what the room agreed aloud, by question.
    """

    session: Session
    asked: Mapping[str, Asked]
    results: RoomResults
    level: int = LEVEL
    talk: int | None = None
    is_closed: bool = False
    agreed: Mapping[str, AgreedAnswer] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class StepCount:
    """How many people of a group chose a step, and a mark for each; no marks where there are too many."""

    people: int
    marks: str


@dataclass(frozen=True, slots=True)
class GroupView:
    """What a shown group said; *counts* begin with the highest step, and are empty where only words are."""

    kind: GroupKind
    name: str
    words: str
    counts: tuple[StepCount, ...]


@dataclass(frozen=True, slots=True)
class RoundView:
    """What was said to a question in one round: group by group, and then between the groups."""

    title: str
    groups: tuple[GroupView, ...]
    points: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class AskedView:
    """A question and what was said to it; *steps* begin with the highest."""

    id: str
    about: str
    ask: str
    steps: tuple[Step, ...]
    rounds: tuple[RoundView, ...]


@dataclass(frozen=True, slots=True)
class TalkView:
    """Something to talk about: a question, why, and what to read aloud."""

    id: str
    kind: TalkKind
    about: str
    why: str
    prompt: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RoomHeading:
    """The words above each part."""

    talk: str = "To talk about first"
    claims: str = "Which rung people chose"
    questions: str = "What people answered"
    privacy: str = "What is shown, and what is not"
    limits: str = "What this cannot tell you"
    step: str = "Answer"
    chosen: str = "How many people chose what"


@dataclass(frozen=True, slots=True)
class RoomReport:
    """All that a room said, in the order to read it."""

    title: str
    subtitle: str
    facts: tuple[Fact, ...]
    talk: tuple[TalkView, ...]
    claims: tuple[AskedView, ...]
    questions: tuple[AskedView, ...]
    privacy: tuple[str, ...]
    limits: tuple[str, ...]
    fixed_line: str
    made_by: str
    language: str = LANGUAGE
    heading: RoomHeading = field(default_factory=RoomHeading)
