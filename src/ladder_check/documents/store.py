"""The only module that writes files: the whole of a file or nothing, and nothing of anybody else's lost."""

import errno
import os
import secrets
import stat
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

from ladder_check.documents.reading import read_bytes
from ladder_check.errors import LadderCheckError

try:
    import fcntl
except ImportError:  # Windows has none: there, two writers are told apart by what they wrote alone.
    fcntl = None  # type: ignore[assignment]

_DATABASE: Final = b"SQLite format 3\0"
"""What a file begins with that no text of ours ever takes the place of."""
_READ_ONLY: Final = "this place is read-only for you. Either choose another folder, or ask who looks after it"
_FULL: Final = "the disk is full. Make some room, and try again; the file is as it was"
_REASONS: Final = {
    errno.EACCES: _READ_ONLY,
    errno.EPERM: _READ_ONLY,
    errno.EROFS: _READ_ONLY,
    errno.ENOENT: "there is no such folder. Either make it, or choose another",
    errno.ENOTDIR: "a part of this path is a file, not a folder. Choose another",
    errno.EISDIR: "this is a folder. Name a file in it",
    errno.ENOSPC: _FULL,
    errno.EDQUOT: _FULL,
    errno.ENAMETOOLONG: "this name is too long. Choose a shorter one",
}


def write(text: str | bytes, path: Path) -> None:
    """Make *text* the content of the file at *path*: all of it or, if anything goes wrong, none.

    A file that was there keeps its permissions; where *path* is a link, what it points to is written.

    Raises:
        LadderCheckError: it cannot be written; the file is as it was.
    """
    try:
        target = path.resolve()
        with locked(target.parent):
            overwrite(text.encode("utf-8") if isinstance(text, str) else text, target)
    except (OSError, RuntimeError, ValueError) as error:
        raise cannot_write(path, error) from None


def put_in_place(text: str, path: Path, of: bytes) -> None:
    """Write *text* over the file at *path* if it still holds what it was made *of*.

    Raises:
        LadderCheckError: somebody has changed it meanwhile, or it cannot be written; it is as it was.
    """
    try:
        target = path.resolve()
        with locked(target.parent):
            if read_bytes(target) != of:
                raise LadderCheckError(
                    f"{path}: somebody has just changed this file. Theirs stays; try again."
                )
            overwrite(text.encode("utf-8"), target)
    except (OSError, RuntimeError, ValueError) as error:
        raise cannot_write(path, error) from None


def write_new(text: str | bytes, path: Path) -> None:
    """Write *text* to a file that is not there yet, and make its folder if need be.

    Raises:
        LadderCheckError: there is a file at *path* already, or it cannot be written.
    """
    write_all({path: text}, over=False)


def write_all(texts: Mapping[Path, str | bytes], *, over: bool) -> None:
    """Write several files; unless *over*, none at all if one of them is there already.

    Raises:
        LadderCheckError: a file is there already, or cannot be written.
    """
    there = [] if over else [str(path) for path in texts if path.exists() or path.is_symlink()]
    if there:
        raise LadderCheckError(f"{', '.join(there)}: there already. Nothing was written over.")
    for path, text in texts.items():
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise cannot_write(path, error) from None
        write(text, path)


@contextmanager
def made_beside(path: Path) -> Iterator[Path]:
    """An empty file to fill, for its owner alone, that is put at *path* when it is done.

    Raises:
        LadderCheckError: there is something at *path*, or it cannot be written; then nothing is left.
    """
    try:
        target = path.resolve()
        beside = _beside(target)
        os.close(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
        try:
            yield beside
            with locked(target.parent):
                if target.exists():
                    raise FileExistsError(errno.EEXIST, "there is a file already")
                beside.replace(target)
            _flush_folder(target.parent)
        finally:
            beside.unlink(missing_ok=True)
    except (OSError, RuntimeError) as error:
        raise cannot_write(path, error) from None


def must_have_a_folder(path: Path) -> None:
    """See that the folder that *path* is in is there.

    Raises:
        LadderCheckError: it is not.
    """
    if not path.parent.is_dir():
        raise cannot_write(path, FileNotFoundError(errno.ENOENT, "no such folder"))


def cannot_write(path: Path, error: Exception) -> LadderCheckError:
    """What to say where *path* could not be written, because of *error*."""
    reason = (_REASONS.get(error.errno or 0) or error.strerror) if isinstance(error, OSError) else None
    return LadderCheckError(f"{path}: this file cannot be written: {reason or error}.")


def overwrite(data: bytes, target: Path) -> None:
    """Make *data* the content of *target*, whole or not at all; use it while its folder is `locked`.

    Raises:
        OSError: it cannot be written; the file is as it was.
    """
    mode = target.stat().st_mode if target.exists() else None
    if mode is not None and not stat.S_ISREG(mode):
        # A device or a pipe: to put a file in its place would take it away.
        target.write_bytes(data)
        return
    if mode is not None and not os.access(target, os.W_OK):
        raise PermissionError(errno.EACCES, "read-only")
    if mode is not None and _is_database(target):
        raise LadderCheckError(
            f"{target.name}: this file is a database, such as the record of a workshop. It stays as it is; "
            "name another."
        )
    beside = _beside(target)
    try:
        _write_to_disk(data, beside, mode)
        beside.replace(target)
    except BaseException:
        with suppress(OSError):
            beside.unlink()
        raise
    _flush_folder(target.parent)


def _beside(target: Path) -> Path:
    # A name has room for 255 bytes, and a character of it may take four.
    return target.with_name(f".{target.name[:40]}.{secrets.token_hex(4)}.new")


def _is_database(path: Path) -> bool:
    with path.open("rb") as stream:
        return stream.read(len(_DATABASE)) == _DATABASE


def _write_to_disk(data: bytes, path: Path, mode: int | None) -> None:
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666), "wb") as stream:
        if mode is not None:
            path.chmod(stat.S_IMODE(mode))
        stream.write(data)
        stream.flush()
        os.fsync(stream.fileno())


def _flush_folder(folder: Path) -> None:
    """Have the new name on disk too.  Some file systems cannot: then the name is there a moment later."""
    with suppress(OSError), _opened(folder) as handle:
        os.fsync(handle)


@contextmanager
def _opened(folder: Path) -> Iterator[int]:
    handle = os.open(folder, os.O_RDONLY)
    try:
        yield handle
    finally:
        os.close(handle)


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Keep other writers of ours out of *folder* between reading and writing."""
    if fcntl is None:
        yield
        return
    with _opened(folder) as handle:
        # Some network drives know no locks; the comparison with what is on disk still guards.
        with suppress(OSError):
            fcntl.flock(handle, fcntl.LOCK_EX)
        yield
