"""`workshop template`: an empty file for answers, to fill in or to put online."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from ladder_check.cli.options import RecordFile


class TemplateFormat(StrEnum):
    """What kind of file to write."""

    wide = "wide"
    long = "long"
    xlsform = "xlsform"


def template(
    record_file: RecordFile,
    output: Annotated[Path, typer.Option("--output", "-o", metavar="FILE", help="Write to this file.")],
    format: Annotated[
        TemplateFormat,
        typer.Option(help="wide: a line a ballot; long: a line an answer; xlsform: for Kobo and ODK."),
    ] = TemplateFormat.wide,
    round_: Annotated[
        int | None, typer.Option("--round", metavar="N", help="What this round asks, if not the open one.")
    ] = None,
) -> None:
    """Write an empty file for the answers of a round. `workshop import` reads it back."""
    from ladder_check.cli import stream
    from ladder_check.documents.store import write_new
    from ladder_check.workshop.record import open_record
    from ladder_check.workshop.templates import template_renderer

    with open_record(record_file) as record:
        write_new(template_renderer(format)(record, round_), output)
    stream.complain(f"Saved as {output}.")
