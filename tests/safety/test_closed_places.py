"""Files and folders that are closed to whoever checks: told, and never a clean run.

Root may read everything, so the command runs without that privilege.
"""

from pathlib import Path

import pytest

from git_tree import commit, new_tree
from limited import check, needs_closed_files

GOOD = "format: 1\ntitle: Day opportunities\nassessed_on: 2026-11-03\n"
ONLY = ("--select", "LC3")
ODD = "odd\n'name': x"


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A folder with one assessment in order."""
    needs_closed_files(tmp_path)
    (tmp_path / "day.assessment.yaml").write_text(GOOD, encoding="utf-8")
    return tmp_path


def _closed(folder: Path, name: str, mode: int) -> None:
    (folder / name).mkdir()
    (folder / name / "hidden.assessment.yaml").write_text("- x\n", encoding="utf-8")
    (folder / name).chmod(mode)


def _opened_again(folder: Path) -> None:
    for each in folder.iterdir():
        each.chmod(0o755)


@pytest.mark.parametrize("kept", ["outside git", "in git", "committed"])
@pytest.mark.parametrize("name", ["closed", ODD])
def test_a_folder_that_is_closed_is_named(name: str, kept: str, place: Path) -> None:
    if kept != "outside git":
        new_tree(place)
    _closed(place, name, 0o700)
    if kept == "committed":
        commit(place)
    (place / name).chmod(0)
    for arguments in ((".",), ("**/*.assessment.yaml",)):
        done = check(place, *arguments, *ONLY, as_others=True)
        assert done.returncode == 2, (arguments, done)
        assert "day.assessment.yaml" not in done.stdout
        shown = name.replace("\n", "\\n")
        assert f"{shown}: Permission denied. What is in it was not checked.\n" in done.stderr
    _opened_again(place)


@pytest.mark.parametrize("in_git", [False, True])
def test_a_folder_that_can_be_listed_and_not_entered_has_files_that_cannot_be_read(
    in_git: bool, place: Path
) -> None:
    if in_git:
        new_tree(place)
    _closed(place, "listed", 0o644)
    for arguments in ((".",), ("listed/*",)):
        done = check(place, *arguments, *ONLY, as_others=True)
        assert done.returncode == 2, (arguments, done)
        assert "listed/hidden.assessment.yaml: error LC000" in done.stdout
        assert "this file cannot be read (Permission denied)" in done.stderr
    _opened_again(place)


@pytest.mark.parametrize("name", ["text", "github", "sarif"])
def test_a_file_that_is_closed_is_told_in_every_format(name: str, place: Path) -> None:
    (place / "closed.assessment.yaml").write_text(GOOD, encoding="utf-8")
    (place / "closed.assessment.yaml").chmod(0)
    done = check(place, ".", *ONLY, "--exit-zero", "--output-format", name, as_others=True)
    assert done.returncode == 2
    assert "LC000" in done.stdout
    assert "closed.assessment.yaml: this file cannot be read (Permission denied)." in done.stderr


def test_a_config_that_is_closed_is_told(place: Path) -> None:
    (place / "ladder-check.toml").write_text("", encoding="utf-8")
    (place / "ladder-check.toml").chmod(0)
    done = check(place, ".", as_others=True)
    assert (done.returncode, done.stdout) == (2, "")
    assert "ladder-check.toml: this file cannot be read (Permission denied)" in done.stderr


def test_evidence_in_a_closed_folder_is_not_found_and_nothing_breaks(place: Path) -> None:
    shown = "[{what: Notes, kind: written, where: closed/x.md}]"
    evidence = f"answers: {{ladder: {{deciding.r3: {{leaders: 3, evidence: {shown}}}}}}}"
    (place / "day.assessment.yaml").write_text(f"{GOOD}{evidence}\n", encoding="utf-8")
    _closed(place, "closed", 0)
    done = check(place, "day.assessment.yaml", *ONLY, as_others=True)
    assert (done.returncode, done.stderr) == (0, "")
    assert "closed/x.md" in done.stdout
    _opened_again(place)
