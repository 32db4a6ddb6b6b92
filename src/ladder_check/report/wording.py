"""The words of a report: dates, lists, who says something, and rungs.  No blame and no praise."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final, Protocol

from ladder_check.model.answer import Side, Voice
from ladder_check.model.ladder import Ladder

MONTHS: Final = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
VOICES: Final[dict[Voice, str]] = {
    "people": "people who draw on care and support",
    "carers": "carers",
    "frontline": "staff who give support",
    "leaders": "leaders",
    "partners": "partner organisations",
    "lived": "people and carers",
    "staff": "staff",
}
FIXED_LINE: Final = "This report is for improvement, not for comparison between places."
SHORT_NOTE: Final = "A computer made this page. Nobody with a learning disability has checked it yet."
PEOPLE_MEANS: Final = "When we say people, we mean people who draw on care and support."


def day(when: date) -> str:
    """A date in words.

    >>> day(date(2026, 11, 3))
    '3 November 2026'
    """
    return f"{when.day} {MONTHS[when.month - 1]} {when.year}"


def capital(words: str) -> str:
    """*words* with a capital at the start."""
    return words[:1].upper() + words[1:]


def small(name: str) -> str:
    """*name* as it stands within a sentence; what is written in capitals stays so.

    >>> small("Co-design"), small("NHS work")
    ('co-design', 'NHS work')
    """
    return name if name[1:2].isupper() else name[:1].lower() + name[1:]


def quoted(words: str) -> str:
    """*words* in quotation marks."""
    return f"“{words}”"


def listed(words: Iterable[str]) -> str:
    """Several things in a row.

    >>> listed(["staff", "people", "carers"]), listed(["staff"])
    ('staff, people and carers', 'staff')
    """
    *rest, last = list(words) or [""]
    return f"{', '.join(rest)} and {last}" if rest else last


def in_a_row(names: Iterable[str]) -> str:
    """Names that may hold commas and "and" themselves, each in quotation marks.

    >>> in_a_row(["A say, in time", "Joining in"])
    '“A say, in time”, “Joining in”'
    """
    return ", ".join(quoted(name) for name in names)


def some(number: int, thing: str) -> str:
    """A number of things.

    >>> some(1, "rung"), some(2, "rung"), some(2, "person")
    ('1 rung', '2 rungs', '2 people')
    """
    many = "people" if thing == "person" else f"{thing}s"
    return f"{number} {thing if number == 1 else many}"


def by_voice(voice: Voice) -> str:
    """Who says something, at the start of a line."""
    return capital(VOICES[voice])


def said_by(side: Side) -> str:
    """Where a rung comes from.

    >>> said_by("lived")
    'By what people and carers say'
    """
    return f"By what {VOICES[side]} say"


class GaveNoLevel(Protocol):
    """How many of a group gave an answer without a level; None where that is not to be shown."""

    @property
    def not_sure(self) -> int | None:
        """How many were not sure."""

    @property
    def rather_not_say(self) -> int | None:
        """How many would rather not say."""


def unknowns(tally: GaveNoLevel) -> str:
    """How many of a room gave an answer without a level, as a sentence; empty if nobody did.

    >>> from ladder_check.model.answer import Tally
    >>> unknowns(Tally.model_validate({"counts": [0, 0, 0, 3, 2], "not-sure": 1, "rather-not-say": 3}))
    'Not sure: 1. Would rather not say: 3.'
    """
    parts = [("Not sure", tally.not_sure), ("Would rather not say", tally.rather_not_say)]
    return " ".join(f"{words}: {number}." for words, number in parts if number)


@dataclass(frozen=True, slots=True)
class RungNames:
    """How to say a rung of *ladder*.

    The bottom rung of a ladder with a gate is called by its own name only where harm is reported;
    elsewhere it is the *bottom*: nothing above it holds yet, and that is all we know.
    """

    ladder: Ladder
    has_gate: bool

    @property
    def bottom(self) -> str:
        """What the bottom rung is called where nobody reports harm."""
        band = self.ladder.band(1)
        return f"bottom of the ladder: {small(band.name) if band else 'no say'}"

    def name(self, number: int, *, harm: bool = False) -> str:
        """The name of a rung, as within a sentence."""
        if self._is_bottom(number, harm=harm):
            return f"the {self.bottom}"
        return small(self.ladder.rung(number).name)

    def rung(self, number: int, *, harm: bool = False) -> str:
        """A rung by number and name, such as *rung 4, consultation*."""
        return f"rung {number}, {self.name(number, harm=harm)}"

    def span(self, low: int, high: int, *, harm: bool = False) -> str:
        """A rung, or a range of rungs, by number and name."""
        if low == high:
            return self.rung(low, harm=harm)
        start = "the bottom of the ladder" if self._is_bottom(low, harm=harm) else self.name(low, harm=harm)
        return f"rung {low} to {high}, from {start} to {self.name(high)}"

    def short(self, low: int, high: int) -> str:
        """A rung or a range by number alone, for tables and pictures."""
        return f"rung {low}" if low == high else f"rung {low} to {high}"

    def _is_bottom(self, number: int, *, harm: bool) -> bool:
        return number == 1 and self.has_gate and not harm
