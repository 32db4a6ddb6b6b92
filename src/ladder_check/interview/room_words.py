"""What people said in their own words, typed in: with a look at what could tell who they are."""

from functools import partial
from typing import Final

from ladder_check.interview.prompter import ask_text, ask_yes
from ladder_check.interview.room_box import Desk, RoomBox, Saved
from ladder_check.interview.room_voice import ask_question, ask_whose
from ladder_check.lint.personal import looks_like_a_name, names_somebody, personal_data
from ladder_check.report.wording import listed, small

_SAID: Final = "What did they say? In their words, without names; Enter leaves it out:"
_AGREED: Final = "Did they agree that it is shared with others? yes (y) or no (n):"


def type_words(desk: Desk, room: RoomBox) -> None:
    """Ask which question, who and what was said, and whether it may be shared; then save it.

    Raises:
        Stop: somebody wants to stop.
        LadderCheckError: it cannot be saved.
    """
    asked = ask_question(desk, "Words to which question?")
    voice = ask_whose(desk, "it") if asked else None
    said = _ask_said(desk) if voice else ""
    if not (asked and voice and said):
        desk.prompter.say("No words were saved.")
        return
    share = ask_yes(desk.prompter, _AGREED)
    number, is_new = room.save_words(asked.id, voice, said, share=share)
    if is_new:
        desk.saved.append(Saved(f"what somebody said, number {number},", partial(_remove, room, number)))
    desk.prompter.say(f"Saved as number {number}, {'to be shared' if share else 'not to be shared'}.")


def _remove(room: RoomBox, number: int) -> bool:
    room.remove_words(number)
    return True


def _ask_said(desk: Desk) -> str:
    """Words that tell nothing about who somebody is, as far as their shape shows; empty if there are none."""
    while said := ask_text(desk.prompter, _SAID):
        found = list(personal_data(said))
        if found:
            what = listed(map(small, found))
            desk.prompter.say(f"This seems to hold {what}. Not saved. Please type it without.")
        elif not _may_be_a_name(said) or ask_yes(desk.prompter, _NAME):
            break
    return said


_NAME: Final = "This may hold somebody's name. Keep it as it is? yes (y), or no (n) to type it again:"


def _may_be_a_name(said: str) -> bool:
    return names_somebody(said) or looks_like_a_name(said)
