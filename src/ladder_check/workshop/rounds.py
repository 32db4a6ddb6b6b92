"""Rounds: the claims first, then the questions, then the questions again after talking."""

from collections.abc import Iterable, Sequence
from typing import Final

from ladder_check.errors import LadderCheckError
from ladder_check.model.room import Asked
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


def round_to_fill(record: Record, number: int | None) -> Round:
    """Round *number*, which takes ballots; the open one where none is named.

    Raises:
        LadderCheckError: it takes none, or nothing more may come in.
    """
    record.must_take_more()
    if number is None:
        return open_round(record)
    found = round_called(record, number)
    if not found.open:
        raise LadderCheckError(_IS_CLOSED.format(number=number, path=record.path))
    return found


_IS_CLOSED: Final = (
    "Round {number} is closed: it takes no more ballots. If nobody has seen its results, it can be opened "
    "again:\nladder-check workshop round {path} open {number}"
)


def first_asks(questions: Iterable[Asked]) -> tuple[str, ...]:
    """What the first round asks: the claims, or the questions where there are none."""
    claims, others = _parted(questions)
    return claims or others


def planned_round(record: Record, number: int | None) -> Round:
    """Round *number*; one that is still to come as it will be if nothing else is asked for.

    What is printed is printed before the day.

    Raises:
        LadderCheckError: there is no such round, nor will there be after those that are usual.
    """
    rounds = list(record.rounds)
    while rounds and number in (len(rounds) + 1, len(rounds) + 2):
        rounds.append(Round(len(rounds) + 1, open=False, asks=_usual(record, rounds)))
    return next((each for each in rounds if each.number == number), None) or round_called(record, number)


def next_round(record: Record, asks: Sequence[str] = ()) -> Round:
    """Close the round that is open, and begin another that asks *asks*.

    Where nothing is named it asks the questions after the claims, and the same ones again after those.

    Raises:
        LadderCheckError: a question is not on the agenda, or the workshop is closed for good.
    """
    named = tuple(dict.fromkeys(record.question(each).id for each in asks))
    with record.database.transaction():
        rounds = record.rounds
        begun = Round(rounds[-1].number + 1 if rounds else 1, True, named or _usual(record, rounds))
        record.add_round(begun.number, begun.asks)
    return begun


def close_round(record: Record, number: int | None = None) -> Round:
    """Let a round take no more ballots: the open one, or round *number*.

    Raises:
        LadderCheckError: there is no such round.
    """
    found = round_called(record, number) if number is not None else open_round(record)
    record.open_or_close(found.number, opened=False)
    return found


def reopen_round(record: Record, number: int) -> Round:
    """Let round *number* take ballots again, and no other.

    Raises:
        LadderCheckError: what came of it, or of a later one, was shown already, so that one more ballot
            could be worked out; or the workshop is closed for good.
    """
    with record.database.transaction():
        found = round_called(record, number)
        shown = [each.number for each in record.rounds if each.shown and each.number >= number]
        if shown:
            raise LadderCheckError(_WAS_SHOWN.format(number=shown[0], path=record.path))
        record.open_or_close(number, opened=True)
    return found


_WAS_SHOWN: Final = (
    "What came of round {number} was shown already. With one more ballot, anybody who saw it could "
    "work out what that person said. Either leave it, or ask everybody again:\n"
    "ladder-check workshop round {path} next"
)


def _usual(record: Record, rounds: Sequence[Round]) -> tuple[str, ...]:
    if not rounds:
        return first_asks(record.questions.values())
    _, questions = _parted(record.questions.values())
    asked = {question for each in rounds for question in each.asks}
    return rounds[-1].asks if asked & set(questions) or not questions else questions


def _parted(questions: Iterable[Asked]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The ids of the claims, and those of the other questions."""
    every = tuple(questions)
    return tuple(q.id for q in every if q.is_claim), tuple(q.id for q in every if not q.is_claim)
