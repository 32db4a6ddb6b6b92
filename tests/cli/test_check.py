"""`check`: what it ends with, what it compares with, and that nothing unchecked looks like a clean run."""

import json
import os
import random
import re
import subprocess
import sys
from pathlib import Path

import pytest

from git_tree import commit, git, new_tree
from ladder_check.cli.app import run

ROOT = Path(__file__).parents[2]
EXAMPLE = ROOT / "examples" / "riverside-day-opportunities.assessment.yaml"
UNEXCUSED = re.sub(rb"^ *# ladder-check: ignore.*\n", b"", EXAMPLE.read_bytes(), flags=re.MULTILINE)
"""The example without the comments that set its faults aside."""
NAME = "day.assessment.yaml"
BASIC = """\
format: 1
title: Day opportunities
assessed_on: 2026-11-03
answers:
  ladder:
"""
RUNGS = "    deciding.r1: {lived: 4, staff: 4}\n    deciding.r2: {lived: 4, staff: 4}\n"
LOW = BASIC + "    deciding.r1: {lived: 2, staff: 2}\n"
FORMATS = ["text", "github", "gitlab", "sarif", "junit", "json", "markdown"]
PIECES = [b":", b"- ", b"\n", b"  ", b"[", b"{", b'"', b"'", b"\t", b"\x00", b"\xff", b"&a", b"*a", b"!!x"]


def _check(folder: Path, *arguments: str, stdin: bytes = b"", **env: str) -> subprocess.CompletedProcess[str]:
    usual = {name: value for name, value in os.environ.items() if name != "GITHUB_ACTIONS"}
    done = subprocess.run(
        [sys.executable, "-m", "ladder_check", "check", *arguments],
        capture_output=True,
        check=False,
        cwd=folder,
        env={**usual, **env},
        input=stdin,
    )
    return subprocess.CompletedProcess(done.args, done.returncode, done.stdout.decode(), done.stderr.decode())


def _in_process(monkeypatch: pytest.MonkeyPatch, *arguments: str) -> int:
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)
    monkeypatch.setattr(sys, "argv", ["ladder-check", "check", *arguments])
    return run()


def test_a_file_in_order_is_status_0(tmp_path: Path) -> None:
    (tmp_path / NAME).write_text(LOW, encoding="utf-8")
    done = _check(tmp_path, ".", "--select", "LC3")
    assert (done.returncode, done.stderr) == (0, "")
    assert "nothing to put right" in done.stdout


def test_a_broken_file_is_a_finding_and_the_run_goes_on(tmp_path: Path) -> None:
    (tmp_path / "a.assessment.yaml").write_text("format: 1\nfromat: 1\n", encoding="utf-8")
    (tmp_path / "b.bank.yaml").write_text("- x\n", encoding="utf-8")
    (tmp_path / "c.ladder.yaml").write_text("x: *a\n", encoding="utf-8")
    done = _check(tmp_path, ".")
    assert done.returncode == 1
    for found in (
        "a.assessment.yaml:2:1: error LC006",
        "b.bank.yaml:1:1: error LC009",
        "c.ladder.yaml:1:4: error LC004",
    ):
        assert found in done.stdout


def test_the_weight_that_fails_can_be_chosen(tmp_path: Path) -> None:
    (tmp_path / NAME).write_bytes(UNEXCUSED)
    arguments = (NAME, "--select", "LC301,old-evidence", "--today", "2026-11-22")
    assert _check(tmp_path, *arguments).returncode == 0
    assert _check(tmp_path, *arguments, "--fail-on", "warning").returncode == 1
    assert _check(tmp_path, *arguments, "--strict").returncode == 1
    assert _check(tmp_path, *arguments, "--strict", "--exit-zero").returncode == 0
    assert _check(tmp_path, *arguments, "--strict", "--ignore", "LC30").returncode == 0


@pytest.mark.parametrize("name", FORMATS)
def test_the_status_is_the_same_in_every_format(name: str, tmp_path: Path) -> None:
    (tmp_path / NAME).write_text(LOW + "nothing: 1\n", encoding="utf-8")
    found = _check(tmp_path, ".", "--output-format", name)
    assert found.returncode == 1
    assert "LC006" in found.stdout
    (tmp_path / NAME).write_text(LOW, encoding="utf-8")
    assert _check(tmp_path, ".", "--select", "LC3", "--output-format", name).returncode == 0


def test_github_is_chosen_by_itself_and_names_files_from_the_top(tmp_path: Path) -> None:
    folder = new_tree(tmp_path) / "team"
    folder.mkdir()
    (folder / NAME).write_text("- x\n", encoding="utf-8")
    done = _check(folder, ".", GITHUB_ACTIONS="true")
    assert done.stdout.startswith(f"::error file=team/{NAME},line=1,")


def test_findings_can_go_to_a_file(tmp_path: Path) -> None:
    (tmp_path / NAME).write_text("- x\n", encoding="utf-8")
    done = _check(tmp_path, ".", "--output-format", "sarif", "--output-file", "found.sarif")
    assert (done.returncode, done.stdout) == (1, "")
    results = json.loads((tmp_path / "found.sarif").read_text("utf-8"))["runs"][0]["results"]
    assert [result["ruleId"] for result in results] == ["LC009"]


def test_standard_input_has_the_name_it_is_given(tmp_path: Path) -> None:
    done = _check(tmp_path, "-", "--stdin-filename", "x/y.ladder.yaml", stdin=b"- x\n")
    assert done.returncode == 1
    assert done.stdout.startswith("x/y.ladder.yaml:1:1: error LC009")


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("no-such-file.yaml",),
        (".", "--select", "LC999"),
        (".", "--base", "main"),
        (".", "--output-format", "nope"),
    ],
)
def test_what_cannot_be_done_is_status_2(arguments: tuple[str, ...], tmp_path: Path) -> None:
    (tmp_path / NAME).write_text(LOW, encoding="utf-8")
    done = _check(tmp_path, *arguments)
    assert done.returncode == 2
    assert done.stderr
    assert "Traceback" not in done.stderr


def test_a_config_that_is_not_right_is_said_once(tmp_path: Path) -> None:
    for name in ("a", "b", "c"):
        (tmp_path / f"{name}.assessment.yaml").write_text(LOW, encoding="utf-8")
    (tmp_path / "ladder-check.toml").write_text("stale = 1\n", encoding="utf-8")
    done = _check(tmp_path, ".")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.count("ladder-check.toml") == 1


@pytest.mark.parametrize(
    ("config", "code"), [('ignore = ["LD3"]\n', "LC906"), ('min-rung = "partnership"\n', "LC705")]
)
def test_what_is_wrong_with_the_config_is_told_once_at_its_file(
    config: str, code: str, tmp_path: Path
) -> None:
    for name in ("a", "b"):
        (tmp_path / f"{name}.assessment.yaml").write_text(
            BASIC.removesuffix("answers:\n  ladder:\n"), encoding="utf-8"
        )
    (tmp_path / "ladder-check.toml").write_text(config, encoding="utf-8")
    done = _check(tmp_path, ".", "--output-format", "json")
    found = json.loads(done.stdout)["findings"]
    assert [(each["code"], each["place"]) for each in found] == [(code, None)]
    assert Path(found[0]["file"]).name == "ladder-check.toml"
    assert done.returncode == 1


def test_what_cannot_be_read_is_status_2_and_the_rest_is_checked(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.assessment.yaml")
    (tmp_path / "b.assessment.yaml").symlink_to("b.assessment.yaml")
    (tmp_path / "c.assessment.yaml").write_text("- x\n", encoding="utf-8")
    done = _check(tmp_path, ".", "--exit-zero")
    assert done.returncode == 2
    assert "a.assessment.yaml: error LC000" in done.stdout
    assert "b.assessment.yaml: error LC000" in done.stdout
    assert "c.assessment.yaml:1:1: error LC009" in done.stdout
    assert "a.assessment.yaml: this is a pipe" in done.stderr


def test_a_crash_of_ours_is_status_3_and_told_of_its_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / NAME).write_text(LOW, encoding="utf-8")
    (tmp_path / "z.ladder.yaml").write_text("- x\n", encoding="utf-8")
    monkeypatch.setattr("ladder_check.cli.checking.inspect", lambda *_: 1 / 0)
    for name in FORMATS:
        assert _in_process(monkeypatch, str(tmp_path), "--output-format", name, "--exit-zero") == 3
        said = capsys.readouterr()
        assert "LC000" in said.out
        assert "LC009" in said.out
        assert "that is our fault: ZeroDivisionError" in said.err
        assert "Traceback" not in said.err


def test_mutated_files_all_end_as_findings(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    chance = random.Random("check")
    good = UNEXCUSED
    for number in range(200):
        at = chance.randrange(len(good))
        broken = good[:at] + chance.choice(PIECES) + good[at + chance.choice([0, 1, 5, 60]) :]
        # One slip may fall into a sentence; a key that nobody knows never does.
        (tmp_path / f"{number}.assessment.yaml").write_bytes(b"nobody_knows: 1\n" + broken)
    assert _in_process(monkeypatch, str(tmp_path), "--output-format", "json") == 1
    said = capsys.readouterr()
    assert said.err == ""
    found = json.loads(said.out)["findings"]
    assert {Path(each["file"]).name for each in found} == {f"{n}.assessment.yaml" for n in range(200)}
    assert all(each["code"].startswith("LC0") and each["code"] != "LC000" for each in found)


def _tree_with(folder: Path, before: str, after: str, name: str = NAME) -> Path:
    root = new_tree(folder)
    (root / NAME).write_text(before, encoding="utf-8")
    commit(root)
    git(root, "checkout", "-q", "-b", "change")
    (root / NAME).rename(root / name)
    (root / name).write_text(after, encoding="utf-8")
    commit(root)
    return root


# Worked by hand: rungs 1 to 5 of the only area hold at first; after the change 5 does not, so it stands on 4.
HOLD = "".join(f"    deciding.r{rung}: {{lived: 4}}\n" for rung in range(1, 6))
REST = "".join(f"    deciding.r{rung}: {{lived: 0}}\n" for rung in ("6", "7a", "7b"))
OTHERS = ("designing", "choosing", "doing", "checking", "governing", "own_support")
LEFT_OUT = "aspects:\n" + "".join(f"  {aspect}: {{left_out: not ours}}\n" for aspect in OTHERS)
HIGHER = BASIC + HOLD + REST + LEFT_OUT
LOWER = HIGHER.replace("r5: {lived: 4}", "r5: {lived: 1}")
SAID = HIGHER.replace("r5: {lived: 4}", "r5: {lived: 1, lowered: People told us it had stopped.}")


def test_a_rung_that_went_down_is_found_at_its_place(tmp_path: Path) -> None:
    root = _tree_with(tmp_path, HIGHER, LOWER)
    done = _check(root, ".", "--base", "main", "--today", "2026-11-10")
    assert done.returncode == 1
    assert f"{NAME}:10:5: error LC702 rung-lowered\n   10 |     deciding.r5: {{lived: 1}}" in done.stdout


def test_without_a_base_a_low_rung_is_no_fault(tmp_path: Path) -> None:
    root = _tree_with(tmp_path, HIGHER, LOWER)
    assert _check(root, ".", "--today", "2026-11-10").returncode == 0


def test_a_rung_that_went_down_with_a_reason_passes(tmp_path: Path) -> None:
    root = _tree_with(tmp_path, HIGHER, SAID)
    assert _check(root, ".", "--base", "main", "--today", "2026-11-10").returncode == 0


def test_a_renamed_file_is_compared_with_what_it_was(tmp_path: Path) -> None:
    root = _tree_with(tmp_path, HIGHER, LOWER, "renamed.assessment.yaml")
    done = _check(root, ".", "--base", "main", "--today", "2026-11-10")
    assert done.returncode == 1
    assert "renamed.assessment.yaml:10:5: error LC702" in done.stdout


def test_a_summary_says_where_it_stood_before(tmp_path: Path) -> None:
    root = _tree_with(tmp_path, HIGHER, SAID)
    done = _check(root, ".", "--base", "main", "--today", "2026-11-10", "--output-format", "markdown")
    now, _, then = done.stdout.partition("Where things stand")[2].partition("Before the change:")
    assert "rung 4, consultation" in now
    assert "rung 5, engagement" in then


def test_a_shallow_clone_is_status_2_with_the_way_out(tmp_path: Path) -> None:
    root = _tree_with(tmp_path / "whole", HIGHER, LOWER)
    first = git(root, "rev-parse", "main").strip()
    git(tmp_path, "clone", "-q", "--depth", "1", f"file://{root}", "shallow")
    done = _check(tmp_path / "shallow", ".", "--base", first)
    assert (done.returncode, done.stdout) == (2, "")
    assert "shallow clone" in done.stderr
    assert "`fetch-depth: 0`" in done.stderr


def test_a_version_that_cannot_be_used_is_not_compared_and_that_is_said(tmp_path: Path) -> None:
    root = _tree_with(tmp_path, "- not\n", LOWER)
    done = _check(root, ".", "--base", "main", "--today", "2026-11-10")
    assert done.returncode == 0
    assert f"{NAME}: not compared" in done.stderr


def test_the_name_of_a_file_gives_ci_no_orders(tmp_path: Path) -> None:
    folder = tmp_path / "x\n::error::a ##[group]"
    folder.mkdir()
    os.mkfifo(folder / NAME)
    done = _check(tmp_path, ".", GITHUB_ACTIONS="true")
    assert done.returncode == 2
    for said in (done.stdout, done.stderr):
        assert "##[" not in said
        assert not any(line.startswith("::error::") for line in said.splitlines())
