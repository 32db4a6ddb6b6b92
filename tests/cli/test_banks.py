"""A facilitator's own bank: written from a start, checked, and refused with the place and the way out."""

import os
import subprocess
import sys
from pathlib import Path

COMMAND = [sys.executable, "-m", "ladder_check"]


def _run(*arguments: str, folder: Path) -> subprocess.CompletedProcess[str]:
    env = {**os.environ, "COLUMNS": "100"}
    return subprocess.run(
        [*COMMAND, *arguments], capture_output=True, text=True, check=False, cwd=folder, env=env
    )


def test_a_new_bank_is_right_at_once_and_can_be_shown(tmp_path: Path) -> None:
    made = _run("banks", "new", "our-own", folder=tmp_path)
    assert made.returncode == 0
    assert "ladder-check banks check questions/our-own.bank.yaml" in made.stdout
    checked = _run("banks", "check", "questions/our-own.bank.yaml", folder=tmp_path)
    assert checked.stdout == (
        "questions/our-own.bank.yaml: can be used. Questions: 2. Kind: items.\n"
        "To see how they are worded, give the same files to ladder-check check.\n"
    )
    assert (
        "made welcome" in _run("banks", "show", "our-own", "--questions", "questions", folder=tmp_path).stdout
    )


def test_a_new_bank_writes_over_nothing(tmp_path: Path) -> None:
    _run("banks", "new", "our-own", folder=tmp_path)
    again = _run("banks", "new", "our-own", folder=tmp_path)
    assert again.returncode == 2
    assert "our-own.bank.yaml" in again.stderr


def test_a_bank_can_start_as_a_copy_of_ours(tmp_path: Path) -> None:
    assert _run("banks", "new", "our-ladder", "--like", "ladder", folder=tmp_path).returncode == 0
    checked = _run("banks", "check", "questions/our-ladder.bank.yaml", folder=tmp_path)
    assert "Questions: 56. Kind: ladder." in checked.stdout


def test_an_id_that_cannot_be_one_is_refused(tmp_path: Path) -> None:
    done = _run("banks", "new", "Our Own", folder=tmp_path)
    assert done.returncode == 2
    assert "such as our-own" in done.stderr
    assert not list(tmp_path.iterdir())


def test_every_fault_of_a_bank_is_told_at_its_place(tmp_path: Path) -> None:
    _run("banks", "new", "our-own", folder=tmp_path)
    path = tmp_path / "questions" / "our-own.bank.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(
        text.replace("kind: items", "kind: itmes").replace("done_when", "done_wen", 1), encoding="utf-8"
    )
    done = _run("banks", "check", "questions/our-own.bank.yaml", folder=tmp_path)
    lines = path.read_text(encoding="utf-8").splitlines()
    kind = next(n for n, line in enumerate(lines, 1) if line.startswith("kind: itmes"))
    slip = next(n for n, line in enumerate(lines, 1) if "done_wen" in line)
    assert done.returncode == 2
    assert (
        f"our-own.bank.yaml:{kind}:7: LC007 There is no kind of bank called 'itmes'. Did you mean 'items'?"
        in done.stderr
    )
    assert (
        f"our-own.bank.yaml:{slip}:7: LC006 There is no key 'done_wen' here. Did you mean 'done_when'?"
        in done.stderr
    )


def test_an_unknown_bank_names_the_nearest(tmp_path: Path) -> None:
    done = _run("banks", "show", "ingredient", folder=tmp_path)
    assert done.returncode == 2
    assert "Did you mean 'ingredients'?" in done.stderr
