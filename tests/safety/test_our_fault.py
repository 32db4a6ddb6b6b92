"""A fault of ours is status 3 and can never look like a clean run, in any format, wherever it happens."""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

from limited import run

FORMATS: Final = ("text", "github", "gitlab", "sarif", "junit", "json", "markdown")
GOOD: Final = "format: 1\ntitle: Day opportunities\nassessed_on: 2026-11-03\n"
# Runs before the command does, and lets the function called NAME in MODULE raise.
BREAKING: Final = """\
import importlib, runpy, sys

def breaks(*_, **__):
    raise {error}

setattr(importlib.import_module("{module}"), "{name}", breaks)
sys.argv = ["ladder-check", "check", ".", "--exit-zero", *sys.argv[1:]]
runpy.run_module("ladder_check", run_name="__main__")
"""


def _broken(folder: Path, *arguments: str, module: str, name: str, error: str) -> tuple[int, str, str]:
    (folder / "day.assessment.yaml").write_text(GOOD, encoding="utf-8")
    script = BREAKING.format(error=error, module=module, name=name)
    done = run([sys.executable, "-c", script, *arguments], folder)
    return done.returncode, done.stdout, done.stderr


@pytest.mark.parametrize("name", FORMATS)
def test_a_rule_that_breaks_is_told_in_every_format(name: str, tmp_path: Path) -> None:
    where = {
        "module": "ladder_check.cli.checking",
        "name": "inspect",
        "error": "RuntimeError('::error::x ##[y]')",
    }
    status, out, err = _broken(tmp_path, "--output-format", name, **where)
    assert status == 3
    assert "LC000" in out
    assert "that is our fault: RuntimeError" in err
    assert not any(line.startswith("::") for line in err.splitlines())
    assert "##[" not in out + err
    if name in ("json", "sarif", "gitlab"):
        assert list(_levels(json.loads(out))) == [
            {"json": "error", "sarif": "error", "gitlab": "major"}[name]
        ]


def _levels(log: object) -> Iterator[str]:
    if isinstance(log, list):
        yield from (each["severity"] for each in log)
    elif isinstance(log, dict) and "runs" in log:
        yield from (each["level"] for each in log["runs"][0]["results"])
    elif isinstance(log, dict):
        yield from (each["severity"] for each in log["findings"])


@pytest.mark.parametrize("error", ["MemoryError()", "RecursionError()", "KeyError('x')"])
def test_whatever_breaks_while_reading_is_told_of_its_file(error: str, tmp_path: Path) -> None:
    status, out, err = _broken(tmp_path, module="ladder_check.cli.checking", name="parse", error=error)
    assert status == 3
    assert "day.assessment.yaml: error LC000" in out
    assert f"that is our fault: {error.partition('(')[0]}" in err


@pytest.mark.parametrize(
    ("module", "name"),
    [
        ("ladder_check.cli.checking", "find_files"),
        ("ladder_check.cli.judged", "checked"),
        ("ladder_check.render.findings.sarif", "render_sarif"),
    ],
)
def test_what_breaks_around_the_files_says_nothing_was_fine(module: str, name: str, tmp_path: Path) -> None:
    arguments = ("--output-format", "sarif", "--output-file", "found.sarif")
    status, out, err = _broken(tmp_path, *arguments, module=module, name=name, error="ValueError('x')")
    assert (status, out) == (3, "")
    assert "that is our fault: ValueError" in err
    assert not (tmp_path / "found.sarif").exists()


def test_a_reader_that_goes_away_does_not_make_a_run_clean(tmp_path: Path) -> None:
    """`ladder-check check . | head -1` in a job with pipefail: what was found still counts."""
    for number in range(3_000):
        (tmp_path / f"{number}.ladder.yaml").write_text("- x\n", encoding="utf-8")
    command = f"{sys.executable} -m ladder_check check . | head -1"
    done = run(["bash", "-o", "pipefail", "-c", command], tmp_path)
    assert done.returncode == 1
    assert done.stdout.startswith("0.ladder.yaml:1:1: error LC009")
