"""`ladder-check assess` at a real terminal, 40 columns wide."""

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

pexpect = pytest.importorskip("pexpect")

WHOLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
ASKED = r"[a-z)](?:: |\? )$"
"""What every prompt ends with."""


class Screen:
    """A terminal with the program in it, and all that was on it."""

    def __init__(self, folder: Path, *arguments: str, columns: int = 40) -> None:
        self.child: Any = pexpect.spawn(
            sys.executable,
            ["-m", "ladder_check", "assess", "day.assessment.yaml", "--today", "2026-11-22", *arguments],
            cwd=str(folder), encoding="utf-8", dimensions=(24, columns), timeout=20,
            env={**{k: v for k, v in os.environ.items() if k not in ("COLUMNS", "LINES")}, "TERM": "xterm"},
        )  # fmt: skip
        self.seen = ""

    def answer(self, line: str) -> str:
        """Wait until it asks, type *line*, and give what was on the screen before."""
        self.child.expect(ASKED)
        before = str(self.child.before + self.child.after)
        self.seen += before
        self.child.sendline(line)
        return before

    def end(self) -> int:
        """Wait until it ends; its status."""
        self.child.expect(pexpect.EOF)
        self.seen += str(self.child.before)
        self.child.close()
        return int(self.child.exitstatus)

    def control_c(self) -> None:
        self.child.expect(ASKED)
        self.seen += str(self.child.before + self.child.after)
        self.child.sendintr()


def check_plain(seen: str, columns: int = 40) -> None:
    """No escape, no backspace, no return inside a line; no line wider than the terminal."""
    lines = seen.replace("\r\n", "\n").split("\n")
    assert [line for line in lines if WHOLE.search(line.removesuffix("^C"))] == []
    # A command to copy is one line whatever the terminal is.
    assert [line for line in lines if len(line) > columns and not line.startswith("ladder-check ")] == []


def test_answer_back_stop_go_on_and_finish(tmp_path: Path) -> None:
    first = Screen(tmp_path, "--bank", "word")
    for line in ["leaders", "Day", "", "", "skip", "3", "b", "4", "q"]:
        first.answer(line)
    assert first.end() == 0
    assert "Your answer now: 3." in first.seen
    assert "ladder-check assess day.assessment.yaml --as leaders --bank word" in first.seen
    text = (tmp_path / "day.assessment.yaml").read_text(encoding="utf-8")
    assert "jm1:\n      leaders: 4\n" in text

    second = Screen(tmp_path, "--bank", "word", "--as", "leaders")
    assert "2 of 2." in second.answer("2")
    for line in ["", "", "2", "1", "done"]:
        second.answer(line)
    assert second.end() == 0
    assert "ladder-check score day.assessment.yaml" in second.seen
    assert "jm2:\n      leaders: 1\n" in (tmp_path / "day.assessment.yaml").read_text(encoding="utf-8")
    check_plain(first.seen + second.seen)


def test_what_is_typed_and_what_is_piped_make_the_same_file(tmp_path: Path) -> None:
    (typed := tmp_path / "typed").mkdir()
    (piped := tmp_path / "piped").mkdir()
    lines = ["partners", "Day", "", "", "skip", "6", "1", "?", "n", "Long talk", "2", "q"]
    screen = Screen(typed, "--aspect", "designing", columns=80)
    for line in lines:
        screen.answer(line)
    assert screen.end() == 0
    subprocess.run(
        [sys.executable, "-m", "ladder_check", "assess", "day.assessment.yaml", "--today", "2026-11-22",
         "--aspect", "designing"],
        cwd=piped, input="\n".join(lines) + "\n", text=True, check=True, capture_output=True,
    )  # fmt: skip
    name = "day.assessment.yaml"
    assert (typed / name).read_bytes() == (piped / name).read_bytes()


def test_control_c_and_control_d_save(tmp_path: Path) -> None:
    screen = Screen(tmp_path, "--bank", "word")
    for line in ["leaders", "Day", "", "", "skip", "3"]:
        screen.answer(line)
    screen.control_c()
    assert screen.end() == 130
    assert "To go on" in screen.seen
    assert "Traceback" not in screen.seen
    check_plain(screen.seen)

    screen = Screen(tmp_path, "--bank", "word", "--as", "leaders")
    screen.child.expect("stop: ")
    screen.child.sendeof()
    assert screen.end() == 0
    assert "To go on" in screen.seen
    assert "jm1:\n      leaders: 3\n" in (tmp_path / "day.assessment.yaml").read_text(encoding="utf-8")
