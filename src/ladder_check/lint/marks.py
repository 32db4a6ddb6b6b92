"""Findings set aside in the file itself: by a comment on the line, or by a waiver with a day."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from ladder_check.documents.comments import Comment, read_comments
from ladder_check.documents.finding import Place
from ladder_check.model.assessment import Waiver

MARKER: Final = "ladder-check:"
_IGNORE: Final = re.compile(
    r"#\s*ladder-check:\s*ignore\b(?:\s*\[(?P<codes>[^\]]*)\])?(?P<reason>.*)", re.DOTALL
)


@dataclass(frozen=True, slots=True)
class Ignore:
    """A comment that sets rules aside for the findings on one *line*, and the *reason* it gives."""

    codes: tuple[str, ...]
    reason: str
    line: int
    place: Place

    @property
    def is_whole(self) -> bool:
        """Whether it names its rules and says why; otherwise it hides nothing."""
        return bool(self.codes and self.reason)

    @property
    def hides(self) -> frozenset[tuple[int, str]]:
        """The line and code of each finding that it sets aside."""
        return frozenset((self.line, code) for code in self.codes) if self.is_whole else frozenset()


@dataclass(frozen=True, slots=True)
class Heard:
    """What the rules about the linter itself judge.

    *idle_ignores* are ignores with a code of theirs that met no finding; *idle_waivers* the numbers of
    waivers that met none; *known* is the code and the name of every rule.
    """

    ignores: tuple[Ignore, ...] = ()
    idle_ignores: tuple[tuple[Ignore, str], ...] = ()
    idle_waivers: tuple[int, ...] = ()
    known: tuple[tuple[str, str], ...] = ()

    def code_of(self, name: str) -> str | None:
        """The code of the rule called *name*, by its code or its name; None if there is none."""
        return next((code for code, kebab in self.known if name in (code, kebab)), None)


def read_ignores(text: str) -> tuple[Ignore, ...]:
    """The ignores in the comments of a file."""
    below = _lines_below(text) if MARKER in text else ()
    read = (_read(comment, below) for comment in read_comments(text, MARKER))
    return tuple(ignore for ignore in read if ignore is not None)


def _read(comment: Comment, below: Sequence[int]) -> Ignore | None:
    found = _IGNORE.match(comment.text)
    if found is None:
        return None
    codes = (found["codes"] or "").split(",")
    line = below[comment.place.line - 1] if comment.alone else comment.place.line
    return Ignore(tuple(c.strip() for c in codes if c.strip()), found["reason"].strip(), line, comment.place)


def _lines_below(text: str) -> list[int]:
    """For each line the number of the next one that is no comment."""
    lines = text.split("\n")
    below = [len(lines) + 1] * len(lines)
    for at in range(len(lines) - 2, -1, -1):
        below[at] = below[at + 1] if lines[at + 1].lstrip().startswith("#") else at + 2
    return below


def in_force(waivers: Sequence[Waiver], today: date) -> Iterable[tuple[int, Waiver]]:
    """The waivers whose day has not passed, each with its number from 0; the day itself counts."""
    return ((n, waiver) for n, waiver in enumerate(waivers) if waiver.until >= today)
