"""A CSV file as a table, whoever wrote it: its encoding and its separator are seen, not guessed."""

import csv
import io
from collections.abc import Iterator
from typing import Final

from ladder_check.errors import LadderCheckError
from ladder_check.workshop.importers.sheet import Row, Table

SEPARATORS: Final = (",", ";", "\t")
_UTF_16: Final = (b"\xff\xfe", b"\xfe\xff")


def read_csv(data: bytes, file: str) -> Table:
    """The rows of *data*; *file* is its name for messages.

    Raises:
        LadderCheckError: this is no text, or a quotation mark in it is never closed.
    """
    text = _decode(data, file)
    return Table(tuple(_rows(text, file)))


def _decode(data: bytes, file: str) -> str:
    text = _text(data)
    if text is None or "\0" in text:
        raise LadderCheckError(f"{file}: this is not a text file. Save it again as CSV with UTF-8.")
    return text


def _text(data: bytes) -> str | None:
    """UTF-8 with or without its mark; else what Excel writes on a PC of Western Europe."""
    names = ("utf-16",) if data.startswith(_UTF_16) else ("utf-8-sig", "cp1252")
    for name in names:
        try:
            return data.decode(name)
        except UnicodeDecodeError:
            continue
    return None


def separator_of(text: str) -> str:
    r"""The sign that stands most often outside quotes in the first record: , or ; or TAB.

    >>> separator_of('"Yes; or, no?";"Why?"\n1;2\n')
    ';'
    """
    counts = dict.fromkeys(SEPARATORS, 0)
    quoted = False
    for sign in text.lstrip("\r\n"):
        if sign == '"':
            quoted = not quoted
        elif not quoted and sign in counts:
            counts[sign] += 1
        elif not quoted and sign in "\r\n":
            break
    return max(SEPARATORS, key=lambda each: counts[each])


def _rows(text: str, file: str) -> Iterator[Row]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator_of(text), strict=True)
    number = 0
    try:
        for number, cells in enumerate(reader, 1):
            if any(cell.strip() for cell in cells):
                yield Row(number, tuple(cell.strip() for cell in cells))
    except csv.Error as error:
        raise LadderCheckError(f"{file}: row {number + 1}: {_reason(error)}") from None


def _reason(error: csv.Error) -> str:
    if "field larger" in str(error):
        return "one cell is longer than 100,000 characters. Nobody answered that; take it out."
    return "a quotation mark is not closed, or stands where none belongs. Save the file again as CSV."
