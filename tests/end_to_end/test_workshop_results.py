"""`workshop results` from the command line: what it closes, what it says, what it writes, and how it ends."""

import json
import os
import sys
from pathlib import Path
from typing import Any

import pytest

from ladder_check.errors import LadderCheckError
from ladder_check.workshop.record import open_record
from ladder_check.workshop.rounds import reopen_round
from room_said import HR1, R4, ROUNDS, write_room
from workshop_commands import run

pexpect = pytest.importorskip("pexpect")
CLOSED = "Round 3 is closed now, as its results are shown. It takes no more ballots.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a record whose third and last round is open."""
    write_room(tmp_path / "day.workshop")
    return tmp_path


def rounds_of(folder: Path) -> list[tuple[int, bool, bool]]:
    """Every round: its number, whether it is open, and whether it was shown."""
    with open_record(folder / "day.workshop") as record:
        return [(each.number, each.open, each.shown) for each in record.rounds]


def test_elsewhere_than_in_a_terminal_an_open_round_is_closed_and_that_is_said(folder: Path) -> None:
    said = run(folder, "results", "day.workshop", "--format", "json")
    assert (said.returncode, said.stderr) == (0, CLOSED)
    assert json.loads(said.stdout)["rounds"] == [1, 2, 3]
    assert rounds_of(folder) == [(1, False, True), (2, False, True), (3, False, True)]


@pytest.mark.parametrize("name", ["table", "plain", "markdown", "html", "csv", "json"])
def test_twice_is_the_same_to_the_last_byte(folder: Path, name: str) -> None:
    first, second = (run(folder, "results", "day.workshop", "--format", name) for _ in range(2))
    assert (first.returncode, first.stderr, second.stderr) == (0, CLOSED, "")
    assert first.stdout == second.stdout
    assert len(first.stdout) > 1000


def test_plain_words_are_what_one_gets_where_there_is_no_terminal(folder: Path) -> None:
    said = run(folder, "results", "day.workshop").stdout
    assert said == run(folder, "results", "day.workshop", "--format", "plain").stdout
    assert "▲" not in said


def test_an_earlier_round_alone_leaves_the_open_one_open(folder: Path) -> None:
    said = run(folder, "results", "day.workshop", "--round", "2", "--format", "json")
    assert (said.returncode, said.stderr) == (0, "")
    assert json.loads(said.stdout)["rounds"] == [2]
    assert rounds_of(folder) == [(1, False, False), (2, False, True), (3, True, False)]


def test_an_open_round_without_answers_is_left_open(folder: Path) -> None:
    assert run(folder, "round", "day.workshop", "next").returncode == 0
    said = run(folder, "results", "day.workshop", "--format", "json")
    assert (said.stderr, json.loads(said.stdout)["rounds"]) == ("", [1, 2, 3])
    assert rounds_of(folder)[-1] == (4, True, False)


def test_what_was_shown_takes_no_other_ballot(folder: Path) -> None:
    run(folder, "results", "day.workshop", "--round", "2")
    with open_record(folder / "day.workshop") as record:
        with pytest.raises(LadderCheckError, match="was shown already"):
            reopen_round(record, 1)
        with pytest.raises(LadderCheckError, match="was shown already"):
            reopen_round(record, 2)


def test_closed_for_good_it_says_the_same_but_for_the_line_about_links(folder: Path) -> None:
    before = run(folder, "results", "day.workshop")
    data = run(folder, "results", "day.workshop", "--format", "json")
    assert run(folder, "close", "day.workshop", "--yes").returncode == 0
    after = run(folder, "results", "day.workshop")
    assert run(folder, "results", "day.workshop", "--format", "json").stdout == data.stdout
    lines = set(before.stdout.splitlines()) ^ set(after.stdout.splitlines())
    assert any("nothing links what a person said" in line for line in lines)
    assert any("confidential, not anonymous" in line for line in lines)
    assert len(lines) <= 6


def test_the_talk_list_alone(folder: Path) -> None:
    said = run(folder, "results", "day.workshop", "--talk", "1").stdout
    assert "Read the cards of both rungs aloud." in said
    assert "2. " not in said
    assert "chose a rung" not in said


def test_a_file_in_place_of_the_terminal(folder: Path) -> None:
    for name in ("html", "plain"):
        said = run(folder, "results", "day.workshop", "--format", name, "-o", f"room.{name}")
        assert said.stdout == ""
        assert said.stderr.endswith(f"Saved as room.{name}.\n")
        assert "Day opportunities, autumn" in (folder / f"room.{name}").read_text(encoding="utf-8")


def test_a_likely_range_of_ninety_in_a_hundred(folder: Path) -> None:
    """Six leaders at 4 5 5 5 6 6: at 80 one at each end is left out, at 90 none."""
    ranges = [
        json.loads(run(folder, "results", "day.workshop", "--format", "json", "--level", level).stdout)[
            "questions"
        ][0]["shown"]["leaders"]["range"]
        for level in ("80", "90")
    ]
    assert ranges == [[5, 6], [4, 6]]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--round", "9"], "There is no round 9. Rounds so far: 1, 2, 3."),
        (["--talk", "2", "--format", "json"], "json has no list of what to talk about."),
        (["--large-print"], "Large print is for html"),
        (["--format", "csv", "--templates", "."], "The format csv has no templates."),
        (["--format", "html", "--templates", "none"], "There is no folder none."),
        (
            ["--format", "html", "-o", "none/room.html"],
            "none/room.html: this file cannot be written: there is",
        ),
        (["-o", "day.assessment.yaml"], "this is the name of an assessment"),
    ],
)
def test_what_cannot_be_changes_nothing(folder: Path, words: list[str], said: str) -> None:
    before = rounds_of(folder)
    refused = run(folder, "results", "day.workshop", *words)
    assert (refused.returncode, refused.stdout) == (2, "")
    assert said in " ".join(refused.stderr.split())
    assert rounds_of(folder) == before


def test_before_anybody_has_answered_there_is_nothing_to_show(tmp_path: Path) -> None:
    write_room(tmp_path / "day.workshop", [{R4: {}, HR1: {}}])
    refused = run(tmp_path, "results", "day.workshop")
    assert (refused.returncode, refused.stdout) == (2, "")
    assert "Nobody has answered yet" in refused.stderr
    assert rounds_of(tmp_path) == [(1, True, False)]


# At a terminal


def at_a_terminal(folder: Path, typed: str) -> tuple[int, str]:
    """How it ends, and what is on the screen, where *typed* is answered to the one question it asks."""
    child: Any = pexpect.spawn(
        sys.executable, ["-m", "ladder_check", "workshop", "results", "day.workshop"],
        cwd=str(folder), encoding="utf-8", dimensions=(24, 80), timeout=20,
        env={**{k: v for k, v in os.environ.items() if k not in ("COLUMNS", "LINES")}, "TERM": "xterm"},
    )  # fmt: skip
    child.expect(r"\(n\): $")
    (child.sendintr if typed == "^C" else child.sendline)(*([] if typed == "^C" else [typed]))
    child.expect(pexpect.EOF)
    child.close()
    return int(child.exitstatus), str(child.before)


def test_in_a_terminal_it_asks_and_closes_on_yes(folder: Path) -> None:
    status, screen = at_a_terminal(folder, "y")
    assert (status, rounds_of(folder)[-1]) == (0, (3, False, True))
    assert "Round 3\r\n" in screen
    assert "▲▲▲▲▲" in screen


def test_in_a_terminal_no_shows_the_closed_rounds_only(folder: Path) -> None:
    status, screen = at_a_terminal(folder, "n")
    assert (status, rounds_of(folder)[1:]) == (0, [(2, False, True), (3, True, False)])
    assert "Round 2\r\n" in screen
    assert "Round 3\r\n" not in screen


@pytest.mark.parametrize(("typed", "status"), [("q", 0), ("^C", 130)])
def test_whoever_leaves_the_question_is_shown_nothing(folder: Path, typed: str, status: int) -> None:
    ended, screen = at_a_terminal(folder, typed)
    assert (ended, rounds_of(folder)) == (status, [(n, n == len(ROUNDS), False) for n in (1, 2, 3)])
    assert "Nothing was shown." in screen
    assert "In the middle" not in screen
