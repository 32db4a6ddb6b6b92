"""`workshop round`: begin a round, close it, or let it take ballots again."""

from enum import StrEnum
from typing import Annotated

import typer

from ladder_check.cli.options import RecordFile


class RoundMove(StrEnum):
    """What to do with a round."""

    next = "next"
    close = "close"
    open = "open"


def round_(
    record_file: RecordFile,
    move: Annotated[
        RoundMove,
        typer.Argument(
            help="next closes the round and begins another; open lets a closed one take ballots again."
        ),
    ],
    number: Annotated[
        int | None, typer.Argument(metavar="[N]", help="Which round, for close and open.")
    ] = None,
    ask: Annotated[
        list[str] | None,
        typer.Option(metavar="QUESTION", help="Ask only this question in the next round. May be repeated."),
    ] = None,
) -> None:
    """Begin the next round, close one, or open it again.

    After the claims come the questions, and after them the same questions again, when people have talked.
    """
    from ladder_check.cli import stream
    from ladder_check.cli.lines import no_lines
    from ladder_check.errors import LadderCheckError
    from ladder_check.report.progress import describe_round
    from ladder_check.workshop.record import open_record
    from ladder_check.workshop.rounds import close_round, next_round, reopen_round

    with open_record(record_file) as record:
        if move is RoundMove.next:
            begun = next_round(record, ask or ())
            asks = describe_round(tuple(map(record.question, begun.asks)))
            no_lines(plain=True).say(f"Round {begun.number} is open. It asks {asks}.")
        elif move is RoundMove.close:
            closed = close_round(record, number)
            stream.say(f"Round {closed.number} is closed. It takes no more ballots.")
        elif number is None:
            raise LadderCheckError("Which round? Name its number, such as: open 1")
        else:
            stream.say(f"Round {reopen_round(record, number).number} is open again.")
