"""Mentimeter: the sheet of voters, below its notes."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from ladder_check.workshop.importers.layout import Found, Layout, find, keep_last, to_sheet
from ladder_check.workshop.importers.sheet import Row, Sheet, Table

_SESSION: Final = "session"
_LAYOUT: Final = Layout(
    "Mentimeter",
    frozenset({_SESSION, "voter"}),
    re.compile(r"date( \(utc\))?|session|voter|(opening|closing) reaction|.*: (name|emoji|score)"),
)
_PROMPT: Final = re.compile(r"^.*:: ?|: Answer$")
"""A scale puts its prompt before each statement, and a quiz its kind of column behind a question."""


def read(tables: Sequence[Table], file: str) -> Sheet | None:
    """The sheet of *tables*; None if they are not of this source."""
    found = find(_LAYOUT, tables)
    if not found:
        return None
    bare = replace(found, headers=_bare(found.headers))
    sheet = to_sheet(bare, file, _voter)
    sessions = {row.number: found.cell(row, (_SESSION,)) for row in found.rows}
    replies = (replace(each, session=sessions[each.row]) for each in sheet.replies)
    return keep_last(replace(sheet, replies=tuple(replies)))


def _bare(headers: Sequence[str]) -> tuple[str, ...]:
    """The statements and questions alone, where each is still a name of its own."""
    bare = tuple(_PROMPT.sub("", header) for header in headers)
    return tuple(b if bare.count(b) == 1 else header for b, header in zip(bare, headers, strict=True))


def _voter(found: Found, row: Row) -> str:
    """A voter of a session: they are numbered from 1 again in each."""
    return f"{found.cell(row, (_SESSION,))} {found.cell(row, ('voter',))}"
