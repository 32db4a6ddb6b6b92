"""Every command that the docs and the facilitator's sheet show exists, as it is shown."""

import re
import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from typer.main import get_command

from ladder_check.cli.app import app
from ladder_check.report.guide_words import DAY

ROOT = Path(__file__).parents[2]
PAGES = [
    ROOT / "README.md",
    ROOT / "CONTRIBUTING.md",
    *sorted((ROOT / "docs").rglob("*.md")),
    *(ROOT / "examples").glob("*.md"),
]
BLOCK = re.compile(r"^```(?:console|sh)\n(.*?)^```", re.MULTILINE | re.DOTALL)
INLINE = re.compile(r"`(ladder-check\s[^`]*)`")
NOT_YET = {"ladder-check COMMAND --help"}


def _shown_on(page: Path) -> Iterator[str]:
    text = page.read_text(encoding="utf-8")
    for block in BLOCK.findall(text):
        lines = block.replace("\\\n", " ").splitlines()
        yield from (line.strip() for line in lines if line.strip().startswith("ladder-check"))
    yield from (" ".join(command.split()) for command in INLINE.findall(BLOCK.sub("", text)))


ON_THE_SHEET = {command.format(record="day.workshop") for _, _, commands in DAY for command in commands}
ON_PAGES = {command for page in PAGES for command in _shown_on(page)} - NOT_YET
SHOWN = sorted(ON_PAGES | ON_THE_SHEET)


def _arguments(command: str) -> list[str]:
    """The words after the name of the program, up to what belongs to the shell."""
    return shlex.split(re.split(r" (?:>|\|\||\||&&|;) ", command)[0], comments=True)[1:]


def _find(words: list[str]) -> tuple[Any, str, list[str]]:
    found, name = get_command(app), "ladder-check"
    while hasattr(found, "commands") and words and not words[0].startswith("-"):
        name, *words = words
        assert name in found.commands, f"there is no command {name}"
        found = found.commands[name]
    return found, name, words


def test_the_docs_show_commands() -> None:
    assert len(ON_PAGES) > 20
    assert len(ON_THE_SHEET) > 5


@pytest.mark.parametrize("command", SHOWN)
def test_a_shown_command_can_be_typed(command: str) -> None:
    found, name, words = _find(_arguments(command))
    # Without FILE a command is only named; with it, or with options, it is to be typed.
    assert not words or found.make_context(name, words) is not None
