"""`ladder-check demo` as a program: what it writes, and what it says to type next."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = Path(sys.executable).parent / "ladder-check"


def demo(folder: Path, path: str) -> str:
    """What the installed command says in *folder* where *path* is searched for commands."""
    done = subprocess.run(
        [SCRIPT, "demo"], cwd=folder, capture_output=True, text=True, encoding="utf-8", timeout=60,
        check=True, env={**os.environ, "PATH": path, "COLUMNS": "80"},
    )  # fmt: skip
    return done.stdout


@pytest.mark.parametrize(
    ("path", "command"), [(str(SCRIPT.parent), "ladder-check"), (os.devnull, str(SCRIPT))]
)
def test_it_ends_with_what_to_open_and_what_to_type_as_it_can_be_typed_here(
    tmp_path: Path, path: str, command: str
) -> None:
    folder = "ladder-check-demo"
    lines = demo(tmp_path, path).splitlines()
    assert lines[-2:] == [
        f"  {command} score {folder}/thurrock-direct-payments.assessment.yaml",
        f"  {command} assess my.assessment.yaml",
    ]
    assert f"  Open {folder}/thurrock-direct-payments.html in a browser. It prints on A4." in lines
    assert (tmp_path / folder / "thurrock-direct-payments.html").is_file()
