"""An import that is killed at any moment is in the record whole, or not at all."""

import os
import random
import signal
import sqlite3
import sys
import time
from pathlib import Path

import pytest

from ladder_check.workshop.record import open_record
from room_files import HR1, R4, new_record, take, write_csv

KILLS = 50
BALLOTS = 60
HEAD = ["ballot", "perspective", "round", R4, HR1]


def import_until_killed(room: Path, file: Path, seconds: float) -> bool:
    """Import *file* in another process, killed after some *seconds*; whether it had ended by then."""
    child = os.fork()
    if child == 0:
        with open_record(room) as record:
            take(record, file)
        os._exit(0)
    time.sleep(seconds)
    os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    return os.WIFEXITED(status)


@pytest.mark.skipif(sys.platform == "win32", reason="there is no fork")
def test_no_file_is_ever_half_imported(tmp_path: Path) -> None:
    """Each file holds 60 ballots with two answers, and begins a round of its own: 0 or 120 answers in it."""
    chance = random.Random(2026)
    room = new_record(tmp_path / "day.workshop")
    rows = [[str(n), "people", "ROUND", str(n % 5), "not-sure"] for n in range(BALLOTS)]
    done, counts, longest = 0, set(), 0.3
    for _ in range(KILLS):
        with open_record(room) as record:
            number = record.rounds[-1].number + 1
        file = write_csv(tmp_path / "a.csv", [HEAD, *([*row[:2], str(number), *row[3:]] for row in rows)])
        began = time.monotonic()
        ended = import_until_killed(room, file, chance.uniform(0.0, longest))
        # So that kills fall into the work, whatever the machine and its neighbours do.
        longest = min(longest, 1.2 * (time.monotonic() - began)) if ended else longest * 1.1
        connection = sqlite3.connect(room)
        ((answers,),) = connection.execute("SELECT count(*) FROM answer WHERE round = ?", (number,))
        ((begun,),) = connection.execute("SELECT count(*) FROM round WHERE number = ?", (number,))
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        connection.close()
        assert (answers, begun) in {(0, 0), (2 * BALLOTS, 1)}
        # What was said to be done is there.
        assert answers or not ended
        counts.add(answers)
        done += ended
    assert counts == {0, 2 * BALLOTS}
    assert 0 < done < KILLS
