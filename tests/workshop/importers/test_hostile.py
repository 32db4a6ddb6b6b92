"""Files that are broken, or meant to break something: refused in words, or read as what they are."""

import io
import random
import warnings
import zipfile
from pathlib import Path

import pytest

from ladder_check.errors import LadderCheckError
from ladder_check.workshop.importers import xlsx_file
from ladder_check.workshop.importers.sources import read_sheet
from ladder_check.workshop.record import Record, open_record
from room_files import (
    HR1,
    R4,
    SAID,
    msforms_rows,
    new_record,
    own_rows,
    said,
    take,
    write_csv,
    write_source,
    write_xlsx,
)


@pytest.fixture
def room(tmp_path: Path) -> Path:
    return new_record(tmp_path / "day.workshop")


def put(folder: Path, data: bytes, name: str = "a.csv") -> Path:
    file = folder / name
    file.write_bytes(data)
    return file


def with_part(book: Path, part: str, data: bytes) -> Path:
    """The workbook *book* with one more *part* in its archive."""
    with warnings.catch_warnings(), zipfile.ZipFile(book, "a", zipfile.ZIP_DEFLATED) as parts:
        warnings.simplefilter("ignore")
        parts.writestr(part, data)
    return book


@pytest.mark.parametrize(
    ("data", "name", "message"),
    [
        (b"", "a.csv", "this file is empty"),
        (b"  \r\n\r\n", "a.csv", "this file is empty"),
        (b"", "a.xlsx", "this file is empty"),
        (b"ballot,perspective\r\n\r\n", "a.csv", "nobody's answers below the headers"),
        (b"hello", "a.xlsx", r"no workbook that can be read"),
        (b"PK\x03\x04 no archive", "a.xlsx", r"no workbook that can be read"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "a.xls", r"old Excel file \(.xls\)"),
        (b"ballot,perspective\n1,\0", "a.csv", "not a text file"),
        (b"ballot,perspective\n1,\x81\x8d", "a.csv", "not a text file"),
        (b'ballot,perspective\n1,people\n2,"carers\n', "a.csv", "row 3: a quotation mark is not closed"),
        (b"ballot,perspective\n1," + b"x" * 1_000_000, "a.csv", "row 2: one cell is longer than 100,000"),
        (bytes([*range(1, 256)]) * 9, "a.csv", "."),
    ],
)
def test_a_file_that_is_none_is_refused_in_words(
    tmp_path: Path, data: bytes, name: str, message: str
) -> None:
    with pytest.raises(LadderCheckError, match=message):
        read_sheet(put(tmp_path, data, name))


def test_a_file_that_is_not_there_or_too_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(LadderCheckError, match=r"no such file. Did you mean .*forms.csv"):
        read_sheet(put(tmp_path, b"x", "forms.csv").with_name("from.csv"))
    monkeypatch.setattr("ladder_check.workshop.importers.files.MOST_BYTES", 1024**2)
    with pytest.raises(LadderCheckError, match="larger than 1 MiB"):
        read_sheet(put(tmp_path, b"x" * (1024**2 + 1)))


def test_a_bomb_is_not_opened(tmp_path: Path) -> None:
    """64 MiB of noughts pack to about 64 KiB, a thousandth."""
    bomb = with_part(write_source(tmp_path, "msforms"), "xl/media/image1.png", bytes(64 * 1024**2))
    assert bomb.stat().st_size < 200_000
    with pytest.raises(LadderCheckError, match="unpacks to 64 MiB, so it was not opened"):
        read_sheet(bomb)


def test_a_document_of_another_kind_is_no_workbook(tmp_path: Path) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as parts:
        parts.writestr("word/document.xml", "<w:document/>")
    with pytest.raises(LadderCheckError, match="no workbook that can be read"):
        read_sheet(put(tmp_path, packed.getvalue(), "a.xlsx"))


@pytest.mark.parametrize("part", ["xl/worksheets/sheet1.xml", "xl/workbook.xml", "xl/styles.xml"])
def test_a_workbook_with_a_broken_part_is_refused(tmp_path: Path, part: str) -> None:
    whole, broken = write_source(tmp_path, "msforms"), tmp_path / "b.xlsx"
    with zipfile.ZipFile(whole) as old, zipfile.ZipFile(broken, "w") as new:
        for each in old.namelist():
            new.writestr(each, old.read(each)[:200] if each == part else old.read(each))
    with pytest.raises(LadderCheckError, match="no workbook that can be read"):
        read_sheet(broken)


@pytest.mark.parametrize("source", ["msforms", "own"])
def test_whatever_is_damaged_is_read_or_refused_in_words(tmp_path: Path, source: str) -> None:
    """Some bytes of a file are other ones, 200 times; no other error comes out, whatever they were."""
    chance = random.Random(2026)
    whole = write_source(tmp_path, source).read_bytes()
    refused = 0
    for _ in range(200):
        damaged = bytearray(whole)
        for _ in range(chance.randint(1, 4)):
            damaged[chance.randrange(len(damaged))] = chance.randrange(256)
        try:
            read_sheet(put(tmp_path, bytes(damaged), f"b{'.xlsx' if source == 'msforms' else '.csv'}"))
        except LadderCheckError:
            refused += 1
    assert 0 < refused < 200


def test_a_formula_that_was_never_worked_out_is_refused_and_named(tmp_path: Path) -> None:
    rows = msforms_rows()
    rows[2][6] = "=1+2"
    with pytest.raises(LadderCheckError, match="row 3, column G: a formula without a value"):
        read_sheet(write_xlsx(tmp_path / "a.xlsx", Form1=rows))


def test_macros_stay_where_they_are(room: Path) -> None:
    file = with_part(write_source(room.parent, "msforms"), "xl/vbaProject.bin", b"Sub Auto_Open()")
    with open_record(room) as record:
        take(record, file)
        assert said(record) == SAID


def test_a_sheet_that_says_a_wrong_size_is_read_whole(room: Path) -> None:
    whole, wrong = write_source(room.parent, "msforms"), room.parent / "b.xlsx"
    with zipfile.ZipFile(whole) as old, zipfile.ZipFile(wrong, "w") as new:
        for each in old.namelist():
            data = old.read(each)
            new.writestr(each, data.replace(b'<dimension ref="A1:H4"', b'<dimension ref="A1"'))
    with open_record(room) as record:
        take(record, wrong)
        assert said(record) == SAID


def test_without_the_extra_it_is_said_how_to_get_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xlsx_file, "openpyxl", None)
    with pytest.raises(LadderCheckError, match=r"pip install 'ladder-check\[xlsx\]'"):
        read_sheet(write_source(tmp_path, "msforms"))


def refusal(record: Record, rows: list[list[str]]) -> str:
    """What is said of our own CSV with these rows."""
    with pytest.raises(LadderCheckError) as refused:
        take(record, write_csv(record.path.parent / "a.csv", rows))
    assert not record.has_ballots
    return str(refused.value).partition("a.csv: ")[2].partition("\nNothing")[0]


@pytest.mark.parametrize(
    ("column", "cell", "message"),
    [
        (R4, "5", f"row 3, column “{R4}”: 5 is not on the scale of {R4}, 0 to 4."),
        (R4, "-1", f"row 3, column “{R4}”: -1 is not on the scale of {R4}, 0 to 4."),
        (R4, "2.5", f"row 3, column “{R4}”: 2.5 is not on the scale of {R4}, 0 to 4."),
        (R4, "=1+2", f"row 3, column “{R4}”: “=1+2” is no answer to {R4}."),
        (
            R4,
            "3 - No. Staff name the problem.",
            f"row 3, column “{R4}”: “3 - No. Staff name the problem.” is no",
        ),
        (HR1, "does-not-fit", f"row 3, column “{HR1}”: {HR1} fits everybody, so nobody can say that it does"),
        (HR1, "\u202eon", f"row 3, column “{HR1}”: “\\u202eon” is no answer to {HR1}."),
        (HR1, "x" * 90_000, f"row 3, column “{HR1}”: “{'x' * 38} …” is no answer to {HR1}."),
        ("ballot", "Ada Lovelace", "row 3, column “ballot”: this is no ballot number"),
        ("ballot", "ada@example.org", "row 3, column “ballot”: this is no ballot number"),
        ("ballot", "", "row 3, column “ballot”: there is no ballot number here."),
        ("perspective", "", "row 3, column “perspective”: nothing says whose answers these are."),
        ("perspective", "everybody", "row 3, column “perspective”: “everybody” is no group that we know"),
        ("round", "3", "row 3, column “round”: round 3 cannot begin before round 2 has."),
        ("round", "soon", "row 3, column “round”: “soon” is no round."),
        ("round", "0", "row 3, column “round”: “0” is no round."),
    ],
)
def test_a_bad_cell_is_named_and_nothing_is_imported(
    room: Path, column: str, cell: str, message: str
) -> None:
    rows = own_rows()
    rows[2][rows[0].index(column)] = cell
    with open_record(room) as record:
        assert refusal(record, rows).startswith(message)


def test_every_bad_row_is_named_up_to_forty(room: Path) -> None:
    head = ["ballot", "perspective", "round", R4]
    with open_record(room) as record:
        told = refusal(record, [head, *([str(n), "people", "1", "9"] for n in range(1, 51))])
    assert len(told.splitlines()) == 41
    assert told.endswith("… and 10 more like these.")


def test_a_ballot_speaks_for_one_group(room: Path) -> None:
    rows = own_rows()
    rows[3][0] = "1"
    with open_record(room) as record:
        assert refusal(record, rows).startswith(
            "row 4, column “perspective”: ballot 1 speaks for people already, so it cannot speak for"
        )


def test_bad_rows_are_left_out_whole_if_somebody_says_so(room: Path) -> None:
    rows = own_rows()
    rows[2][4] = "9"
    with open_record(room) as record:
        (outcome,) = take(record, write_csv(room.parent / "a.csv", rows), skip_bad_rows=True)
        assert outcome.batch.bad_rows == (3,)
        assert said(record) == {R4: [("frontline", 4), ("people", 3)], HR1: [("people", "not-sure")]}


def test_a_file_that_is_right_waits_for_one_that_is_not(room: Path) -> None:
    rows = own_rows()
    rows[1][3] = "9"
    wrong = write_csv(room.parent / "wrong.csv", rows)
    with open_record(room) as record, pytest.raises(LadderCheckError, match=r"wrong.csv: row 2"):
        take(record, write_source(room.parent, "msforms"), wrong)
    with open_record(room) as record:
        assert not record.has_ballots
