"""`report`: the report of an assessment."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from ladder_check.cli.options import AssessmentFile, Output, Questions


class ReportFormat(StrEnum):
    """What the report is written as."""

    markdown = "markdown"
    html = "html"
    short = "short"
    json = "json"


def report(
    assessment_file: AssessmentFile,
    format: Annotated[
        ReportFormat,
        typer.Option(help="html is a page to open or print; short is a short version in large print."),
    ] = ReportFormat.markdown,
    output: Output = None,
    brief: Annotated[bool, typer.Option("--brief", help="Leave out the list of every answer.")] = False,
    large_print: Annotated[bool, typer.Option("--large-print", help="Larger letters, for html.")] = False,
    templates: Annotated[
        Path | None, typer.Option(metavar="DIR", help="A folder of templates of your own, used before ours.")
    ] = None,
    questions: Questions = None,
) -> None:
    """Write the report of an assessment."""
    from ladder_check.cli import stream
    from ladder_check.documents.library import read_case
    from ladder_check.render.formats import renderer
    from ladder_check.report.build import build_report
    from ladder_check.report.view import without_answers
    from ladder_check.scoring.profile import score

    render = renderer(format, templates, large_print=large_print)
    case = read_case(assessment_file, questions or (), ladders=None)
    written = build_report(case, score(case))
    stream.deliver(render(without_answers(written) if brief else written), output)
