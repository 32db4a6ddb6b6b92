"""Which round an answer is for, whose it is there, and what may still come in."""

import json
from pathlib import Path

import pytest

from ladder_check.errors import LadderCheckError
from ladder_check.workshop.import_words import about_outcome
from ladder_check.workshop.importers.batch import Wishes
from ladder_check.workshop.importers.mapping import ImportMap
from ladder_check.workshop.importers.matching import Matcher
from ladder_check.workshop.importers.sources import read_sheet
from ladder_check.workshop.importing import rehearse
from ladder_check.workshop.record import Stored, open_record
from ladder_check.workshop.rounds import close_round, next_round
from ladder_check.workshop.words import words_of
from room_files import (
    CLAIM,
    HR1,
    R4,
    SAID,
    msforms_rows,
    new_record,
    own_long_rows,
    own_rows,
    said,
    slido_rows,
    take,
    write_csv,
    write_source,
    write_xlsx,
)

BL3 = "blocks.bl3"
HEAD = ["ballot", "perspective", "round", R4, HR1]


@pytest.fixture
def room(tmp_path: Path) -> Path:
    return new_record(tmp_path / "day.workshop")


def test_the_newest_row_of_a_ballot_round_and_question_counts(room: Path) -> None:
    """Of ballot 1, row 3 changes the first answer and says nothing about the second, so that one stays."""
    rows = [HEAD, ["1", "people", "1", "3", "2"], ["1", "people", "1", "4", ""]]
    with open_record(room) as record:
        take(record, write_csv(room.parent / "a.csv", rows))
        assert said(record) == {R4: [("people", 4)], HR1: [("people", 2)]}


def test_a_file_that_has_grown_adds_what_is_new(room: Path) -> None:
    rows = msforms_rows()
    with open_record(room) as record:
        take(record, write_xlsx(room.parent / "a.xlsx", Form1=rows))
        rows.append([4, rows[1][1], rows[1][2], "anonymous", "", "Leaders", "2", "2"])
        (grown,) = take(record, write_xlsx(room.parent / "a.xlsx", Form1=rows))
        assert (grown.stored.new, grown.stored.changed, grown.stored.same) == (2, 0, 5)


def test_our_csv_begins_a_round_that_is_not_there_yet(room: Path) -> None:
    """Round 2 asks only what the file answers in it; round 1 gets its own answers first, and ends."""
    rows = [*own_rows(), ["1", "people", "2", "4", ""], ["2", "carers", "2", "2", ""]]
    with open_record(room) as record:
        (outcome,) = take(record, write_csv(room.parent / "a.csv", rows))
        assert outcome.begun == (2,)
        assert [(each.number, each.open, each.asks) for each in record.rounds] == [
            (1, False, (R4, HR1)),
            (2, True, (R4,)),
        ]
        assert said(record) == SAID
        assert said(record, 2) == {R4: [("carers", 2), ("people", 4)]}
        (again,) = take(record, write_csv(room.parent / "a.csv", rows))
        assert (again.stored.new, again.stored.changed, again.stored.same) == (0, 0, 7)


def test_a_ballot_that_is_known_needs_no_perspective_in_the_next_round(room: Path) -> None:
    with open_record(room) as record:
        take(record, write_csv(room.parent / "a.csv", own_rows()))
        next_round(record)
        take(record, write_csv(room.parent / "b.csv", [["ballot", R4], ["2", "4"], ["1", "0"]]))
        assert said(record, 2) == {R4: [("carers", 4), ("people", 0)]}
        assert all(vote.linked for votes in record.votes(R4).values() for vote in votes)


def test_a_round_that_was_shown_takes_what_it_has_and_nothing_new(room: Path) -> None:
    with open_record(room) as record:
        take(record, write_csv(room.parent / "a.csv", own_rows()))
        record.note_shown([1])
        take(record, room.parent / "a.csv")
        more = write_csv(room.parent / "b.csv", [HEAD, ["9", "people", "1", "3", ""]])
        with pytest.raises(LadderCheckError, match=r"b.csv: Round 1 is closed: it takes no more answers"):
            take(record, more)
        assert said(record) == SAID


def test_without_an_open_round_somebody_says_which(room: Path) -> None:
    file = write_source(room.parent, "msforms")
    with open_record(room) as record:
        take(record, file)
        close_round(record)
        with pytest.raises(LadderCheckError, match="No round is open"):
            take(record, file)
        (again,) = take(record, file, round=1)
        assert again.stored.same == 5
        with pytest.raises(LadderCheckError, match=r"There is no round 2\. Rounds so far: 1"):
            take(record, file, round=2)


def test_answers_of_a_form_are_counted_in_one_round_only(room: Path) -> None:
    """The form stays open, and somebody answers it again in round 2: the file holds both rounds."""
    rows = msforms_rows()
    with open_record(room) as record:
        take(record, write_xlsx(room.parent / "a.xlsx", Form1=rows))
        next_round(record)
        rows.append([4, rows[1][1], rows[1][2], "anonymous", "", "Leaders", "2", "2"])
        (second,) = take(record, write_xlsx(room.parent / "a.xlsx", Form1=rows))
        assert dict(second.batch.elsewhere) == {1: 5}
        assert said(record, 2) == {R4: [("leaders", 2)], HR1: [("leaders", 2)]}


def test_people_of_slido_answer_again_in_the_next_round(room: Path) -> None:
    with open_record(room) as record:
        take(record, write_source(room.parent, "slido"))
        next_round(record)
        take(record, write_xlsx(room.parent / "b.xlsx", Pivot_All=[row[:7] for row in slido_rows()]))
        assert {vote.ballot for vote in record.votes(R4)[1]} == {vote.ballot for vote in record.votes(R4)[2]}


def test_what_a_round_does_not_ask_is_left_out_of_it(tmp_path: Path) -> None:
    """One form for the claims and the questions: each goes into its own round."""
    room = new_record(tmp_path / "day.workshop", (CLAIM, R4))
    rows = [["ballot", "perspective", CLAIM, R4], ["1", "people", "informing", "3"]]
    file = write_csv(tmp_path / "a.csv", rows)
    with open_record(room) as record:
        next_round(record, (CLAIM,))
        (claims,) = take(record, file)
        assert dict(claims.batch.not_asked) == {(2, R4): 1}
        assert said(record, 2) == {CLAIM: [("people", 3)]}
        next_round(record, (R4,))
        take(record, file)
        assert said(record, 3) == {R4: [("people", 3)]}


def test_a_file_that_names_its_rounds_knows_what_each_asked(tmp_path: Path) -> None:
    """Round 1 began with the claim alone; the file has a claim and a question in it, and a second round."""
    room = new_record(tmp_path / "day.workshop", (CLAIM, R4))
    rows = [
        ["ballot", "perspective", "round", CLAIM, R4],
        ["1", "people", "1", "informing", "3"],
        ["1", "people", "2", "", "2"],
    ]
    with open_record(room) as record:
        (both,) = take(record, write_csv(tmp_path / "a.csv", rows))
        assert (both.begun, both.stored) == ((2,), Stored(new=3))
        assert [each.asks for each in record.rounds] == [(CLAIM, R4), (R4,)]
        assert said(record, 1) == {CLAIM: [("people", 3)], R4: [("people", 3)]}


def test_files_of_two_groups_may_name_the_same_rounds(tmp_path: Path) -> None:
    """The first file ends with round 2; the second begins with round 1, which nobody has been shown."""
    room = new_record(tmp_path / "day.workshop", (R4,))
    files = [
        write_csv(
            tmp_path / f"{voice}.csv",
            [["ballot", "perspective", "round", R4], [voice, voice, "1", "3"], [voice, voice, "2", "2"]],
        )
        for voice in ("people", "leaders")
    ]
    with open_record(room) as record:
        take(record, *files)
        assert said(record, 1) == {R4: [("leaders", 3), ("people", 3)]}
        record.note_shown([2])
        late = write_csv(
            tmp_path / "late.csv", [["ballot", "perspective", "round", R4], ["9", "people", "1", "0"]]
        )
        with pytest.raises(LadderCheckError, match="Round 1 is closed"):
            take(record, late)


def test_a_file_of_one_group_needs_no_column_for_it(room: Path) -> None:
    rows = [[*row[:5], *row[6:]] for row in msforms_rows()]
    file = write_xlsx(room.parent / "a.xlsx", Form1=rows)
    with open_record(room) as record:
        with pytest.raises(LadderCheckError, match="nothing says whose answers these are"):
            take(record, file)
        take(record, file, voice="lived")
        assert said(record) == {
            R4: [("lived", 1), ("lived", 3), ("lived", 4)],
            HR1: [("lived", "not-sure"), ("lived", 0)],
        }


def test_a_file_is_not_told_twice_whose_it_is_or_for_which_round(room: Path) -> None:
    file = write_csv(room.parent / "a.csv", own_rows())
    with open_record(room) as record:
        with pytest.raises(
            LadderCheckError, match="“perspective” says whose answers these are, and so does --as"
        ):
            take(record, file, voice="people")
        next_round(record)
        with pytest.raises(
            LadderCheckError, match="row 2, column “round”: this row is for round 1, and --round"
        ):
            take(record, file, round=2)


def test_a_form_may_ask_for_the_ballot_number(room: Path) -> None:
    rows = [[*row, "" if n > 1 else f"{n + 6}"] for n, row in enumerate(msforms_rows())]
    rows[0][-1] = "Ballot number"
    with open_record(room) as record:
        take(record, write_xlsx(room.parent / "a.xlsx", Form1=rows))
        assert said(record) == SAID
        assert record.voice_of("7") == "people"
        assert sorted(vote.linked for vote in record.votes(R4)[1]) == [False, False, True]


def test_words_are_kept_apart_from_answers_each_once(room: Path) -> None:
    rows = [[*row, f"We waited {n} weeks."] for n, row in enumerate(msforms_rows())]
    rows[0][-1] = "Anything else?"
    rows[3][-1] = "  We waited\n1 weeks. "
    file = write_xlsx(room.parent / "a.xlsx", Form1=rows)
    with open_record(room) as record:
        for _ in range(2):
            take(record, file, mapping={"columns": {"Anything else?": f"words {R4}"}})
        assert record.database.all("SELECT question, voice, said, share FROM words ORDER BY id") == [
            (R4, "people", "We waited 1 weeks.", 0),
            (R4, "carers", "We waited 2 weeks.", 0),
            (R4, "frontline", "We waited 1 weeks.", 0),
        ]
        take(record, file, mapping={"columns": {"Anything else?": "words"}})
        assert [each.question for each in words_of(record)] == [R4] * 3 + [""] * 3


def test_a_label_and_a_group_may_be_left_out(room: Path) -> None:
    rows = own_rows()
    rows[1][3], rows[2][1] = "no idea", "visitors"
    mapping = {"labels": {"no idea": "leave-out"}, "perspectives": {"visitors": "leave-out"}}
    with open_record(room) as record:
        take(record, write_csv(room.parent / "a.csv", rows), mapping=mapping)
        assert said(record) == {R4: [("frontline", 4)], HR1: [("people", "not-sure")]}


def test_a_rehearsal_leaves_nothing_behind(room: Path) -> None:
    with open_record(room) as record:
        sheet = read_sheet(
            write_csv(room.parent / "a.csv", [*own_long_rows(), ["1", "people", "2", R4, "3"]])
        )
        (outcome,) = rehearse(record, [sheet], Matcher(record.questions, ImportMap()), Wishes())
        assert (outcome.stored.new, outcome.begun) == (6, (2,))
        assert not record.has_ballots
        assert [each.number for each in record.rounds] == [1]
        assert record.database.all("SELECT count(*) FROM ballot") == [(0,)]
        assert record.database.all("SELECT name FROM setting WHERE name = 'import-secret'") == []


def test_that_a_question_does_not_fit_is_counted_and_passed_over(tmp_path: Path) -> None:
    """Of blocks bl3 the bank says that it may not fit.  Two say so, one of them a level before: it stays."""
    head = ["ballot", "perspective", "round", BL3]
    rows = [["1", "people", "1", "3"], ["2", "carers", "1", "Does not fit"], ["3", "people", "1", "0"]]
    with open_record(new_record(tmp_path / "day.workshop", (BL3,))) as record:
        (outcome,) = take(record, write_csv(tmp_path / "a.csv", [head, *rows]))
        assert said(record) == {BL3: [("people", 0), ("people", 3)]}
        assert "  1 answer says that the question does not fit. It is not counted." in about_outcome(outcome)
        rows = [["1", "people", "1", "does-not-fit"], ["2", "carers", "1", "n/a"]]
        (again,) = take(
            record, write_csv(tmp_path / "b.csv", [head, *rows]), mapping={"labels": {"n/a": "does-not-fit"}}
        )
        assert said(record) == {BL3: [("people", 0), ("people", 3)]}
        assert "  2 answers say that the question does not fit. They are not counted." in about_outcome(again)


def test_a_record_from_before_questions_could_not_fit_is_read(tmp_path: Path) -> None:
    room = new_record(tmp_path / "day.workshop", (BL3,))
    with open_record(room) as record:
        assert record.question(BL3).may_not_fit
        (kept,) = record.database.all("SELECT value FROM setting WHERE name = 'questions'")[0]
        (question,) = json.loads(kept)
        del question["may_not_fit"]
        record.database.run("UPDATE setting SET value = ? WHERE name = 'questions'", json.dumps([question]))
    with open_record(room) as record:
        assert not record.question(BL3).may_not_fit
