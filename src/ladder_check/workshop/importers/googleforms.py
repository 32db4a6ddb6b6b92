"""Google Forms: its own CSV, or that of the sheet its answers went into."""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from typing import Final

from ladder_check.workshop.importers.layout import MAIL, Found, Layout, find, to_sheet
from ladder_check.workshop.importers.sheet import Row, Sheet, Table
from ladder_check.workshop.importers.times import clock_of

# The first header, in the language of the form.
_STAMPS: Final = (
    *("timestamp", "zeitstempel", "horodateur", "tijdstempel", "marca temporal", "carimbo de data/hora"),
    *("informazioni cronologiche", "sygnatura czasowa", "tidsstämpel", "tidsstempel", "tidsmerke"),
)


def read(tables: Sequence[Table], file: str) -> Sheet | None:
    """The sheet of *tables*; None if they are not of this source."""
    for stamp in _STAMPS:
        layout = Layout("Google Forms", frozenset({stamp}), re.compile(f"{stamp}|score"), sent=(stamp,))
        found = find(layout, tables)
        if found and found.folded[0] == stamp:
            return to_sheet(found, file, _person_of(found))
    return None


def _person_of(found: Found) -> Callable[[Found, Row], str]:
    """Who sent a row, which has no number here: the time of day, and how many were sent in that second.

    The two CSV files of one form write the day in different ways, and the time of day is in both.
    """
    names = {}
    seen = Counter[str]()
    for row in found.rows:
        clock = clock_of(found.cell(row, found.layout.sent))
        seen[clock] += 1
        names[row.number] = f"{clock} {seen[clock]}"

    def person(_: Found, row: Row) -> str:
        mail = found.cell(row, MAIL).casefold()
        return mail if "@" in mail else names[row.number]

    return person
