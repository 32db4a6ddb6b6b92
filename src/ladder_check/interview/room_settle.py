"""Where two entries of the same ballots differ: listed, and settled by what is on the paper."""

from collections.abc import Sequence
from typing import Final

from ladder_check.errors import LadderCheckError
from ladder_check.interview.prompter import Prompter, Stop, ask_line, heard
from ladder_check.interview.room_box import Checker, Desk
from ladder_check.interview.room_enter import type_ballots
from ladder_check.interview.room_rows import Unreadable, expected, read_answer, say_answer
from ladder_check.interview.room_voice import read_whose
from ladder_check.model.answer import Voice
from ladder_check.model.room import Difference, RoomAnswer
from ladder_check.report.wording import listed, some

MOST_LEFT: Final = 30
"""How many numbers of ballots that were typed once are named."""


def type_again(desk: Desk, checker: Checker) -> None:
    """Take the same ballots a second time, then say where the two entries differ, and settle it.

    Raises:
        Stop: somebody wants to stop.
        EOFError: there are no more lines.
        LadderCheckError: the round takes nothing any more.
    """
    try:
        type_ballots(desk)
    except (Stop, EOFError):
        desk.prompter.say(list_differences(checker))
        raise
    desk.prompter.say(list_differences(checker))
    settle(desk.prompter, checker)


def list_differences(checker: Checker) -> str:
    """Every difference, a line each, and which ballots were typed once only."""
    if not checker.is_begun():
        return _NOT_BEGUN
    differences = checker.differences()
    head = f"{some(len(differences), 'difference')}." if differences else _NONE
    lines = [f"  {n}. {_said(each)}." for n, each in enumerate(differences, 1)]
    return "\n".join([head, *lines, *_left(checker.left())])


_NOT_BEGUN: Final = "Nothing was typed a second time yet. To do so, add --again."
_NONE: Final = "No difference between what was typed first and second."


def settle(prompter: Prompter, checker: Checker) -> None:
    """Ask of each difference what is on the paper; nothing changes before that.

    Raises:
        Stop: somebody wants to stop.
        EOFError: there are no more lines.
    """
    for difference in checker.differences():
        _settle(prompter, checker, difference)


def _settle(prompter: Prompter, checker: Checker, difference: Difference) -> None:
    while True:
        typed = ask_line(prompter, f"{_said(difference)}. What is on the paper? s leaves it:").lower()
        if typed in ("s", "skip"):
            return
        try:
            right = _read(typed, difference)
        except Unreadable as error:
            prompter.say(str(error))
            continue
        prompter.say(_settled(checker, difference, right))
        return


def _settled(checker: Checker, difference: Difference, right: RoomAnswer | Voice | None) -> str:
    try:
        checker.settle(difference, right)
    except LadderCheckError as error:
        return f"Not saved. {error}"
    return f"{say_answer(right)}. Saved."


def _read(typed: str, difference: Difference) -> RoomAnswer | Voice | None:
    """What is on the paper, as it was typed.

    Raises:
        Unreadable: it is no answer to this.
    """
    if difference.question:
        if not typed:
            raise Unreadable(expected(difference.question))
        return read_answer(typed, difference.question)
    voice = read_whose(typed)
    if voice is None:
        raise Unreadable(f"{heard(typed, 'a perspective or a side')}. Please type one, such as people.")
    return voice


def _said(difference: Difference) -> str:
    asked = difference.question
    about = f"{asked.heading}, {asked.name}" if asked else "whose it is"
    first, second = say_answer(difference.first), say_answer(difference.second)
    return f"Ballot {difference.ballot}, {about}: first {first}, second {second}"


def _left(ballots: Sequence[str]) -> list[str]:
    if not ballots:
        return []
    more = [f"{len(ballots) - MOST_LEFT} more"] if len(ballots) > MOST_LEFT else []
    return [f"Typed once only: {listed([*ballots[:MOST_LEFT], *more])}."]
