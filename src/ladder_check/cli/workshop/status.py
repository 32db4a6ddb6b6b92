"""`workshop status`: how far a workshop is."""

from enum import StrEnum
from typing import Annotated

import typer

from ladder_check.cli.options import RecordFile


class StatusFormat(StrEnum):
    """How it is said."""

    text = "text"
    json = "json"


def status(
    record_file: RecordFile,
    format_: Annotated[
        StatusFormat, typer.Option("--format", metavar="FORMAT", help="text or json.")
    ] = StatusFormat.text,
) -> None:
    """Say how far a workshop is: its rounds, how many have answered, what comes next.

    It counts the room as a whole, and never says who, of which group, or what.
    """
    from ladder_check.cli import stream
    from ladder_check.cli.lines import no_lines
    from ladder_check.interview.sitting import as_typed
    from ladder_check.render.progress_data import render_progress
    from ladder_check.report.progress import describe
    from ladder_check.workshop.progress import progress_of
    from ladder_check.workshop.record import open_record

    with open_record(record_file) as record:
        progress = progress_of(record, as_typed(record_file))
    if format_ is StatusFormat.json:
        stream.emit(render_progress(progress))
    else:
        no_lines(plain=True).say(describe(progress))
