"""`assess`: asks, and makes or continues an assessment."""

from pathlib import Path
from typing import Annotated

import typer

from ladder_check.cli.options import Answers, As, Plain, Questions, Today


def assess(
    assessment_file: Annotated[
        Path, typer.Argument(metavar="[FILE]", help="The assessment to make, or to go on with.")
    ] = Path("my.assessment.yaml"),
    as_: As = None,
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
    answers: Answers = None,
    today: Today = None,
    questions: Questions = None,
    plain: Plain = False,
) -> None:
    """Ask, one question at a time, and save each answer at once."""
    from ladder_check.cli.lines import open_lines
    from ladder_check.cli.options import day_of
    from ladder_check.documents.library import shelf_for
    from ladder_check.interview.ask import interview
    from ladder_check.interview.request import Wishes, read_request

    wishes = Wishes(as_, tuple(aspect or ()), tuple(bank or ()), quick, changed)
    shelf = shelf_for(assessment_file, questions or ())
    request = read_request(assessment_file, shelf, wishes, day_of(today))
    if not interview(open_lines(answers, plain=plain), request):
        raise typer.Exit(130)
