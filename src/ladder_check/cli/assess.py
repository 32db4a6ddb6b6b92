"""`assess`: asks, and makes or continues an assessment."""

from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from ladder_check.cli.options import Plain, Questions


def assess(
    assessment_file: Annotated[
        Path, typer.Argument(metavar="[FILE]", help="The assessment to make, or to go on with.")
    ] = Path("my.assessment.yaml"),
    as_: Annotated[
        str | None,
        typer.Option(
            "--as",
            metavar="WHO",
            help="Who answers: people, carers, frontline, leaders or partners; or a side, lived or staff.",
        ),
    ] = None,
    aspect: Annotated[
        list[str] | None,
        typer.Option(metavar="ID", help="Only this area of work, such as designing. May be repeated."),
    ] = None,
    bank: Annotated[
        list[str] | None, typer.Option(metavar="ID", help="Only this bank, such as rules. May be repeated.")
    ] = None,
    quick: Annotated[
        bool, typer.Option("--quick", help="One card an area of work, in ten minutes: a claim, no more.")
    ] = False,
    changed: Annotated[
        bool, typer.Option("--changed", help="Only what has other words now than when it was answered.")
    ] = False,
    answers: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Take the lines to type from this file. # begins a remark."),
    ] = None,
    today: Annotated[
        datetime | None,
        typer.Option(
            formats=["%Y-%m-%d"], metavar="DAY", help="Take this day for today, such as 2026-11-03."
        ),
    ] = None,
    questions: Questions = None,
    plain: Plain = False,
) -> None:
    """Ask, one question at a time, and save each answer at once."""
    from ladder_check.cli.lines import open_lines
    from ladder_check.documents.library import shelf_for
    from ladder_check.interview.ask import interview
    from ladder_check.interview.request import Wishes, read_request

    wishes = Wishes(as_, tuple(aspect or ()), tuple(bank or ()), quick, changed)
    day = (today or datetime.now()).date()
    request = read_request(assessment_file, shelf_for(assessment_file, questions or ()), wishes, day)
    if not interview(open_lines(answers, plain=plain), request):
        raise typer.Exit(130)
