"""The commands of `workshop`, in the order in which a day needs them."""

import typer

from ladder_check.cli.workshop.agree import agree
from ladder_check.cli.workshop.ballots import ballots
from ladder_check.cli.workshop.close import close
from ladder_check.cli.workshop.enter import enter
from ladder_check.cli.workshop.import_ import import_
from ladder_check.cli.workshop.new import new
from ladder_check.cli.workshop.publish import publish
from ladder_check.cli.workshop.results import results
from ladder_check.cli.workshop.round import round_
from ladder_check.cli.workshop.status import status
from ladder_check.cli.workshop.template import template
from ladder_check.cli.workshop.words import words

workshop = typer.Typer(
    help="Score with a room: ballots in, what the room says out, and nobody's answer with it.",
    rich_markup_mode=None,
    no_args_is_help=True,
)
workshop.command(epilog="Example: ladder-check workshop new day.workshop --from day.yaml")(new)
workshop.command(epilog="Example: ladder-check workshop ballots day.workshop -o print")(ballots)
workshop.command(epilog="Example: ladder-check workshop enter day.workshop")(enter)
workshop.command(epilog="Example: ladder-check workshop words day.workshop --share 3")(words)
workshop.command(epilog="Example: ladder-check workshop template day.workshop -o day.csv")(template)
workshop.command("import", epilog="Example: ladder-check workshop import day.workshop forms.xlsx")(import_)
workshop.command(epilog="Example: ladder-check workshop status day.workshop")(status)
workshop.command("round", epilog="Example: ladder-check workshop round day.workshop next")(round_)
workshop.command(epilog="Example: ladder-check workshop results day.workshop --format html -o room.html")(
    results
)
workshop.command(epilog="Example: ladder-check workshop agree day.workshop ladder.designing.r4 2")(agree)
workshop.command(epilog="Example: ladder-check workshop publish day.workshop day.assessment.yaml")(publish)
workshop.command(epilog="Example: ladder-check workshop close day.workshop")(close)
