"""What is wrong with a file, and where.  A finding is data; how it looks is decided elsewhere."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, NamedTuple

from ladder_check.errors import LadderCheckError

Weight = Literal["error", "warning", "notice"]


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


class InvalidDocument(LadderCheckError):
    """A file that cannot be used as it is.  Its text is the lines of its findings, in order."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        self.findings: tuple[Finding, ...] = tuple(sorted(findings))
        super().__init__("\n".join(str(finding) for finding in self.findings))
