"""Rounds: the claims first, then the questions, then the questions again after talking."""

from collections.abc import Sequence
from typing import Final

from ladder_check.errors import LadderCheckError
from ladder_check.workshop.record import Record, Round

NONE_OPEN: Final = "No round is open. Begin one: ladder-check workshop round {} next"


def open_round(record: Record) -> Round:
    """The round that takes ballots now.

    Raises:
        LadderCheckError: none is open.
    """
    found = next((each for each in record.rounds if each.open), None)
    if found is None:
        raise LadderCheckError(NONE_OPEN.format(record.path))
    return found


def round_called(record: Record, number: int | None) -> Round:
    """Round *number*; the open one where none is named, and else the last.

    Raises:
        LadderCheckError: there is no such round.
    """
    rounds = record.rounds
    if number is None and rounds:
        return next((each for each in rounds if each.open), rounds[-1])
    found = next((each for each in rounds if each.number == number), None)
    if found is None:
        known = ", ".join(str(each.number) for each in rounds) or "none"
        raise LadderCheckError(f"There is no round {number}. Rounds so far: {known}.")
    return found


def next_round(record: Record, asks: Sequence[str] = ()) -> Round:
    """Close the round that is open, and begin another that asks *asks*.

    Where nothing is named it asks the questions after the claims, and the same ones again after those.

    Raises:
        LadderCheckError: a question is not on the agenda, or all links are destroyed already.
    """
    rounds = record.rounds
    wanted = tuple(record.question(each).id for each in asks) or _usual(record, rounds)
    for each in rounds:
        if each.open:
            record.open_or_close(each.number, opened=False)
    number = rounds[-1].number + 1 if rounds else 1
    record.add_round(number, wanted)
    return Round(number, open=True, asks=wanted)


def close_round(record: Record, number: int | None = None) -> Round:
    """Let a round take no more ballots: the open one, or round *number*.

    Raises:
        LadderCheckError: there is no such round.
    """
    found = round_called(record, number) if number is not None else open_round(record)
    record.open_or_close(found.number, opened=False)
    return found


def reopen_round(record: Record, number: int) -> Round:
    """Let round *number* take ballots again.

    Raises:
        LadderCheckError: what came of it was shown already, so that one more ballot could be worked out.
    """
    found = round_called(record, number)
    if found.shown:
        raise LadderCheckError(
            f"What came of round {number} was shown already. With one more ballot, anybody who saw it could "
            "work out what that person said. Either leave it, or ask everybody again:\n"
            f"  ladder-check workshop round {record.path} next"
        )
    record.open_or_close(number, opened=True)
    return found


def _usual(record: Record, rounds: Sequence[Round]) -> tuple[str, ...]:
    claims = tuple(each.id for each in record.questions.values() if each.is_claim)
    questions = tuple(each.id for each in record.questions.values() if not each.is_claim)
    if not rounds:
        return claims or questions
    asked = {question for each in rounds for question in each.asks}
    return rounds[-1].asks if asked & set(questions) or not questions else questions
