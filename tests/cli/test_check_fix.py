"""`check --fix` and `check --diff`: comments stay, answers stay, and a second run changes nothing."""

import random
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from git_tree import commit, new_tree
from ladder_check.documents.document import parse
from ladder_check.documents.nodes import comments, compose
from ladder_check.documents.store import put_in_place
from ladder_check.errors import LadderCheckError
from ladder_check.model.answer import VOICES

ROOT = Path(__file__).parents[2]
EXAMPLES = sorted((ROOT / "examples").glob("*.assessment.yaml"))
NAME = "day.assessment.yaml"
SLIP = "# Ours\ntitel: Day opportunities  # ours\nassessed_on: 2026-11-03\n"
RIGHT = "# Ours\nformat: 1\ntitle: Day opportunities  # ours\nassessed_on: 2026-11-03\n"
SLIPS = {
    "title:": "titel:",
    "assessed_on:": "asessed_on:",
    "format: 1\n": "",
    "answers:": "anwsers:",
    "evidence:": "evidance:",
    "what:": "waht:",
    "leaders:": "leader:",
    "note:": "notes:",
}


def _check(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "ladder_check", "check", *arguments, "--output-format", "text"]
    return subprocess.run(command, capture_output=True, check=False, cwd=folder, encoding="utf-8", input="")


def _file(folder: Path, text: str) -> Path:
    file = folder / NAME
    file.write_bytes(text.encode())
    return file


def _answers(text: str) -> dict[tuple[str, str], dict[str, Any]]:
    """All that was said, whatever the key above it is called; also by those we do not know."""
    data = parse(text.encode(), NAME).data
    banks = data.get("answers") or data.get("anwsers") or {}
    said = (*VOICES, "leader")
    return {
        (bank, question): {voice: beside[voice] for voice in said if voice in beside}
        for bank, answers in banks.items()
        for question, beside in answers.items()
    }


def _comments(text: str) -> list[str]:
    return comments(text, 0, len(text), compose(text))


def test_fix_writes_and_checks_what_is_left(tmp_path: Path) -> None:
    file = _file(tmp_path, SLIP + "nothing: 1\n")
    done = _check(tmp_path, ".", "--fix")
    assert file.read_bytes().decode() == RIGHT + "nothing: 1\n"
    assert done.returncode == 1
    assert f"{NAME}:5:1: error LC006" in done.stdout
    assert "titel" not in done.stdout
    assert done.stderr == f"{NAME}: put right what has one right answer.\n"


@pytest.mark.parametrize("slip", [("--base", "no-such-commit"), ("--select", "LD3")])
def test_a_slip_on_the_command_line_is_told_before_anything_is_written(
    tmp_path: Path, slip: tuple[str, str]
) -> None:
    file = _file(new_tree(tmp_path), SLIP)
    commit(tmp_path)
    done = _check(tmp_path, ".", "--fix", *slip)
    assert (done.returncode, slip[1] in done.stderr) == (2, True)
    assert file.read_bytes().decode() == SLIP


def test_a_second_run_changes_nothing(tmp_path: Path) -> None:
    file = _file(tmp_path, SLIP)
    assert _check(tmp_path, ".", "--fix", "--select", "LC3").returncode == 0
    before = file.stat()
    done = _check(tmp_path, ".", "--fix", "--select", "LC3")
    assert (done.returncode, done.stderr) == (0, "")
    assert file.stat().st_ino == before.st_ino
    assert file.read_bytes().decode() == RIGHT


def test_diff_shows_what_would_change_and_writes_nothing(tmp_path: Path) -> None:
    file = _file(tmp_path, SLIP)
    for arguments in (["--diff"], ["--diff", "--fix"]):
        done = _check(tmp_path, ".", *arguments)
        assert done.stdout.splitlines() == [
            f"--- {NAME}",
            f"+++ {NAME}",
            "@@ -2 +2,2 @@",
            "-titel: Day opportunities  # ours",
            "+format: 1",
            "+title: Day opportunities  # ours",
        ]
        assert (done.returncode, done.stderr) == (1, "")
        assert file.read_bytes().decode() == SLIP


def test_diff_with_nothing_to_put_right_is_status_0(tmp_path: Path) -> None:
    _file(tmp_path, RIGHT)
    done = _check(tmp_path, ".", "--diff")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_a_diff_can_go_to_a_file_and_end_with_0(tmp_path: Path) -> None:
    _file(tmp_path, SLIP)
    done = _check(tmp_path, ".", "--diff", "--exit-zero", "--output-file", "slips.patch")
    assert (done.returncode, done.stdout) == (0, "")
    patch = ["git", "apply", "--unidiff-zero", "-p0", "slips.patch"]
    subprocess.run(patch, check=True, cwd=tmp_path)
    assert (tmp_path / NAME).read_text("utf-8") == RIGHT


def test_a_diff_says_where_a_file_lacks_its_last_line_end(tmp_path: Path) -> None:
    _file(tmp_path, "format: 1\nassessed_on: 2026-11-03\ntitel: Day")
    shown = _check(tmp_path, ".", "--diff").stdout.splitlines()
    no_end = "\\ No newline at end of file"
    assert shown[3:] == ["-titel: Day", no_end, "+title: Day", no_end]


def test_what_cannot_be_read_never_looks_like_nothing_to_put_right(tmp_path: Path) -> None:
    file = _file(tmp_path, "titel: [Day\n")
    done = _check(tmp_path, ".", "--diff")
    assert (done.returncode, done.stdout) == (2, "")
    assert "not closed" in done.stderr
    assert _check(tmp_path, ".", "--fix").returncode == 1
    assert file.read_text("utf-8") == "titel: [Day\n"


def test_no_diff_gives_an_order_to_a_build_log(tmp_path: Path) -> None:
    _file(tmp_path, SLIP.replace("# ours", "# ##[error] ::error::"))
    shown = _check(tmp_path, ".", "--diff").stdout
    assert "##[" not in shown
    assert not any(line.lstrip().startswith("::") for line in shown.splitlines())


def test_standard_input_has_no_file_to_put_right(tmp_path: Path) -> None:
    for option in ("--fix", "--diff"):
        done = _check(tmp_path, "-", option)
        assert (done.returncode, done.stdout) == (2, "")
        assert "standard input" in done.stderr


def test_what_a_link_leads_to_is_not_changed(tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere.yaml"
    elsewhere.write_text(SLIP, encoding="utf-8")
    (tmp_path / "inside").mkdir()
    (tmp_path / "inside" / NAME).symlink_to(elsewhere)
    done = _check(tmp_path / "inside", NAME, "--fix")
    assert done.returncode == 2
    assert f"{NAME}: a link, and not changed." in done.stderr
    assert elsewhere.read_text("utf-8") == SLIP


def test_an_assessment_is_put_right_once_its_bank_is(tmp_path: Path) -> None:
    bank = (ROOT / "questions" / "word.bank.yaml").read_text("utf-8").replace("\ntitle:", "\ntitel:", 1)
    (tmp_path / "word.bank.yaml").write_text(bank, encoding="utf-8")
    version = parse(bank.encode(), "word.bank.yaml").data["version"]
    answered = f"banks: {{word: {version}}}\nanswers: {{word: {{jm1: {{leaders: 3}}}}}}\n"
    file = _file(tmp_path, RIGHT + answered)
    _check(tmp_path, ".", "--fix", "--questions", ".")
    assert "{leaders: 3, seen: " in file.read_text("utf-8")
    assert _check(tmp_path, ".", "--diff", "--questions", ".").returncode == 0


def test_what_somebody_changed_meanwhile_stays(tmp_path: Path) -> None:
    file = _file(tmp_path, "theirs: 1\n")
    with pytest.raises(LadderCheckError, match="somebody has just changed this file"):
        put_in_place("ours: 1\n", file, b"as it was: 1\n")
    assert file.read_bytes() == b"theirs: 1\n"


@pytest.mark.parametrize("seed", range(4))
def test_answers_and_comments_stay_whatever_slips(seed: int, tmp_path: Path) -> None:
    """Slips of many kinds in every example, put right together."""
    chance = random.Random(seed)
    planted = {}
    for each in EXAMPLES:
        text = each.read_text("utf-8")
        for right, slip in chance.sample(sorted(SLIPS.items()), 4):
            text = text.replace(right, slip, chance.randint(1, 3))
        planted[each.name] = text
        (tmp_path / each.name).write_text(text, encoding="utf-8")
    _check(tmp_path, ".", "--fix")
    for name, before in planted.items():
        after = (tmp_path / name).read_text("utf-8")
        assert _answers(after) == _answers(before), name
        assert _comments(after) == _comments(before), name
    assert any((tmp_path / name).read_text("utf-8") != before for name, before in planted.items())
    assert "@@" not in _check(tmp_path, ".", "--diff").stdout
