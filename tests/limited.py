"""The command in a process of its own that may take only so much memory and time, as root or as nobody."""

import os
import resource
import subprocess
import sys
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Final

import pytest

MEMORY: Final = 600 * 1024 * 1024
"""Bytes of address space: ten times what a run takes, a third of what most of these files hold."""
SECONDS: Final = 20
"""Of computing; a run takes less than one."""
NOBODY: Final = 65534


def check(
    folder: Path, *arguments: str, stdin: bytes | int = b"", as_nobody: bool = False, **env: str
) -> "subprocess.CompletedProcess[str]":
    """`ladder-check check` run in *folder*; what it wrote must be UTF-8."""
    command = [sys.executable, "-m", "ladder_check", "check", *arguments]
    return run(command, folder, stdin=stdin, as_nobody=as_nobody, env=env)


def run(
    command: Sequence[str | bytes],
    folder: Path,
    *,
    stdin: bytes | int = b"",
    as_nobody: bool = False,
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
        preexec_fn=_as_nobody_within_limits if as_nobody else _within_limits,
    ) as process:
        given = stdin if isinstance(stdin, bytes) else None
        out, err = (each.decode() for each in process.communicate(given, timeout=300))
    assert process.returncode >= 0, (process.returncode, err)
    assert "Traceback" not in err
    return subprocess.CompletedProcess(command, process.returncode, out, err)


def _within_limits() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))


def _as_nobody_within_limits() -> None:
    _within_limits()
    os.umask(0o022)
    if os.getuid() == 0:
        os.setgroups([])
        os.setgid(NOBODY)
        os.setuid(NOBODY)


def needs_nobody(folder: Path) -> None:
    """Skip unless somebody who is not root can run the command in *folder*."""
    for each in (folder, *folder.parents):
        if each.stat().st_uid == os.getuid() and each.name.startswith(("pytest-", folder.name)):
            each.chmod(0o755)
    if not _nobody_can_run(folder):
        pytest.skip("whoever is not root cannot reach Python or the tests' folder here")


@cache
def _nobody_can_run(folder: Path) -> bool:
    command = [sys.executable, "-c", "import ladder_check"]
    try:
        done = subprocess.run(command, cwd=folder, check=False, preexec_fn=_as_nobody_within_limits)
    except (OSError, subprocess.SubprocessError):
        return False
    return done.returncode == 0
