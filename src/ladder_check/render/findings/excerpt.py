"""The line of a file that a finding is about, as a terminal shows it, and where to put the mark under it."""

from collections.abc import Sequence
from typing import NamedTuple
from unicodedata import category, east_asian_width

from ladder_check.documents.finding import Place
from ladder_check.render.findings.safe import gaps, visible
from ladder_check.render.look import Look

GUTTER = len("   12 | ")


class Excerpt(NamedTuple):
    """A line to show, how many columns stand before the mark, and how many it is wide."""

    line: str
    before: int
    marks: int


def excerpt(line: str, place: Place, look: Look) -> Excerpt:
    """The part of *line* around *place* that fits, with a mark of at least one column.

    >>> excerpt("rung: 4", Place(1, 7, 1, 8), Look())
    Excerpt(line='rung: 4', before=6, marks=1)
    """
    room = max(look.width - GUTTER, 20)
    if len(line) <= room and line.isascii() and _is_shown_as_it_is(line):
        # As most lines are: a column for each character.
        stop = place.end_column - 1 if place.line == place.end_line else len(line)
        before = min(place.column - 1, len(line))
        return Excerpt(line, before, max(min(stop, len(line)) - before, 1))
    return _excerpt(_cells(line, look), place, look)


def _excerpt(cells: list[str], place: Place, look: Look) -> Excerpt:
    start = min(place.column - 1, len(cells))
    stop = place.end_column - 1 if place.line == place.end_line else len(cells)
    first, last = _window(len(cells), start, max(look.width - GUTTER, 20))
    dots = look.text("…")
    head = [dots] if first else []
    tail = [dots] if last < len(cells) else []
    before = columns([*head, *cells[first:start]])
    marks = max(columns(cells[start : min(stop, last)]), 1)
    return Excerpt("".join([*head, *cells[first:last], *tail]), before, marks)


def columns(cells: Sequence[str]) -> int:
    """How many columns of a terminal *cells* take."""
    text = "".join(cells)
    return len(text) if text.isascii() else sum(_columns_of(character) for character in text)


def _cells(line: str, look: Look) -> list[str]:
    """What to show for each character of *line*."""
    if _is_shown_as_it_is(line) and (look.unicode or line.isascii()):
        return list(line)
    cells = [look.text(" " if character == "\t" else visible(character)) for character in line]
    for gap in gaps(line):
        cells[gap - 1] += " "
    return cells


def _is_shown_as_it_is(line: str) -> bool:
    return line.isprintable() and "##" not in line


def _window(length: int, start: int, room: int) -> tuple[int, int]:
    """The stretch of *length* cells to show, when only *room* fit: a third of them before *start*."""
    if length <= room:
        return 0, length
    room -= 2
    first = max(0, min(start - room // 3, length - room))
    return first, first + room


def _columns_of(character: str) -> int:
    if category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if east_asian_width(character) in "WF" else 1
