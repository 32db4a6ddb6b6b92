"""`schema`: JSON Schema for editors and other programs."""

from enum import StrEnum
from typing import Annotated

import typer

from ladder_check.cli.options import Output


class Kind(StrEnum):
    """The files that have a schema."""

    ladder = "ladder"
    bank = "bank"
    translation = "translation"
    assessment = "assessment"
    config = "config"
    score = "score"
    workshop = "workshop"
    results = "results"


def schema(
    kind: Annotated[
        Kind,
        typer.Argument(
            metavar="KIND",
            help="ladder, bank, translation, assessment, config, score, workshop or results (of one).",
        ),
    ],
    output: Output = None,
) -> None:
    """Print the JSON Schema of a kind of file, for editors."""
    from ladder_check.cli import stream
    from ladder_check.render.schema import render_schema

    stream.deliver(render_schema(kind), output)
