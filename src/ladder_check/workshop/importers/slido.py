"""Slido: the workbook of polls by participant, as a table (Pivot All) or as a list (Export All)."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from ladder_check.workshop.importers.layout import Found, Layout, find, keep_last, to_sheet
from ladder_check.workshop.importers.sheet import Reply, Row, Sheet, Table

_WHO: Final = "participant id"
_POLL: Final = ("poll question", "poll option")
_MACHINE: Final = re.compile(
    r"participant id|user id|total correct answers|poll id|poll type|survey name|submission (date|time)"
)
_PIVOT: Final = Layout(
    "Slido", frozenset({_WHO}), _MACHINE, lacks=frozenset(_POLL), who=(_WHO,), everywhere=True
)
_OLDER: Final = Layout("Slido", frozenset({"user name", "total correct answers"}), _MACHINE, who=("user id",))
_LIST: Final = replace(_PIVOT, needs=frozenset({_WHO, *_POLL}), lacks=frozenset())


def read(tables: Sequence[Table], file: str) -> Sheet | None:
    """The sheet of *tables*; None if they are not of this source."""
    if found := find(_PIVOT, tables):
        return to_sheet(replace(found, rows=tuple(r for r in found.rows if found.cell(r, (_WHO,)))), file)
    if found := find(_OLDER, tables):
        # The row below the header says of which kind each poll is.
        return to_sheet(replace(found, rows=found.rows[1:]), file)
    found = find(_LIST, tables)
    return _from_list(found, file) if found else None


def _from_list(found: Found, file: str) -> Sheet:
    """One reply a person, of a list with a row for each option that somebody chose in a poll."""
    people: dict[str, Reply] = {}
    moments: dict[tuple[str, str], str] = {}
    for row in sorted(found.rows, key=lambda each: _moment(found, each)):
        who = found.cell(row, (_WHO,))
        before = people.get(who) or Reply(row.number, {}, who)
        poll, option = (found.cell(row, (name,)) for name in _POLL)
        now = _moment(found, row)
        # Several options sent at once are one answer; one sent later takes the place of an earlier one.
        chosen = f"{before.cells[poll]}; {option}" if moments.get((who, poll)) == now else option
        moments[who, poll] = now
        people[who] = replace(before, cells={**before.cells, poll: chosen})
    headers = tuple(dict.fromkeys(poll for each in people.values() for poll in each.cells))
    whole = to_sheet(replace(found, rows=()), file)
    return keep_last(replace(whole, headers=headers, replies=tuple(people.values())))


def _moment(found: Found, row: Row) -> str:
    """When a row was sent, so that it can be put in order: the day is written month first."""
    day = found.cell(row, ("submission date",))
    month_first = re.fullmatch(r"(\d{2})/(\d{2})/(\d{4})", day)
    written = f"{month_first[3]}-{month_first[1]}-{month_first[2]}" if month_first else day
    return f"{written} {found.cell(row, ('submission time',))}"
