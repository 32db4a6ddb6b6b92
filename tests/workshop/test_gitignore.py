"""Records never come into a repository: one line, once, and nothing else of the file."""

import subprocess
from pathlib import Path

import pytest

from ladder_check.errors import LadderCheckError
from ladder_check.workshop.gitignore import keep_out_of_git


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (None, b"*.workshop*\n"),
        (b"", b"*.workshop*\n"),
        (b"build/\n", b"build/\n*.workshop*\n"),
        (b"build/", b"build/\n*.workshop*\n"),
        (b"a\r\nb", b"a\r\nb\r\n*.workshop*\r\n"),
        (b"# *.workshop*\n*.workshop\n", b"# *.workshop*\n*.workshop\n*.workshop*\n"),
        (b"*.workshop*\nbuild/\n", b"*.workshop*\nbuild/\n"),
        (b"build/\n*.workshop*  \n", b"build/\n*.workshop*  \n"),
    ],
)
def test_one_line_is_added_once(tmp_path: Path, before: bytes | None, after: bytes) -> None:
    file = tmp_path / ".gitignore"
    if before is not None:
        file.write_bytes(before)
    for _ in range(2):
        keep_out_of_git(tmp_path / "day.workshop")
        assert file.read_bytes() == after


def test_git_takes_neither_the_record_nor_what_stands_beside_it(tmp_path: Path) -> None:
    subprocess.run(["git", "init", "-q", tmp_path], check=True)
    keep_out_of_git(tmp_path / "day.workshop")
    for name in ("day.workshop", "day.workshop-wal", "day.workshop-shm", ".day.workshop.1a2b.new"):
        (tmp_path / name).write_bytes(b"")
    said = subprocess.run(
        ["git", "-C", tmp_path, "status", "--porcelain", "-uall"], check=True, capture_output=True, text=True
    )
    assert said.stdout == "?? .gitignore\n"


def test_a_file_in_another_encoding_is_left_alone(tmp_path: Path) -> None:
    file = tmp_path / ".gitignore"
    file.write_bytes(b"caf\xe9/\n")
    with pytest.raises(LadderCheckError, match=r"Put the line \*\.workshop\* into it"):
        keep_out_of_git(tmp_path / "day.workshop")
    assert file.read_bytes() == b"caf\xe9/\n"
