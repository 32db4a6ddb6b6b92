"""The sources that can be imported.  To add one, write a module with `read` and its line here."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from ladder_check.documents.characters import shown
from ladder_check.errors import LadderCheckError
from ladder_check.workshop.importers import googleforms, limesurvey, mentimeter, msforms, own, slido
from ladder_check.workshop.importers.files import read_tables
from ladder_check.workshop.importers.sheet import Sheet, Table

SOURCES: Final[tuple[Callable[[Sequence[Table], str], Sheet | None], ...]] = (
    msforms.read,
    googleforms.read,
    limesurvey.read,
    slido.read,
    mentimeter.read,
    # Last: a form may ask for the ballot number too.
    own.read,
)


def read_sheet(path: Path) -> Sheet:
    """The replies in the file at *path*, of whichever source it is by its headers.

    Raises:
        LadderCheckError: it cannot be read, it is of no source that we know, or nobody answered in it.
    """
    tables = read_tables(path)
    for read in SOURCES:
        sheet = read(tables, str(path))
        if sheet is not None:
            return _with_replies(sheet)
    raise LadderCheckError(_unknown(path, tables))


def _with_replies(sheet: Sheet) -> Sheet:
    if not sheet.replies:
        raise LadderCheckError(f"{sheet.file}: {sheet.source}, and nobody's answers below the headers.")
    return sheet


def _unknown(path: Path, tables: Sequence[Table]) -> str:
    firsts = [
        ", ".join(shown(cell) for cell in table.rows[0].cells if cell) for table in tables if table.rows
    ]
    return (
        f"{path}: no source that we know has these headers. Found: {' | '.join(firsts) or 'none'}.\n"
        "Either export it from Microsoft Forms, Google Forms, LimeSurvey, Slido or Mentimeter, or write it "
        "as our own CSV, which this begins: ladder-check workshop template DAY.workshop -o ballots.csv"
    )
