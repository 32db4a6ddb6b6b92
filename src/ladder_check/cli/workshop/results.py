"""`workshop results`: what a room said."""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from ladder_check.cli.options import Output, RecordFile

if TYPE_CHECKING:
    from ladder_check.report.room_view import RoomMaterial
    from ladder_check.workshop.record import Record


class ResultsFormat(StrEnum):
    """How it is shown."""

    table = "table"
    plain = "plain"
    markdown = "markdown"
    html = "html"
    csv = "csv"
    json = "json"


class Level(StrEnum):
    """How often a likely range should be right, in per cent."""

    eighty = "80"
    ninety = "90"


FOR_PEOPLE: Final = ("table", "plain")
DATA: Final = ("csv", "json")
CLOSED: Final = "Round {} is closed now, as its results are shown. It takes no more ballots."
ASK: Final = "Round {} is still open. Close it, to see its results? yes (y) or no (n):"
NO_LIST: Final = "{} has no list of what to talk about. Leave --talk out, or choose a format with words."


def results(
    record_file: RecordFile,
    round_: Annotated[int | None, typer.Option("--round", metavar="N", help="This round alone.")] = None,
    format: Annotated[
        ResultsFormat | None,
        typer.Option(help="By default a table on a terminal, and plain words elsewhere."),
    ] = None,
    talk: Annotated[
        int | None,
        typer.Option(
            min=1, metavar="N", help="Only what to talk about first: N questions, each with a prompt."
        ),
    ] = None,
    level: Annotated[
        Level, typer.Option(help="How often a likely range should be right, in 100 times.")
    ] = Level.eighty,
    output: Output = None,
    large_print: Annotated[bool, typer.Option("--large-print", help="Larger letters, for html.")] = False,
    templates: Annotated[
        Path | None, typer.Option(metavar="DIR", help="A folder of templates of your own, used before ours.")
    ] = None,
) -> None:
    """Show what the room said, the largest gap first, and nobody's answer with it.

    A round that is open is closed first: in a terminal it asks, elsewhere it says so. What was shown cannot
    take another ballot.
    """
    from ladder_check.cli import stream
    from ladder_check.errors import LadderCheckError
    from ladder_check.render.formats import room_renderer
    from ladder_check.workshop.record import open_record

    look = stream.look()
    name = format or ("table" if look.draws else "plain")
    if talk and name in DATA:
        raise LadderCheckError(NO_LIST.format(name))
    render = room_renderer(name, templates, large_print=large_print)
    if output:
        stream.must_take(output)
    with open_record(record_file) as record:
        _close_what_is_open(record, round_)
        text = render(_material(record, int(level), round_, talk), look)
    if output or name not in FOR_PEOPLE:
        stream.deliver(text, output)
    else:
        stream.say(text)


def _material(record: "Record", level: int, only: int | None, talk: int | None) -> "RoomMaterial":
    """What a renderer is given: what may be shown, and never the record."""
    from ladder_check.report.room_view import RoomMaterial
    from ladder_check.workshop.agreed import agreed_answers
    from ladder_check.workshop.results import show_results

    shown = show_results(record, level, only)
    return RoomMaterial(
        record.session, record.questions, shown, level, talk, record.is_closed, agreed_answers(record)
    )


def _close_what_is_open(record: "Record", only: int | None) -> None:
    from ladder_check.cli import stream
    from ladder_check.workshop.results import must_be_closed_first

    opened = must_be_closed_first(record, only)
    if opened is None or not _may_close(opened.number):
        return
    record.open_or_close(opened.number, opened=False)
    stream.complain(CLOSED.format(opened.number))


def _may_close(number: int) -> bool:
    """Whether to close a round: somebody at a terminal is asked."""
    import sys

    from ladder_check.cli.lines import open_lines
    from ladder_check.interview.prompter import ask_yes
    from ladder_check.interview.sitting import sit

    if not (sys.stdin and sys.stdin.isatty() and sys.stdout.isatty()):
        return True
    said: list[bool] = []
    lines = open_lines(None, plain=True)
    if not sit(lines, lambda: said.append(ask_yes(lines, ASK.format(number))), lambda: "Nothing was shown."):
        raise typer.Exit(130)
    if not said:
        raise typer.Exit(0)
    return said[0]
