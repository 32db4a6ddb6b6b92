"""One room for tests of importing: what three people said, as each source writes it down."""

import csv
import io
from collections.abc import Iterable, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any, Final

import openpyxl

from ladder_check.documents.library import Shelf
from ladder_check.model.room import Session, Vote
from ladder_check.workshop.agenda import bank_ids, questions_of
from ladder_check.workshop.creation import create_record
from ladder_check.workshop.importers.batch import Wishes
from ladder_check.workshop.importers.mapping import ImportMap
from ladder_check.workshop.importers.matching import Matcher
from ladder_check.workshop.importers.sources import read_sheet
from ladder_check.workshop.importing import Outcome, import_sheets
from ladder_check.workshop.record import Record
from ladder_check.workshop.setting import Setting

R4: Final = "ladder.designing.r4"
HR1: Final = "rules.hr1.practice"
CLAIM: Final = "claim.designing"
AGENDA: Final = (R4, HR1)
WHO: Final = "Who are you in this?"
R4_ASK: Final = "Do people have their say before it is settled how this service will work?"
HR1_ASK: Final = "Do people help decide what the problem is, as well as the answer?"
R4_ONE: Final = "People have their say only after it is settled."
"""Level 1 of the first question."""
HR1_NOUGHT: Final = "No. Staff name the problem."
"""Level 0 of the second."""
ROWS: Final = (
    ("People who draw on care and support", "3", "Not sure"),
    ("Carers", R4_ONE, f"0 - {HR1_NOUGHT}"),
    ("Staff who give support", "4", ""),
)
"""What three people said: who they are, and their answers to both questions."""
SAID: Final = {
    R4: [("carers", 1), ("frontline", 4), ("people", 3)],
    HR1: [("carers", 0), ("people", "not-sure")],
}
"""The same, worked out by hand: who said what to each question, in the order of the alphabet."""


def new_record(path: Path, agenda: Sequence[str] = AGENDA) -> Path:
    """The record of a workshop that asks *agenda*, all of it in round 1, which is open."""
    session = Session.model_validate(
        {
            "format": 1,
            "title": "Day",
            "on": "2026-11-03",
            "agenda": list(agenda),
            "perspectives": {"people": 9, "carers": 2, "frontline": 8, "leaders": 2},
        }
    )
    shelf = Shelf()
    questions = questions_of(session, shelf)
    banks = {bank: shelf.bank(bank).version for bank in bank_ids(questions)}
    create_record(path, Setting(session, questions, banks, "ladder"), agenda)
    return path


def take(record: Record, *files: Path, mapping: dict[str, Any] | None = None, **wishes: Any) -> list[Outcome]:
    """Import *files* as the command does."""
    matcher = Matcher(record.questions, ImportMap.model_validate(mapping or {}))
    return import_sheets(record, [read_sheet(file) for file in files], matcher, Wishes(**wishes))


def said(record: Record, number: int = 1) -> dict[str, list[tuple[str, int | str]]]:
    """Who said what to each question in round *number*, in the order of the alphabet."""
    everything = {question: record.votes(question).get(number, ()) for question in record.questions}
    return {question: _in_order(votes) for question, votes in everything.items() if votes}


def _in_order(votes: Iterable[Vote]) -> list[tuple[str, int | str]]:
    return sorted(((vote.voice, vote.answer) for vote in votes), key=str)


def csv_text(rows: Iterable[Sequence[str]], separator: str = ",", *, quote_all: bool = False) -> str:
    """Rows as CSV."""
    out = io.StringIO()
    csv.writer(out, delimiter=separator, quoting=csv.QUOTE_ALL if quote_all else 0).writerows(rows)
    return out.getvalue()


def write_csv(
    path: Path, rows: Iterable[Sequence[str]], encoding: str = "utf-8", separator: str = ","
) -> Path:
    """A CSV file."""
    path.write_bytes(csv_text(rows, separator).encode(encoding))
    return path


def write_xlsx(path: Path, **sheets: Iterable[Sequence[Any]]) -> Path:
    """A workbook with these sheets; an underscore in a name stands for a space."""
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for title, rows in sheets.items():
        sheet = book.create_sheet(title.replace("_", " "))
        for row in rows:
            sheet.append(list(row))
    book.save(path)
    return path


def at(minute: int) -> datetime:
    """A time of the day of the workshop."""
    return datetime(2026, 11, 3, 10, minute, 0)


FORMS_HEAD: Final = ("ID", "Start time", "Completion time", "Email", "Name")


def msforms_rows(rows: Sequence[Sequence[str]] = ROWS) -> list[list[Any]]:
    """What Microsoft Forms writes into its workbook when it collects no names."""
    head = [*FORMS_HEAD, WHO, R4_ASK, HR1_ASK]
    return [head, *([n, at(n), at(n + 2), "anonymous", "", *row] for n, row in enumerate(rows, 1))]


def googleforms_rows(rows: Sequence[Sequence[str]] = ROWS) -> list[list[str]]:
    """What Google Forms downloads."""
    stamps = ("2026/11/03 6:31:58 PM GMT+1", "2026/11/03 6:31:58 PM GMT+1", "2026/11/03 6:40:02 PM GMT+1")
    return [["Timestamp", WHO, R4_ASK, HR1_ASK], *([s, *row] for s, row in zip(stamps, rows, strict=True))]


def limesurvey_rows() -> list[list[str]]:
    """What LimeSurvey exports, with a response that was begun and not sent."""
    head = ["id", "submitdate", "lastpage", "startlanguage", "seed", "ipaddr", WHO, R4_ASK, HR1_ASK]
    day = "1980-01-01 00:00:00"
    sent = [[str(n), day, "3", "en", "7", "10.0.0.1", *row] for n, row in enumerate(ROWS, 1)]
    return [head, *sent, ["4", "", "1", "en", "7", "10.0.0.2", "Carers", "0", ""]]


def slido_rows() -> list[list[str]]:
    """What Slido writes into its sheet Pivot All."""
    who = ["Participant ID", "Participant Name", "Participant Email", "Participant Company"]
    kinds = ["", "", "", "", "", *("Multiple choice (Single answer)" for _ in range(3))]
    named = ([f"{n:040x}", *("Anonymous" for _ in range(3)), "0", *row] for n, row in enumerate(ROWS, 1))
    return [[*who, "Total Correct Answers", WHO, R4_ASK, HR1_ASK], kinds, *named]


def slido_list_rows() -> list[list[str | int]]:
    """What Slido writes into its sheet Export All: a row for each option chosen."""
    head = ["Participant ID", "Poll ID", "Poll Type", "Poll Question", "Poll Option"]
    rows: list[list[str | int]] = [[*head, "Submission Date", "Submission Time"]]
    for n, row in enumerate(ROWS, 1):
        for poll, (question, option) in enumerate(zip((WHO, R4_ASK, HR1_ASK), row, strict=True)):
            if option:
                rows.append([f"{n:040x}", poll, "Survey", question, option, "11/03/2026", f"10:0{n}:00"])
    return rows


def mentimeter_rows(session: int = 1) -> list[list[Any]]:
    """What Mentimeter writes into its sheet Voters, below its two notes."""
    head = ["Date (UTC)", "Session", "Voter", "Opening reaction:", WHO, f"How is it?:: {R4_ASK}", HR1_ASK]
    notes = [
        ["Note: there are more sheets in this document"],
        ["Each session is found on its own sheet below."],
    ]
    return [*notes, head, *(["2026-11-03", session, n, "", *row] for n, row in enumerate(ROWS, 1))]


def own_rows() -> list[list[str]]:
    """Our own CSV, wide."""
    people = ("people", "carers", "frontline")
    answers = (("3", "not-sure"), ("1", "0"), ("4", ""))
    lines = ([str(n), who, "1", *said] for n, (who, said) in enumerate(zip(people, answers, strict=True), 1))
    return [["ballot", "perspective", "round", R4, HR1], *lines]


def own_long_rows() -> list[list[str]]:
    """Our own CSV, long."""
    wide = own_rows()
    lines = (
        [*row[:3], question, said] for row in wide[1:] for question, said in zip(AGENDA, row[3:], strict=True)
    )
    return [["ballot", "perspective", "round", "question", "answer"], *lines]


def write_source(folder: Path, source: str) -> Path:
    """The three people's answers as a file of *source*, one of SOURCES."""
    path = folder / f"{source}.{'xlsx' if source in _BOOKS else 'csv'}"
    return write_xlsx(path, **_BOOKS[source]()) if source in _BOOKS else write_csv(path, _TEXTS[source]())


_BOOKS: Final[dict[str, Any]] = {
    "msforms": lambda: {"Form1": msforms_rows()},
    "slido": lambda: {"Edited_by_hand": [["Our notes"]], "Pivot_All": slido_rows()},
    "slido-list": lambda: {"Export_All": slido_list_rows()},
    "mentimeter": lambda: {"Session_1": [["Question 1"], ["Type", "Choices"]], "Voters": mentimeter_rows()},
}
_TEXTS: Final[dict[str, Any]] = {
    "msforms-csv": lambda: [[_on_a_pc(cell) for cell in row] for row in msforms_rows()],
    "googleforms": googleforms_rows,
    "limesurvey": limesurvey_rows,
    "own": own_rows,
    "own-long": own_long_rows,
}
SOURCES: Final = (*_BOOKS, *_TEXTS)


def _on_a_pc(cell: Any) -> str:
    return f"{cell:%-m/%-d/%Y %H:%M}" if isinstance(cell, datetime) else str(cell)
