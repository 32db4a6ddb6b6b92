"""Findings set aside in the file itself: by a comment on the line, or by a waiver with a day."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from ladder_check.documents.comments import Comment, read_comments
from ladder_check.documents.finding import Finding, Place
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

    def hides(self, finding: Finding) -> bool:
        """Whether it sets *finding* aside."""
        on_line = finding.place is not None and finding.place.line == self.line
        return self.is_whole and on_line and finding.code in self.codes


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
    lines = text.split("\n") if MARKER in text else []
    read = (_read(comment, lines) for comment in read_comments(text, MARKER))
    return tuple(ignore for ignore in read if ignore is not None)


def _read(comment: Comment, lines: Sequence[str]) -> Ignore | None:
    found = _IGNORE.match(comment.text)
    if found is None:
        return None
    codes = (found["codes"] or "").split(",")
    line = _next(lines, comment.place.line) if comment.alone else comment.place.line
    return Ignore(tuple(c.strip() for c in codes if c.strip()), found["reason"].strip(), line, comment.place)


def _next(lines: Sequence[str], line: int) -> int:
    """The line below *line*, further comments passed over."""
    below = range(line, len(lines))
    return next((at + 1 for at in below if not lines[at].lstrip().startswith("#")), line + 1)


def in_force(waivers: Sequence[Waiver], today: date) -> Iterable[tuple[int, Waiver]]:
    """The waivers whose day has not passed, each with its number from 0; the day itself counts."""
    return ((n, waiver) for n, waiver in enumerate(waivers) if waiver.until >= today)
