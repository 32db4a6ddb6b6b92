"""An Excel workbook as tables, values only: no macro runs, no formula is worked out, no bomb goes off."""

import io
import struct
import warnings
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from datetime import date, datetime, time
from itertools import zip_longest
from typing import Any, Final

from ladder_check.errors import LadderCheckError
from ladder_check.workshop.importers.sheet import Row, Table, letter

try:
    import openpyxl
except ImportError:
    openpyxl = None  # type: ignore[assignment]

NEEDS_EXTRA: Final = "{}: to read or write Excel files, type: pip install 'ladder-check[xlsx]'"
MOST_UNPACKED: Final = 200 * 1024**2
MOST_TIMES_LARGER: Final = 200
"""Real workbooks unpack to about ten times their size."""
MOST_ROWS: Final = 20_000
MOST_COLUMNS: Final = 1_000
# What the parts of a damaged workbook raise, from the archive up to what its XML says.
_BROKEN: Final = (
    *(zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError, RuntimeError),
    *(SyntaxError, LookupError, ValueError, TypeError, AttributeError, ArithmeticError),
)


def read_xlsx(data: bytes, file: str) -> tuple[Table, ...]:
    """A table for each sheet of the workbook *data*; *file* is its name for messages.

    Raises:
        LadderCheckError: openpyxl is missing, this is no workbook, it unpacks to far too much, or a cell
            holds a formula whose value was never worked out.
    """
    if openpyxl is None:
        raise LadderCheckError(NEEDS_EXTRA.format(file))
    try:
        _must_be_small(data, file)
        with warnings.catch_warnings():
            # What it warns of are decorations that it leaves out, and so do we.
            warnings.simplefilter("ignore")
            return _tables(data, file)
    except _BROKEN:
        raise LadderCheckError(
            f"{file}: this is no workbook that can be read. Save it again as .xlsx."
        ) from None


def _must_be_small(data: bytes, file: str) -> None:
    """Refuse what unpacks to far more than a form's answers, before any of it is unpacked."""
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        size = sum(part.file_size for part in parts.infolist())
    if size > MOST_UNPACKED or size > MOST_TIMES_LARGER * len(data):
        raise LadderCheckError(f"{file}: this file unpacks to {size // 1024**2} MiB, so it was not opened.")


def _tables(data: bytes, file: str) -> tuple[Table, ...]:
    values = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)
    formulas = openpyxl.load_workbook(io.BytesIO(data), read_only=True)
    return tuple(
        Table(tuple(_rows(values[each.title], formulas[each.title], file))) for each in values.worksheets
    )


def _rows(values: Any, formulas: Any, file: str) -> Iterator[Row]:
    for sheet in (values, formulas):
        # Some programs write a wrong size into the sheet, and then rows would be missed.
        sheet.reset_dimensions()
    both = zip_longest(values.iter_rows(values_only=True), formulas.iter_rows(values_only=True), fillvalue=())
    for number, (cells, sources) in enumerate(both, 1):
        if number > MOST_ROWS or len(cells) > MOST_COLUMNS:
            raise LadderCheckError(f"{file}: this sheet is far larger than a form's answers.")
        _must_have_values(cells, sources, f"{file}: row {number}")
        row = tuple(_text(cell) for cell in cells)
        if any(row):
            yield Row(number, row)


def _must_have_values(cells: Iterable[Any], sources: Iterable[Any], where: str) -> None:
    for place, (cell, source) in enumerate(zip(cells, sources, strict=False)):
        if cell is None and isinstance(source, str) and source.startswith("="):
            raise LadderCheckError(
                f"{where}, column {letter(place)}: a formula without a value. Open the file in a "
                "spreadsheet, paste the values in the place of the formulas, and save it."
            )


def _text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, datetime | date | time):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).strip()
