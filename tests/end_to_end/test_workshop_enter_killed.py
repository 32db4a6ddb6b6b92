"""Whatever was said to be saved is in the record, once, though the typing is killed at any moment."""

import os
import random
import re
import signal
import subprocess
import sys
import time
from io import StringIO
from pathlib import Path

import pytest

from ladder_check.interview.room_box import Desk
from ladder_check.interview.room_enter import type_ballots
from ladder_check.interview.terminal import Terminal
from ladder_check.model.room import RoomAnswer
from ladder_check.workshop.creation import create_record
from ladder_check.workshop.entering import Entering
from ladder_check.workshop.record import open_record
from ladder_check.workshop.rounds import open_round
from room_record import HR1, R4, R5, setting

KILLS = 50
IDS = (R4, R5, HR1)
SAVED = re.compile(r"Ballot (\d+), people: (\S) (\S) (\S)\. Saved\.")

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there is no fork")


def row(number: int) -> list[int]:
    """What is on the paper of a ballot."""
    return [number % 5, number // 5 % 5, number // 25 % 5]


def lines_from(first: int) -> list[str]:
    """Ballots typed in one line, from number *first*; every third question by question."""
    lines: list[str] = []
    for number in range(first, first + 400):
        answers = list(map(str, row(number)))
        lines += [f"{number} people", *(answers if number % 3 == 0 else [" ".join(answers)])]
    return lines


def type_until_killed(path: Path, lines: list[str], seconds: float) -> str:
    """All that a process said at which *lines* were typed until it was killed, read from a pipe."""
    heard, said = os.pipe()
    child = os.fork()
    if child == 0:
        with os.fdopen(said, "w", encoding="utf-8") as out, open_record(path) as record:
            out.write("!")
            out.flush()
            room = Entering(record, open_round(record))
            typed = StringIO("\n".join(lines) + "\n")
            type_ballots(Desk(Terminal(typed, out, lambda: 100, echo=True), room, room))
        os._exit(0)
    os.close(said)
    os.read(heard, 1)
    time.sleep(seconds)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    with os.fdopen(heard, encoding="utf-8", errors="replace") as pipe:
        return pipe.read()


def saved(said: str) -> set[str]:
    """The ballots that were said to be saved; each was said back as it is on its paper."""
    told = {ballot: answers for ballot, *answers in SAVED.findall(" ".join(said.split()))}
    assert told == {ballot: list(map(str, row(int(ballot)))) for ballot in told}
    return set(told)


def must_be_there(path: Path, told: set[str]) -> None:
    """Every ballot that was acknowledged, whole and once; of any other nothing that is not on its paper."""
    with open_record(path) as record:
        assert record.database.all("PRAGMA integrity_check") == [("ok",)]
        for place, question in enumerate(IDS):
            votes = record.votes(question).get(1, ())
            given: dict[str, RoomAnswer] = {vote.ballot: vote.answer for vote in votes}
            assert len(given) == len(votes)
            assert given == {ballot: row(int(ballot))[place] for ballot in given}
            assert told <= set(given)


def test_no_ballot_that_was_said_to_be_saved_is_lost_to_a_kill_and_none_is_doubled(tmp_path: Path) -> None:
    path, chance = tmp_path / "day.workshop", random.Random(2026)
    create_record(path, setting(), IDS)
    told: set[str] = set()
    for _ in range(KILLS):
        # Whoever types goes on with the first ballot that was not said to be saved.
        first = max(map(int, told), default=0) + 1
        told |= saved(type_until_killed(path, lines_from(first), chance.uniform(0.0, 0.08)))
        must_be_there(path, told)
    assert len(told) > KILLS
    with open_record(path) as record:
        assert record.extents(1).count(3) >= len(told)


def test_a_real_program_that_is_killed_loses_nothing_it_said(tmp_path: Path) -> None:
    path = tmp_path / "day.workshop"
    create_record(path, setting(), IDS)
    for turn in range(3):
        first = 100 * turn + 1
        with subprocess.Popen(
            [sys.executable, "-m", "ladder_check", "workshop", "enter", str(path)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            encoding="utf-8",
            env={**os.environ, "COLUMNS": "100"},
        ) as child:
            assert child.stdin is not None
            assert child.stdout is not None
            child.stdin.write("\n".join(lines_from(first)[:60]) + "\n")
            child.stdin.close()
            heard: list[str] = []
            while len(saved("".join(heard))) < 5 and (line := child.stdout.readline()):
                heard.append(line)
            child.send_signal(signal.SIGKILL)
            heard.append(child.stdout.read())
        told = saved("".join(heard))
        assert len(told) >= 5
        must_be_there(path, told)


def test_a_tally_that_is_typed_over_and_over_is_never_half_there(tmp_path: Path) -> None:
    """Each tally counts as many at 1 as at 2: after a kill it is one of them, whole."""
    path, chance = tmp_path / "day.workshop", random.Random(2027)
    create_record(path, setting(), IDS)
    lines = [line for n in range(1, 300) for line in (f"staff 0 {1 + n % 3} {1 + n % 3} 0 0", "y")]
    for _ in range(15):
        type_until_killed(path, ["t", *lines], chance.uniform(0.0, 0.1))
        with open_record(path) as record:
            counts = Entering(record, open_round(record)).tally(R4, "staff")
            assert counts.get(1, 0) == counts.get(2, 0)
            assert set(counts) <= {1, 2}
