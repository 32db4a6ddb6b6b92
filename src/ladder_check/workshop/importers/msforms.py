"""Microsoft Forms: the workbook, or the CSV that Excel makes of it."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from ladder_check.workshop.importers.layout import Found, Layout, find, to_sheet
from ladder_check.workshop.importers.sheet import Row, Sheet, Table
from ladder_check.workshop.importers.times import is_time

_ENGLISH: Final = Layout(
    "Microsoft Forms",
    frozenset({"start time", "completion time"}),
    re.compile(
        r"id|start time|completion time|last modified time|total points|quiz feedback|language"
        r"|(points|feedback) - .*"
    ),
    who=("id",),
    sent=("completion time",),
)
_ANY_LANGUAGE: Final = replace(_ENGLISH, needs=frozenset({"id"}))
_OWN_COLUMNS: Final = 5
"""The id, two times, an address and a name, in this order in every language."""


def read(tables: Sequence[Table], file: str) -> Sheet | None:
    """The sheet of *tables*; None if they are not of this source."""
    found = find(_ENGLISH, tables) or _by_place(find(_ANY_LANGUAGE, tables))
    return to_sheet(found, file) if found else None


def _by_place(found: Found | None) -> Found | None:
    """What was *found*, its first columns called as in English, if it is one of these forms."""
    if not found or found.folded[0] != "id" or not found.rows or not all(map(_has_times, found.rows)):
        return None
    english = ("id", "start time", "completion time", "email", "name")
    return replace(found, folded=(*english, *found.folded[_OWN_COLUMNS:]))


def _has_times(row: Row) -> bool:
    return len(row.cells) >= _OWN_COLUMNS and is_time(row.cells[1]) and is_time(row.cells[2])
