"""The bytes of a file that a person named; and what to tell them where there are none."""

import os
import stat
from pathlib import Path
from typing import BinaryIO

from ladder_check.documents.document import MAX_BYTES
from ladder_check.documents.finding import Finding, InvalidDocument, Place
from ladder_check.errors import LadderCheckError, nearest


def read_bytes(path: Path, most: int = MAX_BYTES) -> bytes:
    """The bytes of a regular file of at most *most* bytes, 1 MiB where nothing else is said.

    Raises:
        LadderCheckError: there is no such file, or it cannot be read, or it is no file.
        InvalidDocument: it is too large.
    """
    try:
        # Asked before it is opened, for to open a device may set it going; and after, for meanwhile
        # something else may stand there.
        _refuse_unusual(path.stat(), path, most)
        with open(path, "rb", opener=_without_waiting) as stream:
            data = _read(stream, path, most)
    except FileNotFoundError:
        raise LadderCheckError(f"{path}: {_absent(path)}") from None
    except (OSError, ValueError) as error:
        raise LadderCheckError(f"{path}: this file cannot be read ({reason_of(error)}).") from None
    if len(data) > most:
        raise InvalidDocument((_too_large(path, most),))
    return data


def _read(stream: BinaryIO, path: Path, most: int) -> bytes:
    """All that is in the file, or a little over *most* bytes of it."""
    status = os.fstat(stream.fileno())
    _refuse_unusual(status, path, most)
    # Room is made for what is asked for: a megabyte each time would cost more than the reading.
    data = stream.read(status.st_size + 1)
    return data if len(data) <= status.st_size else data + stream.read(most + 1 - len(data))


def _refuse_unusual(status: os.stat_result, path: Path, most: int) -> None:
    if not stat.S_ISREG(status.st_mode):
        raise LadderCheckError(f"{path}: this is {_kind(status.st_mode)}, not a file. Name a file.")
    if status.st_size > most:
        raise InvalidDocument((_too_large(path, most),))


def _without_waiting(path: str, flags: int) -> int:
    """Open *path*; a pipe would keep us waiting for somebody to write, unless told not to."""
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def _too_large(path: Path, most: int) -> Finding:
    return Finding(
        "LC005",
        f"This file is larger than {most // 1024**2} MiB. Either split it, or check "
        "that it is the right file.",
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
            each.name
            for each in path.parent.iterdir()
            if each.suffix in (".yaml", ".yml", path.suffix) and each.exists()
        ]
        near = nearest(path.name, there)
    except OSError:
        return ""
    return f" Did you mean {path.parent / near}?" if near else ""
