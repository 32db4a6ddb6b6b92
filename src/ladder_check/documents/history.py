"""Files as they were before a change: at the merge base, read through one `git cat-file --batch`."""

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Final

from ladder_check.documents.document import MAX_BYTES
from ladder_check.documents.git import ask_git, command, environment, root_of
from ladder_check.errors import LadderCheckError

_SHALLOW: Final = (
    "--base {rev}: this is a shallow clone, so git has not got the commit to compare with. Either fetch the "
    "whole history (`fetch-depth: 0` for actions/checkout, `GIT_DEPTH: 0` for GitLab, or "
    "`git fetch --unshallow`), or leave --base out."
)
_UNKNOWN: Final = (
    "--base {rev}: git knows no such commit here. Either fetch it (`git fetch origin`), or name another, "
    "such as origin/main."
)
_NOT_OURS: Final = (
    "--base {rev}: this folder belongs to somebody else (as in a container), so git looks at nothing in it. "
    "Either run `git config --global --add safe.directory '*'` there, or leave --base out."
)
_UNRELATED: Final = (
    "--base {rev}: it has no commit in common with this one. Name another, such as origin/main."
)
_OUTSIDE: Final = (
    "--base {rev}: no file to check is kept in git. Either check files of a repository, or leave it out."
)


@dataclass
class History:
    """The files of one work tree as they were at *commit*."""

    root: Path
    blobs: dict[str, str]
    renamed: dict[str, str]
    _process: "subprocess.Popen[bytes]" = field(repr=False)

    def read(self, path: Path) -> bytes | None:
        """What stood in the file at *path*, under the name it had; None if it is new."""
        name = Path(os.path.relpath(path.absolute(), self.root)).as_posix()
        blob = self.blobs.get(self.renamed.get(name, name))
        return self._content(blob) if blob else None

    def _content(self, blob: str) -> bytes:
        wanted, given = _ends(self._process)
        wanted.write(f"{blob}\n".encode())
        wanted.flush()
        header = given.readline().split()
        if len(header) != 3:
            raise LadderCheckError(
                f"git could not read {blob}: {b' '.join(header).decode(errors='replace')}."
            )
        return _read_blob(given, int(header[2]))


def _read_blob(given: IO[bytes], size: int) -> bytes:
    """The blob, or as much of it as shows that it is too large; *given* is read to the blob's end."""
    data = given.read(min(size, MAX_BYTES + 1))
    rest = size + 1 - len(data)
    while rest > 0:
        rest -= len(given.read(min(rest, MAX_BYTES))) or rest
    return data


@contextmanager
def open_history(files: tuple[Path, ...], rev: str) -> Iterator[History]:
    """The history of the work tree that *files* stand in, at the merge base of *rev* and HEAD.

    Raises:
        LadderCheckError: there is no such commit, or it was not fetched, or nothing here is kept in git.
    """
    root = next((found for each in files if (found := root_of(each))), None)
    if root is None:
        raise LadderCheckError(_OUTSIDE.format(rev=rev))
    commit = _merge_base(root, rev)
    blobs, renamed = _blobs(root, commit), _renamed(root, commit)
    arguments = command(root, ("cat-file", "--batch"))
    pipe = subprocess.PIPE
    with subprocess.Popen(arguments, stdin=pipe, stdout=pipe, env=environment()) as process:
        yield History(root, blobs, renamed, process)


def _merge_base(root: Path, rev: str) -> str:
    asked = ("rev-parse", "--verify", "--quiet", "--end-of-options", rev + "^{commit}")
    known, _, complaints = ask_git(root, *asked)
    if "dubious ownership" in complaints:
        raise LadderCheckError(_NOT_OURS.format(rev=rev))
    if known == 0:
        status, answer, _ = ask_git(root, "merge-base", "--end-of-options", rev, "HEAD")
        if status == 0:
            return answer.decode().strip()
    _, shallow, _ = ask_git(root, "rev-parse", "--is-shallow-repository")
    reason = _SHALLOW if shallow.strip() == b"true" else _UNRELATED if known == 0 else _UNKNOWN
    raise LadderCheckError(reason.format(rev=rev))


def _blobs(root: Path, commit: str) -> dict[str, str]:
    """Every file of *commit* with the name of its content; links are no files."""
    listed = _answer(root, "ls-tree", "-r", "-z", "--full-tree", commit)
    found = (line.partition("\t") for line in listed if line)
    return {name: about.split()[2] for about, _, name in found if about.startswith("100")}


def _renamed(root: Path, commit: str) -> dict[str, str]:
    """Today's name of a file, to its name at *commit*."""
    words = _answer(root, "diff", "--no-ext-diff", "--name-status", "-M", "--diff-filter=R", "-z", commit)
    return {new: old for old, new in zip(words[1::3], words[2::3], strict=False)}


def _answer(root: Path, *arguments: str) -> list[str]:
    status, answer, complaints = ask_git(root, *arguments)
    if status:
        raise LadderCheckError(f"git {arguments[0]} did not work: {complaints}.")
    return os.fsdecode(answer).split("\0")


def _ends(process: "subprocess.Popen[bytes]") -> tuple[IO[bytes], IO[bytes]]:
    if process.stdin is None or process.stdout is None:
        raise ValueError("git cat-file was started without pipes")
    return process.stdin, process.stdout
