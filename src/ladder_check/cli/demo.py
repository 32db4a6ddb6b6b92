"""`demo`: a worked example, from assessment to report."""

from pathlib import Path
from typing import Annotated

import typer

NEXT = """\
Written to {folder}: the assessment, its schema for your editor, and its reports.
  Open {page} in a browser. It prints on A4.
  Open the assessment in an editor. It says in comments whose story it is.
  To score it again, or to start your own:
  {command} score {file}
  {command} assess my.assessment.yaml
"""


def demo(
    folder: Annotated[Path, typer.Argument(metavar="[DIR]", help="Where to put it.")] = Path(
        "ladder-check-demo"
    ),
    story: Annotated[
        str, typer.Option(metavar="NAME", help="Another story, such as riverside-day-opportunities.")
    ] = "thurrock-direct-payments",
    again: Annotated[bool, typer.Option("--again", help="Write over the files of an earlier demo.")] = False,
) -> None:
    """Write a worked example with its reports, and show it."""
    from ladder_check.cli import stream
    from ladder_check.documents.examples import example_text
    from ladder_check.documents.library import read_case
    from ladder_check.documents.store import write_all
    from ladder_check.render.formats import REPORT_FILES, renderer
    from ladder_check.render.schema import render_schema
    from ladder_check.render.terminal import render_plain
    from ladder_check.report.build import build_report
    from ladder_check.scoring.profile import score

    file = folder / f"{story}.assessment.yaml"
    text = example_text(story).replace("../docs/schemas/assessment.json", "assessment.schema.json")
    write_all({file: text, folder / "assessment.schema.json": render_schema("assessment")}, over=again)
    case = read_case(file, ladders=None)
    profile = score(case)
    report = build_report(case, profile)
    pages = {folder / f"{story}{ending}": renderer(name)(report) for name, ending in REPORT_FILES.items()}
    write_all(pages, over=again)
    stream.say(render_plain(read_case(file), profile, stream.look()))
    stream.say(NEXT.format(folder=folder, page=next(iter(pages)), file=file, command=_command()))


def _command() -> str:
    """How to type this command here: as it was typed, where its name alone would not be found."""
    import shutil
    import sys

    typed = Path(sys.argv[0])
    is_ours = typed.name.startswith("ladder-check") and not shutil.which("ladder-check")
    return str(typed) if is_ours else "ladder-check"
