"""Whatever stands where a record should: words that say what to do, and the file as it was."""

import os
import sqlite3
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from ladder_check.errors import LadderCheckError
from ladder_check.model.room import Vote
from ladder_check.workshop import database, tables
from ladder_check.workshop.creation import create_record
from ladder_check.workshop.record import Round, open_record
from room_record import HR1, R4, R5, entry, setting, workshop

VERSION_1 = Path(__file__).with_name("version-1.sql")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "day.workshop"


def filled(path: Path, people: int = 40) -> bytes:
    """A record with ballots in it; its bytes."""
    with workshop(path) as record:
        record.put([entry(str(n), n % 5, question) for n in range(people) for question in (R4, R5, HR1)])
    return path.read_bytes()


def foreign(path: Path) -> None:
    with closing(sqlite3.connect(path)) as other:
        other.execute("PRAGMA journal_mode = WAL")
        other.execute("CREATE TABLE setting (name TEXT, value TEXT)")
        other.commit()


OTHERS: dict[str, Callable[[Path], object]] = {
    "empty": lambda path: path.write_bytes(b""),
    "text": lambda path: path.write_text("format: 1\ntitle: Day\n"),
    "database": foreign,
    "short": lambda path: path.write_bytes(b"SQLite format 3\0" + bytes(40)),
    "noise": lambda path: path.write_bytes(bytes(range(256)) * 64),
}


@pytest.mark.parametrize("kind", OTHERS)
def test_a_file_that_is_no_record_is_refused_and_stays(path: Path, kind: str) -> None:
    OTHERS[kind](path)
    before = path.read_bytes()
    with pytest.raises(LadderCheckError, match="is no record of a workshop"), open_record(path):
        pass
    with pytest.raises(LadderCheckError, match="is no record of a workshop"):
        create_record(path, setting())
    assert path.read_bytes() == before
    assert [each.name for each in path.parent.iterdir()] == ["day.workshop"]


def test_a_folder_is_no_record(path: Path) -> None:
    path.mkdir()
    with pytest.raises(LadderCheckError, match="this is a folder"), open_record(path):
        pass
    with pytest.raises(LadderCheckError, match="this is a folder"):
        create_record(path, setting())


@pytest.mark.skipif(sys.platform == "win32", reason="there are no pipes in folders")
def test_a_pipe_is_not_waited_for(path: Path) -> None:
    os.mkfifo(path)
    with pytest.raises(LadderCheckError, match="there is no workshop record here"), open_record(path):
        pass


def test_where_nothing_is_it_says_how_to_begin(path: Path) -> None:
    with (
        pytest.raises(LadderCheckError, match=f"Begin one: ladder-check workshop new {path}"),
        open_record(path),
    ):
        pass
    assert not path.exists()


def look_at_all(path: Path) -> None:
    with open_record(path) as record:
        for question in record.questions:
            record.votes(question)
        record.voices(1)


@pytest.mark.parametrize("part", [100, 512, 4095, 4096, 8192, 0.3, 0.5, 0.9])
def test_a_record_cut_short_is_said_to_be_damaged(path: Path, part: float) -> None:
    whole = filled(path)
    path.write_bytes(whole[: int(part if part > 1 else len(whole) * part)])
    with pytest.raises(LadderCheckError, match="this record is damaged"):
        look_at_all(path)


def test_a_record_written_over_in_the_middle_is_damaged_or_as_it_was(path: Path) -> None:
    """Each page in turn becomes noise: every time either words, or nothing that was asked for stood there."""
    whole = filled(path)
    pages = range(4096, len(whole), 4096)
    told = 0
    for start in pages:
        path.write_bytes(whole[:start] + b"\xa5" * 4096 + whole[start + 4096 :])
        try:
            look_at_all(path)
        except LadderCheckError as error:
            told += "damaged" in str(error)
    # At least the pages of what is set, of rounds, of ballots and of answers.
    assert told >= 4


@pytest.mark.parametrize(
    "fault",
    [
        "DELETE FROM setting WHERE name = 'session'",
        "UPDATE setting SET value = '{' WHERE name = 'questions'",
        "UPDATE setting SET value = '[{}]' WHERE name = 'questions'",
        "UPDATE setting SET value = '{}' WHERE name = 'session'",
    ],
)
def test_settings_that_cannot_be_read_are_damage(path: Path, fault: str) -> None:
    create_record(path, setting())
    with closing(sqlite3.connect(path)) as other:
        other.execute(fault)
        other.commit()
    with pytest.raises(LadderCheckError, match="this record is damaged"), open_record(path):
        pass


def test_a_record_that_another_program_holds_is_not_waited_for_for_ever(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    filled(path)
    monkeypatch.setattr(database, "WAIT", 0.1)
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with open_record(path) as record:
            assert len(record.votes(R4)[1]) == 40
            with pytest.raises(LadderCheckError, match="another program is using this record"):
                record.put([entry("99", 3)])
        other.execute("ROLLBACK")
        other.execute("PRAGMA locking_mode = EXCLUSIVE")
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(LadderCheckError, match="another program is using this record"), open_record(path):
            pass


@pytest.fixture
def open_to_all() -> Iterator[Path]:
    """A folder that another user can look into."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        yield Path(folder)


@pytest.mark.skipif(sys.platform == "win32", reason="there is no fork")
def test_a_record_that_is_read_only_is_said_to_be_so(open_to_all: Path) -> None:
    """Where root runs the tests a child becomes somebody else, for whom the file is read-only too."""
    path = open_to_all / "day.workshop"
    filled(path)
    path.chmod(0o444)
    open_to_all.chmod(0o555)
    said, told = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            if os.geteuid() == 0:
                os.setuid(65534)
            with open_record(path):
                os.write(told, b"opened")
        except LadderCheckError as error:
            os.write(told, str(error).encode())
        finally:
            os._exit(0)
    os.waitpid(child, 0)
    words = os.read(said, 1000).decode()
    open_to_all.chmod(0o755)
    assert words == (f"{path}: this record is read-only for you. Copy it, or ask who looks after it.")


# Versions


def test_a_record_of_the_first_version_opens_with_all_that_is_in_it(path: Path) -> None:
    with closing(sqlite3.connect(path)) as old:
        old.executescript(VERSION_1.read_text(encoding="utf-8"))
    with open_record(path) as record:
        assert record.session.title == "Day opportunities"
        assert record.rounds == (Round(1, open=False, asks=(R4, R5, HR1)), Round(2, open=True, asks=(R4,)))
        assert record.votes(R4) == {
            1: (Vote("12", "people", 1), Vote("13", "carers", "not-sure")),
            2: (Vote("12", "people", 2),),
        }
        record.put([entry("12", 3, number=2)])


def test_a_record_of_a_version_to_come_is_refused_and_stays(path: Path) -> None:
    create_record(path, setting())
    with closing(sqlite3.connect(path)) as newer:
        newer.execute(f"PRAGMA user_version = {len(tables.MIGRATIONS) + 1}")
    before = path.read_bytes()
    for open_ in (lambda: look_at_all(path), lambda: create_record(path, setting())):
        with pytest.raises(LadderCheckError, match="Please update ladder-check"):
            open_()
    assert path.read_bytes() == before


def test_each_migration_is_applied_once_and_whole(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    filled(path)
    second = "CREATE TABLE more (a TEXT) STRICT;INSERT INTO more VALUES ('kept');"
    monkeypatch.setattr(tables, "MIGRATIONS", (*tables.MIGRATIONS, second))
    for _ in range(2):
        with open_record(path) as record:
            assert record.database.all("SELECT a FROM more") == [("kept",)]
            assert record.database.all("PRAGMA user_version") == [(2,)]
            assert len(record.votes(R4)[1]) == 40


def test_a_migration_that_fails_changes_nothing(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    filled(path)
    with monkeypatch.context() as patched:
        patched.setattr(
            tables, "MIGRATIONS", (*tables.MIGRATIONS, "CREATE TABLE more (a);CREATE TABLE round (a)")
        )
        with pytest.raises(LadderCheckError, match="already exists"):
            look_at_all(path)
    with open_record(path) as record:
        assert record.database.all("PRAGMA user_version") == [(1,)]
        assert record.database.all("SELECT name FROM sqlite_master WHERE name = 'more'") == []


def test_two_programs_that_bring_it_up_to_date_at_once_do_it_once(path: Path) -> None:
    """The second saw the old version, and when its turn comes the first has done it."""
    filled(path)
    with closing(sqlite3.connect(path, isolation_level=None)) as second:
        seen = iter([0, 1])
        with pytest.MonkeyPatch.context() as patched:
            patched.setattr(tables, "version_of", lambda _: next(seen))
            tables.bring_up_to_date(second)
    with open_record(path) as record:
        assert len(record.votes(R4)[1]) == 40
