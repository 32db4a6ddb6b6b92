"""A workshop set up and closed by somebody at a real terminal, 40 columns wide."""

import os
import re
import sys
from pathlib import Path
from typing import Any

import pytest

pexpect = pytest.importorskip("pexpect")

CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
ASKED = r"[a-z0-9)](?:: |\? )$"
"""What every prompt ends with."""


def talk(folder: Path, command: str, *lines: str) -> tuple[int, str]:
    """The status of a command at which *lines* were typed, ^C for an interruption, and all that was shown."""
    child: Any = pexpect.spawn(
        sys.executable,
        ["-m", "ladder_check", "workshop", command, "day.workshop"],
        cwd=str(folder),
        encoding="utf-8",
        dimensions=(24, 40),
        timeout=20,
        env={**{k: v for k, v in os.environ.items() if k not in ("COLUMNS", "LINES")}, "TERM": "xterm"},
    )
    seen = ""
    for line in lines:
        child.expect(ASKED)
        seen += str(child.before + child.after)
        if line == "^C":
            child.sendintr()
        else:
            child.sendline(line)
    child.expect(pexpect.EOF)
    child.close()
    return int(child.exitstatus), seen + str(child.before)


def test_a_day_from_the_first_question_to_the_end_of_its_links(tmp_path: Path) -> None:
    status, seen = talk(tmp_path, "new", "Day", "", "", "", "1", "", "9", "2", "8", "3", "", "", "", "y")
    assert (status, (tmp_path / "day.workshop").exists()) == (0, True)
    assert "Saved as day.workshop." in seen
    assert not CONTROL.search(seen)
    shown = [line for line in seen.splitlines() if not line.startswith("ladder-check ")]
    assert max(map(len, shown)) <= 40
    status, seen = talk(tmp_path, "close", "perhaps", "n")
    assert (status, "Please type yes (y)" in " ".join(seen.split())) == (0, True)
    assert seen.rstrip().endswith("Nothing was changed.")
    status, seen = talk(tmp_path, "close", "y")
    assert (status, "closed for good" in " ".join(seen.split())) == (0, True)


def test_an_interruption_makes_nothing_and_says_so(tmp_path: Path) -> None:
    status, seen = talk(tmp_path, "new", "Day", "^C")
    assert (status, list(tmp_path.iterdir())) == (130, [])
    assert "Nothing was saved." in seen
    assert "Traceback" not in seen
