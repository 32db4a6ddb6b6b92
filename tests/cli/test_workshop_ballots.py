"""`workshop ballots`: the files, what is said of them, and what is refused."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from paper_day import record_at, session

COMMAND = [sys.executable, "-m", "ladder_check", "workshop", "ballots", "day.workshop", "-o", "print"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a record in it."""
    record_at(tmp_path / "day.workshop", session())
    return tmp_path


def _run(*arguments: str, folder: Path) -> subprocess.CompletedProcess[str]:
    env = os.environ | {"COLUMNS": "200"}
    return subprocess.run(
        [*COMMAND, *arguments], capture_output=True, check=False, cwd=folder, text=True, env=env
    )


def test_four_files_are_written(folder: Path) -> None:
    """Five are invited, and there are two more for each of four perspectives."""
    done = _run(folder=folder)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("13 ballots for round 1, with 1 question each. Saved as print/")
    written = {path.name for path in (folder / "print").iterdir()}
    assert written == {"ballots.html", "cards.html", "facilitator.html", "tally.html"}


def test_the_options_are_heard(folder: Path) -> None:
    done = _run(
        *("--round", "2", "--size", "24", "--layout", "booklet", "--spare", "0", "--from-number", "40"),
        folder=folder,
    )
    assert done.stdout.startswith("5 ballots for round 2, with 8 questions each.")
    page = (folder / "print" / "ballots.html").read_text(encoding="utf-8")
    assert 'class="paper size-24 booklet"' in page
    assert "Ballot 44: leaders" in page
    assert 'id="ballot-45"' not in page


def test_the_same_record_makes_the_same_files(folder: Path) -> None:
    def texts() -> dict[str, bytes]:
        _run(folder=folder)
        return {path.name: path.read_bytes() for path in (folder / "print").iterdir()}

    assert texts() == texts()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--language", "cy"], "They are there in: en."),
        (["--round", "9"], "There is no round 9."),
        (["--templates", "nowhere"], "There is no folder nowhere."),
        (["--questions", "nowhere"], "nowhere"),
    ],
)
def test_what_cannot_be_printed_is_refused_and_nothing_is_written(
    folder: Path, arguments: list[str], said: str
) -> None:
    done = _run(*arguments, folder=folder)
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr
    assert not (folder / "print").exists()
