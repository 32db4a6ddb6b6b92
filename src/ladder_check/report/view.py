"""Everything a report may show, already in words.

A renderer decides how it looks and never what it says, so that every format says the same.  All texts
are plain: people typed some of them, and a renderer escapes every one.  A tuple is empty where there is
nothing to say; then its heading is left out too.
"""

from dataclasses import dataclass, field, replace

from ladder_check.report.annex_view import AgreedView, Annex
from ladder_check.report.aspect_view import (
    AspectView,
    CeilingView,
    Fact,
    LadderRung,
    Mark,
    Quote,
    Span,
    ViewRow,
)


@dataclass(frozen=True, slots=True)
class Heading:
    """The words above each part of the report, in its order."""

    took_part: str = "Who took part"
    in_short: str = "In short"
    actions: str = "What we will do"
    ladder: str = "Where the work stands on the ladder"
    aspects: str = "Each area of work"
    views: str = "Where views differ"
    agreed: str = "What the room agreed, beside its votes"
    quotes: str = "In people's own words"
    footing: str = "What the rungs rest on"
    word: str = "May we say co-production?"
    linked: str = "Answers that do not go together"
    talk: str = "To talk about together"
    whys: str = "Why, and why again"
    ceilings: str = "Ceilings, said openly"
    missing: str = "Who was missing"
    left_out: str = "Not in this report"
    annex: str = "Every answer"
    more_actions: str = "More actions"
    method: str = "How answers become a rung"
    limits: str = "What this report cannot tell you"
    words: str = "What the words mean"
    crosswalk: str = "The same rungs on other ladders"
    banks: str = "The questions we used"


@dataclass(frozen=True, slots=True)
class Group:
    """Who took part: a perspective, how many were there, and how many were invited, in words."""

    name: str
    there: str
    invited: str


@dataclass(frozen=True, slots=True)
class ActionCard:
    """One action.  *facts* are who, with whom, by when and so on, in the order to show them."""

    what: str
    because: str
    facts: tuple[Fact, ...]
    state: str
    proposed: bool
    shared: bool


@dataclass(frozen=True, slots=True)
class PairRow:
    """A rule as practised and as believed, and what the two make together."""

    name: str
    practice: str
    belief: str
    state: str


@dataclass(frozen=True, slots=True)
class ItemRow:
    """A question that stands on its own: its level in words, and whether it is in place."""

    name: str
    level: str
    state: str


@dataclass(frozen=True, slots=True)
class BankView:
    """How a bank beside the ladder was answered: one line, a banner where there is one, and a table."""

    id: str
    title: str
    about: str
    summary: str
    banner: str
    pairs: tuple[PairRow, ...]
    items: tuple[ItemRow, ...]


@dataclass(frozen=True, slots=True)
class TalkPoint:
    """A question on which a room was in two minds."""

    about: str
    ask: str
    words: str


@dataclass(frozen=True, slots=True)
class WhyView:
    """A chain of whys: what it started from, each why with who gave it, and where it ended."""

    about: str
    chain: tuple[Fact, ...]
    ending: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class ShortPart:
    """A part of the short version: a heading, lines with one idea each, and the rungs to draw beside them."""

    heading: str
    lines: tuple[str, ...]
    picture: Span | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """A whole report, in the order to read it."""

    title: str
    subtitle: str
    facts: tuple[Fact, ...]
    took_part: tuple[Group, ...]
    missing_voices: tuple[str, ...]
    missing_sentence: str
    in_short: tuple[str, ...]
    actions: tuple[ActionCard, ...]
    more_actions: tuple[ActionCard, ...]
    headline: tuple[str, ...]
    key: tuple[Mark, ...]
    ladder: tuple[LadderRung, ...]
    aspects: tuple[AspectView, ...]
    left_out: tuple[Fact, ...]
    not_enough: tuple[str, ...]
    views: tuple[ViewRow, ...]
    gaps: tuple[Fact, ...]
    agreed: tuple[AgreedView, ...]
    banks: tuple[BankView, ...]
    footing: str
    word: tuple[str, ...]
    linked: tuple[str, ...]
    talk: tuple[TalkPoint, ...]
    whys: tuple[WhyView, ...]
    ceilings: tuple[CeilingView, ...]
    short: tuple[ShortPart, ...]
    annex: Annex
    fixed_line: str
    status_line: str
    short_note: str
    made_by: str
    quotes: tuple[Quote, ...] = ()
    language: str = "en"
    heading: Heading = field(default_factory=Heading)


def without_answers(report: Report) -> Report:
    """The *report* without the list of every answer, to be printed on fewer sheets."""
    return replace(report, annex=replace(report.annex, groups=(), parked=()))
