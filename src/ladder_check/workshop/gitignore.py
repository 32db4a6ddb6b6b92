"""Keeping the record of a workshop out of a repository."""

from fnmatch import fnmatchcase
from pathlib import Path
from typing import Final

from ladder_check.documents.reading import read_bytes
from ladder_check.documents.store import put_in_place, write
from ladder_check.errors import LadderCheckError

LINE: Final = "*.workshop*"
"""What is never committed: records, and the files that the database keeps beside them while it works."""


def is_kept_out(name: str) -> bool:
    """Whether a file called *name* is one that `LINE` names; capitals count, as they do for git."""
    return fnmatchcase(name, LINE)


def keep_out_of_git(record: Path) -> None:
    """See that the `.gitignore` beside *record* names it; no other line of it changes.

    Raises:
        LadderCheckError: the file cannot be read or written.
    """
    path = record.resolve().parent / ".gitignore"
    if not path.exists():
        write(f"{LINE}\n", path)
        return
    before = read_bytes(path)
    text = _decoded(before, path)
    if LINE not in map(str.strip, text.splitlines()):
        put_in_place(_with_line(text), path, of=before)


def _with_line(text: str) -> str:
    end = "\r\n" if "\r\n" in text else "\n"
    between = "" if not text or text.endswith("\n") else end
    return f"{text}{between}{LINE}{end}"


def _decoded(data: bytes, path: Path) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        raise LadderCheckError(
            f"{path}: this file is not UTF-8, so nothing was added to it. Put the line {LINE} into it, "
            "so that no answer of anybody is ever committed, and try again."
        ) from None
