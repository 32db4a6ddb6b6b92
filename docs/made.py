"""The parts of these pages that are made: help texts, and what commands print.

`make fix` makes them anew (cog runs the blocks in the pages), and `make check` fails where they are out
of date.  Everything runs in this process with a width of 80: the same program always makes the same pages.
"""

import io
import os
import shlex
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import chdir, contextmanager, redirect_stderr, redirect_stdout
from pathlib import Path
from textwrap import fill
from typing import Any, Final
from unittest.mock import patch

from typer.main import get_command

from ladder_check.cli.app import app, run
from ladder_check.lint.rule import Rule
from ladder_check.lint.rules import RULES

ROOT: Final = Path(__file__).parents[1]
SETTINGS: Final = {"COLUMNS": "80", "LINES": "24", "NO_COLOR": "1"}


Step = str | Callable[[], object]
"""A command, or something done to the files between two commands."""


def said(command: str, *, copy: tuple[str, ...] = (), before: tuple[Step, ...] = (), **cut: str) -> str:
    """What *command* prints, as a block for a page; of it, only what *cut* leaves.

    It runs in an empty folder that holds *copy*, files of the checkout, after the steps *before*.
    """
    with _folder(copy):
        for step in before:
            _output(step) if isinstance(step, str) else step()
        return part(_output(command), **cut)


class Place:
    """A folder in which the blocks of one page work, one after the other: what one made, the next has."""

    def __init__(self, inputs: str) -> None:
        """Begin with the files of *inputs*, a folder of the checkout."""
        self._folder = tempfile.TemporaryDirectory()
        shutil.copytree(ROOT / inputs, self._folder.name, dirs_exist_ok=True)

    def run(self, command: str) -> str:
        """What *command* prints here."""
        with chdir(self._folder.name):
            return _output(command)


def part(text: str, **cut: str) -> str:
    """Of what a command printed, what *cut* leaves, as a block for a page."""
    return block(_cut(text, **cut), "text")


def _cut(text: str, start: str = "", upto: str = "") -> str:
    """The lines of *text* from the one that begins with *start* to before the one that begins with *upto*."""
    begin = f"\n{text}".index(f"\n{start}") if start else 0
    end = text.index(f"\n{upto}", begin) if upto else len(text)
    return ("…\n" * bool(start)) + text[begin:end].rstrip() + ("\n…" * bool(upto))


def shown(command: str, *, before: tuple[Step, ...] = ()) -> str:
    """*command* as it is typed, and what it prints after the steps *before*."""
    return block(command, "console") + said(command, before=before)


def wrapped(lines: Iterable[object]) -> str:
    """Long *lines* as a block that needs no scrolling: what belongs to one line is indented under it."""
    return block("\n".join(fill(str(line), 96, subsequent_indent="  ") for line in lines), "text")


def block(text: str, kind: str) -> str:
    """*text* as a block of code with lines between it and what stands around it."""
    lines = "\n".join(line.rstrip() for line in text.rstrip().splitlines())
    return f"\n```{kind}\n{lines}\n```\n"


def helps() -> str:
    """The help of every command, each under a heading of its own."""
    names = ["ladder-check", *_command_names(get_command(app), "ladder-check")]
    return "".join(f"\n## `{name}`\n{block(_output(f'{name} --help'), 'text')}" for name in names)


def _command_names(command: Any, path: str) -> Iterator[str]:
    for name, each in getattr(command, "commands", {}).items():
        if not each.hidden:
            yield f"{path} {name}"
            yield from _command_names(each, f"{path} {name}")


def _output(command: str) -> str:
    """What a command says to both streams, in order."""
    data = io.BytesIO()
    stream = io.TextIOWrapper(data, encoding="utf-8", write_through=True)
    typed, settings = patch.object(sys, "argv", shlex.split(command)), patch.dict(os.environ, SETTINGS)
    with typed, settings, redirect_stdout(stream), redirect_stderr(stream):
        status = run()
    text = data.getvalue().decode("utf-8")
    if status:
        raise RuntimeError(f"{command} ended with {status}:\n{text}")
    return text


@contextmanager
def _folder(files: tuple[str, ...]) -> Iterator[None]:
    with tempfile.TemporaryDirectory() as folder:
        for name in files:
            shutil.copy(ROOT / name, Path(folder) / Path(name).name)
        with chdir(folder):
            yield


def rules() -> str:
    """The manual page of every rule, by code."""
    return "".join(_rule_page(each) for each in RULES)


def _rule_page(rule: Rule) -> str:
    head = f"\n## {rule.code}: {rule.name}\n\n{rule.holds} ({rule.weighs})\n\nWhy: {rule.why}\n\n"
    return f"{head}Found in:\n{block(rule.fails, 'text')}\nNot found in:\n{block(rule.passes, 'text')}"
