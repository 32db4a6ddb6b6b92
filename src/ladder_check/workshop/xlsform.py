"""The questions of a round as an XLSForm for Kobo and ODK; what comes back has our ids as its headers."""

import io
from collections.abc import Iterator, Sequence
from typing import Final

from ladder_check.documents.characters import spreadsheet_cell
from ladder_check.errors import LadderCheckError
from ladder_check.model.answer import PERSPECTIVES
from ladder_check.model.room import ROOM_WORDS, Asked
from ladder_check.report.wording import by_voice
from ladder_check.workshop.importers.mapping import BALLOT, PERSPECTIVE, ROUND
from ladder_check.workshop.importers.matching import BALLOT_ASK, PERSPECTIVE_ASK
from ladder_check.workshop.importers.xlsx_file import NEEDS_EXTRA
from ladder_check.workshop.record import Record
from ladder_check.workshop.templates import asked_in

try:
    import openpyxl
except ImportError:
    openpyxl = None  # type: ignore[assignment]

_WORD_LABELS: Final = {"not-sure": "Not sure", "rather-not-say": "Rather not say"}
Rows = Sequence[Sequence[str]]


def render_xlsform(record: Record, number: int | None = None) -> bytes:
    """The workbook, with the sheets survey, choices and settings.

    Raises:
        LadderCheckError: openpyxl is missing.
    """
    if openpyxl is None:
        raise LadderCheckError(NEEDS_EXTRA.format("XLSForm"))
    number, asked = asked_in(record, number)
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for title, rows in (
        ("survey", list(_survey(number, asked))),
        ("choices", list(_choices(asked))),
        ("settings", _settings(record, number)),
    ):
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append([spreadsheet_cell(cell) for cell in row])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _survey(number: int, asked: Sequence[Asked]) -> Iterator[Sequence[str]]:
    yield ("type", "name", "label", "hint", "appearance", "required", "calculation")
    yield ("text", BALLOT, BALLOT_ASK, "The number on your ballot. No name, please.", "", "yes", "")
    yield (f"select_one {PERSPECTIVE}", PERSPECTIVE, PERSPECTIVE_ASK, "", "", "yes", "")
    yield ("calculate", ROUND, "", "", "", "", str(number))
    for each in asked:
        label = f"{each.heading}: {each.ask}" if each.is_claim else each.ask
        yield (f"select_one {each.id}", each.id, label, each.note or "", "", "", "")


def _choices(asked: Sequence[Asked]) -> Iterator[Sequence[str]]:
    yield ("list_name", "name", "label")
    for perspective in PERSPECTIVES:
        yield (PERSPECTIVE, perspective, by_voice(perspective))
    for each in asked:
        for step, value, label in zip(each.scale.steps, each.values, each.labels, strict=True):
            yield (each.id, value, f"{step} - {label}")
        for word in ROOM_WORDS:
            yield (each.id, word, _WORD_LABELS[word])


def _settings(record: Record, number: int) -> Rows:
    title = f"{record.session.title}, round {number}"
    return (("form_title", "form_id", "version"), (title, f"ladder-check-round-{number}", "1"))
