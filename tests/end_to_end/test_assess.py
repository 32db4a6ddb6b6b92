"""`ladder-check assess` as a program: from a file, from a pipe, from nowhere; and how it ends."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

PROGRAM = [sys.executable, "-m", "ladder_check", "assess"]
HEAD = "format: 1\ntitle: Day  # ours\nassessed_on: 2026-11-22\n"
LINES = ["leaders", "Day", "", "", "skip", "6", "3", "The notes", "w", "March 2026", "", "?", "b",
         "n", "A note", "s", "2", "q"]  # fmt: skip
ENVIRONMENT = {**os.environ, "COLUMNS": "80"}


def assess(folder: Path, *arguments: str, typed: str | None = None) -> subprocess.CompletedProcess[str]:
    """Run the program in *folder* with *typed* on its standard input; None for no input at all."""
    return subprocess.run(
        [*PROGRAM, "day.assessment.yaml", "--today", "2026-11-22", "--aspect", "designing", *arguments],
        cwd=folder, input=typed, stdin=None if typed is not None else subprocess.DEVNULL,
        capture_output=True, text=True, encoding="utf-8", env=ENVIRONMENT, timeout=60, check=False,
    )  # fmt: skip


def content(folder: Path) -> str:
    return (folder / "day.assessment.yaml").read_text(encoding="utf-8")


def test_lines_from_a_file_and_from_a_pipe_make_the_same_file_and_the_same_transcript(tmp_path: Path) -> None:
    (one := tmp_path / "one").mkdir()
    (two := tmp_path / "two").mkdir()
    (one / "answers.txt").write_text("# who\n" + "\n".join(LINES) + "\n", encoding="utf-8")
    from_file = assess(one, "--answers", "answers.txt")
    from_pipe = assess(two, typed="\n".join(LINES) + "\n")
    assert (from_file.returncode, from_pipe.returncode) == (0, 0), from_file.stderr + from_pipe.stderr
    assert content(one) == content(two)
    assert from_file.stdout == from_pipe.stdout
    assert "designing.r1:\n      leaders: 3\n" in content(one)
    assert "note: A note\n" in content(one)


def test_without_a_terminal_and_without_answers_there_is_one_clear_sentence(tmp_path: Path) -> None:
    for nothing in (assess(tmp_path), assess(tmp_path, typed="")):
        assert nothing.returncode == 2
        assert nothing.stdout == ""
        assert "There is nobody to ask" in nothing.stderr
        assert "--answers" in nothing.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_file_of_answers_that_is_not_there_is_said(tmp_path: Path) -> None:
    missing = assess(tmp_path, "--answers", "answers.txt")
    assert (missing.returncode, "no such file" in missing.stderr) == (2, True)


def test_the_end_of_the_lines_saves_and_says_how_to_go_on(tmp_path: Path) -> None:
    ended = assess(tmp_path, typed="\n".join(LINES[:7]) + "\n")
    assert ended.returncode == 0
    assert "ladder-check assess day.assessment.yaml --as leaders --aspect designing" in ended.stdout
    assert "leaders: 3\n" in content(tmp_path)
    assert "Traceback" not in ended.stderr


def test_a_last_line_without_an_end_counts(tmp_path: Path) -> None:
    assess(tmp_path, typed="\n".join(LINES[:7]))
    assert "leaders: 3\n" in content(tmp_path)


def test_bytes_that_are_no_text_do_not_stop_it(tmp_path: Path) -> None:
    done = subprocess.run(
        [*PROGRAM, "day.assessment.yaml", "--as", "leaders"], cwd=tmp_path, input=b"Caf\xe9\n\n\nskip\nq\n",
        capture_output=True, env=ENVIRONMENT, timeout=60, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert "title:" in content(tmp_path)


def test_an_old_terminal_gets_marks_that_it_can_hold(tmp_path: Path) -> None:
    done = subprocess.run(
        [*PROGRAM, "day.assessment.yaml", "--as", "leaders", "--aspect", "designing"], cwd=tmp_path,
        input=b"Day\n\n\nskip\nq\n", capture_output=True, timeout=60, check=False,
        env={**ENVIRONMENT, "PYTHONIOENCODING": "ascii", "TERM": "dumb"},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert b"Answer 1-7, ? not sure" in done.stdout


def test_plain_says_the_same_words(tmp_path: Path) -> None:
    (one := tmp_path / "one").mkdir()
    (two := tmp_path / "two").mkdir()
    typed = "\n".join(LINES) + "\n"
    assert assess(one, typed=typed).stdout == assess(two, "--plain", typed=typed).stdout


def test_control_c_saves_says_how_to_go_on_and_ends_with_130(tmp_path: Path) -> None:
    program = subprocess.Popen(
        [*PROGRAM, "day.assessment.yaml", "--as", "leaders", "--aspect", "designing"], cwd=tmp_path,
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=ENVIRONMENT,
    )  # fmt: skip
    assert program.stdin is not None
    program.stdin.write(b"Day\n\n\nskip\n5\n1\n2\n")
    program.stdin.flush()
    wait_for(tmp_path / "day.assessment.yaml", "designing.r3")
    program.send_signal(signal.SIGINT)
    out, err = program.communicate(timeout=20)
    assert program.returncode == 130
    assert b"ladder-check assess day.assessment.yaml --as leaders" in out
    assert b"Traceback" not in err
    assert "designing.r3:\n      leaders: 2\n" in content(tmp_path)


def wait_for(file: Path, words: str) -> None:
    """Wait until *words* are in *file*."""
    end = time.monotonic() + 20
    while time.monotonic() < end:
        if file.exists() and words in file.read_text(encoding="utf-8"):
            time.sleep(0.1)
            return
        time.sleep(0.02)
    pytest.fail(f"{words} never came")


def test_two_programs_at_once_lose_nothing_of_each_other(tmp_path: Path) -> None:
    (tmp_path / "day.assessment.yaml").write_text(HEAD, encoding="utf-8")
    voices = ("people", "carers", "frontline", "partners")
    programs = [
        subprocess.Popen(
            [*PROGRAM, "day.assessment.yaml", "--as", voice, "--aspect", "designing"], cwd=tmp_path,
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=ENVIRONMENT,
        )
        for voice in voices
    ]  # fmt: skip
    for program in programs:
        assert program.stdin is not None
        program.stdin.write(("4\n" + "1\n" * 8).encode())
        program.stdin.flush()
    for program in programs:
        _, err = program.communicate(timeout=60)
        assert (program.returncode, err) == (0, b"")
    text = content(tmp_path)
    assert [text.count(f"{voice}: 1\n") for voice in voices] == [8, 8, 8, 8]
    assert text.startswith(HEAD)
