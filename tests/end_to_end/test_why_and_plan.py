"""`ladder-check why` and `plan` as programs: at a terminal, from a pipe, from nowhere; and how they end."""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from ladder_check.documents.library import read_case
from ladder_check.report.build import build_report
from ladder_check.scoring.profile import score

EXAMPLE = Path(__file__).parents[2] / "examples" / "thurrock-direct-payments.assessment.yaml"
TODAY = ("--today", "2021-09-30")
ENVIRONMENT = {**os.environ, "COLUMNS": "80"}
WHY = ["why", "day.assessment.yaml", "designing.r4", "--as", "leaders", *TODAY]
PLAN = ["plan", "day.assessment.yaml", *TODAY]


def run(folder: Path, *arguments: str, typed: str | None = None) -> subprocess.CompletedProcess[str]:
    """Run the program in *folder* with *typed* on its standard input; None for no input at all."""
    return subprocess.run(
        [sys.executable, "-m", "ladder_check", *arguments],
        cwd=folder, input=typed, stdin=None if typed is not None else subprocess.DEVNULL,
        capture_output=True, text=True, encoding="utf-8", env=ENVIRONMENT, timeout=60, check=False,
    )  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copy(EXAMPLE, tmp_path / "day.assessment.yaml")
    return tmp_path


def content(folder: Path) -> str:
    return (folder / "day.assessment.yaml").read_text(encoding="utf-8")


def test_from_a_gap_to_its_root_to_an_action_whose_reason_the_report_says(folder: Path) -> None:
    lines = ["No time was set aside", "root", "Meetings are set before people are asked", "yes"]
    action = [
        "yes",
        "Ask before a date is set",
        "Commissioning manager",
        "The user-led organisation",
        "",
        "",
        "",
        "",
    ]
    done = run(folder, *WHY, typed="\n".join([*lines, *action]) + "\n")
    assert (done.returncode, done.stderr) == (0, "")
    case = read_case(folder / "day.assessment.yaml")
    reasons = [card.because for card in build_report(case, score(case), "0").actions]
    assert "Meetings are set before people are asked" in reasons
    assert content(folder).startswith(EXAMPLE.read_text(encoding="utf-8").partition("actions:")[0])


def test_lines_from_a_file_and_from_a_pipe_make_the_same_plan(folder: Path, tmp_path: Path) -> None:
    before = content(folder)
    typed = "add\nTalk\nLead\n\n\n\n\n\n1\ndoing\ndone\n"
    from_pipe = run(folder, *PLAN, typed=typed)
    one = content(folder)
    (folder / "day.assessment.yaml").write_text(before, encoding="utf-8")
    (tmp_path / "lines.txt").write_text("# remark\n" + typed, encoding="utf-8")
    from_file = run(folder, *PLAN, "--answers", "lines.txt")
    assert (from_pipe.returncode, from_file.returncode) == (0, 0)
    assert (one, from_pipe.stdout) == (content(folder), from_file.stdout)
    assert "what: Talk" in one


def test_with_nobody_to_ask_why_is_refused_and_the_plan_is_shown(folder: Path) -> None:
    """As in a CI job: there is always a plan to show, and never one to fail for."""
    before = content(folder)
    refused = run(folder, *WHY)
    assert (refused.returncode, refused.stdout) == (2, "")
    assert "There is nobody to ask" in refused.stderr
    shown, listed = run(folder, *PLAN), run(folder, *PLAN, "--list")
    assert (shown.returncode, listed.returncode) == (0, 0)
    assert shown.stdout == listed.stdout
    assert "  1. Ask people and the user-led organisation" in shown.stdout
    assert content(folder) == before


def test_flags_ask_nothing_even_where_there_are_lines_to_read(folder: Path) -> None:
    done = run(folder, *PLAN, "--add", "Talk", "--partner", "People", "--by", "2021-10-12", typed="done\n")
    assert (done.returncode, done.stdout) == (0, "Saved as a2: Talk.\n")
    assert "- {id: a2, what: Talk, partner: People, by: 2021-10-12, state: open}" in content(folder)


@pytest.mark.parametrize("arguments", [["--state", "a1=gone"], ["--by", "soon"], ["--take", "99"]])
def test_what_cannot_be_done_is_status_2(folder: Path, arguments: list[str]) -> None:
    before = content(folder)
    done = run(folder, *PLAN, *arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert "Traceback" not in done.stderr
    assert content(folder) == before


@pytest.mark.parametrize(
    ("command", "first", "lines", "kept"),
    [
        (WHY, "naming nobody:", ["No time was set aside"], "why: No time was set aside"),
        (PLAN, "q stops:", ["add", "Talk", "The lead"], "owner: The lead"),
    ],
)
def test_ctrl_c_at_a_terminal_saves_and_ends_with_130(
    folder: Path, command: list[str], first: str, lines: list[str], kept: str
) -> None:
    pexpect: Any = pytest.importorskip("pexpect")
    arguments = ["-m", "ladder_check", *command]
    child = pexpect.spawn(
        sys.executable, arguments, cwd=str(folder), encoding="utf-8", timeout=30, dimensions=(40, 80)
    )
    child.expect(first)
    for line in lines:
        child.sendline(line)
        child.expect([r"q to stop: $", r"leaves\s+it: $", r"What will you do\? $", r"Who sees"])
    child.expect([r": $", pexpect.TIMEOUT], timeout=1)
    child.sendintr()
    child.expect("To go on, type:")
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 130
    assert kept in content(folder)
    read_case(folder / "day.assessment.yaml")
