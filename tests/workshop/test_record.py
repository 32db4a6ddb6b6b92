"""The record: what is put in comes out, once, for one voice, while a round is open."""

import sqlite3
import threading
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from ladder_check.errors import LadderCheckError, UnknownName
from ladder_check.model.room import Vote
from ladder_check.workshop.creation import create_record
from ladder_check.workshop.record import Record, Round, Stored, open_record
from room_record import CLAIM, HR1, R4, R5, entry, setting, workshop


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "day.workshop"


# What is set


def test_what_is_set_comes_back_as_it_was(path: Path) -> None:
    with workshop(path) as record:
        made = record.setting.made
        assert (record.session, record.setting.questions) == (setting().session, setting().questions)
        assert (record.setting.banks, record.setting.ladder_bank) == (setting().banks, "ladder")
        assert record.rounds == (Round(1, open=True, asks=(R4, R5, HR1)),)
    assert made
    with open_record(path) as again:
        assert again.setting.made == made


def test_it_is_set_anew_while_nobody_has_answered(path: Path) -> None:
    assert create_record(path, setting(), (R4,)) is False
    assert create_record(path, setting(title="Another"), (R5, HR1)) is True
    with open_record(path) as record:
        assert record.session.title == "Another"
        assert record.rounds == (Round(1, open=True, asks=(R5, HR1)),)


@pytest.mark.parametrize(
    "said",
    [
        "INSERT INTO second_entry VALUES (1, 'ladder.designing.r4', '12', '3')",
        "INSERT INTO words (question, voice, said, share) VALUES ('ladder.designing.r4', 'people', 'So', 0)",
        "INSERT INTO agreed VALUES ('ladder.designing.r4', '3', NULL)",
    ],
)
def test_whatever_anybody_said_fixes_what_is_set(path: Path, said: str) -> None:
    with workshop(path) as record, record.database.transaction():
        record.database.run(said)
    with pytest.raises(LadderCheckError, match="Nothing was changed"):
        create_record(path, setting(title="Another"))
    with open_record(path) as record:
        assert record.session.title == "Day opportunities"


def test_the_first_ballot_fixes_it_even_when_it_was_taken_back(path: Path) -> None:
    with workshop(path) as record:
        record.put([entry("12", 3)])
        record.put([entry("12", None)])
    with pytest.raises(LadderCheckError, match="people have answered already"):
        create_record(path, setting(title="Another"))


def test_whoever_had_it_open_when_it_was_set_anew_saves_nothing(path: Path) -> None:
    with workshop(path) as record:
        create_record(path, setting(), (R4,))
        with pytest.raises(LadderCheckError, match="set anew meanwhile"):
            record.put([entry("12", 3)])
        with pytest.raises(LadderCheckError, match="set anew meanwhile"):
            record.add_round(2, [R4])
        assert not record.has_ballots


def test_its_owner_alone_may_read_it(path: Path) -> None:
    create_record(path, setting())
    assert path.stat().st_mode & 0o077 == 0


def test_a_record_that_is_not_made_leaves_nothing(tmp_path: Path) -> None:
    (tmp_path / ".gitignore").mkdir()
    before = sorted(tmp_path.iterdir())
    with pytest.raises(LadderCheckError, match="gitignore"):
        create_record(tmp_path / "day.workshop", setting(), (R4,))
    assert sorted(tmp_path.iterdir()) == before


def test_there_is_no_folder(tmp_path: Path) -> None:
    with pytest.raises(LadderCheckError, match="no such folder"):
        create_record(tmp_path / "none" / "day.workshop", setting())


# Tables


def test_what_is_acknowledged_is_on_disk_and_tables_are_strict(path: Path) -> None:
    """FULL is 2: a commit waits for the disk."""
    with workshop(path) as record:
        pragmas = {
            name: record.database.all(f"PRAGMA {name}")[0][0]
            for name in ("journal_mode", "synchronous", "foreign_keys", "secure_delete")
        }
        strict = {
            name: is_strict
            for _, name, kind, _, _, is_strict in record.database.all("PRAGMA table_list")
            if kind == "table" and not name.startswith("sqlite_")
        }
    assert pragmas == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "secure_delete": 1}
    assert set(strict.values()) == {1}
    assert len(strict) >= 7


def insert(record: Record, number: int, ballot: str) -> None:
    """Ballot 12, and an answer of *ballot* in round *number*, past all that looks after it."""
    with record.database.transaction():
        record.database.run("INSERT INTO ballot VALUES ('12', 'people', 1)")
        record.database.run("INSERT INTO answer VALUES (?, ?, ?, 1, '3')", number, R4, ballot)


def test_no_answer_without_its_round_and_its_ballot(path: Path) -> None:
    with workshop(path) as record:
        for number, ballot in ((1, "nobody"), (9, "12")):
            with pytest.raises(sqlite3.IntegrityError):
                insert(record, number, ballot)
        assert record.database.all("SELECT count(*) FROM ballot") == [(0,)]


# Putting


def test_the_newest_answer_counts_and_the_older_ones_stay(path: Path) -> None:
    with workshop(path) as record:
        assert record.put([entry("12", 3), entry("13", "not-sure")]) == Stored(new=2)
        assert record.put([entry("12", 1), entry("13", "not-sure")]) == Stored(changed=1, same=1)
        assert record.votes(R4) == {1: (Vote("12", "people", 1), Vote("13", "people", "not-sure"))}
        assert record.ballot("12", 1) == {R4: 1}
        assert record.database.all("SELECT answer FROM answer WHERE ballot = '12' ORDER BY revision") == [
            ("3",),
            ("1",),
        ]


def test_an_answer_that_is_taken_back_is_no_answer(path: Path) -> None:
    with workshop(path) as record:
        record.put([entry("12", 3), entry("13", 2)])
        assert record.put([entry("12", None)]) == Stored(changed=1)
        assert record.votes(R4) == {1: (Vote("13", "people", 2),)}
        assert record.put([entry("12", 3)]) == Stored(new=1)
        assert record.ballot("12", 1) == {R4: 3}


def test_to_take_back_what_is_not_there_leaves_no_ballot(path: Path) -> None:
    with workshop(path) as record:
        assert record.put([entry("12", None)]) == Stored(same=1)
        assert record.voice_of("12") is None


def test_all_entries_or_none(path: Path) -> None:
    with workshop(path) as record:
        with pytest.raises(LadderCheckError, match="5 is not on the scale"):
            record.put([entry("12", 3), entry("13", 5)])
        assert not record.has_ballots
        assert record.voice_of("12") is None


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        (entry("12", -1), "-1 is not on the scale of ladder.designing.r4, 0 to 4"),
        (entry("12", 0, question=CLAIM), "0 is not on the scale of claim.designing, 1 to 7"),
        (entry("12", 3, number=2), "no round 2"),
        (entry("", 3), "needs a number"),
        (entry(" ", 3), "needs a number"),
    ],
)
def test_what_does_not_fit_is_refused_in_words(path: Path, wrong: Any, words: str) -> None:
    with workshop(path) as record, pytest.raises(LadderCheckError, match=words):
        record.put([wrong])


def test_a_question_that_is_not_asked_is_named(path: Path) -> None:
    with workshop(path) as record, pytest.raises(UnknownName, match=r"Did you mean 'ladder.designing.r4'"):
        record.put([entry("12", 3, question="ladder.desining.r4")])


def test_a_ballot_speaks_for_one_voice_in_every_round(path: Path) -> None:
    with workshop(path) as record:
        record.put([entry("12", 3)])
        record.add_round(2, [R4])
        for wrong in (entry("12", 3, voice="carers", number=2), entry("12", 3, voice="carers")):
            with pytest.raises(LadderCheckError, match="already speaks for people"):
                record.put([wrong])


def test_a_closed_round_takes_nothing_new_and_what_it_has_may_come_again(path: Path) -> None:
    with workshop(path) as record:
        record.put([entry("12", 3)])
        record.open_or_close(1, opened=False)
        assert record.put([entry("12", 3)]) == Stored(same=1)
        for wrong in (entry("12", 2), entry("12", None), entry("13", 3)):
            with pytest.raises(LadderCheckError, match="Round 1 is closed"):
                record.put([wrong])
        assert record.votes(R4) == {1: (Vote("12", "people", 3),)}


def put_and_be_interrupted(record: Record) -> None:
    """Ctrl-C after a ballot, and before the whole is on disk."""
    with record.database.transaction():
        record.put([entry("16", 3)])
        raise KeyboardInterrupt


def test_a_transaction_within_another_is_undone_alone(path: Path) -> None:
    with workshop(path) as record:
        with record.database.transaction():
            record.put([entry("12", 3)])
            with pytest.raises(LadderCheckError):
                record.put([entry("13", 3), entry("14", 9)])
            record.put([entry("15", 3)])
        assert [vote.ballot for vote in record.votes(R4)[1]] == ["12", "15"]
        with pytest.raises(KeyboardInterrupt):
            put_and_be_interrupted(record)
        assert [vote.ballot for vote in record.votes(R4)[1]] == ["12", "15"]


def test_many_may_write_at_once_and_nothing_is_lost_or_doubled(path: Path) -> None:
    """Two hands type 40 ballots each, the same ones in part: ballots 20 to 39 come from both."""
    create_record(path, setting(), (R4, R5))
    faults: list[BaseException] = []

    def type_in(ballots: range) -> None:
        try:
            with open_record(path) as record:
                for number in ballots:
                    record.put([entry(str(number), number % 5), entry(str(number), 1, question=R5)])
        except BaseException as error:
            faults.append(error)

    hands = [threading.Thread(target=type_in, args=(each,)) for each in (range(40), range(20, 60))]
    for hand in hands:
        hand.start()
    for hand in hands:
        hand.join()
    assert faults == []
    with open_record(path) as record:
        assert {v.ballot: v.answer for v in record.votes(R4)[1]} == {str(n): n % 5 for n in range(60)}
        assert record.database.all("SELECT max(revision), count(*) FROM answer") == [(1, 120)]


def test_progress_by_voice_counts_ballots_and_no_answers_twice(path: Path) -> None:
    with workshop(path) as record:
        record.put(
            [entry("12", 3), entry("12", 2, question=R5), entry("13", 1), entry("1", 4, voice="leaders")]
        )
        record.put([entry("13", None)])
        assert record.voices(1) == {"people": 1, "leaders": 1}
        assert record.voices(2) == {}


def test_the_bytes_of_a_record_say_what_it_is(path: Path) -> None:
    """At byte 68 the format of SQLite has the number of the application: ours reads LCKW."""
    create_record(path, setting())
    assert path.read_bytes()[68:72] == b"LCKW"
    with closing(sqlite3.connect(path)) as other:
        assert other.execute("PRAGMA integrity_check").fetchone() == ("ok",)
