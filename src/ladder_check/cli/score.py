"""`score`: the profile of an assessment."""

from enum import StrEnum
from typing import Annotated

import typer

from ladder_check.cli.options import AssessmentFile, Plain, Questions


class ScoreFormat(StrEnum):
    """How the profile is shown."""

    table = "table"
    plain = "plain"
    json = "json"
    csv = "csv"


def score(
    assessment_file: AssessmentFile,
    format: Annotated[
        ScoreFormat | None, typer.Option(help="By default a table on a terminal, and plain words elsewhere.")
    ] = None,
    ladder: Annotated[
        str | None, typer.Option(metavar="ID", help="Say the rungs on another ladder too, such as arnstein.")
    ] = None,
    questions: Questions = None,
    plain: Plain = False,
) -> None:
    """Show where the work stands, and what holds it back."""
    from ladder_check.cli import stream
    from ladder_check.documents.library import read_case
    from ladder_check.render.formats import score_renderer
    from ladder_check.scoring.profile import score as score_case

    case = read_case(assessment_file, questions or (), [ladder] if ladder else ())
    look = stream.look(plain=plain)
    by_default = "table" if look.draws else "plain"
    text = score_renderer(format or by_default)(case, score_case(case), look)
    (stream.emit if format in ("json", "csv") else stream.say)(text)
