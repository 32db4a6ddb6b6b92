"""One SQLite file, opened so that what was acknowledged is on disk, and with its errors in words."""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any, Final, Self

from ladder_check.documents.reading import reason_of
from ladder_check.errors import LadderCheckError
from ladder_check.workshop import tables

WAIT: Final = 10.0
"""Seconds to wait while another program writes to the same record."""
_SAFE: Final = (
    "PRAGMA journal_mode = WAL",
    # With NORMAL a power cut can take back what was acknowledged.
    "PRAGMA synchronous = FULL",
    # On a Mac only this waits until the disk itself has it; elsewhere it changes nothing.
    "PRAGMA fullfsync = ON",
    "PRAGMA foreign_keys = ON",
    # What is destroyed at the end is overwritten, not only unlinked.
    "PRAGMA secure_delete = ON",
    # Nothing of it is ever put into a folder for temporary files.
    "PRAGMA temp_store = MEMORY",
)


class Database:
    """An open record of a workshop, asked in SQL.

    Several may be open at once, in several programs: writers wait for one another.
    """

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self.path, self._connection = path, connection

    @classmethod
    @contextmanager
    def open(cls, path: Path, *, create: bool = False) -> Iterator[Self]:
        """The database at *path*, with today's tables, closed again when done.

        To *create* one, the file at *path* is empty or not there yet.

        Raises:
            LadderCheckError: it is not there, is no record of a workshop, or is of a later version than ours.
        """
        if not create:
            # Before the database looks at it: that alone could change a file that is somebody else's.
            _must_be_ours(path)
        with _in_words(path):
            connection = sqlite3.connect(
                f"{path.absolute().as_uri()}?mode={'rwc' if create else 'rw'}",
                uri=True,
                timeout=WAIT,
                isolation_level=None,
            )
        with closing(connection):
            with _in_words(path):
                _prepare(path, connection)
            yield cls(path, connection)

    def all(self, sql: str, *values: Any) -> list[Any]:
        """Every row that *sql* finds."""
        with _in_words(self.path):
            return self._connection.execute(sql, values).fetchall()

    def run(self, sql: str, *values: Any) -> None:
        """Carry out *sql*, which changes something; use it in a transaction."""
        with _in_words(self.path):
            self._connection.execute(sql, values)

    def run_each(self, sql: str, rows: Iterable[tuple[Any, ...]]) -> None:
        """Carry out *sql* once for each of the *rows*; use it in a transaction."""
        with _in_words(self.path):
            self._connection.executemany(sql, rows)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All that is run within is on disk when it ends, or nothing of it ever was.

        One within another is a part of it: undone alone if it fails, and on disk when the whole is.
        """
        is_part = self._connection.in_transaction
        self.run("SAVEPOINT part" if is_part else "BEGIN IMMEDIATE")
        try:
            yield
            self.run("RELEASE part" if is_part else "COMMIT")
        except BaseException:
            self._undo(is_part=is_part)
            raise

    def shrink(self) -> None:
        """Write the file anew, so that nothing that was taken out is in its bytes, nor in those beside it.

        Raises:
            LadderCheckError: another program has the record open.
        """
        self.run("VACUUM")
        ((is_busy, *_),) = self.all("PRAGMA wal_checkpoint(TRUNCATE)")
        if is_busy:
            raise LadderCheckError(f"{self.path}: {_BUSY}")

    def _undo(self, *, is_part: bool) -> None:
        if not is_part:
            self._connection.rollback()
        elif self._connection.in_transaction:
            self.run("ROLLBACK TO part")
            self.run("RELEASE part")


def _must_be_ours(path: Path) -> None:
    try:
        if path.is_dir():
            raise LadderCheckError(f"{path}: this is a folder. Name the record in it, such as day.workshop.")
        if not path.is_file():
            raise LadderCheckError(
                f"{path}: there is no workshop record here. Begin one: ladder-check workshop new {path}"
            )
        with path.open("rb") as stream:
            head = stream.read(tables.HEAD)
    except (OSError, ValueError) as error:
        raise LadderCheckError(f"{path}: this file cannot be read ({reason_of(error)}).") from None
    if not tables.is_ours(head):
        raise LadderCheckError(_NOT_OURS.format(path))


def _prepare(path: Path, connection: sqlite3.Connection) -> None:
    if tables.version_of(connection) > len(tables.MIGRATIONS):
        raise LadderCheckError(f"{path}: a newer ladder-check made this record. Please update ladder-check.")
    for pragma in _SAFE:
        connection.execute(pragma)
    tables.bring_up_to_date(connection)


_NOT_OURS: Final = (
    "{}: this file is no record of a workshop. Either name another, or begin one with: "
    "ladder-check workshop new DAY.workshop"
)
DAMAGED: Final = (
    "{}: this record is damaged: a part of it is missing or was written over. Either take the newest copy "
    "you have of it, or enter the ballots again into a new one."
)
_BUSY: Final = "another program is using this record. Wait for it to end, or close it there, then try again."


@contextmanager
def _in_words(path: Path) -> Iterator[None]:
    """Turn what the database complains of into something a person can act on."""
    try:
        yield
    except sqlite3.OperationalError as error:
        raise LadderCheckError(f"{path}: {_reason(error)}") from None
    except sqlite3.DatabaseError as error:
        if _kind(error) in (sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT):
            raise LadderCheckError(DAMAGED.format(path)) from None
        raise


def _reason(error: sqlite3.OperationalError) -> str:
    """Why it did not work, and what to do."""
    known = {
        sqlite3.SQLITE_BUSY: _BUSY,
        sqlite3.SQLITE_LOCKED: _BUSY,
        sqlite3.SQLITE_CANTOPEN: "there is no workshop record here that can be opened. Look at the path.",
        sqlite3.SQLITE_READONLY: "this record is read-only for you. Copy it, or ask who looks after it.",
        sqlite3.SQLITE_FULL: "the disk is full. Make some room, and try again; what was saved is as it was.",
        sqlite3.SQLITE_IOERR: "the disk did not take it. What was saved before is as it was; try again.",
    }
    return known.get(_kind(error), f"this record cannot be used ({error}).")


def _kind(error: sqlite3.DatabaseError) -> int:
    """The kind of error, 0 if none is known: the lowest byte of its code, the rest of which is detail."""
    return int(getattr(error, "sqlite_errorcode", 0)) & 0xFF
