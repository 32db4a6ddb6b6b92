"""The commands of a workshop, run in this process as if they were typed."""

import io
import sys
from collections.abc import Iterator
from contextlib import chdir, contextmanager, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from unittest.mock import patch

from ladder_check.cli import app


@dataclass(frozen=True)
class Ended:
    """How a command ended, and what it said."""

    returncode: int
    stdout: str
    stderr: str


def run(folder: Path, *words: str, typed: str = "") -> Ended:
    """What `ladder-check workshop` says in *folder*, and its status; nobody is there unless *typed* says."""
    return command(folder, "workshop", *words, typed=typed)


def command(folder: Path, *words: str, typed: str = "") -> Ended:
    """What any command says in *folder*, as above."""
    out, err = _stream(), _stream()
    stdin = io.TextIOWrapper(io.BufferedReader(io.BytesIO(typed.encode())), encoding="utf-8")
    with chdir(folder), _typed(*words, stdin=stdin), redirect_stdout(out), redirect_stderr(err):
        status = app.run()
    return Ended(status, _text(out), _text(err))


@contextmanager
def _typed(*words: str, stdin: io.TextIOWrapper) -> Iterator[None]:
    argv = ["ladder-check", *words]
    with (
        patch.object(sys, "argv", argv),
        patch.object(sys, "stdin", stdin),
        patch.dict("os.environ", {"COLUMNS": "80"}),
    ):
        yield


def _stream() -> io.TextIOWrapper:
    return io.TextIOWrapper(io.BytesIO(), encoding="utf-8", write_through=True)


def _text(stream: io.TextIOWrapper) -> str:
    stream.seek(0)
    return stream.read()
