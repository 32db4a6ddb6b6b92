"""The bytes of a file that a person named; and what to tell them where there are none."""

import stat
from pathlib import Path

from ladder_check.documents.document import MAX_BYTES
from ladder_check.documents.finding import Finding, InvalidDocument
from ladder_check.errors import LadderCheckError, nearest


def read_bytes(path: Path, most: int = MAX_BYTES) -> bytes:
    """The bytes of a regular file of at most *most* bytes, 1 MiB where nothing else is said.

    Raises:
        LadderCheckError: there is no such file, or it cannot be read, or it is no file.
        InvalidDocument: it is too large.
    """
    try:
        # Asked before it is opened: opening a pipe would wait for ever.
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise LadderCheckError(f"{path}: this is {_kind(status.st_mode)}, not a file. Name a file.")
        if status.st_size > most:
            raise InvalidDocument((_too_large(path, most),))
        with path.open("rb") as stream:
            data = stream.read(most + 1)
    except FileNotFoundError:
        raise LadderCheckError(f"{path}: there is no such file.{_like(path)}") from None
    except (OSError, ValueError) as error:
        raise LadderCheckError(f"{path}: this file cannot be read ({reason_of(error)}).") from None
    if len(data) > most:
        raise InvalidDocument((_too_large(path, most),))
    return data


def _too_large(path: Path, most: int) -> Finding:
    return Finding(
        "LC005",
        f"This file is larger than {most // 1024**2} MiB. Either split it, or check "
        "that it is the right file.",
        str(path),
        None,
    )


def _kind(mode: int) -> str:
    return "a folder" if stat.S_ISDIR(mode) else "a pipe or a device"


def reason_of(error: OSError | ValueError) -> str:
    """Why the system would not let us read."""
    return (error.strerror or "unknown reason") if isinstance(error, OSError) else str(error)


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
