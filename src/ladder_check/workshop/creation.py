"""Making a record, or setting one anew that nobody has answered yet."""

import json
from collections.abc import Sequence
from pathlib import Path

from ladder_check.documents.store import made_beside
from ladder_check.errors import LadderCheckError
from ladder_check.workshop import queries
from ladder_check.workshop.database import Database
from ladder_check.workshop.gitignore import is_kept_out, keep_out_of_git
from ladder_check.workshop.setting import Setting, is_closed, write_setting


def create_record(path: Path, setting: Setting, first: Sequence[str] = ()) -> bool:
    """Begin a record at *path*, out of the reach of git, with a round that asks *first*, if anything.

    A record that nobody has answered yet is set anew.  Whether it was there before.

    Raises:
        LadderCheckError: the record has ballots, something else is at *path*, or it cannot be written;
            then all is as it was.
    """
    if path.exists():
        with Database.open(path) as database:
            keep_out_of_git(path)
            _set(database, setting, first)
        return True
    with made_beside(path) as beside:
        with Database.open(beside, create=True) as database:
            _set(database, setting, first)
        keep_out_of_git(path)
    return False


def must_allow_new(path: Path) -> None:
    """See that a record can be begun at *path*, or set anew, before anybody is asked anything about it.

    Raises:
        LadderCheckError: people have answered already, something else is there, there is no folder, or its
            name would not keep it out of git.
    """
    if path.exists():
        with Database.open(path) as database:
            _must_be_unsaid(database)
    elif not path.absolute().parent.is_dir():
        raise LadderCheckError(f"{path.parent}: there is no such folder. Either make it, or choose another.")
    elif not is_kept_out(path.name):
        raise LadderCheckError(
            f"{path}: the name of a record ends in .workshop, which keeps it out of git. For example: "
            f"{path.stem.lower()}.workshop"
        )


def _must_be_unsaid(database: Database) -> None:
    if is_closed(database) or any(database.all(f"SELECT 1 FROM {each} LIMIT 1") for each in queries.SAID):
        raise LadderCheckError(
            f"{database.path}: people have answered already, so what was set stays. Nothing was changed. "
            "For another workshop, name another file."
        )


def _set(database: Database, setting: Setting, first: Sequence[str]) -> None:
    with database.transaction():
        _must_be_unsaid(database)
        for each in ("round", "ballot"):
            database.run(f"DELETE FROM {each}")
        write_setting(database, setting)
        if first:
            database.run(queries.BEGIN, 1, json.dumps(list(first)))
