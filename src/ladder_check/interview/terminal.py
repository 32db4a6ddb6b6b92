"""Plain lines in and out: only ever added at the end, wrapped at spaces, no control character in them."""

import re
from collections.abc import Callable
from textwrap import wrap
from typing import Final, TextIO

WIDEST: Final = 100
NARROWEST: Final = 20
ROOM: Final = 7
"""Columns that stay free behind a prompt, for what is typed there."""
TOGETHER: Final = "\N{NO-BREAK SPACE}"
"""Between words that stay on one line; written as a space."""
COMMAND: Final = "ladder-check "
"""A line that begins so is a command to copy, and stays whole."""
_HANGING: Final = re.compile(r"\s*(?:\d+\.\s+)?")


class Terminal:
    """A person at a terminal, or a file of the same lines.

    *width* says how many columns there are now; *fit* turns words into what *out* can hold.  With *echo*
    the lines that are read are written too, so that the record of a file reads like that of a person;
    lines of a file that begin with # are remarks.
    """

    def __init__(
        self,
        lines: TextIO,
        out: TextIO,
        width: Callable[[], int],
        fit: Callable[[str], str] = str,
        *,
        echo: bool,
    ) -> None:
        self.lines, self.out, self.width, self.fit, self.echo = lines, out, width, fit, echo

    def say(self, text: str) -> None:
        """Write *text*, each of its lines wrapped."""
        self.out.write("\n".join(self._wrapped(text)) + "\n")
        self.out.flush()

    def ask(self, prompt: str) -> str:
        """The line that is typed after *prompt*.

        Raises:
            EOFError: there are no more lines.
        """
        self.out.write("\n".join(self._wrapped(prompt, spare=ROOM)) + " ")
        self.out.flush()
        line = self._next_line()
        if self.echo or not line.endswith("\n"):
            self.out.write(line.strip() + "\n")
        if not line:
            raise EOFError
        return line.strip()

    def _next_line(self) -> str:
        line = self.lines.readline()
        while self.echo and line.lstrip().startswith("#"):
            line = self.lines.readline()
        return line

    def _wrapped(self, text: str, spare: int = 0) -> list[str]:
        width = max(NARROWEST, min(self.width(), WIDEST)) - spare
        return [line for each in self.fit(text).split("\n") for line in _wrap(each, width)]


def _wrap(line: str, width: int) -> list[str]:
    if line.startswith(COMMAND):
        return [line]
    start = _HANGING.match(line)
    margin = " " * len(start[0]) if start else ""
    # A path longer than the terminal stays whole: it is there to be copied.
    lines = wrap(line, width, subsequent_indent=margin, break_long_words=False, break_on_hyphens=False)
    return [each.replace(TOGETHER, " ") for each in lines] or [""]
