"""The comments of a file, which the parser passes over."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

import yaml

from ladder_check.documents.finding import Place

_LOADER: Final[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment with its *text*, the # included; *alone* says that nothing else stands on its line."""

    text: str
    place: Place
    alone: bool


def read_comments(text: str, marker: str) -> Iterator[Comment]:
    """The comments with *marker* in them.  A # within a text of somebody is no comment.

    *text* is a whole document that could be parsed.  It is gone over only if the marker is in it.
    """
    if marker not in text:
        return
    spans = _texts(text)
    start = 0
    for number, line in enumerate(text.split("\n"), start=1):
        column = _begins(line, start, spans) if marker in line else None
        if column is not None:
            comment = line[column:].rstrip()
            if marker in comment:
                place = Place(number, column + 1, number, column + 1 + len(comment))
                yield Comment(comment, place, alone=not line[:column].strip())
        start += len(line) + 1


def _texts(text: str) -> list[tuple[int, int]]:
    """Where each scalar begins and ends."""
    # Its published types allow marks to be missing; they never are.
    scalars: list[Any] = [each for each in yaml.parse(text, _LOADER) if isinstance(each, yaml.ScalarEvent)]
    return [(event.start_mark.index, event.end_mark.index) for event in scalars]


def _begins(line: str, start: int, spans: list[tuple[int, int]]) -> int | None:
    """The column (from 0) at which the comment of *line* begins, if it has one."""
    for column, character in enumerate(line):
        opens = character == "#" and (column == 0 or line[column - 1].isspace())
        if opens and not _within(start + column, spans):
            return column
    return None


def _within(index: int, spans: list[tuple[int, int]]) -> bool:
    """Whether *index* is inside one of *spans*, which stand in the order of the file."""
    before = bisect_right(spans, index, key=lambda span: span[0])
    return before > 0 and index < spans[before - 1][1]
