"""One SQLite file, opened so that what was acknowledged is on disk, and with its errors in words."""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any, Final, Self

from ladder_check.errors import LadderCheckError
from ladder_check.workshop import tables

WAIT: Final = 10.0
"""Seconds to wait while another program writes to the same record."""
_SAFE: Final = (
    "PRAGMA journal_mode = WAL",
    # With NORMAL a power cut can take back what was acknowledged.
    "PRAGMA synchronous = FULL",
    "PRAGMA foreign_keys = ON",
    # What is destroyed at the end is overwritten, not only unlinked.
    "PRAGMA secure_delete = ON",
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

        Raises:
            LadderCheckError: it is not there, is no record of a workshop, or is of a later version than ours.
        """
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
        """All that is run within is on disk when it ends, or nothing of it ever was."""
        self.run("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            self._connection.rollback()
            raise
        self.run("COMMIT")


def _prepare(path: Path, connection: sqlite3.Connection) -> None:
    version = tables.version_of(connection)
    if version == 0 and connection.execute("SELECT count(*) FROM sqlite_master").fetchone() != (0,):
        raise LadderCheckError(_NOT_OURS.format(path))
    if version and not tables.is_ours(connection):
        raise LadderCheckError(_NOT_OURS.format(path))
    if version > len(tables.MIGRATIONS):
        raise LadderCheckError(f"{path}: a newer ladder-check made this record. Please update ladder-check.")
    for pragma in _SAFE:
        connection.execute(pragma)
    tables.bring_up_to_date(connection)


_NOT_OURS: Final = (
    "{}: this file is no record of a workshop. Either name another, or begin one with: "
    "ladder-check workshop new DAY.workshop"
)


@contextmanager
def _in_words(path: Path) -> Iterator[None]:
    """Turn what the database complains of into something a person can act on."""
    try:
        yield
    except sqlite3.OperationalError as error:
        raise LadderCheckError(f"{path}: {_reason(error)}") from None
    except sqlite3.DatabaseError as error:
        if error.sqlite_errorcode in (sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT):
            raise LadderCheckError(_NOT_OURS.format(path)) from None
        raise


def _reason(error: sqlite3.OperationalError) -> str:
    """Why it did not work, and what to do."""
    known = {
        sqlite3.SQLITE_BUSY: "another program is writing to this record. Wait for it to end, then try again.",
        sqlite3.SQLITE_CANTOPEN: "there is no workshop record here that can be opened. Look at the path.",
        sqlite3.SQLITE_READONLY: "this record is read-only for you. Copy it, or ask who looks after it.",
        sqlite3.SQLITE_FULL: "the disk is full. Make some room, and try again; what was saved is as it was.",
        sqlite3.SQLITE_IOERR: "the disk did not take it. What was saved before is as it was; try again.",
    }
    # The lowest byte is the kind of error; the rest is detail.
    return known.get(error.sqlite_errorcode & 0xFF, f"this record cannot be used ({error}).")
