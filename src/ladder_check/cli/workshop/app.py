"""The commands of `workshop`, in the order in which a day needs them."""

import typer

from ladder_check.cli.workshop.round import round_

workshop = typer.Typer(
    help="Score with a room: ballots in, what the room says out, and nobody's answer with it.",
    rich_markup_mode=None,
    no_args_is_help=True,
)
workshop.command("round", epilog="Example: ladder-check workshop round day.workshop next")(round_)
