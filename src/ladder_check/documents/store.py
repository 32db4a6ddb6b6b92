"""The only module that writes files: the whole of a file or nothing, and nothing of anybody else's lost."""

import errno
import os
import secrets
import stat
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, Self

from ladder_check.documents import places
from ladder_check.documents.document import parse
from ladder_check.documents.edit import append, get, remove, set_value
from ladder_check.documents.reading import read_bytes
from ladder_check.documents.spelling import plain_data
from ladder_check.errors import LadderCheckError

try:
    import fcntl
except ImportError:  # Windows has none: there, two writers are told apart by what they wrote alone.
    fcntl = None  # type: ignore[assignment]

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
        with _locked(target.parent):
            _write(text.encode("utf-8") if isinstance(text, str) else text, target)
    except (OSError, RuntimeError, ValueError) as error:
        raise _cannot_write(path, error) from None


def put_in_place(text: str, path: Path, of: bytes) -> None:
    """Write *text* over the file at *path* if it still holds what it was made *of*.

    Raises:
        LadderCheckError: somebody has changed it meanwhile, or it cannot be written; it is as it was.
    """
    try:
        target = path.resolve()
        with _locked(target.parent):
            if read_bytes(target) != of:
                raise LadderCheckError(
                    f"{path}: somebody has just changed this file. Theirs stays; try again."
                )
            _write(text.encode("utf-8"), target)
    except (OSError, RuntimeError, ValueError) as error:
        raise _cannot_write(path, error) from None


def write_new(text: str, path: Path) -> None:
    """Write *text* to a file that is not there yet, and make its folder if need be.

    Raises:
        LadderCheckError: there is a file at *path* already, or it cannot be written.
    """
    write_all({path: text}, over=False)


def write_all(texts: Mapping[Path, str], *, over: bool) -> None:
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
            raise _cannot_write(path, error) from None
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
            with _locked(target.parent):
                if target.exists():
                    raise FileExistsError(errno.EEXIST, "there is a file already")
                beside.replace(target)
            _flush_folder(target.parent)
        finally:
            beside.unlink(missing_ok=True)
    except (OSError, RuntimeError) as error:
        raise _cannot_write(path, error) from None


def _cannot_write(path: Path, error: Exception) -> LadderCheckError:
    reason = (_REASONS.get(error.errno or 0) or error.strerror) if isinstance(error, OSError) else None
    return LadderCheckError(f"{path}: this file cannot be written: {reason or error}.")


def _write(data: bytes, target: Path) -> None:
    mode = target.stat().st_mode if target.exists() else None
    if mode is not None and not stat.S_ISREG(mode):
        # A device or a pipe: to put a file in its place would take it away.
        target.write_bytes(data)
        return
    if mode is not None and not os.access(target, os.W_OK):
        raise PermissionError(errno.EACCES, "read-only")
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
def _locked(folder: Path) -> Iterator[None]:
    """Keep other writers of ours out of *folder* between reading and writing."""
    if fcntl is None:
        yield
        return
    with _opened(folder) as handle:
        # Some network drives know no locks; the comparison with what is on disk still guards.
        with suppress(OSError):
            fcntl.flock(handle, fcntl.LOCK_EX)
        yield


@dataclass(frozen=True, slots=True)
class Change:
    """What to do at *path*: put *value* there; or add it to the list there; or remove what is there."""

    path: places.Path
    value: Any = None
    adds: bool = False
    removes: bool = False

    def apply(self, text: str) -> str:
        """*text* with this change."""
        if self.removes:
            return remove(text, self.path)
        return (append if self.adds else set_value)(text, self.path, self.value)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a change: *saved*, or not, because somebody else put *theirs* there meanwhile."""

    saved: bool
    others_changed: bool
    theirs: Any = None


class SharedFile:
    """A YAML file that we change while an editor, or another terminal, may change it too.

    *text* is the file as we last read or wrote it.
    """

    def __init__(self, path: Path, text: str) -> None:
        self.path, self.text = path, text

    @classmethod
    def open(cls, path: Path) -> Self:
        """The file at *path*, read.

        Raises:
            LadderCheckError: it is not there, or is not a file that we can read.
        """
        shared = cls(path, _read(path))
        shared.data  # noqa: B018 (a file that cannot be read is refused at once)
        return shared

    @classmethod
    def create(cls, path: Path, text: str) -> Self:
        """A new file at *path*.

        Raises:
            LadderCheckError: there is one already, or it cannot be written.
        """
        if path.exists():
            raise LadderCheckError(f"{path}: there already. Nothing was written over.")
        write(text, path)
        return cls(path, text)

    @property
    def data(self) -> Any:
        """What the file says, as plain data."""
        return parse(self.text.encode("utf-8"), str(self.path)).data

    def change(self, changes: Sequence[Change]) -> Outcome:
        """Apply *changes* to the file as it is on disk now, and write it: all of them or none.

        The first change is what was meant; the others follow from it.  If somebody else has changed the same
        place since we last looked, theirs stays, and nothing is written.

        Raises:
            LadderCheckError: the file cannot be read or written now; it is as it was.
        """
        try:
            with _locked(self.path.resolve().parent):
                return self._change(changes)
        except (OSError, RuntimeError) as error:
            raise _cannot_write(self.path, error) from None

    def _change(self, changes: Sequence[Change]) -> Outcome:
        now = _read(self.path) if self.path.exists() else self.text
        others = now != self.text
        if others and (clash := self._clash(changes[0], now)):
            self.text = now
            return clash
        for each in changes:
            now = each.apply(now)
        _write(now.encode("utf-8"), self.path.resolve())
        self.text = now
        return Outcome(saved=True, others_changed=others)

    def _clash(self, change: Change, now: str) -> Outcome | None:
        """The outcome if somebody else changed the same place, and not to the same value."""
        data = parse(now.encode("utf-8"), str(self.path)).data
        theirs = get(data, change.path)
        same = change.adds or theirs in (get(self.data, change.path), plain_data(change.value))
        if same and _things_on(data, change.path) == _things_on(self.data, change.path):
            return None
        return Outcome(saved=False, others_changed=True, theirs=theirs)


def _things_on(data: Any, path: places.Path) -> list[Any]:
    """What the items of lists on the way along *path* are, so that none is taken for another."""
    ways = [path[: place + 1] for place, step in enumerate(path) if isinstance(step, int)]
    return [get(data, (*way, key)) for way in ways for key in ("id", "about")]


def _read(path: Path) -> str:
    try:
        return read_bytes(path).decode("utf-8")
    except UnicodeDecodeError:
        # Our reader says where.
        return parse(read_bytes(path), str(path)).text
