"""The tables of a workshop record, and how an older record becomes one of today."""

import sqlite3
from typing import Final

APPLICATION: Final = 0x4C434B57
"""What a record says it is, so that no other database is taken for one ("LCKW")."""
HEAD: Final = 100
"""How many bytes at the start of a file say what it is."""
_SQLITE: Final = b"SQLite format 3\0"
_APPLICATION_AT: Final = slice(68, 72)

_FIRST: Final = """
CREATE TABLE setting (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT;
CREATE TABLE round (
    number INTEGER PRIMARY KEY CHECK (number > 0),
    open INTEGER NOT NULL CHECK (open IN (0, 1)),
    shown INTEGER NOT NULL DEFAULT 0 CHECK (shown IN (0, 1)),
    asks TEXT NOT NULL,
    CHECK (open = 0 OR shown = 0)
) STRICT;
CREATE UNIQUE INDEX one_open ON round (open) WHERE open = 1;
CREATE TABLE ballot (
    id TEXT PRIMARY KEY CHECK (id <> ''),
    voice TEXT NOT NULL,
    linked INTEGER NOT NULL CHECK (linked IN (0, 1))
) STRICT;
CREATE TABLE answer (
    round INTEGER NOT NULL REFERENCES round (number),
    question TEXT NOT NULL,
    ballot TEXT NOT NULL REFERENCES ballot (id),
    revision INTEGER NOT NULL,
    answer TEXT,
    PRIMARY KEY (question, round, ballot, revision)
) STRICT, WITHOUT ROWID;
CREATE TABLE second_entry (
    round INTEGER NOT NULL REFERENCES round (number),
    question TEXT NOT NULL,
    ballot TEXT NOT NULL,
    answer TEXT NOT NULL,
    PRIMARY KEY (round, question, ballot)
) STRICT, WITHOUT ROWID;
CREATE TABLE words (
    id INTEGER PRIMARY KEY,
    question TEXT NOT NULL,
    voice TEXT NOT NULL,
    said TEXT NOT NULL,
    share INTEGER NOT NULL CHECK (share IN (0, 1))
) STRICT;
CREATE TABLE agreed (
    question TEXT PRIMARY KEY,
    answer TEXT NOT NULL,
    minority TEXT
) STRICT;
CREATE TABLE kept (
    question TEXT PRIMARY KEY,
    shown TEXT NOT NULL
) STRICT;
"""
MIGRATIONS: Final = (_FIRST,)
"""What turns a record of each version into the next; the number of them is today's version.

Each is a row of statements, and a semicolon stands only at the end of one.
"""


def version_of(database: sqlite3.Connection) -> int:
    """Which version the record is; 0 for a new file."""
    (version,) = database.execute("PRAGMA user_version").fetchone()
    return int(version)


def is_ours(head: bytes) -> bool:
    """Whether a file that begins with *head* says that it is a record of a workshop."""
    return head.startswith(_SQLITE) and int.from_bytes(head[_APPLICATION_AT], "big") == APPLICATION


def bring_up_to_date(database: sqlite3.Connection) -> None:
    """Apply each migration that the record has not had, each whole or not at all."""
    for version in range(version_of(database), len(MIGRATIONS)):
        database.execute("BEGIN IMMEDIATE")
        # Another program may have done it while this one waited for its turn.
        if version_of(database) == version:
            _migrate(database, version)
        database.execute("COMMIT")


def _migrate(database: sqlite3.Connection, version: int) -> None:
    for statement in MIGRATIONS[version].split(";"):
        database.execute(statement)
    database.execute(f"PRAGMA application_id = {APPLICATION}")
    database.execute(f"PRAGMA user_version = {version + 1}")
