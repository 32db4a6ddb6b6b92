"""What a sheet brings to a record: answers, words, what is wrong with it, and what a person should know."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from ladder_check.documents.characters import shown
from ladder_check.errors import LadderCheckError
from ladder_check.model.answer import Voice
from ladder_check.workshop.importers.mapping import BALLOT, PERSPECTIVE, ROUND
from ladder_check.workshop.importers.matching import Matcher, is_question
from ladder_check.workshop.importers.sheet import Reply, Sheet
from ladder_check.workshop.record import Entry

ALL_SESSIONS: Final = "all"


@dataclass(frozen=True, slots=True)
class Wishes:
    """How to import: into which round, for whom, which session, and whether bad rows are left out."""

    round: int | None = None
    voice: Voice | None = None
    session: str | None = None
    skip_bad_rows: bool = False


@dataclass(frozen=True, slots=True)
class Saying:
    """What somebody said in their own words; *question* is empty where it is about no single one."""

    question: str
    voice: Voice
    said: str


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong in a *row* of a *file*; *column* is empty where it is the row as a whole."""

    file: str
    row: int
    column: str
    message: str

    def __str__(self) -> str:
        column = f", column “{shown(self.column)}”" if self.column else ""
        return f"{self.file}: row {self.row}{column}: {self.message}"


@dataclass
class Batch:
    """What came of a sheet, in the order of its rows.

    *rows* are those with an answer; *not_asked* counts answers to questions that their round does not
    ask, *elsewhere* answers that were imported for another round already, and *not_fitting* those which say
    that the question does not fit.  *names_rounds* says that the file itself tells the round of each answer.
    """

    sheet: Sheet
    names_rounds: bool = False
    entries: list[Entry] = field(default_factory=list)
    sayings: list[Saying] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    rows: int = 0
    not_asked: Counter[tuple[int, str]] = field(default_factory=Counter)
    elsewhere: Counter[int] = field(default_factory=Counter)
    not_fitting: int = 0

    @property
    def bad_rows(self) -> tuple[int, ...]:
        """The rows that something is wrong in."""
        return tuple(dict.fromkeys(fault.row for fault in self.faults))


def columns_of(sheet: Sheet, matcher: Matcher) -> dict[str, str]:
    """What each column of *sheet* means, of those that mean anything.

    Raises:
        LadderCheckError: two columns are about one thing.
    """
    columns = {header: meaning for header in sheet.headers if (meaning := matcher.meaning(header))}
    counts = Counter(meaning for meaning in columns.values() if _stands_once(meaning))
    for meaning, n in counts.items():
        if n > 1:
            raise LadderCheckError(_twice(sheet, columns, meaning))
    return columns


def _stands_once(meaning: str) -> bool:
    return is_question(meaning) or meaning in (BALLOT, PERSPECTIVE, ROUND)


def _twice(sheet: Sheet, columns: Mapping[str, str], meaning: str) -> str:
    named = " and ".join(f"“{shown(header)}”" for header, each in columns.items() if each == meaning)
    return (
        f"{sheet.file}: the columns {named} are all about {meaning}. Say in a map which one counts, and "
        "leave-out for the others."
    )


def replies_of(sheet: Sheet, session: str | None) -> Sequence[Reply]:
    """The replies of one *session* of *sheet*, or of all.

    Raises:
        LadderCheckError: there are several sessions, and none was named; or there is none of that name.
    """
    if session == ALL_SESSIONS or (session is None and len(sheet.sessions) < 2):
        return sheet.replies
    named = f"{sheet.file}: the sessions in this file are {', '.join(sheet.sessions) or 'not told apart'}."
    if session is None:
        raise LadderCheckError(
            f"{named} Are they two rounds? Then import each, with --session and --round. If nobody voted in "
            "more than one of them, add --session all."
        )
    if session not in sheet.sessions:
        raise LadderCheckError(f"{named} There is no session {session}.")
    return [each for each in sheet.replies if each.session == session]
