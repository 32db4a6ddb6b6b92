"""What `check` costs on many assessments, as ratios of CPU time to a floor measured in turn.

    make bench

The floor is a process that only imports yaml, reads the files and runs libyaml's raw parser over them: no
checker of YAML can do less.  The assessments are made here, the same at every run.
"""

import os
import statistics
import subprocess
import sys
import sysconfig
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from ladder_check.documents.library import Shelf
from ladder_check.model.bank import Bank

COMMAND: Final = str(Path(sysconfig.get_path("scripts")) / "ladder-check")
FLOOR: Final = """
import pathlib, sys, yaml
from yaml._yaml import CParser
for path in sorted(pathlib.Path(sys.argv[1]).iterdir()):
    CParser(path.read_bytes()).raw_parse()
"""
FILES: Final = 1000
ASKED: Final = {"ladder": 20, "rules": 2, "ingredients": 2, "values": 2, "blocks": 2, "missing": 2, "word": 2}
"""How many questions of each bank are answered in a file: about 100 lines together."""
HEAD: Final = """\
format: 1
title: Place {n}
organisation: Place {n} (invented)
work: Day opportunities
at_level: service
assessed_on: 2026-11-03
banks: {{{banks}}}
took_part:
  people: {{there: 6, invited: 9}}
  carers: {{there: 5, invited: 6}}
  frontline: {{there: 7, invited: 8}}
  leaders: {{there: 5, invited: 5}}
missing_voices: ["People who work in the day"]
aspects:
  designing:
    claimed: {{leaders: consultation}}
answers:
"""
TAIL: Final = """\
actions:
  - {{id: a1, aspect: deciding, because: deciding.r2, what: "Send everybody the note of the meeting",
     owner: "Head of day services", partner: "Self-advocacy group", by: 2026-11-20, cost: small}}
  - {{id: a2, aspect: deciding, because: deciding.r3, what: "Plan the next round of {n} together",
     owner: "Head of day services", partner: "Self-advocacy group", by: 2027-02-01, cost: small}}
"""


def write_assessments(folder: Path, many: int, *, shown: bool = True) -> None:
    """Put *many* valid assessments of about 100 lines into *folder*.

    What staff say is *shown* by evidence of the year, or by evidence ten years old: five findings a file.
    """
    shelf = Shelf()
    banks = [shelf.bank(name) for name in ASKED]
    for n in range(many):
        text = "".join(_lines(banks, n))
        text = text if shown else text.replace("on: 2026-09", "on: 2016-09")
        (folder / f"place-{n:05}.assessment.yaml").write_text(text, encoding="utf-8")


def _lines(banks: list[Bank], n: int) -> Iterator[str]:
    versions = ", ".join(f"{bank.id}: {bank.version}" for bank in banks)
    yield HEAD.format(n=n, banks=versions)
    for bank in banks:
        yield f"  {bank.id}:\n"
        asked = bank.questions[: ASKED[bank.id]]
        for place, question in enumerate(asked):
            yield from _answer(question.id, n, place)
    yield TAIL.format(n=n)


def _answer(question: str, n: int, place: int) -> Iterator[str]:
    """A room's counts with evidence for every fourth question, and two levels for the others."""
    if place % 4:
        yield f"    {question}: {{leaders: {(n + place) % 3}, lived: {(n + place) % 4}}}\n"
        return
    yield f"    {question}:\n      frontline: {{counts: [0, 1, {1 + n % 2}, {3 - n % 2}, 2]}}\n"
    yield "      leaders: 3\n      lived: {counts: [2, 1, 3, 3, 2]}\n"
    what = f'"Note of meeting {place} in place {n}"'
    yield f"      evidence:\n        - {{what: {what}, kind: written, on: 2026-09-15, from: lived}}\n"


@dataclass(frozen=True, slots=True)
class Cost:
    """What one process took: CPU in seconds, and memory at its peak in MiB."""

    cpu: float
    peak: float


def cost(command: list[str]) -> Cost:
    """Run *command* to its end.

    Raises:
        subprocess.CalledProcessError: it could not do its work.  Findings are no failure here.
    """
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1):
        raise subprocess.CalledProcessError(process.returncode, command)
    return Cost(usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


@dataclass(frozen=True, slots=True)
class Row:
    """One figure: what was measured, how it came out, and the most it should be (None: only to know)."""

    name: str
    figure: float
    goal: float | None

    @property
    def missed(self) -> bool:
        """Whether it is more than it should be."""
        return self.goal is not None and self.figure > self.goal


def ratio(first: list[str], second: list[str], pairs: int) -> float:
    """The CPU of *first* over that of *second*, run in turn: the median over the *pairs*."""
    return statistics.median(cost(first).cpu / cost(second).cpu for _ in range(pairs))


def measure(folder: Path) -> Iterator[Row]:
    """Every figure, one after the other."""
    many, more, shown, said = (folder / name for name in ("many", "more", "shown", "said"))
    for each, files in ((many, FILES), (more, 3 * FILES), (shown, FILES), (said, FILES)):
        each.mkdir()
        write_assessments(each, files, shown=each is not said)
    one = str(next(many.iterdir()))
    floor = [sys.executable, "-c", FLOOR, str(many)]
    yield Row("1,000 files / floor", ratio(_check(many), floor, 3), 9)
    yield Row("one file / python -c pass", ratio(_check(one), [sys.executable, "-c", "pass"], 9), 18)
    found, none = (_check(each, "--select", "LC302") for each in (said, shown))
    yield Row("5,000 findings / none", ratio(found, none, 3), 1.1)
    peak = cost(_check(many)).peak
    yield Row("peak, 1,000 files (MiB)", peak, 48)
    clean = [cost(_check(each, "--select", "LC302")).peak for each in (more, many)]
    yield Row("peak, 3,000 clean / 1,000", clean[0] / clean[1], 1.1)
    yield from _peers(many)


def _check(path: Path | str, *options: str) -> list[str]:
    return [COMMAND, "check", str(path), "--today", "2026-11-10", *options]


def _peers(folder: Path) -> Iterator[Row]:
    """How much less we take than yamllint, if it is here: only to know."""
    if find_spec("yamllint"):
        theirs = [sys.executable, "-m", "yamllint", "-d", "relaxed", str(folder)]
        yield Row("1,000 files / yamllint", ratio(_check(folder), theirs, 1), None)


def main() -> int:
    """Print a row a figure, and fail if a goal is missed."""
    print(f"{'check':28}{'figure':>8}{'goal':>8}")
    missed = 0
    with tempfile.TemporaryDirectory() as folder:
        for row in measure(Path(folder)):
            missed += row.missed
            print(f"{row.name:28}{row.figure:8.2f}{row.goal if row.goal else '-':>8}", flush=True)
    if not find_spec("yamllint"):
        print("yamllint is not installed here, so it was not measured.")
    return int(missed > 0)


if __name__ == "__main__":
    sys.exit(main())
