"""The list of commands, and the one place where errors become words and a status."""

import sys
from typing import Annotated, Final

import typer

from ladder_check import __version__
from ladder_check.cli import stream
from ladder_check.cli.score import score
from ladder_check.errors import LadderCheckError

UNUSABLE: Final = 2
OURS: Final = 3
INTERRUPTED: Final = 130

WELCOME: Final = """\
ladder-check: find out, honestly, how far you share power with the people who draw on your services.
It asks what happens, shows which rung of the ladder of co-production each part of your work is on,
and ends in three to five actions. Nothing leaves this computer.
  ladder-check demo                       a worked example, with its report
  ladder-check assess my.assessment.yaml  start your own, or go on with it
  ladder-check --help                     all commands
"""

app = typer.Typer(
    name="ladder-check",
    help="Find out, honestly, how far you share power with the people who draw on your services.",
    epilog="Example: ladder-check assess my.assessment.yaml",
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    add_completion=False,
)
app.command(epilog="Example: ladder-check score my.assessment.yaml --format json")(score)


@app.callback(invoke_without_command=True)
def welcome(
    context: typer.Context,
    version: Annotated[bool, typer.Option("--version", help="Say which version this is.")] = False,
) -> None:
    """Find out, honestly, how far you share power with the people who draw on your services."""
    if version:
        stream.say(f"ladder-check {__version__}")
    elif context.invoked_subcommand is None:
        stream.say(WELCOME)


def run() -> int:
    """Run the command line; 0 done, 1 something found, 2 unusable, 3 an error of ours, 130 interrupted."""
    stream.prepare()
    try:
        status = app(standalone_mode=False)
        sys.stdout.flush()
    except LadderCheckError as error:
        stream.complain(str(error))
        return UNUSABLE
    except BrokenPipeError:
        stream.let_go()
        return 0
    return status if isinstance(status, int) else 0
