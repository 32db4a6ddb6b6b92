"""How a sitting ends: who was not here, and what will be done."""

from collections.abc import Sequence
from typing import Final

from ladder_check.documents.shared import Change
from ladder_check.interview.actions import FEW_PARTS, ask_action, is_open
from ladder_check.interview.prompter import ask_text
from ladder_check.interview.sitting import Sitting

MOST_ACTIONS: Final = 3
_NO_MORE: Final = ("", "done", "none", "no more", "nobody", "skip")


def ask_missing_voices(sitting: Sitting, groups: Sequence[str]) -> None:
    """Ask who was not here, one a line, until Enter.

    Raises:
        Stop: somebody wants to stop.
    """
    named = [str(voice) for voice in sitting.get("missing_voices") or []]
    lines = ["\nWho was not here?"]
    lines += [f"You could think of: {'; '.join(groups)}."] if groups else []
    lines += [f"Named already: {'; '.join(named)}."] if named else []
    sitting.prompter.say("\n".join(lines))
    prompt = "A group, one a line; no names of persons. Enter when there are no more:"
    while (said := ask_text(sitting.prompter, prompt)).casefold() not in _NO_MORE:
        if said.casefold() in (voice.casefold() for voice in named):
            sitting.prompter.say("That is named already.")
        elif sitting.save(Change(("missing_voices",), said, adds=True)):
            named.append(said)
            sitting.prompter.say("Saved.")


def ask_actions(sitting: Sitting) -> None:
    """Ask for up to three things to do, until Enter.

    Raises:
        Stop: somebody wants to stop.
    """
    there = sum(is_open(action) for action in sitting.get("actions") or [])
    if there >= MOST_ACTIONS:
        return
    already = f" {there} of them in the file already." if there else ""
    sitting.prompter.say(
        f"\nWhat will you do about it? Up to {MOST_ACTIONS} things, small and soon.{already} "
        "Enter when there are no more."
    )
    for number in range(there + 1, MOST_ACTIONS + 1):
        what = ask_text(sitting.prompter, f"Number {number}. What will you do?")
        if what.casefold() in _NO_MORE:
            return
        ask_action(sitting, {"what": what}, FEW_PARTS, {})
