"""Whatever was acknowledged is in the record, once, though the program is killed at any moment."""

import os
import random
import signal
import sys
import time
from pathlib import Path

import pytest

from ladder_check.workshop.creation import create_record
from ladder_check.workshop.record import Entry, Stored, open_record
from room_record import R4, R5, entry, setting

KILLS = 50


def batch(number: int, size: int) -> list[Entry]:
    """The answers of *size* ballots to two questions, the same each time."""
    ballots = range(number * size, (number + 1) * size)
    return [entry(str(n), (n + k) % 5, question) for n in ballots for k, question in enumerate((R4, R5))]


def put_until_killed(path: Path, first: int, size: int, seconds: float) -> list[int]:
    """The numbers of the batches that a process said were saved before it was killed."""
    heard, said = os.pipe()
    child = os.fork()
    if child == 0:
        with open_record(path) as record:
            os.write(said, b"!")
            for number in range(first, first + 1000):
                record.put(batch(number, size))
                os.write(said, f"{number}\n".encode())
        os._exit(0)
    os.close(said)
    os.read(heard, 1)
    time.sleep(seconds)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    with os.fdopen(heard) as lines:
        return [int(line) for line in lines]


def must_be_there(path: Path, acknowledged: list[int], size: int) -> None:
    """Each ballot of each acknowledged batch, with its answer; of any other batch all ballots, or none."""
    with open_record(path) as record:
        assert record.database.all("PRAGMA integrity_check") == [("ok",)]
        assert record.database.all("PRAGMA foreign_key_check") == []
        for k, question in enumerate((R4, R5)):
            votes = record.votes(question).get(1, ())
            given = {int(vote.ballot): vote.answer for vote in votes}
            assert len(given) == len(votes)
            assert given == {n: (n + k) % 5 for n in given}
            assert {n for each in acknowledged for n in range(each * size, (each + 1) * size)} <= set(given)
            assert len(given) % size == 0


@pytest.mark.skipif(sys.platform == "win32", reason="there is no fork")
def test_no_acknowledged_ballot_is_lost_to_a_kill_and_none_is_doubled(tmp_path: Path) -> None:
    path, chance = tmp_path / "day.workshop", random.Random(2026)
    size = 7
    create_record(path, setting(), (R4, R5))
    acknowledged: list[int] = []
    for _ in range(KILLS):
        # The batch that was under way comes again, as it would from somebody who saw no word of it.
        first = acknowledged[-1] + 1 if acknowledged else 0
        acknowledged += put_until_killed(path, first, size, chance.uniform(0.0, 0.03))
        must_be_there(path, acknowledged[-3:], size)
    must_be_there(path, acknowledged, size)
    assert len(acknowledged) > KILLS
    with open_record(path) as record:
        for number in acknowledged:
            assert record.put(batch(number, size)) == Stored(same=2 * size)
