"""What is wrong with a file, and where.  A finding is data; how it looks is decided elsewhere."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import islice
from typing import Final, Literal, NamedTuple

from ladder_check.errors import LadderCheckError

Weight = Literal["error", "warning", "notice"]
MAX_FINDINGS: Final = 100
"""Faults that are told at once of a file that cannot be used; with more it is not the file that was meant."""


class Place(NamedTuple):
    """A stretch of a file.  Lines and columns count from 1, columns in characters (code points).

    *end_column* is the column just after the last character, so an empty value ends where it begins.
    """

    line: int
    column: int
    end_line: int
    end_column: int


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to put right in *file*: a code that stays the same, and a message that says the way out.

    >>> print(Finding("LC003", "The key title is here twice.", "day.yaml", Place(4, 1, 4, 6)))
    day.yaml:4:1: LC003 The key title is here twice.
    """

    code: str
    message: str
    file: str
    place: Place | None
    severity: Weight = "error"

    def __str__(self) -> str:
        where = f":{self.place.line}:{self.place.column}" if self.place else ""
        return f"{self.file}{where}: {self.code} {self.message}"

    def __lt__(self, other: "Finding") -> bool:
        return self._order < other._order

    @property
    def _order(self) -> tuple[str, Place, str, str]:
        """File, place, code; what has no place in the file comes before what has one."""
        return (self.file, self.place or Place(0, 0, 0, 0), self.code, self.message)


def told(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The *findings* of one file in order; of very many only some, and last that these are not all.

    What is beyond them is not even looked for: each costs time and room, and nobody reads it.
    """
    first = sorted(islice(findings, MAX_FINDINGS + 1))
    if len(first) <= MAX_FINDINGS:
        return tuple(first)
    last = first[MAX_FINDINGS]
    return (*first[:MAX_FINDINGS], replace(last, message=_MORE))


_MORE: Final = (
    f"There is more to put right: of a file that cannot be used {MAX_FINDINGS} findings are told. Please "
    "either put these right and check again, or see whether this is the file you meant."
)


class InvalidDocument(LadderCheckError):
    """A file that cannot be used as it is.  Its text is the lines of its findings, in order."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        self.findings: tuple[Finding, ...] = tuple(sorted(findings))
        super().__init__("\n".join(str(finding) for finding in self.findings))
