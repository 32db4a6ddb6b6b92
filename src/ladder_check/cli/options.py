"""Arguments and options that more than one command takes."""

from datetime import date, datetime
from pathlib import Path
from typing import Annotated

import typer

AssessmentFile = Annotated[
    Path, typer.Argument(metavar="FILE", help="The assessment, such as day.assessment.yaml.")
]
RecordFile = Annotated[
    Path, typer.Argument(metavar="RECORD", help="The record of the workshop, such as day.workshop.")
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
As = Annotated[
    str | None,
    typer.Option(
        "--as",
        metavar="WHO",
        help="Who answers: people, carers, frontline, leaders or partners; or a side, lived or staff.",
    ),
]
Answers = Annotated[
    Path | None,
    typer.Option(
        "--answers", metavar="FILE", help="Take the lines to type from this file. # begins a remark."
    ),
]
Today = Annotated[
    str | None,
    typer.Option("--today", metavar="DAY", help="Take this day for today, such as 2026-11-03."),
]


def day_of(today: str | None) -> date:
    """The day that is taken for *today*: the real one, unless another was named.

    Raises:
        LadderCheckError: what was named is no day.
    """
    from ladder_check.errors import LadderCheckError

    try:
        return (datetime.now() if today is None else datetime.strptime(today, "%Y-%m-%d")).date()
    except ValueError:
        raise LadderCheckError(
            f"--today: {today!r} is not a date. Write year-month-day, such as 2026-11-03."
        ) from None
