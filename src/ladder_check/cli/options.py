"""Arguments and options that more than one command takes."""

from pathlib import Path
from typing import Annotated

import typer

AssessmentFile = Annotated[
    Path, typer.Argument(metavar="FILE", help="The assessment, such as day.assessment.yaml.")
]
Questions = Annotated[
    list[Path] | None,
    typer.Option(
        "--questions", metavar="DIR", help="A folder of your own banks and ladders. May be repeated."
    ),
]
Output = Annotated[
    Path | None,
    typer.Option("--output", "-o", metavar="FILE", help="Write to this file and not to the terminal."),
]
Plain = Annotated[bool, typer.Option("--plain", help="Words alone: no colour, no drawing.")]
