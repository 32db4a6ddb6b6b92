"""Asking git: what it keeps of a folder, and what it says when it cannot tell."""

import os
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from ladder_check.errors import LadderCheckError

# Neither what a repository sets up for its owner, nor one that lies among its files, may make git run things.
_WARY: Final = ("-c", "core.fsmonitor=false", "-c", "safe.bareRepository=explicit")
# Git's own words are read below, so they are asked for in English.
_ENVIRONMENT: Final = {"LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0"}
_OF_HOOKS: Final = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX")
_NO_GIT: Final = "git is not installed here, and --base needs it. Either install it, or leave --base out."


def root_of(path: Path) -> Path | None:
    """The work tree that *path* stands in: the nearest folder above it that holds `.git`; None outside."""
    absolute = Path(os.path.abspath(path))  # noqa: PTH100 - `..` is taken out, and links are left as they are
    # A folder that is closed to us is none of ours: os.path.exists says no where Path.exists would raise.
    return next((each for each in absolute.parents if os.path.exists(each / ".git")), None)  # noqa: PTH110


def command(folder: Path, arguments: Sequence[str]) -> list[str]:
    """The words that run git in *folder*."""
    return ["git", *_WARY, "-C", str(folder), *arguments]


def environment() -> dict[str, str]:
    """The environment git runs in: ours, in English, and without locks on the index."""
    # A hook is told which repository it runs for; we ask about the one the files stand in.
    ours = {name: value for name, value in os.environ.items() if name not in _OF_HOOKS}
    return ours | _ENVIRONMENT


def ask_git(folder: Path, *arguments: str) -> tuple[int, bytes, str]:
    """Git's status, its answer, and what it complained of.

    Raises:
        LadderCheckError: there is no git here.
    """
    try:
        done = subprocess.run(command(folder, arguments), capture_output=True, check=False, env=environment())
    except FileNotFoundError:
        raise LadderCheckError(_NO_GIT) from None
    return done.returncode, done.stdout, done.stderr.decode(errors="replace").strip()
