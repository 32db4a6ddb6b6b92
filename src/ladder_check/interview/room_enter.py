"""Typing paper ballots in: by number, one after the other, with tallies and words between them."""

from collections.abc import Callable, Mapping
from typing import Final

from ladder_check.errors import LadderCheckError
from ladder_check.interview.commands import Command, read_command
from ladder_check.interview.prompter import ask_line, ask_yes, heard
from ladder_check.interview.room_ballot import by_question, one_heading, type_ballot
from ladder_check.interview.room_box import Desk
from ladder_check.interview.room_rows import read_number, read_voice, starts_tally
from ladder_check.interview.room_tally import type_tallies, type_tally
from ladder_check.interview.room_voice import ask_whose
from ladder_check.interview.room_words import type_words
from ladder_check.model.answer import Voice
from ladder_check.report.wording import small, some

_BACK: Final = Command("back", "b", "the ballot before")
_UNDO: Final = Command("undo", "u", "take back what was saved last")
_CHECK: Final = Command("check", "c", "the last ballot again, question by question")
_TALLY: Final = Command("tally", "t", "how many of a group gave each answer")
_WORDS: Final = Command("words", "w", "what somebody said in their own words")
_DIFFERENCES: Final = Command("differences", "d", "all are typed: where the two entries differ")
_HELP: Final = Command("help", "h", "this list")
_STOP: Final = Command("stop", "q", "stop; all that was typed is saved")
_FIRST: Final = (_BACK, _UNDO, _CHECK, _TALLY, _WORDS, _HELP, _STOP)
_AGAIN: Final = (_BACK, _UNDO, _CHECK, _DIFFERENCES, _HELP, _STOP)


def type_ballots(desk: Desk) -> None:
    """Take ballots until somebody stops; in the second entry also until all are typed.

    Raises:
        Stop: somebody wants to stop.
        EOFError: there are no more lines.
        LadderCheckError: the round takes nothing any more.
    """
    desk.prompter.say(_how(desk))
    allowed = _FIRST if desk.room else _AGAIN
    while True:
        typed = ask_line(desk.prompter, f"Ballot number, Enter for {_next(desk)}, h for help:")
        command = read_command(typed, allowed)
        if command == _DIFFERENCES.word:
            return
        try:
            if command:
                _DO[command](desk)
            else:
                _take(desk, typed or _next(desk))
        except LadderCheckError as error:
            if not desk.box.takes():
                raise LadderCheckError(f"Not saved. {error} All that said Saved before it is.") from None
            desk.prompter.say(f"Not saved. {error}")


def _how(desk: Desk) -> str:
    questions = desk.box.questions
    count = len(questions)
    example = " ".join([*_EXAMPLE[:count], *(["…"] if count > len(_EXAMPLE) else [])])
    row = f", one at a time or all {count} in one line, such as: {example}" if count > 1 else ""
    about = f" about {small(questions[0].heading)}" if one_heading(questions) else ""
    again = "" if desk.room else " What was typed the first time is not shown. d when all are typed."
    return (
        f"{some(count, 'question')}{about}. Type a ballot's number, then whose it is, then the answers{row}. "
        f"Beside numbers, ? is not sure, x rather not say and - nothing ticked. All is saved at once. "
        f"q stops.{again}"
    )


_EXAMPLE: Final = ("3", "2", "?", "4", "x", "1", "-")


def _next(desk: Desk) -> str:
    """The ballot number after the last that was typed, or after the highest."""
    return str(int(desk.last) + 1 if desk.last.isdecimal() else desk.box.newest_number() + 1)


def _take(desk: Desk, typed: str) -> None:
    """Take a ballot whose number was typed, perhaps with whose it is; or a whole tally."""
    if desk.room and starts_tally(typed):
        type_tally(desk, desk.room, typed)
        return
    first, _, rest = typed.partition(" ")
    # Its word only: the line may be answers that were typed a line too late.
    number, given = read_number(first), read_voice(rest.strip())
    if number is None or (rest and given is None):
        desk.prompter.say(f"{heard(typed, 'a ballot number')}. {_EXPECTED}")
        return
    voice = _whose(desk, number, given)
    if voice and _may_add(desk, voice):
        type_ballot(desk, number, voice)


_EXPECTED: Final = "Please type the number on the paper, such as 12, or h for help."


def _whose(desk: Desk, number: str, given: Voice | None) -> Voice | None:
    """Who a ballot speaks for: as it was said before, or as it is said now; None if that cannot be."""
    known = desk.box.voice_of(number)
    if known and given not in (None, known):
        desk.prompter.say(
            f"Ballot {number} speaks for {known} already, so it cannot speak for {given}. Please look at the "
            f"number. If it is right and {known} was wrong, type {number} alone, then - for each answer: "
            "after that it can be typed anew."
        )
        return None
    return known or given or ask_whose(desk, f"ballot {number}")


def _may_add(desk: Desk, voice: Voice) -> bool:
    """Whether a ballot may add to a tally of the same people; asked once for each of them."""
    if desk.room is None or voice in desk.agreed or not desk.room.is_tallied(voice):
        return True
    prompt = (
        f"There is a tally that may count people of {voice} already. Ballots add to it, so nobody should be "
        "in both. Is that right?"
    )
    if not ask_yes(desk.prompter, f"{prompt} yes (y) or no (n):"):
        return False
    desk.agreed.add(voice)
    return True


def _back(desk: Desk) -> None:
    voice = desk.box.voice_of(desk.last)
    if voice is None:
        desk.prompter.say("There is no ballot before this one.")
    else:
        type_ballot(desk, desk.last, voice, len(desk.box.questions) - 1)


def _check(desk: Desk) -> None:
    said = by_question(desk.box.answers(desk.last), desk.box.questions)
    desk.prompter.say(f"Ballot {desk.last}:\n{said}" if desk.last else "No ballot was typed yet.")


def _tally(desk: Desk) -> None:
    if desk.room:
        type_tallies(desk, desk.room)


def _words(desk: Desk) -> None:
    if desk.room:
        type_words(desk, desk.room)


def _help(desk: Desk) -> None:
    lines = [f"  {each.word}, or {each.letter}: {each.does}" for each in (_FIRST if desk.room else _AGAIN)]
    tally = ["  staff 0 1 3 8 6: a tally"] if desk.room else []
    desk.prompter.say(
        "\n".join(
            [
                "Type one of these, then Enter:",
                "  12: a ballot",
                "  12 people: and whose it is",
                *tally,
                *lines,
            ]
        )
    )


_DO: Final[Mapping[str, Callable[[Desk], object]]] = {
    "back": _back,
    "undo": Desk.undo,
    "check": _check,
    "tally": _tally,
    "words": _words,
    "help": _help,
}
