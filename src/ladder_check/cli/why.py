"""`why`: the Five Whys on a gap."""

from typing import Annotated

import typer

from ladder_check.cli.options import Answers, As, AssessmentFile, Plain, Questions, Today


def why(
    assessment_file: AssessmentFile,
    target: Annotated[
        str | None,
        typer.Argument(
            metavar="[TARGET]",
            help="A question such as designing.r4 or blocks.bl2, a pair or an area of work. Without it, the "
            "gaps are listed to choose from.",
        ),
    ] = None,
    as_: As = None,
    answers: Answers = None,
    today: Today = None,
    questions: Questions = None,
    plain: Plain = False,
) -> None:
    """Ask why up to five times, and keep the root.

    Staff and people do it apart first; then both roots are shown side by side. Each answer is saved at once.
    """
    from ladder_check.cli.lines import open_lines
    from ladder_check.cli.options import day_of
    from ladder_check.documents.library import shelf_for
    from ladder_check.interview.whys import five_whys, read_why_request

    shelf = shelf_for(assessment_file, questions or ())
    request = read_why_request(assessment_file, shelf, target, as_, day_of(today))
    if not five_whys(open_lines(answers, plain=plain), request):
        raise typer.Exit(130)
