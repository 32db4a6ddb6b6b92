"""LimeSurvey: its CSV, with codes or with whole texts as headers and answers."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from ladder_check.workshop.importers.layout import Layout, find, to_sheet
from ladder_check.workshop.importers.sheet import Row, Sheet, Table

_MACHINE: Final = re.compile(
    r"id|submitdate|lastpage|startlanguage|seed|startdate|datestamp|interviewtime|group_?time.*|\w+time"
    r"|response id|date submitted|last page|start language|date started|date last action|total time"
    r"|(group|question) time.*"
)
_DONE: Final = ("submitdate", "date submitted")
_BY_CODE: Final = Layout(
    "LimeSurvey", frozenset({"id", "submitdate"}), _MACHINE, who=("id",), sent=("submitdate", "datestamp")
)
_BY_TEXT: Final = replace(
    _BY_CODE,
    needs=frozenset({"response id", "date submitted"}),
    who=("response id",),
    sent=("date submitted",),
)
_GUARDED: Final = re.compile(r"^'(?=[=+@-])")


def read(tables: Sequence[Table], file: str) -> Sheet | None:
    """The sheet of *tables*; None if they are not of this source."""
    found = find(_BY_CODE, tables) or find(_BY_TEXT, tables)
    if not found:
        return None
    done = [row for row in found.rows if found.cell(row, _DONE)]
    half = [row.number for row in found.rows if not found.cell(row, _DONE)]
    sheet = to_sheet(replace(found, rows=tuple(map(_unguarded, done))), file)
    return replace(sheet, notes=(*sheet.notes, *_half_finished(half)))


def _unguarded(row: Row) -> Row:
    """*row* as it was typed: LimeSurvey puts a sign before what a spreadsheet would work out."""
    return Row(row.number, tuple(_GUARDED.sub("", cell) for cell in row.cells))


def _half_finished(rows: Sequence[int]) -> tuple[str, ...]:
    if not rows:
        return ()
    return (f"Left out, because they were begun and not sent: row {', '.join(map(str, rows))}.",)
