"""What every command has in common: words, statuses, encodings, and readers that go away."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from ladder_check.cli.app import app, run

EXAMPLE = Path(__file__).parents[2] / "examples" / "riverside-day-opportunities.assessment.yaml"
COMMAND = [sys.executable, "-m", "ladder_check"]


def _run(*arguments: str, **env: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([*COMMAND, *arguments], capture_output=True, check=False, env={**os.environ, **env})


def test_bare_it_says_in_six_lines_what_it_is_and_what_to_type_first() -> None:
    lines = _run().stdout.decode().splitlines()
    assert len(lines) == 6
    assert "ladder-check demo" in lines[3]
    assert max(map(len, lines)) <= 80


@pytest.mark.parametrize(
    "arguments", [["scoer"], ["score"], ["score", "--nope", "x"], ["score", "no-such-file.yaml"]]
)
def test_what_cannot_be_done_is_status_2_with_words_and_no_traceback(arguments: list[str]) -> None:
    done = _run(*arguments)
    assert done.returncode == 2
    assert done.stdout == b""
    assert done.stderr.strip()
    assert b"Traceback" not in done.stderr


def test_a_missing_file_names_the_nearest_one() -> None:
    done = _run("score", str(EXAMPLE).replace("riverside", "rivreside"))
    assert "Did you mean" in done.stderr.decode()
    assert EXAMPLE.name in done.stderr.decode()


def test_an_error_of_ours_is_status_3_and_says_how_to_tell_us(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["ladder-check", "score", str(EXAMPLE)])
    monkeypatch.setattr("ladder_check.scoring.profile.headline", lambda _: 1 / 0)
    assert run() == 3
    said = capsys.readouterr().err
    assert "that is our fault: ZeroDivisionError" in said
    assert "Traceback" not in said


def test_a_reader_that_goes_away_is_no_error() -> None:
    command = f"{' '.join(COMMAND)} score {EXAMPLE} --format json | head -c 5"
    done = subprocess.run(["bash", "-o", "pipefail", "-c", command], capture_output=True, check=False)
    assert done.stdout == b'{\n  "'
    assert done.stderr == b""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no full device here")
@pytest.mark.parametrize("arguments", [["score"], ["score", "--format", "json"], ["report"]])
def test_a_full_disk_is_no_fault_of_ours(arguments: list[str]) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run([*COMMAND, *arguments, str(EXAMPLE)], stdout=full, stderr=-1, check=False)
    assert done.returncode == 2
    assert done.stderr.decode() == (
        "What was to be shown cannot be written: No space left on device. "
        "Either make room, or choose another place.\n"
    )


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "latin-1", "utf-8"])
def test_no_encoding_of_the_terminal_stops_it(encoding: str) -> None:
    done = _run("score", str(EXAMPLE), "--format", "table", PYTHONIOENCODING=encoding)
    assert done.returncode == 0
    assert done.stderr == b""
    done.stdout.decode(encoding)


@pytest.mark.parametrize(
    ("env", "coloured"),
    [
        ({}, False),
        ({"FORCE_COLOR": "1"}, True),
        ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
        ({"FORCE_COLOR": "1", "TERM": "dumb"}, True),
    ],
)
def test_colour_is_decided_once(env: dict[str, str], coloured: bool) -> None:
    done = _run("score", str(EXAMPLE), "--format", "table", **env)
    assert (b"\x1b[" in done.stdout) is coloured


def test_every_command_has_an_example_in_its_help() -> None:
    for arguments in _commands():
        said = CliRunner().invoke(app, [*arguments, "--help"]).output
        assert "Example: ladder-check " + " ".join(arguments) in said, arguments


def _commands() -> list[list[str]]:
    single = [[info.name or info.callback.__name__] for info in app.registered_commands if info.callback]
    nested = [
        [group.name or "", info.name or info.callback.__name__]
        for group in app.registered_groups
        if group.typer_instance
        for info in group.typer_instance.registered_commands
        if info.callback
    ]
    return [*single, *nested]
