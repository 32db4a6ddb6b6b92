"""The list of commands, and the one place where errors become words and a status."""

import os
import traceback
from errno import ENOSPC
from pathlib import Path
from typing import Annotated, Final

import typer

from ladder_check import __version__
from ladder_check.cli import stream
from ladder_check.cli.assess import assess
from ladder_check.cli.banks import banks
from ladder_check.cli.check import check
from ladder_check.cli.demo import demo
from ladder_check.cli.plan import plan
from ladder_check.cli.report import report
from ladder_check.cli.rule import rule
from ladder_check.cli.schema import schema
from ladder_check.cli.score import score
from ladder_check.cli.why import why
from ladder_check.cli.workshop.app import workshop
from ladder_check.errors import LadderCheckError

UNUSABLE: Final = 2
OURS: Final = 3
NOWHERE: Final = "The folder you are in is not there any more. Please go to another one, and try again."
NO_ROOM: Final = "What was to be shown cannot be written: {}. Either make room, or choose another place."

WELCOME: Final = """\
ladder-check: find out, honestly, how far you share power with the people who
draw on your services. It asks what happens, shows on which rung of the ladder
each part of your work is, and what to do next. Nothing leaves this computer.
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
app.command(epilog="Example: ladder-check demo")(demo)
app.command(epilog="Example: ladder-check assess my.assessment.yaml")(assess)
app.command(epilog="Example: ladder-check score my.assessment.yaml --format json")(score)
app.command(epilog="Example: ladder-check report my.assessment.yaml --format html -o report.html")(report)
app.command(epilog="Example: ladder-check why my.assessment.yaml designing.r4")(why)
app.command(epilog="Example: ladder-check plan my.assessment.yaml")(plan)
app.command(epilog="Example: ladder-check check . --base origin/main")(check)
app.command(epilog="Example: ladder-check rule LC301")(rule)
app.add_typer(workshop, name="workshop")
app.add_typer(banks, name="banks")
app.command(epilog="Example: ladder-check schema assessment -o assessment.schema.json")(schema)


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
        app()
    except SystemExit as done:
        return done.code if isinstance(done.code, int) else 0
    except LadderCheckError as error:
        stream.complain(str(error))
        return UNUSABLE
    except BrokenPipeError:
        stream.let_go()
    except Exception as error:  # The one place that catches everything: a person never sees a traceback.
        return _failed(error)
    return 0


def _failed(error: Exception) -> int:
    """Say what went wrong; the status that says whose fault it is."""
    if isinstance(error, OSError) and error.errno == ENOSPC:
        stream.let_go()
        stream.complain(NO_ROOM.format(error.strerror))
        return UNUSABLE
    if isinstance(error, FileNotFoundError) and not _is_anywhere():
        stream.complain(NOWHERE)
        return UNUSABLE
    stream.complain(_our_error(error))
    return OURS


def _is_anywhere() -> bool:
    try:
        return bool(os.getcwd())  # noqa: PTH109 - only asked whether there is one
    except FileNotFoundError:
        return False


def _our_error(error: Exception) -> str:
    innermost = traceback.extract_tb(error.__traceback__)[-1]
    where = f"{Path(innermost.filename).name}:{innermost.lineno}"
    return (
        f"ladder-check went wrong, and that is our fault: {type(error).__name__} at {where}: {error}\n"
        f"Your files are as they were. Please tell us this line, the command you typed and the version "
        f"({__version__})."
    )
