"""The command in a process of its own that may take only so much memory and time, and not read everything."""

import ctypes
import os
import resource
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import pytest

MEMORY: Final = 600 * 1024 * 1024
"""Bytes of address space: ten times what a run takes, a third of what most of these files hold."""
SECONDS: Final = 20
"""Of computing; a run takes less than one."""
_DROP: Final = 24
_DAC_OVERRIDE: Final = 1
_DAC_READ_SEARCH: Final = 2


def check(
    folder: Path, *arguments: str, stdin: bytes | int = b"", as_others: bool = False, **env: str
) -> "subprocess.CompletedProcess[str]":
    """`ladder-check check` run in *folder*; what it wrote must be UTF-8."""
    command = [sys.executable, "-m", "ladder_check", "check", *arguments]
    return run(command, folder, stdin=stdin, as_others=as_others, env=env)


def run(
    command: Sequence[str | bytes],
    folder: Path,
    *,
    stdin: bytes | int = b"",
    as_others: bool = False,
    env: dict[str, str] | None = None,
) -> "subprocess.CompletedProcess[str]":
    """Any command run in *folder* within the limits; it fails the test if it runs into one of them."""
    usual = {name: value for name, value in os.environ.items() if name not in ("GITHUB_ACTIONS", "HOME")}
    with subprocess.Popen(
        command,
        stdin=stdin if isinstance(stdin, int) else subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=folder,
        env={**usual, **(env or {})},
        preexec_fn=_as_others_within_limits if as_others else _within_limits,  # noqa: PLW1509 - no threads
    ) as process:
        given = stdin if isinstance(stdin, bytes) else None
        out, err = (each.decode() for each in process.communicate(given, timeout=300))
    assert process.returncode >= 0, (process.returncode, err)
    assert "Traceback" not in err
    return subprocess.CompletedProcess(command, process.returncode, out, err)


def _within_limits() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))


def _as_others_within_limits() -> None:
    _within_limits()
    if os.getuid() == 0:
        # What lets root pass by the permissions of a file is taken away; the owner's are left.
        for capability in (_DAC_OVERRIDE, _DAC_READ_SEARCH):
            ctypes.CDLL(None).prctl(_DROP, capability, 0, 0, 0)


def needs_closed_files(folder: Path) -> None:
    """Skip where a file that is closed can be read all the same."""
    secret = folder / "is-anything-closed"
    secret.write_text("no", encoding="utf-8")
    secret.chmod(0)
    if run(["cat", str(secret)], folder, as_others=True).stdout:
        pytest.skip("nothing is closed to whoever runs the tests here")
    secret.unlink()
