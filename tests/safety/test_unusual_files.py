"""Whatever lies where a file should be: `check` ends soon, in little memory, and says what it found."""

import os
import socket
from pathlib import Path

import pytest

from git_tree import new_tree
from limited import check

GOOD = "format: 1\ntitle: Day opportunities\nassessed_on: 2026-11-03\n"
ONLY = ("--select", "LC3")
SECRET = "password-that-nobody-may-see"


def _bombs(folder: Path) -> None:
    """Files that other readers unfold into gigabytes, or that bring them down."""
    doubled = b"".join(b"a%d: &a%d [*a%d, *a%d]\n" % (n + 1, n + 1, n, n) for n in range(40))
    merged = b"".join(b"b%d: &b%d {<<: [*b%d, *b%d]}\n" % (n + 1, n + 1, n, n) for n in range(40))
    files = {
        "aliases": b"a0: &a0 [x, x]\n" + doubled,
        "merges": b"b0: &b0 {x: 1}\n" + merged,
        "itself": b"a: &a [*a]\n",
        "brackets": b"a: " + b"[" * 10_000,
        "dashes": b"- " * 10_000,
        "braces": b"a: " + b"{a: " * 10_000,
        "questions": b"? " * 10_000,
        "nul": b"format: 1\ntitle: a\0b\n",
        "utf-16": GOOD.encode("utf-16"),
        "utf-16-without-mark": GOOD.encode("utf-16-be"),
        "lone-cr": b"format: 1\rtitle: a\n",
        "mixed-ends": GOOD.replace("\n", "\r\n", 1).replace("2026-11-03", "yesterday").encode(),
    }
    for name, data in files.items():
        (folder / f"{name}.assessment.yaml").write_bytes(data)


def test_bombs_are_findings_with_a_line(tmp_path: Path) -> None:
    _bombs(tmp_path)
    done = check(tmp_path, ".", "--ignore", "LC5")
    assert (done.returncode, done.stderr) == (1, "")
    for found in (
        "aliases.assessment.yaml:1:5: error LC004",
        "merges.assessment.yaml:1:5: error LC004",
        "itself.assessment.yaml:1:4: error LC004",
        "brackets.assessment.yaml:1:35: error LC005",
        "dashes.assessment.yaml:1:65: error LC005",
        "braces.assessment.yaml:1:128: error LC005",
        "questions.assessment.yaml:1:3: error LC007",
        "nul.assessment.yaml:2:9: error LC002",
        "utf-16.assessment.yaml:1:1: error LC002",
        "utf-16-without-mark.assessment.yaml:1:1: error LC002",
        "lone-cr.assessment.yaml:1:10: error LC002",
        "mixed-ends.assessment.yaml:3:14: error LC007",
    ):
        assert found in done.stdout


def test_mixed_line_ends_are_no_fault(tmp_path: Path) -> None:
    (tmp_path / "day.assessment.yaml").write_bytes(GOOD.replace("\n", "\r\n", 1).encode())
    assert check(tmp_path, ".", *ONLY).returncode == 0


@pytest.mark.parametrize("size", [100 * 1024**2, 8 * 1024**3])
def test_a_file_too_large_is_told_unread(size: int, tmp_path: Path) -> None:
    with (tmp_path / "large.assessment.yaml").open("wb") as stream:
        stream.truncate(size)
    done = check(tmp_path, ".")
    assert done.returncode == 1
    assert "large.assessment.yaml:1:1: error LC005" in done.stdout


def test_what_is_no_file_is_told_and_the_rest_is_checked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    os.mkfifo("pipe.assessment.yaml")
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind("socket.assessment.yaml")
    Path("zero.assessment.yaml").symlink_to("/dev/zero")
    Path("ring.assessment.yaml").symlink_to("ring.assessment.yaml")
    Path("nowhere.assessment.yaml").symlink_to("gone")
    Path("good.assessment.yaml").write_text(GOOD, encoding="utf-8")
    done = check(tmp_path, ".", *ONLY)
    assert done.returncode == 2
    told = {line.split(".")[0] for line in done.stdout.splitlines() if line.endswith("error LC000")}
    assert told == {"pipe", "socket", "ring", "nowhere"}
    assert "zero.assessment.yaml: this is a link that leads out of this folder" in done.stderr
    assert "Checked 5 files: 4 errors in 4 of them." in done.stdout


def test_devices_that_were_named_are_told_too(tmp_path: Path) -> None:
    done = check(tmp_path, "/dev/zero", "/dev/null")
    assert done.returncode == 2
    assert done.stdout.count("this is a pipe or a device, not a file") == 2


@pytest.mark.parametrize("in_git", [True, False])
@pytest.mark.parametrize("named", [".", "**/*.assessment.yaml", "**"])
def test_circles_of_folders_end(named: str, in_git: bool, tmp_path: Path) -> None:
    """Two links to the folder they stand in: who follows both, forty deep, never comes back."""
    folder = new_tree(tmp_path) if in_git else tmp_path
    for link in ("one", "two"):
        (folder / link).symlink_to(".", target_is_directory=True)
    (folder / "day.assessment.yaml").write_text(GOOD, encoding="utf-8")
    done = check(folder, named, *ONLY)
    assert (done.returncode, done.stdout) == (0, "Checked 1 file: nothing to put right.\n")


@pytest.mark.parametrize("name", ["x.assessment.yaml", "x.bank.yaml", "x.ladder.yaml"])
def test_a_link_out_of_the_repository_shows_nothing_of_where_it_leads(name: str, tmp_path: Path) -> None:
    """A change that somebody proposes may hold such a link; the log of its check is for all to read."""
    root = new_tree(tmp_path / "tree")
    (tmp_path / "outside").write_text(SECRET, encoding="utf-8")
    (root / name).symlink_to("../outside")
    (root / "inside.assessment.yaml").symlink_to("good.assessment.yaml")
    (root / "good.assessment.yaml").write_text(GOOD, encoding="utf-8")
    for arguments in ((".",), (name,), ("*",), (".", "--fix"), (".", "--diff")):
        done = check(root, *arguments, "--select", "LC3")
        assert done.returncode == 2
        assert "a link that leads out of the repository" in done.stdout + done.stderr
        assert SECRET not in done.stdout + done.stderr


def test_a_bank_that_is_a_link_out_of_the_repository_is_not_read_for_an_assessment(tmp_path: Path) -> None:
    root = new_tree(tmp_path / "tree")
    (tmp_path / "outside").write_text(SECRET, encoding="utf-8")
    (root / "own.bank.yaml").symlink_to("../outside")
    (root / "ladder-check.toml").write_text('questions = ["."]\n', encoding="utf-8")
    (root / "day.assessment.yaml").write_text(GOOD + "banks: {own: 1.0.0}\n", encoding="utf-8")
    done = check(root, "day.assessment.yaml")
    assert done.returncode == 2
    assert "own.bank.yaml: this is a link that leads out of the repository" in done.stderr
    assert SECRET not in done.stdout + done.stderr


CONFIGS = {
    "deep": "select = " + "[" * 100_000,
    "long": "".join(f"k{number} = 1\n" for number in range(2_000_000)),
    "wide": "".join(f"k{number} = 1\n" for number in range(50_000)),
    "nul": "select = '\0'\n",
    "commands": '"x\\n::error::y ##[error]z" = 1\n',
    "more commands": 'stale-after = "##[error] \\u001b[31m"\n',
}


@pytest.mark.parametrize("config", CONFIGS)
def test_a_config_made_to_hang_us_is_told_soon(config: str, tmp_path: Path) -> None:
    (tmp_path / "day.assessment.yaml").write_text(GOOD, encoding="utf-8")
    (tmp_path / "ladder-check.toml").write_text(CONFIGS[config], encoding="utf-8")
    done = check(tmp_path, ".")
    assert (done.returncode, done.stdout) == (2, "")
    assert "ladder-check.toml" in done.stderr
    assert not [line for line in done.stderr.splitlines() if line.startswith("::") or "##[" in line]
    assert done.stderr.replace("\n", "").isprintable()


def test_a_config_of_many_gigabytes_is_told_unread(tmp_path: Path) -> None:
    (tmp_path / "day.assessment.yaml").write_text(GOOD, encoding="utf-8")
    for name in ("ladder-check.toml", "pyproject.toml"):
        with (tmp_path / name).open("wb") as stream:
            stream.truncate(8 * 1024**3)
        done = check(tmp_path, ".")
        assert (done.returncode, done.stdout) == (2, "")
        assert f"{name}: this file is larger than 1 MiB" in done.stderr
        (tmp_path / name).unlink()


def test_a_config_that_is_no_file_is_none(tmp_path: Path) -> None:
    (tmp_path / "day.assessment.yaml").write_text(GOOD, encoding="utf-8")
    os.mkfifo(tmp_path / "ladder-check.toml")
    (tmp_path / "pyproject.toml").symlink_to("/dev/zero")
    assert check(tmp_path, ".", *ONLY).returncode == 0


def test_standard_input_that_is_not_there_or_has_no_end(tmp_path: Path) -> None:
    with Path("/dev/zero").open("rb") as endless:
        done = check(tmp_path, "-", stdin=endless.fileno())
    assert done.returncode == 1
    assert "standard-input.assessment.yaml:1:1: error LC005" in done.stdout
