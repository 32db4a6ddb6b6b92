"""`workshop ballots`: what is printed for a day."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from ladder_check.cli.options import Questions, RecordFile


class Size(StrEnum):
    """How large the letters of a ballot are, in points."""

    large = "18"
    larger = "24"


class Layout(StrEnum):
    """How questions are laid out on paper."""

    page = "page"
    booklet = "booklet"


Folder = Annotated[
    Path, typer.Option("--output", "-o", metavar="FOLDER", help="Write the files to this folder.")
]
OfRound = Annotated[
    int | None, typer.Option("--round", metavar="N", help="Which round; also one that is still to come.")
]
OfSize = Annotated[Size, typer.Option(help="How large the letters are, in points.")]
LaidOut = Annotated[Layout, typer.Option(help="page: one question a page. booklet: several, none broken.")]
Spare = Annotated[int, typer.Option(min=0, max=99, metavar="N", help="More ballots for each perspective.")]
FromNumber = Annotated[
    int, typer.Option(min=1, metavar="N", help="The first number. Take the same one for every round.")
]
Language = Annotated[
    str | None, typer.Option(metavar="TAG", help="The language of the questions, such as en.")
]
Templates = Annotated[
    Path | None, typer.Option(metavar="DIR", help="A folder of templates of your own, used before ours.")
]


def ballots(
    record_file: RecordFile,
    folder: Folder,
    round_: OfRound = None,
    size: OfSize = Size.large,
    layout: LaidOut = Layout.page,
    spare: Spare = 2,
    from_number: FromNumber = 1,
    language: Language = None,
    templates: Templates = None,
    questions: Questions = None,
) -> None:
    """Write what is to be printed: ballots, cards, tally sheets and a sheet for the facilitator.

    HTML files to open in a browser and print. Numbers are the same in every round.
    """
    from ladder_check.cli import stream
    from ladder_check.documents.library import shelf_for
    from ladder_check.documents.store import write_all
    from ladder_check.render import papers as render
    from ladder_check.render.templates import html_templates
    from ladder_check.report import facilitator, papers
    from ladder_check.report.wording import some
    from ladder_check.workshop.papers import printing_of
    from ladder_check.workshop.record import open_record

    paper = render.Paper(int(size), layout is Layout.booklet, html_templates(templates))
    with open_record(record_file) as record:
        printing = printing_of(record, shelf_for(record_file, questions or ()), round_, language)
    sheets = papers.build_ballots(printing, from_number, spare)
    pages = {
        "ballots": render.render_ballots(sheets, paper),
        "tally": render.render_tally(papers.build_tally(printing), paper),
        "facilitator": render.render_guide(facilitator.build_guide(printing, from_number, spare), paper),
    }
    if printing.cards:
        pages["cards"] = render.render_cards(papers.build_cards(printing), paper)
    files = {folder / f"{name}.html": page for name, page in pages.items()}
    write_all(files, over=True)
    stream.say(
        f"{some(len(sheets.ballots), 'ballot')} for round {printing.round}, with "
        f"{some(len(sheets.questions), 'question')} each. Saved as {', '.join(map(str, files))}. "
        "Print them on one side of A4 paper, at 100 % size."
    )
