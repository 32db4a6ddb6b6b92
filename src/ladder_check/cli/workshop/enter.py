"""`workshop enter`: types paper ballots in."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ladder_check.cli.options import Answers, Plain, RecordFile

if TYPE_CHECKING:
    from ladder_check.interview.terminal import Terminal
    from ladder_check.workshop.record import Record


def enter(
    record_file: RecordFile,
    round_: Annotated[
        int | None, typer.Option("--round", metavar="N", help="Which round, if not the open one.")
    ] = None,
    again: Annotated[
        bool, typer.Option("--again", help="Type the same ballots a second time, without seeing the first.")
    ] = False,
    differences: Annotated[
        bool, typer.Option("--differences", help="List where the two entries differ, and settle it.")
    ] = False,
    answers: Answers = None,
    plain: Plain = False,
) -> None:
    """Type paper ballots in, by their number, or as tallies. Each is saved at once.

    A ballot is its number, whose it is, and its answers: one at a time, or all in one line.
    """
    from ladder_check.errors import LadderCheckError
    from ladder_check.workshop.record import open_record

    if again and differences:
        raise LadderCheckError("Either type ballots --again, or look at the --differences.")
    with open_record(record_file) as record:
        if differences:
            ended = _settle(record, round_, answers, plain)
        else:
            ended = _type(record, round_, answers, plain, again)
    if not ended:
        raise typer.Exit(130)


def _type(record: "Record", number: int | None, answers: Path | None, plain: bool, again: bool) -> bool:
    """Take ballots; whether it came to an end that was not an interruption."""
    from ladder_check.cli.lines import open_lines
    from ladder_check.interview.room_box import Desk
    from ladder_check.interview.room_enter import type_ballots
    from ladder_check.interview.room_settle import type_again
    from ladder_check.interview.sitting import sit
    from ladder_check.workshop.entering import Entering
    from ladder_check.workshop.rounds import round_to_fill
    from ladder_check.workshop.second import Checking, SecondEntry

    round_ = round_to_fill(record, number)
    lines = open_lines(answers, plain=plain)
    lines.say(f"{record.session.title}, round {round_.number}.")
    if again:
        desk, checker = Desk(lines, SecondEntry(record, round_)), Checking(record, round_.number)
        return sit(lines, lambda: type_again(desk, checker), lambda: _how_to_go_on(record, "--differences"))
    room = Entering(record, round_)
    desk = Desk(lines, room, room)
    return sit(lines, lambda: type_ballots(desk), lambda: _how_to_go_on(record))


def _settle(record: "Record", number: int | None, answers: Path | None, plain: bool) -> bool:
    """List the differences, and settle them if there is somebody to ask; as above."""
    from ladder_check.cli.lines import find_lines, no_lines
    from ladder_check.interview.room_settle import list_differences, settle
    from ladder_check.interview.sitting import sit
    from ladder_check.workshop.rounds import round_called
    from ladder_check.workshop.second import Checking

    checker = Checking(record, round_called(record, number).number)
    lines = find_lines(answers, plain=plain)
    told: Terminal = lines or no_lines(plain=plain)
    told.say(list_differences(checker))
    if lines is None:
        return True
    return sit(lines, lambda: settle(lines, checker), lambda: "What was settled is saved.")


def _how_to_go_on(record: "Record", *flags: str) -> str:
    from ladder_check.interview.sitting import as_typed

    command = " ".join(["ladder-check workshop enter", as_typed(record.path), *flags])
    return f"All that said Saved is in {record.path}. To go on, type:\n{command}"
