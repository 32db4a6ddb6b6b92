"""Empty ballots as a file to fill in: our own CSV, wide and long."""

import csv
import io
from collections.abc import Callable, Iterable, Mapping, Sequence
from importlib import import_module
from typing import Final

from ladder_check.model.room import Asked
from ladder_check.workshop.importers.mapping import BALLOT, PERSPECTIVE, ROUND
from ladder_check.workshop.record import Record, Round

HEAD: Final = (BALLOT, PERSPECTIVE, ROUND)
FORMATS: Final[Mapping[str, str]] = {
    "wide": "ladder_check.workshop.templates:render_wide",
    "long": "ladder_check.workshop.templates:render_long",
    # It needs what an extra brings, so it is loaded only when it is wanted.
    "xlsform": "ladder_check.workshop.xlsform:render_xlsform",
}
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")


def template_renderer(name: str) -> Callable[[Record, int | None], str | bytes]:
    """What makes an empty file of the format called *name*, for a record and one of its rounds."""
    module, _, function = FORMATS[name].partition(":")
    found: Callable[[Record, int | None], str | bytes] = getattr(import_module(module), function)
    return found


def asked_in(record: Record, number: int | None) -> tuple[int, tuple[Asked, ...]]:
    """A round and what it asks: round *number*, else the open or the last one, else all in round 1."""
    chosen = _chosen(record.rounds, number)
    if chosen is None:
        return number or 1, tuple(record.questions.values())
    return chosen.number, tuple(record.question(each) for each in chosen.asks)


def _chosen(rounds: Sequence[Round], number: int | None) -> Round | None:
    if number is None:
        return next((each for each in rounds if each.open), rounds[-1] if rounds else None)
    return next((each for each in rounds if each.number == number), None)


def render_wide(record: Record, number: int | None = None) -> str:
    """A line for each ballot, a column for each question."""
    number, asked = asked_in(record, number)
    rows = ([ballot, "", number, *("" for _ in asked)] for ballot in _ballots(record))
    return _csv([*HEAD, *(each.id for each in asked)], rows)


def render_long(record: Record, number: int | None = None) -> str:
    """A line for each ballot and question."""
    number, asked = asked_in(record, number)
    rows = ([ballot, "", number, each.id, ""] for ballot in _ballots(record) for each in asked)
    return _csv([*HEAD, "question", "answer"], rows)


def _ballots(record: Record) -> range:
    """The numbers on the ballots: one for each person who is invited."""
    return range(1, sum(record.session.perspectives.values()) + 1)


def _csv(head: Iterable[str], rows: Iterable[Sequence[object]]) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow([harmless(each) for each in head])
    writer.writerows(rows)
    return out.getvalue()


def harmless(text: str) -> str:
    """*text* as a cell that no spreadsheet takes for something to work out.

    >>> harmless("=1+1"), harmless("We are told")
    ("'=1+1", 'We are told')
    """
    return f"'{text}" if text.startswith(_FORMULA) else text
