"""Empty ballots as a file to fill in: our own CSV, wide and long."""

import csv
import io
from collections.abc import Callable, Iterable, Mapping, Sequence
from importlib import import_module
from typing import Final

from ladder_check.documents.characters import spreadsheet_cell
from ladder_check.model.answer import Perspective
from ladder_check.model.room import Asked
from ladder_check.report.papers import number_ballots
from ladder_check.workshop.importers.mapping import BALLOT, PERSPECTIVE, ROUND
from ladder_check.workshop.record import Record
from ladder_check.workshop.rounds import planned_round

HEAD: Final = (BALLOT, PERSPECTIVE, ROUND)
FORMATS: Final[Mapping[str, str]] = {
    "wide": "ladder_check.workshop.templates:render_wide",
    "long": "ladder_check.workshop.templates:render_long",
    # It needs what an extra brings, so it is loaded only when it is wanted.
    "xlsform": "ladder_check.workshop.xlsform:render_xlsform",
}


def template_renderer(name: str) -> Callable[[Record, int | None], str | bytes]:
    """What makes an empty file of the format called *name*, for a record and one of its rounds."""
    module, _, function = FORMATS[name].partition(":")
    found: Callable[[Record, int | None], str | bytes] = getattr(import_module(module), function)
    return found


def asked_in(record: Record, number: int | None) -> tuple[int, tuple[Asked, ...]]:
    """A round and what it asks: round *number*, which may still be to come, or else the open one.

    Raises:
        LadderCheckError: there is no such round.
    """
    found = planned_round(record, number)
    return found.number, tuple(record.question(each) for each in found.asks)


def render_wide(record: Record, number: int | None = None) -> str:
    """A line for each ballot, a column for each question."""
    number, asked = asked_in(record, number)
    rows = ([ballot, voice, number, *("" for _ in asked)] for ballot, voice in _ballots(record))
    return _csv([*HEAD, *(each.id for each in asked)], rows)


def render_long(record: Record, number: int | None = None) -> str:
    """A line for each ballot and question."""
    number, asked = asked_in(record, number)
    rows = ([ballot, voice, number, each.id, ""] for ballot, voice in _ballots(record) for each in asked)
    return _csv([*HEAD, "question", "answer"], rows)


def _ballots(record: Record) -> tuple[tuple[int, Perspective], ...]:
    """The number of each ballot and whom it speaks for, as they are printed for those who are invited."""
    return number_ballots(record.session.perspectives, spare=0)


def _csv(head: Iterable[str], rows: Iterable[Sequence[object]]) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow([spreadsheet_cell(each) for each in head])
    writer.writerows(rows)
    return out.getvalue()
