"""Which files are meant by the paths, folders and globs that somebody named."""

import os
import re
import shutil
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal

from ladder_check.documents.git import ask_git, root_of
from ladder_check.documents.globs import is_pattern, match
from ladder_check.documents.reading import read_bytes, reason_of
from ladder_check.errors import LadderCheckError

STDIN: Final = "-"
ENDINGS: Final = (".assessment.yaml", ".bank.yaml", ".ladder.yaml")
_TRANSLATION: Final = re.compile(r".+\.bank\.[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*\.yaml", re.DOTALL)
# A name may hold a line break.
_UNREADABLE: Final = re.compile(
    r"^warning: could not open directory '((?s:.+?))/?': ([^'\n]+)$", re.MULTILINE
)
_OUT_OF: Final = (
    "this is a link that leads out of {}, and is not read. "
    "Either put the file itself here, or name the file it leads to."
)
_LINK: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+:")


@dataclass(frozen=True, slots=True)
class Collected:
    """The *files* to read, each once and in order, and the folders that could *not* be looked into."""

    files: tuple[Path, ...]
    unread: tuple[str, ...] = ()


def find_files(named: Sequence[str]) -> Collected:
    """The files that *named* leads to: files as they are, folders with what is in them, and globs.

    Of a folder, what ends like our files and git does not ignore.

    Raises:
        LadderCheckError: something named is not there, or leads to nothing.
    """
    files: dict[Path, None] = {}
    unread: list[str] = []
    for found in (each for name in named for each in _expand(name)):
        files |= dict.fromkeys(found.files)
        unread += found.unread
    if not files and not unread:
        raise LadderCheckError(
            f"There is nothing to check in {', '.join(named)}: no file there ends in {', '.join(ENDINGS)}, "
            "or git ignores it. Either name the files, or name another folder."
        )
    return Collected(tuple(files), tuple(unread))


def read_inside(path: Path) -> bytes:
    """The bytes of the file at *path*, unless it is a link that leads out of its repository.

    Who proposes a change may put such a link in it, and what is found in a file is shown.

    Raises:
        LadderCheckError: it is such a link, or cannot be read.
        InvalidDocument: it is too large.
    """
    # Asked first whether it is a link: nearly no file is, and to look for the repository takes longer.
    # Path.is_symlink raises where a folder is closed to us; then reading says so.
    root = root_of(path) if os.path.islink(path) else None  # noqa: PTH114
    if root and _leads_out(path, root):
        raise LadderCheckError(f"{path}: {_OUT_OF.format('the repository')}")
    return read_bytes(path)


def is_translation(name: str) -> bool:
    """Whether a file called *name* is a translation of a bank, such as `word.bank.cy.yaml`."""
    return _TRANSLATION.fullmatch(name) is not None


def _expand(name: str) -> Iterator[Collected]:
    if name == STDIN or os.path.lexists(name):
        yield _found_at(Path(name))
        return
    found, faults = match(name) if is_pattern(name) else ((), ())
    if not found and not faults:
        raise LadderCheckError(f"{name}: there is no such file or folder.")
    yield Collected((), tuple(_unread(faults)))
    yield from map(_found_at, found)


def _found_at(path: Path) -> Collected:
    # Path.is_dir raises where a folder above is closed to us; then reading says so.
    return _in_folder(path) if os.path.isdir(path) else Collected((path,))  # noqa: PTH112


def _in_folder(folder: Path) -> Collected:
    listed = _kept_by_git(folder) if shutil.which("git") else None
    return listed or _walked(folder)


def _kept_by_git(folder: Path) -> Collected | None:
    """What git keeps or could keep of *folder*; None outside a work tree."""
    patterns = [f":(glob)**/*{ending}" for ending in (*ENDINGS, ".bank.*.yaml")]
    arguments = ("ls-files", "-z", "--cached", "--others", "--exclude-standard", "--", *patterns)
    status, answer, complaints = ask_git(folder, *arguments)
    if status:
        return None
    # In a merge a file is listed once for each side; what was deleted is listed and is not there.
    listed = (os.fsdecode(name) for name in answer.split(b"\0") if name)
    names = sorted({name for name in listed if _is_ours(name)})
    unread = (f"{folder / each[1]}: {each[2]}" for each in _UNREADABLE.finditer(complaints))
    return Collected(tuple(folder / name for name in names if _is_there(folder / name)), tuple(unread))


def _is_there(path: Path) -> bool:
    """Whether *path* is there, or may be: in a folder that is closed to us nobody knows."""
    try:
        path.lstat()
    except (FileNotFoundError, NotADirectoryError):
        return False
    except OSError:
        return True
    return True


def _is_ours(name: str) -> bool:
    return name.endswith(ENDINGS) or is_translation(name.rpartition("/")[2])


def _walked(folder: Path) -> Collected:
    """What stands in *folder* and below, hidden folders left out; links to folders are not followed."""
    faults: list[OSError] = []
    found: list[Path] = []
    for here, folders, names in os.walk(folder, onerror=faults.append):
        folders[:] = sorted(each for each in folders if not each.startswith("."))
        found += (Path(here) / name for name in sorted(names) if _is_ours(name))
    out = [path for path in found if _leads_out(path, folder)]
    told = (f"{path}: {_OUT_OF.format('this folder')}" for path in out)
    return Collected(tuple(path for path in found if path not in out), (*_unread(faults), *told))


def _leads_out(path: Path, bound: Path) -> bool:
    try:
        return path.is_symlink() and not path.resolve().is_relative_to(bound.resolve())
    except (OSError, RuntimeError):
        # A circle, or a folder that is closed to us: reading says what.
        return False


def _unread(faults: Iterable[OSError]) -> Iterator[str]:
    return (f"{fault.filename}: {reason_of(fault)}" for fault in faults)


def file_at(where: str, beside: Path) -> Literal["there", "missing", "outside", "link"]:
    """Whether *where*, a path of evidence in the file *beside*, leads to a file.

    A link is known by its looks and not fetched.  A path may lead no further than the repository, or
    without one the folder of the file: whether something is there outside is not even looked at.
    """
    if _LINK.match(where):
        return "outside" if where.lower().startswith("file:") else "link"
    bound = root_of(beside) or beside.absolute().parent
    try:
        target = (beside.absolute().parent / where).resolve()
        if not target.is_relative_to(bound.resolve()):
            return "outside"
        return "there" if target.exists() else "missing"
    except (OSError, RuntimeError, ValueError):
        # Too long for a name, a circle of links, a character no name may have.
        return "missing"
