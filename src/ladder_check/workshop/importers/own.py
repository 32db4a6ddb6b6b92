"""Our own CSV, long and wide, as `workshop template` writes it; also when it comes back from Kobo or ODK."""

import re
from collections.abc import Sequence
from typing import Final

from ladder_check.workshop.importers.layout import Found, Layout, find, to_sheet
from ladder_check.workshop.importers.sheet import Reply, Row, Sheet, Table

BALLOT: Final = "ballot"
_MACHINE: Final = re.compile(
    r"_.*|start|end|today|key|submissiondate|instanceid|meta[-:/].*|formhub/uuid|reviewstate|deviceid|status"
    r"|attachments(present|expected)|edits|formversion"
)
_LONG: Final = Layout("our own CSV", frozenset({BALLOT, "question", "answer"}), _MACHINE)
_WIDE: Final = Layout(
    "our own CSV", frozenset({BALLOT}), _MACHINE, sent=("_submission_time", "submissiondate", "end")
)


def read(tables: Sequence[Table], file: str) -> Sheet | None:
    """The sheet of *tables*; None if they are not of this source."""
    if found := find(_LONG, tables):
        return _long(found, file)
    found = find(_WIDE, tables)
    return to_sheet(found, file, _by_ballot) if found else None


def _by_ballot(found: Found, row: Row) -> str:  # noqa: ARG001  # who sends a row is asked with both
    """Nobody: the ballot number says who it is, and later rows add to earlier ones."""
    return ""


def _long(found: Found, file: str) -> Sheet:
    sheet = to_sheet(found, file, _by_ballot)
    named = dict(zip(found.folded, found.headers, strict=False))
    question, answer = named["question"], named["answer"]
    others = tuple(each for each in sheet.headers if each not in (question, answer))
    replies = [_one_answer(each, question, answer) for each in sheet.replies]
    asked = dict.fromkeys(each.cells.get(question, "") for each in sheet.replies)
    return Sheet(file, sheet.source, (*others, *filter(None, asked)), tuple(replies), personal=sheet.personal)


def _one_answer(reply: Reply, question: str, answer: str) -> Reply:
    """A row of the long form as a reply with one question in it."""
    cells = {name: cell for name, cell in reply.cells.items() if name not in (question, answer)}
    if question in reply.cells and answer in reply.cells:
        cells[reply.cells[question]] = reply.cells[answer]
    return Reply(reply.row, cells, sent=reply.sent)
