"""Each source, as it writes its files: the same three people always come to the same answers."""

from pathlib import Path

import pytest

from ladder_check.errors import LadderCheckError
from ladder_check.workshop.importers.sources import read_sheet
from ladder_check.workshop.record import open_record
from room_files import (
    AGENDA,
    FORMS_HEAD,
    HR1_ASK,
    R4,
    R4_ASK,
    ROWS,
    SAID,
    SOURCES,
    WHO,
    at,
    csv_text,
    googleforms_rows,
    limesurvey_rows,
    mentimeter_rows,
    msforms_rows,
    new_record,
    said,
    slido_list_rows,
    slido_rows,
    take,
    write_csv,
    write_source,
    write_xlsx,
)


@pytest.fixture
def room(tmp_path: Path) -> Path:
    return new_record(tmp_path / "day.workshop")


@pytest.mark.parametrize("source", SOURCES)
def test_the_same_three_people_come_to_the_same_answers(room: Path, source: str) -> None:
    with open_record(room) as record:
        (outcome,) = take(record, write_source(room.parent, source))
        assert said(record) == SAID
        assert outcome.batch.rows == (5 if source == "own-long" else 3)


@pytest.mark.parametrize("source", SOURCES)
def test_the_same_file_twice_changes_nothing(room: Path, source: str) -> None:
    file = write_source(room.parent, source)
    with open_record(room) as record:
        take(record, file)
        before = record.database.all("SELECT * FROM answer")
        (again,) = take(record, file)
        assert (again.stored.new, again.stored.changed, again.stored.same) == (0, 0, 5)
        assert record.database.all("SELECT * FROM answer") == before


@pytest.mark.parametrize("source", ["msforms", "msforms-csv", "limesurvey", "own"])
def test_columns_may_stand_in_any_order_with_empty_ones_between(room: Path, source: str) -> None:
    rows = {
        "msforms": msforms_rows(),
        "msforms-csv": msforms_rows(),
        "limesurvey": limesurvey_rows(),
        "own": [["ballot", R4, "perspective", AGENDA[1]], *(["1", "3", "people", ""] for _ in range(1))],
    }[source]
    turned = [["", *reversed(row), ""] for row in rows]
    write = write_csv(room.parent / "a.csv", [[str(cell) for cell in row] for row in turned])
    with open_record(room) as record:
        take(record, write)
        assert said(record) == (SAID if source != "own" else {R4: [("people", 3)]})


@pytest.mark.parametrize(
    ("encoding", "separator"),
    [("utf-8-sig", ";"), ("cp1252", ","), ("cp1252", ";"), ("utf-16", "\t"), ("utf-8", ",")],
)
def test_a_csv_comes_from_any_pc(room: Path, encoding: str, separator: str) -> None:
    """The dash that Word puts between number and words is the byte 0x96 in cp1252."""
    rows = [[str(cell) for cell in row] for row in msforms_rows()]
    rows[2][-1] = rows[2][-1].replace(" - ", " – ")
    with open_record(room) as record:
        take(record, write_csv(room.parent / "a.csv", rows, encoding, separator))
        assert said(record) == SAID


def test_a_header_may_hold_line_breaks_and_odd_spaces(room: Path) -> None:
    rows = [[str(cell) for cell in row] for row in msforms_rows()]
    rows[0][6] = R4_ASK.replace("say before", "say\n\u00a0 before").upper() + "\u200b"
    with open_record(room) as record:
        take(record, write_csv(room.parent / "a.csv", rows))
        assert said(record) == SAID


def test_a_question_asked_twice_is_never_chosen_for_somebody(room: Path) -> None:
    """Microsoft Forms puts a 2 behind the second of two questions with the same words."""
    rows = [[*row, "4"] for row in msforms_rows()]
    rows[0][-1] = f"{R4_ASK}2"
    file = write_xlsx(room.parent / "a.xlsx", Form1=rows)
    with open_record(room) as record:
        take(record, file, mapping={"columns": {f"{R4_ASK}2": "leave-out"}})
        assert said(record) == SAID
        with pytest.raises(LadderCheckError, match=r"are all about ladder\.designing\.r4"):
            take(record, file, mapping={"columns": {f"{R4_ASK}2": R4}})


def test_two_columns_with_one_header_are_told_apart(room: Path) -> None:
    rows = [[*row, "4"] for row in googleforms_rows()]
    rows[0][-1] = R4_ASK
    sheet = read_sheet(write_csv(room.parent / "a.csv", rows))
    assert sheet.headers == (WHO, R4_ASK, HR1_ASK, f"{R4_ASK} (E)")


def test_quizzes_add_columns_that_nobody_answered(room: Path) -> None:
    rows = msforms_rows()
    head = [
        *FORMS_HEAD,
        "Total points",
        "Quiz feedback",
        "Last modified time",
        *rows[0][5:],
        f"Points - {WHO}",
    ]
    quiz = [head, *([*row[:5], 0, "", at(9), *row[5:], 0] for row in rows[1:])]
    sheet = read_sheet(write_xlsx(room.parent / "a.xlsx", Form1=quiz))
    assert sheet.headers == (WHO, R4_ASK, HR1_ASK)


def test_forms_in_another_language_are_known_by_where_their_times_stand(room: Path) -> None:
    rows = msforms_rows()
    rows[0][:5] = ["ID", "Startzeit", "Fertigstellungszeit", "E-Mail", "Ihr Name"]
    rows[1][3:5] = ["ada@example.org", "Ada"]
    file = write_xlsx(room.parent / "a.xlsx", Form1=rows)
    assert read_sheet(file).personal == ("E-Mail", "Ihr Name")
    with open_record(room) as record:
        take(record, file)
        assert said(record) == SAID


def test_who_somebody_is_never_gets_into_the_record(room: Path) -> None:
    rows = msforms_rows()
    for row, name in zip(rows[1:], ("Ada", "Grace", "Alan"), strict=True):
        row[3:5] = [f"{name}@example.org", name]
    file = write_xlsx(room.parent / "a.xlsx", Form1=rows)
    assert read_sheet(file).personal == ("Email", "Name")
    with open_record(room) as record:
        take(record, file)
        assert said(record) == SAID
    everything = b"".join(each.read_bytes() for each in room.parent.glob("day.workshop*"))
    assert b"example.org" not in everything
    assert b"Grace" not in everything


def test_of_two_answers_of_one_person_the_later_counts(room: Path) -> None:
    """Row 2 was sent at 10:30 and row 5 at 10:20, by the same address: row 2 is the later one."""
    rows = msforms_rows()
    rows[1][2:5] = [at(30), "ada@example.org", "Ada"]
    rows.append([9, at(19), at(20), "Ada@example.org", "Ada", ROWS[0][0], "0", "0"])
    with open_record(room) as record:
        (outcome,) = take(record, write_xlsx(room.parent / "a.xlsx", Form1=rows))
        assert said(record) == SAID
        assert outcome.batch.sheet.notes == (
            "Row 5 was sent again by the same person in row 2, which counts.",
        )


def test_google_forms_by_way_of_a_sheet_are_the_same_people(room: Path) -> None:
    """The download says 6:31:58 PM and the sheet 18:31:58; two people sent theirs in the same second."""
    rows = googleforms_rows()
    download = room.parent / "download.csv"
    download.write_text(csv_text(rows, quote_all=True), encoding="utf-8")
    stamps = ("11/3/2026 18:31:58", "11/3/2026 18:31:58", "11/3/2026 18:40:02")
    sheet = [rows[0], *([stamp, *row[1:]] for stamp, row in zip(stamps, rows[1:], strict=True))]
    with open_record(room) as record:
        take(record, download)
        (again,) = take(record, write_csv(room.parent / "sheet.csv", sheet))
        assert (again.stored.new, again.stored.same) == (0, 5)


def test_a_grid_of_google_forms_asks_a_question_in_each_row(room: Path) -> None:
    rows = googleforms_rows()
    rows[0][2:] = [f"How is it with us? [{R4_ASK}]", f"How is it with us? [{HR1_ASK}]"]
    with open_record(room) as record:
        take(record, write_csv(room.parent / "a.csv", rows))
        assert said(record) == SAID


def test_what_was_begun_and_not_sent_in_limesurvey_is_left_out(room: Path) -> None:
    sheet = read_sheet(write_csv(room.parent / "a.csv", limesurvey_rows()))
    assert [reply.row for reply in sheet.replies] == [2, 3, 4]
    assert sheet.notes == ("Left out, because they were begun and not sent: row 5.",)
    assert sheet.personal == ("ipaddr",)


def test_limesurvey_guards_what_looks_like_a_formula(room: Path) -> None:
    rows = limesurvey_rows()
    rows[1][-1] = "'-2"
    with (
        open_record(room) as record,
        pytest.raises(LadderCheckError, match=r"row 2, column “Do people help.*”: -2 is not on the scale"),
    ):
        take(record, write_csv(room.parent / "a.csv", rows, separator=";"))


def test_in_slido_a_later_answer_takes_the_place_of_an_earlier_one(room: Path) -> None:
    who, poll = f"{1:040x}", ["Survey", R4_ASK]
    rows: list[list[str | int]] = [
        slido_list_rows()[0],
        [who, 2, *poll, "4", "01/02/2027", "09:00:00"],
        [who, 2, *poll, "1", "12/31/2026", "10:00:00"],
    ]  # fmt: skip
    with open_record(room) as record:
        take(record, write_xlsx(room.parent / "a.xlsx", Export_All=rows), voice="people")
        assert said(record) == {R4: [("people", 4)]}


def test_slido_knows_its_people_in_another_round_and_forms_do_not(room: Path) -> None:
    slido = write_xlsx(room.parent / "slido.xlsx", Pivot_All=slido_rows())
    with open_record(room) as record:
        take(record, slido, write_source(room.parent, "msforms"))
        assert sorted(vote.linked for vote in record.votes(R4)[1]) == [False] * 3 + [True] * 3


def test_sessions_of_mentimeter_are_rounds_only_if_somebody_says_so(room: Path) -> None:
    rows = [*mentimeter_rows(1), *mentimeter_rows(2)[3:]]
    file = write_xlsx(room.parent / "a.xlsx", Voters=rows)
    with open_record(room) as record:
        with pytest.raises(LadderCheckError, match=r"sessions in this file are 1, 2\. Are they two rounds"):
            take(record, file)
        take(record, file, session="1")
        assert said(record) == SAID
        with pytest.raises(LadderCheckError, match="There is no session 3"):
            take(record, file, session="3")
        take(record, file, session="all")
        assert [len(votes) for votes in said(record).values()] == [6, 4]


def test_two_forms_that_count_from_1_are_two_people(room: Path) -> None:
    other = [[*row, "x"] for row in msforms_rows()]
    other[0][-1] = "Anything else?"
    second = write_xlsx(room.parent / "b.xlsx", Form1=other)
    with open_record(room) as record:
        take(record, write_source(room.parent, "msforms"))
        take(record, second, mapping={"columns": {"Anything else?": "leave-out"}})
        assert len(record.votes(R4)[1]) == 6


def test_an_unknown_source_says_which_headers_were_found(room: Path) -> None:
    file = write_csv(room.parent / "a.csv", [["colour", "answer"], ["red", "1"]])
    with pytest.raises(LadderCheckError, match=r"has these headers\. Found: colour, answer"):
        read_sheet(file)
