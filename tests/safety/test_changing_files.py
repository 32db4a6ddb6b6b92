"""Files that change or vanish while they are read."""

import os
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from ladder_check.cli.app import run
from ladder_check.documents import reading
from ladder_check.documents.document import MAX_BYTES
from ladder_check.documents.finding import InvalidDocument
from ladder_check.documents.reading import read_bytes
from ladder_check.errors import LadderCheckError

GOOD = b"format: 1\ntitle: Day opportunities\nassessed_on: 2026-11-03\n"


@contextmanager
def after_it_was_asked_for(change: "Iterator[None]", monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Let *change* go on one step between asking what the file is and opening it."""
    opening = reading._without_waiting

    def opened_late(path: str, flags: int) -> int:
        next(change)
        return opening(path, flags)

    monkeypatch.setattr(reading, "_without_waiting", opened_late)
    yield


def _becomes(path: Path, *, data: bytes | None = None, pipe: bool = False, link: str = "") -> Iterator[None]:
    path.unlink()
    if data is not None:
        path.write_bytes(data)
    if pipe:
        os.mkfifo(path)
    if link:
        path.symlink_to(link)
    yield


def test_a_file_that_becomes_a_pipe_keeps_nobody_waiting(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "day.assessment.yaml"
    path.write_bytes(GOOD)
    outcome: list[str] = []

    def reads() -> None:
        try:
            read_bytes(path)
        except LadderCheckError as error:
            outcome.append(str(error))

    with after_it_was_asked_for(_becomes(path, pipe=True), monkeypatch):
        # A thread, so that one that waits for ever is seen and left behind.
        reader = threading.Thread(target=reads, daemon=True)
        reader.start()
        reader.join(timeout=30)
    assert outcome == [f"{path}: this is a pipe or a device, not a file. Name a file."]


def test_a_file_that_becomes_a_device_without_end_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "day.assessment.yaml"
    path.write_bytes(GOOD)
    with (
        after_it_was_asked_for(_becomes(path, link="/dev/zero"), monkeypatch),
        pytest.raises(LadderCheckError, match="a pipe or a device"),
    ):
        read_bytes(path)


def test_a_file_that_grows_is_read_up_to_the_limit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "day.assessment.yaml"
    path.write_bytes(GOOD)
    with (
        after_it_was_asked_for(_becomes(path, data=b"#" * (MAX_BYTES + 1)), monkeypatch),
        pytest.raises(InvalidDocument, match="LC005"),
    ):
        read_bytes(path)


def test_a_file_that_says_it_is_empty_and_is_not_is_read() -> None:
    """The system says that this file has no bytes, and makes them while it is read."""
    assert len(read_bytes(Path("/proc/self/status"))) < 10_000


def test_a_file_cut_short_is_read_as_it_is_now(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "day.assessment.yaml"
    path.write_bytes(GOOD)
    with after_it_was_asked_for(_becomes(path, data=GOOD[:9]), monkeypatch):
        assert read_bytes(path) == b"format: 1"


def test_a_file_that_vanishes_is_told_and_the_rest_is_checked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """It is listed, and gone when its turn comes; the one before it takes it away."""
    for name in ("a", "b", "c"):
        (tmp_path / f"{name}.assessment.yaml").write_bytes(GOOD if name == "c" else b"- x\n")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "argv", ["ladder-check", "check", ".", "--exit-zero"])
    opening = reading._without_waiting

    def takes_away(path: str, flags: int) -> int:
        Path("b.assessment.yaml").unlink(missing_ok=True)
        return opening(path, flags)

    monkeypatch.setattr(reading, "_without_waiting", takes_away)
    assert run() == 2
    told = capsys.readouterr()
    assert "a.assessment.yaml:1:1: error LC009" in told.out
    assert "b.assessment.yaml: error LC000" in told.out
    assert "b.assessment.yaml: there is no such file." in told.err
    assert "Checked 3 files" in told.out


def test_a_folder_that_vanishes_around_us_is_no_fault_of_ours(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "day.assessment.yaml").write_bytes(GOOD)
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    monkeypatch.setattr(sys, "argv", ["ladder-check", "check", str(tmp_path)])
    try:
        assert run() == 2
    finally:
        os.chdir(tmp_path)
    assert "the folder you are in is not there any more" in capsys.readouterr().err.lower()
