"""How long commands take, as ratios of CPU time to `python -c pass`, measured in turn in one run.

    make bench

Wall times on shared machines double now and then; ratios of CPU time, pair by pair, hold.
"""

import os
import statistics
import subprocess
import sys
import sysconfig
from pathlib import Path
from typing import Final

EXAMPLE: Final = Path(__file__).parents[1] / "examples" / "riverside-day-opportunities.assessment.yaml"
COMMAND: Final = str(Path(sysconfig.get_path("scripts")) / "ladder-check")
GOALS: Final = {
    "--version": (["--version"], 2),
    "--help": (["--help"], 8),
    "score": (["score", str(EXAMPLE)], 20),
    "report --format html": (["report", str(EXAMPLE), "--format", "html"], 30),
}
RUNS: Final = 15


def main() -> int:
    """Print a row a command, and fail if a goal is missed."""
    missed = 0
    print(f"{'command':24}{'ratio':>8}{'goal':>8}")
    for name, (arguments, goal) in GOALS.items():
        ratio = statistics.median(_pair(arguments) for _ in range(RUNS))
        missed += ratio > goal
        print(f"{name:24}{ratio:8.2f}{goal:8}")
    return int(missed > 0)


def _pair(arguments: list[str]) -> float:
    return _cpu_seconds([COMMAND, *arguments]) / _cpu_seconds([sys.executable, "-c", "pass"])


def _cpu_seconds(command: list[str]) -> float:
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    return usage.ru_utime + usage.ru_stime


if __name__ == "__main__":
    sys.exit(main())
