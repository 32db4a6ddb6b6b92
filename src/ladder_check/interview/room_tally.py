"""Tallies: how many of a group gave each answer, counted by hand and typed in a line."""

from collections.abc import Iterator
from functools import partial
from typing import Final, NamedTuple

from ladder_check.interview.prompter import Prompter, ask_line, ask_yes
from ladder_check.interview.room_box import Desk, RoomBox, Saved
from ladder_check.interview.room_rows import Counts, Unreadable, called, read_tally, say_tally
from ladder_check.interview.room_voice import ask_question, place_of
from ladder_check.interview.sitting import VOICE_NAMES
from ladder_check.model.answer import Voice
from ladder_check.model.room import Asked

_HELP: Final = (
    "Type who was counted, then how many for each step, the lowest first, such as: staff 0 1 3 8 6. Not sure "
    "and rather not say come after them, such as: ? 1 x 2.\nEnter: the next question\nA number: that question"
    "\nu: take back what was saved last\nb: back to ballots\nq: stop; all that was typed is saved"
)


class _Tally(NamedTuple):
    """What was counted for one question, and where it goes."""

    room: RoomBox
    asked: Asked
    voice: Voice
    counts: Counts


def type_tallies(desk: Desk, room: RoomBox) -> None:
    """Ask for tallies, question after question, until somebody goes back or the last is done.

    Raises:
        Stop: somebody wants to stop.
        LadderCheckError: one cannot be saved.
    """
    desk.prompter.say(_HELP)
    place = 0
    while place < len(room.questions):
        asked = room.questions[place]
        typed = ask_line(desk.prompter, f"Tally {place + 1} of {len(room.questions)}. {called(asked)}:")
        if typed.lower() in ("b", "back"):
            return
        chosen = place_of(typed, room.questions) if typed else place + 1
        if chosen is None:
            _command_or_tally(desk, room, asked, typed)
        else:
            place = chosen


def type_tally(desk: Desk, room: RoomBox, typed: str) -> None:
    """Keep a tally that was *typed* before its question was named.

    Raises:
        Stop: somebody wants to stop.
        LadderCheckError: it cannot be saved.
    """
    asked = ask_question(desk, "This tally is of which question?")
    if asked:
        _save_typed(desk, room, asked, typed)


def _command_or_tally(desk: Desk, room: RoomBox, asked: Asked, typed: str) -> None:
    if typed.lower() in ("u", "undo"):
        desk.undo()
    elif typed.lower() in ("h", "help"):
        desk.prompter.say(_HELP)
    else:
        _save_typed(desk, room, asked, typed)


def _save_typed(desk: Desk, room: RoomBox, asked: Asked, typed: str) -> None:
    try:
        _save(desk, _Tally(room, asked, *read_tally(typed, asked)))
    except Unreadable as error:
        desk.prompter.say(str(error))


def _save(desk: Desk, tally: _Tally) -> None:
    room, asked, voice, counts = tally
    seen = room.tally(asked.id, voice)
    if not (seen or counts):
        desk.prompter.say("That counts nobody, so there is nothing to save.")
        return
    if not _agreed(desk.prompter, _doubts(tally, seen)):
        desk.prompter.say("Nothing was changed.")
    elif room.save_tally(asked.id, voice, counts, seen):
        back = partial(room.save_tally, asked.id, voice, seen, counts)
        desk.saved.append(Saved(f"the tally of {voice}", back))
        desk.prompter.say(f"{VOICE_NAMES[voice]}: {say_tally(counts, asked)}{_of_invited(tally)}. Saved.")
    else:
        desk.prompter.say("Not saved: somebody else has changed this tally meanwhile. Please type it again.")


def _doubts(tally: _Tally, seen: Counts) -> Iterator[str]:
    """Each thing about a tally that somebody should look at before it is saved, as a question."""
    room, asked, voice, counts = tally
    if seen not in ({}, counts):
        yield f"There is a tally of {voice} already: {say_tally(seen, asked)}. Put this one in its place?"
    heads, invited = sum(counts.values()), room.invited.get(voice, 0)
    if heads and room.has_others(asked.id, voice):
        yield (
            "There are ballots too that may be of the same people. The tally adds to them, so nobody should "
            "be in both. Is that right?"
        )
    if heads > invited:
        yield f"That is {heads}, and {invited or 'nobody'} of {voice} {_are(invited)} invited. Is that right?"


def _are(number: int) -> str:
    return "are" if number > 1 else "is"


def _agreed(prompter: Prompter, doubts: Iterator[str]) -> bool:
    return all(ask_yes(prompter, f"{doubt} yes (y) or no (n):") for doubt in doubts)


def _of_invited(tally: _Tally) -> str:
    invited = tally.room.invited.get(tally.voice, 0)
    return f" of {invited} invited" if sum(tally.counts.values()) <= invited else ""
