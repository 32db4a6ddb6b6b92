"""From the path of a file to its tables: what it is shows in its first bytes, not in its name."""

from importlib import import_module
from pathlib import Path
from typing import Final

from ladder_check.documents.reading import read_bytes
from ladder_check.errors import LadderCheckError
from ladder_check.workshop.importers.csv_file import read_csv
from ladder_check.workshop.importers.sheet import Table

MOST_BYTES: Final = 50 * 1024**2
_ZIP: Final = b"PK"
_OLD_OFFICE: Final = b"\xd0\xcf\x11\xe0"


def read_tables(path: Path) -> tuple[Table, ...]:
    """The tables of the CSV file or workbook at *path*; one for CSV, one for each sheet of a workbook.

    Raises:
        LadderCheckError: it cannot be read, or is neither.
    """
    data = read_bytes(path, MOST_BYTES)
    if data.startswith(_OLD_OFFICE):
        raise LadderCheckError(
            f"{path}: this is an old Excel file (.xls), or one with a password. Save it as .xlsx without one."
        )
    if not data.strip():
        raise LadderCheckError(f"{path}: this file is empty.")
    if data.startswith(_ZIP):
        return _workbook(data, path)
    if path.suffix.casefold() in (".xlsx", ".xlsm"):
        raise LadderCheckError(f"{path}: this is no workbook that can be read. Save it again as .xlsx.")
    return (read_csv(data, str(path)),)


def _workbook(data: bytes, path: Path) -> tuple[Table, ...]:
    # Only a workbook needs what reads one, which is an extra and slow to load.
    tables: tuple[Table, ...] = import_module("ladder_check.workshop.importers.xlsx_file").read_xlsx(
        data, str(path)
    )
    return tables
