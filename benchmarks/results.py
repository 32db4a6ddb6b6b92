"""What `workshop results` costs in a large room: 1,000 ballots, 40 questions, five perspectives, two rounds.

    make bench

The room is made here, the same at every run.
"""

import random
import statistics
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from check import COMMAND, cost

from ladder_check.documents.library import Shelf
from ladder_check.model.answer import PERSPECTIVES
from ladder_check.model.room import Session
from ladder_check.workshop.creation import create_record
from ladder_check.workshop.day import set_out
from ladder_check.workshop.record import Entry, open_record

BALLOTS: Final = 1000
QUESTIONS: Final = 40
ROUNDS: Final = (1, 2)
GOAL: Final = 2.0
"""Seconds of CPU."""


def write_record(path: Path) -> None:
    """Make a record at *path* in which every ballot answers every question in both rounds."""
    shelf, dice = Shelf(), random.Random(1)
    names = [f"ladder.{each.id}" for each in shelf.bank("ladder").questions][:QUESTIONS]
    invited = dict.fromkeys(PERSPECTIVES, BALLOTS // len(PERSPECTIVES) + 20)
    said = {"format": 1, "title": "Large", "on": "2026-11-03", "agenda": names, "perspectives": invited}
    create_record(path, set_out(Session.model_validate(said), shelf), names)
    with open_record(path) as record:
        for number in ROUNDS:
            if number > 1:
                record.add_round(number, names)
            record.put(list(_ballots(number, names, dice)))
        record.open_or_close(ROUNDS[-1], opened=False)


def _ballots(number: int, names: list[str], dice: random.Random) -> Iterator[Entry]:
    for name in names:
        for ballot in range(BALLOTS):
            voice = PERSPECTIVES[ballot % len(PERSPECTIVES)]
            is_sure = dice.random() < 0.9
            yield Entry(f"b{ballot}", voice, number, name, dice.randrange(5) if is_sure else "not-sure")


def main() -> int:
    """Print the median of five runs for each format, and fail if JSON takes too long."""
    print(f"{'workshop results, CPU (s)':28}{'figure':>8}{'goal':>8}")
    with tempfile.TemporaryDirectory() as folder:
        record = Path(folder) / "large.workshop"
        write_record(record)
        seconds = {}
        for name in ("json", "html", "plain"):
            command = [COMMAND, "workshop", "results", str(record), "--format", name]
            seconds[name] = statistics.median(cost(command).cpu for _ in range(5))
            goal = GOAL if name == "json" else "-"
            print(f"{name:28}{seconds[name]:8.2f}{goal:>8}", flush=True)
    return int(seconds["json"] > GOAL)


if __name__ == "__main__":
    sys.exit(main())
