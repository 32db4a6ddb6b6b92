"""How a sitting begins: who answers, what is assessed, who is here, and what was promised last time."""

from collections.abc import Mapping
from datetime import date
from typing import Any, Final

from ladder_check.documents.edit import set_value
from ladder_check.documents.shared import Change
from ladder_check.interview.actions import is_open
from ladder_check.interview.prompter import (
    Choice,
    Prompter,
    ask_choice,
    ask_count,
    ask_line,
    ask_needed,
    ask_text,
    sentence,
)
from ladder_check.interview.sitting import VOICE_NAMES, Sitting
from ladder_check.model.answer import PERSPECTIVES, VOICES, Voice

NEW_FILE: Final = """\
# yaml-language-server: $schema=assessment.schema.json
# Editors that know this line help with the keys: ladder-check schema assessment -o assessment.schema.json
format: 1
"""
_DETAILS: Final = {
    "organisation": "Which organisation is it? Enter leaves it for later:",
    "work": "Which piece of work is it about, in a few words? Enter leaves it for later:",
}


def ask_voice(prompter: Prompter) -> Voice:
    """Who is answering: a perspective, or a side together.

    Raises:
        Stop: somebody wants to stop.
    """
    choices = [Choice(voice, str(n), VOICE_NAMES[voice]) for n, voice in enumerate(VOICES, 1)]
    prompter.say(
        "\n".join(["Who is answering?", *(f"  {each.letter}. {each.name} ({each.word})" for each in choices)])
    )
    word = ask_choice(
        prompter, "Type the number, or the word in brackets, or q to stop:", choices, optional=False
    )
    return next(voice for voice in VOICES if voice == word)


def ask_new_file(prompter: Prompter, today: date) -> str:
    """The text of a new assessment: its title, and the day.

    Raises:
        Stop: somebody wants to stop.
    """
    needed = "It needs a title, such as Day opportunities."
    title = ask_needed(prompter, "What shall we call this assessment?", needed)
    return set_value(set_value(NEW_FILE, ("title",), title), ("assessed_on",), today)


def ask_details(sitting: Sitting) -> None:
    """Which organisation, and which piece of work; either may be left.

    Raises:
        Stop: somebody wants to stop.
    """
    for key, prompt in _DETAILS.items():
        said = ask_text(sitting.prompter, prompt)
        if said:
            sitting.save(Change((key,), said))


def ask_who_is_here(sitting: Sitting) -> None:
    """How many are here of each perspective; any of them, or all, may be left out.

    Raises:
        Stop: somebody wants to stop.
    """
    sitting.prompter.say(
        "How many people are here today? Numbers only, no names. Enter leaves one out, skip all."
    )
    for perspective in PERSPECTIVES:
        there = ask_count(sitting.prompter, f"{VOICE_NAMES[perspective]}:")
        if there == "skip":
            return
        if there is not None:
            sitting.save(Change(("took_part", perspective), {"there": there}))


def recall_actions(sitting: Sitting) -> None:
    """Say the actions that are still open, and note which are under way or done.

    Raises:
        Stop: somebody wants to stop.
    """
    actions = enumerate(sitting.get("actions") or [])
    left = [(place, action) for place, action in actions if is_open(action)]
    open_ = {str(n): each for n, each in enumerate(left, 1)}
    if not open_:
        return
    lines = [f"  {n}. {_said(action)}" for n, (_, action) in open_.items()]
    sitting.prompter.say("\n".join(["Last time you said you would:", *lines]))
    _ask_states(sitting, open_)


def _said(action: Mapping[str, Any]) -> str:
    by = f" By {action['by']}." if action.get("by") else ""
    doing = " Under way." if action.get("state") == "doing" else ""
    return f"{sentence(str(action['what']))}{by}{doing}"


def _ask_states(sitting: Sitting, open_: Mapping[str, tuple[int, Any]]) -> None:
    prompt = "Type the number of one that is under way or done, or keep to keep them as they are:"
    while True:
        typed = ask_line(sitting.prompter, prompt).lower()
        if typed in ("keep", "k"):
            return
        if typed in open_:
            _ask_state(sitting, open_[typed][0])
        else:
            sitting.prompter.say(f"Please type a number from 1 to {len(open_)}, keep, or q to stop.")


def _ask_state(sitting: Sitting, place: int) -> None:
    choices = [
        Choice("doing", "g", "under way"),
        Choice("done", "d", "done"),
        Choice("keep", "k", "as it is"),
    ]
    state = ask_choice(
        sitting.prompter, "Is it doing (g), done (d), or keep (k) as it is?", choices, optional=False
    )
    if state != "keep" and sitting.save(Change(("actions", place, "state"), state)):
        sitting.prompter.say("Saved.")
