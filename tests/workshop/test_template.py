"""Empty files for answers: what is filled in there comes back as it was meant."""

import csv
import io
from dataclasses import replace
from pathlib import Path
from xml.etree.ElementTree import fromstring

import openpyxl
import pytest
from pyxform.xls2xform import convert

from ladder_check.model.room import Session
from ladder_check.workshop.creation import create_record
from ladder_check.workshop.record import Record, open_record
from ladder_check.workshop.rounds import next_round
from ladder_check.workshop.templates import render_long, render_wide
from ladder_check.workshop.xlsform import render_xlsform
from room_files import CLAIM, HR1, R4, SAID, csv_text, new_record, own_rows, said, take, write_csv

XFORMS = "{http://www.w3.org/2002/xforms}"


@pytest.fixture
def room(tmp_path: Path) -> Path:
    return new_record(tmp_path / "day.workshop")


def rows_of(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text)))


def test_wide_has_a_line_for_everybody_invited(room: Path) -> None:
    """9 people, 2 carers, 8 staff and 2 leaders are 21, and their ballots are numbered in this order."""
    with open_record(room) as record:
        rows = rows_of(render_wide(record))
    assert rows[0] == ["ballot", "perspective", "round", R4, HR1]
    whose = ["people"] * 9 + ["carers"] * 2 + ["frontline"] * 8 + ["leaders"] * 2
    assert rows[1:] == [[str(n), voice, "1", "", ""] for n, voice in enumerate(whose, 1)]


def test_long_has_a_line_for_each_of_their_answers(room: Path) -> None:
    with open_record(room) as record:
        rows = rows_of(render_long(record))
    assert rows[0] == ["ballot", "perspective", "round", "question", "answer"]
    assert rows[1:3] == [["1", "people", "1", R4, ""], ["1", "people", "1", HR1, ""]]
    assert len(rows) == 1 + 21 * 2


@pytest.mark.parametrize("render", [render_wide, render_long])
def test_what_is_filled_in_comes_back(room: Path, render: object) -> None:
    with open_record(room) as record:
        rows = rows_of(render_wide(record) if render is render_wide else render_long(record))
        for ballot, perspective, _, *answers in own_rows()[1:]:
            for row in rows:
                if row[0] == ballot:
                    row[1] = perspective
                    row[3:] = answers if render is render_wide else [row[3], answers[row[3] == HR1]]
        take(record, write_csv(room.parent / "a.csv", rows))
        assert said(record) == SAID


def test_it_asks_what_the_open_round_asks_or_the_one_that_is_named(room: Path) -> None:
    with open_record(room) as record:
        next_round(record, (HR1,))
        assert rows_of(render_wide(record))[0][2:] == ["round", HR1]
        assert rows_of(render_wide(record))[1][2] == "2"
        assert rows_of(render_wide(record, 1))[0][3:] == [R4, HR1]


def xlsform(record: Record, folder: Path) -> Path:
    file = folder / "form.xlsx"
    file.write_bytes(render_xlsform(record))
    return file


def test_the_xlsform_is_one_to_pyxform(tmp_path: Path) -> None:
    """Every question is asked under its own id; each has its steps and two words to choose from."""
    with open_record(new_record(tmp_path / "day.workshop", (CLAIM, R4))) as record:
        made = convert(str(xlsform(record, tmp_path)), validate=False)
    assert made.warnings == []
    form = fromstring(made.xform)
    asked = [each.get("ref", "").partition("/data/")[2] for each in form.iter(f"{XFORMS}select1")]
    assert asked == ["perspective", CLAIM, R4]
    texts = {each.text for each in form.iter(f"{XFORMS}value")} | {each.text for each in form.iter("value")}
    assert "4 - Consultation: People are asked what they think, but others decide." in made.xform
    assert {"Not sure", "Rather not say"} <= texts | set(made.xform.replace("<", ">").split(">"))


def test_what_kobo_exports_comes_back(room: Path) -> None:
    """Kobo writes our ids as headers, ; as the separator, and columns of its own around them."""
    with open_record(room) as record:
        book = openpyxl.load_workbook(xlsform(record, room.parent))
        names = [str(row[1]) for row in book["survey"].iter_rows(min_row=2, values_only=True)]
        assert names == ["ballot", "perspective", "round", R4, HR1]
        head = ["start", "end", *names, "_id", "_uuid", "_submission_time", "_submitted_by", "_index"]
        day = "2026-11-03T10:00:0"
        lines = (
            [f"{day}{n}+01:00", f"{day}{n}+01:00", *row, str(n), "u", f"{day}{n}", "ada", str(n)]
            for n, row in enumerate(own_rows()[1:], 1)
        )
        file = room.parent / "kobo.csv"
        file.write_text(csv_text([head, *lines], ";", quote_all=True), encoding="utf-8-sig")
        (outcome,) = take(record, file)
        assert said(record) == SAID
        assert outcome.batch.sheet.personal == ("_submitted_by",)


def test_nothing_in_a_template_is_worked_out_by_a_spreadsheet(room: Path) -> None:
    with open_record(room) as record:
        named = record.session.model_dump(by_alias=True, exclude_none=True) | {"title": '=HYPERLINK("x")'}
        setting = record.setting
    create_record(room, replace(setting, session=Session.model_validate(named)), (R4,))
    with open_record(room) as record:
        book = openpyxl.load_workbook(xlsform(record, room.parent))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert [cell.value for cell in cells if cell.data_type == "f"] == []
    assert book["settings"]["A2"].value == '\'=HYPERLINK("x"), round 1'
