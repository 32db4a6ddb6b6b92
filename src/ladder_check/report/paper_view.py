"""The papers of a workshop as they are shown: ballots, cards, tally sheets and the facilitator's sheet.

As in a report, all is in words, and a renderer decides only how it looks.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from ladder_check.model.answer import Perspective
from ladder_check.model.ladder import Source
from ladder_check.model.room import Asked, Session


@dataclass(frozen=True, slots=True)
class Step:
    """A step that can be ticked: its *number* as it is counted, the rung's *name* if it is one, and words."""

    number: int
    name: str
    words: str


@dataclass(frozen=True, slots=True)
class PaperQuestion:
    """A question as it is printed.  *steps* begin with the highest; *language* is that of its own words."""

    id: str
    number: int
    of: int
    heading: str
    about: str
    ask: str
    steps: tuple[Step, ...]
    note: str
    language: str


@dataclass(frozen=True, slots=True)
class Card:
    """What one would see on each rung, for one area of work; the top rung first."""

    name: str
    about: str
    rungs: tuple[Step, ...]
    language: str


@dataclass(frozen=True, slots=True)
class Printing:
    """What papers are made of.

    *questions* are all of the workshop, *asked* those of the *round*.  *record* is the name of the record
    as it is typed.  *languages* says the language of each bank, and of the ladder under "claim".
    *credits* name where all that is asked comes from, *ladder_credits* where the rungs do.
    """

    session: Session
    record: str
    round: int
    questions: tuple[Asked, ...]
    asked: tuple[Asked, ...]
    cards: tuple[Card, ...]
    languages: Mapping[str, str]
    credits: tuple[Source, ...]
    ladder_credits: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Ballot:
    """One person's paper: its number, who it speaks for, what is said first, and answers beside the steps.

    *who* is said in full, and *short* on every page.
    """

    number: int
    who: str
    short: str
    first: tuple[str, ...]
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BallotSheets:
    """The ballots of a round: each of them asks every question."""

    title: str
    subtitle: str
    about: str
    day: str
    round: str
    one_tick: str
    ballots: tuple[Ballot, ...]
    questions: tuple[PaperQuestion, ...]
    credits: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class CardSheets:
    """The cards to hand out after the claims."""

    title: str
    subtitle: str
    cards: tuple[Card, ...]
    credits: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class TallySide:
    """What is counted of one side: its perspectives as they are typed, and the answers beside the steps."""

    name: str
    voices: tuple[Perspective, ...]
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TallySheets:
    """Sheets to count on, one for each question."""

    title: str
    subtitle: str
    round: str
    lines: tuple[str, ...]
    sides: tuple[TallySide, ...]
    questions: tuple[PaperQuestion, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the sheet: its heading, what it says, and points to go through."""

    id: str
    heading: str
    lines: tuple[str, ...]
    points: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Move:
    """One step of the day: what it is, what to do, and what to type while it goes on."""

    name: str
    lines: tuple[str, ...]
    commands: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Script:
    """The questions of a round, to be read aloud."""

    id: str
    heading: str
    questions: tuple[PaperQuestion, ...]


@dataclass(frozen=True, slots=True)
class Guide:
    """The whole sheet, in the order to read it."""

    title: str
    subtitle: str
    purpose: str
    before: tuple[Part, ...]
    day: str
    moves: tuple[Move, ...]
    during: tuple[Part, ...]
    reading: Part
    say: str
    scripts: tuple[Script, ...]
    after: tuple[Part, ...]
    credits: tuple[Source, ...]
