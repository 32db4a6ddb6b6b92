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
    from ladder_check.errors import LadderCheckError

    lines = find_lines(answers, plain=plain)
    if lines is None:
        raise LadderCheckError(NOBODY)
    return lines


def find_lines(answers: Path | None, *, plain: bool) -> "Terminal | None":
    """The terminal to ask at, or what stands in for it; None if there is nobody to ask."""
    import io
    import sys

    from ladder_check.documents.characters import read_text
    from ladder_check.documents.reading import read_bytes

    if answers is not None:
        return _terminal(io.StringIO(read_text(read_bytes(answers), str(answers))), plain=plain, echo=True)
    if sys.stdin is None or _has_ended(sys.stdin):
        return None
    if isinstance(sys.stdin, io.TextIOWrapper):
        sys.stdin.reconfigure(errors="replace")
    return _terminal(sys.stdin, plain=plain, echo=not sys.stdin.isatty())


def no_lines(*, plain: bool) -> "Terminal":
    """Somebody to tell, who is never asked."""
    import io

    return _terminal(io.StringIO(), plain=plain, echo=False)


def _terminal(lines: TextIO, *, plain: bool, echo: bool) -> "Terminal":
    import shutil
    import sys

    from ladder_check.cli import stream
    from ladder_check.interview.terminal import Terminal

    def width() -> int:
        return shutil.get_terminal_size().columns

    return Terminal(lines, stream.quiet(sys.stdout), width, stream.look(plain=plain).text, echo=echo)


def _has_ended(lines: TextIO) -> bool:
    """Whether *lines* are no terminal and at their end already; a pipe that is still open has not ended."""
    import io
    import select

    if lines.closed or not isinstance(lines, io.TextIOWrapper):
        return lines.closed or not _can_be_read(lines)
    if lines.isatty():
        return False
    try:
        ready = select.select([lines], [], [], 0)[0]
    except (OSError, ValueError):
        # Not something to wait for, such as a text in a test: to look at its next byte takes no time.
        ready = [lines]
    return bool(ready) and not lines.buffer.peek(1)


def _can_be_read(lines: TextIO) -> bool:
    try:
        lines.read(0)
    except OSError:
        return False
    return True
