"""What `check` costs on many assessments, as ratios of CPU time to something else measured in turn.

    make bench

The floor is a process that only imports yaml, reads the files and runs libyaml's raw parser over them: no
checker of YAML can do less.  Wall times on shared machines double now and then; the median of the ratios of
pairs run in turn holds.
"""

import os
import statistics
import subprocess
import sys
import sysconfig
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from assessments import write_assessments
from peers import commands, make_peers

COMMAND: Final = str(Path(sysconfig.get_path("scripts")) / "ladder-check")
FLOOR: Final = """
import pathlib, sys, yaml
from yaml._yaml import CParser
for path in sorted(pathlib.Path(sys.argv[1]).iterdir()):
    CParser(path.read_bytes()).raw_parse()
"""
NOTHING: Final = [sys.executable, "-c", "pass"]
FILES: Final = 1000
TIMES: Final = 10
"""How many times as many files are read to see whether the cost grows with their number alone."""
PAIRS: Final = 5
GIT: Final = ("git", "-c", "user.name=A", "-c", "user.email=a@example.org")


@dataclass(frozen=True, slots=True)
class Cost:
    """What one process and its children took: CPU in seconds, and memory at its peak in MiB."""

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
    """One figure: what was measured, how it came out, and the most it should be; *least* turns that round."""

    name: str
    figure: float
    goal: float
    least: bool = False

    @property
    def missed(self) -> bool:
        """Whether it is on the wrong side of its goal."""
        return self.figure < self.goal if self.least else self.figure > self.goal

    def __str__(self) -> str:
        goal = f"{'at least' if self.least else 'at most'} {self.goal:g}"
        return f"{self.name:36}{self.figure:9.2f}   {goal:14}{'  MISSED' if self.missed else ''}"


def ratio(first: list[str], second: list[str], pairs: int = PAIRS) -> float:
    """The CPU of *first* over that of *second*, run in turn: the median over the *pairs*."""
    return statistics.median(cost(first).cpu / cost(second).cpu for _ in range(pairs))


def measure(folder: Path) -> Iterator[Row]:
    """Every figure, one after the other."""
    many, more, said = (_folder(folder, name) for name in ("many", "more", "said"))
    write_assessments(many, FILES)
    write_assessments(more, TIMES * FILES)
    write_assessments(said, FILES, shown=False)
    one = str(next(many.iterdir()))
    yield Row("1,000 files / floor", ratio(_check(many), [sys.executable, "-c", FLOOR, str(many)]), 9)
    yield Row("one file / python -c pass", ratio(_check(one), NOTHING, 2 * PAIRS), 18)
    found, none = (_check(each, "--select", "LC302") for each in (said, many))
    yield Row("5,000 findings / none", ratio(found, none), 1.1)
    yield Row("10,000 files / 10 times 1,000", ratio(_check(more), _check(many), 2) / TIMES, 1.1)
    yield from _memory(many, more)
    yield from _compared(_folder(folder, "tree"))
    yield from _beside_peers(many, folder / "schema.json")


def _folder(parent: Path, name: str) -> Path:
    made = parent / name
    made.mkdir()
    return made


def _check(path: Path | str, *options: str) -> list[str]:
    return [COMMAND, "check", str(path), "--today", "2026-11-10", *options]


def _memory(many: Path, more: Path) -> Iterator[Row]:
    yield Row("peak, 1,000 files (MiB)", cost(_check(many)).peak, 48)
    clean = [cost(_check(each, "--select", "LC302")).peak for each in (more, many)]
    yield Row("peak, 10,000 clean / 1,000", clean[0] / clean[1], 1.1)


def _compared(tree: Path) -> Iterator[Row]:
    """What it costs to compare with a commit, where no file changed since and where half of them did."""
    write_assessments(tree, FILES)
    for arguments in (["init", "-q"], ["add", "-A"], ["commit", "-q", "-m", "before"]):
        subprocess.run([*GIT, "-C", str(tree), *arguments], check=True)
    against, alone = _check(tree, "--base", "HEAD"), _check(tree)
    yield Row("--base, none changed / without", ratio(against, alone), 1.3)
    for file in sorted(tree.glob("*.yaml"))[::2]:
        text = file.read_text(encoding="utf-8")
        file.write_text(text.replace("leaders: 2, lived: 0", "leaders: 2, lived: 1"), encoding="utf-8")
    yield Row("--base, half changed / without", ratio(against, alone), 1.3)


def _beside_peers(many: Path, schema: Path) -> Iterator[Row]:
    """How much more others take; none if they cannot be installed."""
    if not make_peers():
        print("There is no network, or no room: check-jsonschema, yamale and yamllint were not measured.")
        return
    one = next(many.iterdir())
    theirs = commands(many, schema)
    alone = [*theirs["check-jsonschema"][:3], str(one)]
    yield Row("one file / check-jsonschema", ratio(_check(one), alone), 1)
    goals = {"check-jsonschema": 12.0, "yamale": 1.0, "yamllint": 1.0}
    for name, goal in goals.items():
        yield Row(f"{name} / 1,000 files", ratio(theirs[name], _check(many), 1), goal, least=True)


def main() -> int:
    """Print a row a figure, and fail if a goal is missed."""
    missed = 0
    with tempfile.TemporaryDirectory() as folder:
        for row in measure(Path(folder)):
            missed += row.missed
            print(row, flush=True)
    return int(missed > 0)


if __name__ == "__main__":
    sys.exit(main())
