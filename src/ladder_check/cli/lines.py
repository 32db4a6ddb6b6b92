"""Where the lines of an interview come from: a terminal, a pipe, or a file."""

from pathlib import Path
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from ladder_check.interview.terminal import Terminal

NOBODY = (
    "There is nobody to ask: this is not a terminal, and no answers came in. Either type this command in a "
    "terminal, or name a file of answers with --answers."
)


def open_lines(answers: Path | None, *, plain: bool) -> "Terminal":
    """The terminal to ask at, or what stands in for it.

    Raises:
        LadderCheckError: there is nobody to ask.
    """
    import io
    import shutil
    import sys

    from ladder_check.cli import stream
    from ladder_check.documents.characters import read_text
    from ladder_check.documents.library import read_bytes
    from ladder_check.errors import LadderCheckError
    from ladder_check.interview.terminal import Terminal

    def width() -> int:
        return shutil.get_terminal_size().columns

    fit = stream.look(plain=plain).text
    if answers is not None:
        return Terminal(
            io.StringIO(read_text(read_bytes(answers), str(answers))), sys.stdout, width, fit, echo=True
        )
    if sys.stdin is None or _has_ended(sys.stdin):
        raise LadderCheckError(NOBODY)
    if isinstance(sys.stdin, io.TextIOWrapper):
        sys.stdin.reconfigure(errors="replace")
    return Terminal(sys.stdin, sys.stdout, width, fit, echo=not sys.stdin.isatty())


def _has_ended(lines: TextIO) -> bool:
    """Whether *lines* are no terminal and at their end already; a pipe that is still open has not ended."""
    import io
    import select

    if lines.closed or not isinstance(lines, io.TextIOWrapper):
        return lines.closed
    if lines.isatty():
        return False
    try:
        ready = select.select([lines], [], [], 0)[0]
    except (OSError, ValueError):
        # Not something to wait for, such as a text in a test: to look at its next byte takes no time.
        ready = [lines]
    return bool(ready) and not lines.buffer.peek(1)
