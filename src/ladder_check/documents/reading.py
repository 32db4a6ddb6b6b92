"""The bytes of a file that a person named; and what to tell them where there are none."""

import os
import stat
from pathlib import Path
from typing import BinaryIO

from ladder_check.documents.document import MAX_BYTES
from ladder_check.documents.finding import Finding, InvalidDocument, Place
from ladder_check.errors import LadderCheckError, nearest


def read_bytes(path: Path) -> bytes:
    """The bytes of a regular file of at most 1 MiB.

    Raises:
        LadderCheckError: there is no such file, or it cannot be read, or it is no file.
        InvalidDocument: it is too large.
    """
    try:
        # Asked before it is opened, for to open a device may set it going; and after, for meanwhile
        # something else may stand there.
        _refuse_unusual(path.stat(), path)
        with open(path, "rb", opener=_without_waiting) as stream:
            data = _read(stream, path)
    except FileNotFoundError:
        raise LadderCheckError(f"{path}: {_absent(path)}") from None
    except (OSError, ValueError) as error:
        raise LadderCheckError(f"{path}: this file cannot be read ({reason_of(error)}).") from None
    if len(data) > MAX_BYTES:
        raise InvalidDocument((_too_large(path),))
    return data


def _read(stream: BinaryIO, path: Path) -> bytes:
    """All that is in the file, or a little over 1 MiB of it."""
    status = os.fstat(stream.fileno())
    _refuse_unusual(status, path)
    # Room is made for what is asked for: a megabyte each time would cost more than the reading.
    data = stream.read(status.st_size + 1)
    return data if len(data) <= status.st_size else data + stream.read(MAX_BYTES + 1 - len(data))


def _refuse_unusual(status: os.stat_result, path: Path) -> None:
    if not stat.S_ISREG(status.st_mode):
        raise LadderCheckError(f"{path}: this is {_kind(status.st_mode)}, not a file. Name a file.")
    if status.st_size > MAX_BYTES:
        raise InvalidDocument((_too_large(path),))


def _without_waiting(path: str, flags: int) -> int:
    """Open *path*; a pipe would keep us waiting for somebody to write, unless told not to."""
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def _too_large(path: Path) -> Finding:
    return Finding(
        "LC005",
        "This file is larger than 1 MiB. Either split it, or check that it is the right file.",
        str(path),
        Place(1, 1, 1, 1),
    )


def _kind(mode: int) -> str:
    return "a folder" if stat.S_ISDIR(mode) else "a pipe or a device"


def reason_of(error: OSError | ValueError) -> str:
    """Why the system would not let us read."""
    return (error.strerror or "unknown reason") if isinstance(error, OSError) else str(error)


def _absent(path: Path) -> str:
    if os.path.islink(path):  # noqa: PTH114 - Path.is_symlink raises where a folder is closed to us
        return (
            "this is a link, and what it leads to is not there. Either put that back, or take the link out."
        )
    return f"there is no such file.{_like(path)}"


def _like(path: Path) -> str:
    try:
        # A link to nowhere is listed and is not there.
        there = [
            each.name for each in path.parent.iterdir() if each.suffix in (".yaml", ".yml") and each.exists()
        ]
        near = nearest(path.name, there)
    except OSError:
        return ""
    return f" Did you mean {path.parent / near}?" if near else ""
