"""Standard output and error: what they can hold, and what becomes of a reader that goes away."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Final, TextIO, cast

if TYPE_CHECKING:
    from ladder_check.render.look import Look

MAX_WIDTH: Final = 100

PIECE: Final = 64 * 1024
"""Characters that are written at once."""


def prepare() -> None:
    """Let no character stop the program: one that a stream cannot hold is written as its number."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")


def look(stream: TextIO | None = None, *, plain: bool = False) -> "Look":
    """How *stream* (by default standard output) can show things; *plain* asks for words alone."""
    import shutil

    from ladder_check.render.look import Look, choose_look

    stream = stream or sys.stdout
    width = min(shutil.get_terminal_size().columns, MAX_WIDTH)
    chosen = choose_look(
        os.environ, is_terminal=stream.isatty(), encoding=stream.encoding or "ascii", width=width
    )
    wants_words = plain or bool(os.environ.get("ACCESSIBLE"))
    return Look(unicode=chosen.unicode, width=width) if wants_words else chosen


def say(text: str) -> None:
    """Write words for people to standard output, with no order to a build service that reads along."""
    from ladder_check.render.findings.safe import harmless

    for piece in _pieces(look().text(harmless(text))):
        sys.stdout.write(piece)
    # Now, and not when Python ends: what cannot be written is told in words.
    sys.stdout.flush()


class _Quiet:
    """A stream that gives a build service no orders, whatever is written to it."""

    def __init__(self, stream: TextIO) -> None:
        self.stream, self.flush = stream, stream.flush

    def write(self, text: str) -> int:
        """Write *text* with no order in it."""
        from ladder_check.render.findings.safe import harmless

        return self.stream.write(harmless(text))


def quiet(stream: TextIO) -> TextIO:
    """*stream* for whole lines of words: a build service that reads along finds no order in them."""
    return cast("TextIO", _Quiet(stream))


def _pieces(text: str) -> Iterator[str]:
    """The text with one line break at its end, a piece after the other: a long one is not held twice."""
    end = len(text)
    while text.endswith("\n", 0, end):
        end -= 1
    for start in range(0, end, PIECE):
        yield text[start : min(start + PIECE, end)]
    yield "\n"


def complain(text: str) -> None:
    """Write words about something that is not right to standard error.

    What was typed somewhere else may stand in them, and a build service reads commands from this stream too.
    """
    from ladder_check.render.findings.safe import harmless, visible

    shown = harmless("\n".join(map(visible, text.split("\n"))))
    sys.stderr.write(look(sys.stderr).text(shown).rstrip("\n") + "\n")


def emit(document: str) -> None:
    """Write a document, such as HTML or JSON, to standard output: UTF-8, whatever the terminal is."""
    text = document if document.endswith("\n") else document + "\n"
    if hasattr(sys.stdout, "buffer"):
        sys.stdout.flush()
        for start in range(0, len(text), PIECE):
            sys.stdout.buffer.write(text[start : start + PIECE].encode("utf-8"))
        sys.stdout.buffer.flush()
    else:
        sys.stdout.write(text)


def let_go() -> None:
    """Go quietly when the reader of our output has gone, as `head` does."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def deliver(document: str, output: Path | None) -> None:
    """Write a document to the file *output*, and say so; or to standard output if there is none.

    Raises:
        LadderCheckError: it cannot be written there, or an assessment would go.
    """
    from ladder_check.documents.store import write

    if output is None:
        emit(document)
        return
    must_take(output)
    write(document, output)
    complain(f"Saved as {output}.")


def must_take(output: Path) -> None:
    """See that a document may go to *output*, before something is done that cannot be taken back.

    Raises:
        LadderCheckError: its folder is not there, or an assessment would go.
    """
    from ladder_check.documents.store import must_have_a_folder
    from ladder_check.errors import LadderCheckError

    must_have_a_folder(output)
    if output.name.endswith(".assessment.yaml"):
        raise LadderCheckError(
            f"{output}: this is the name of an assessment, so nothing else was written there. Name another "
            "file, such as report.html."
        )
