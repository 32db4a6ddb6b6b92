"""How a sitting ends: who was not here, and what will be done."""

from collections.abc import Sequence
from datetime import date
from typing import Any, Final

from ladder_check.documents.store import Change
from ladder_check.interview.prompter import Stop, ask_day, ask_text
from ladder_check.interview.sitting import Sitting

MOST_ACTIONS: Final = 3
_PARTS: Final = {
    "owner": "Who sees to it? A role, no name. Enter leaves it:",
    "partner": "With whom, among people who draw on care and support, or carers? Enter leaves it:",
    "by": "By when? A day to come. Enter leaves it:",
    "done_when": "What will people see when it is done? Enter leaves it:",
}


def ask_missing_voices(sitting: Sitting, groups: Sequence[str]) -> None:
    """Ask who was not here, one a line, until Enter."""
    named = [str(voice) for voice in sitting.get("missing_voices") or []]
    lines = ["\nWho was not here?"]
    lines += [f"You could think of: {'; '.join(groups)}."] if groups else []
    lines += [f"Named already: {'; '.join(named)}."] if named else []
    sitting.prompter.say("\n".join(lines))
    while said := ask_text(
        sitting.prompter, "A group, one a line; no names of persons. Enter when there are no more:"
    ):
        if said.casefold() in (voice.casefold() for voice in named):
            sitting.prompter.say("That is named already.")
        elif sitting.save(Change(("missing_voices",), said, adds=True)):
            named.append(said)
            sitting.prompter.say("Saved.")


def ask_actions(sitting: Sitting) -> None:
    """Ask for up to three things to do, until Enter."""
    there = sum(action.get("state", "open") in ("open", "doing") for action in sitting.get("actions") or [])
    if there >= MOST_ACTIONS:
        return
    already = f" {there} of them in the file already." if there else ""
    sitting.prompter.say(
        f"\nWhat will you do about it? Up to {MOST_ACTIONS} things, small and soon.{already} "
        "Enter when there are no more."
    )
    for number in range(there + 1, MOST_ACTIONS + 1):
        what = ask_text(sitting.prompter, f"Number {number}. What will you do?")
        if not what:
            return
        _ask_action(sitting, what)


def _ask_action(sitting: Sitting, what: str) -> None:
    action: dict[str, Any] = {"id": _new_id(sitting), "what": what}
    try:
        for key, prompt in _PARTS.items():
            said = _ask_day(sitting, prompt) if key == "by" else ask_text(sitting.prompter, prompt)
            if said:
                action[key] = said
    except (EOFError, KeyboardInterrupt, Stop):
        _save(sitting, action)
        raise
    _save(sitting, action)


def _ask_day(sitting: Sitting, prompt: str) -> date | None:
    return ask_day(sitting.prompter, prompt, sitting.today, coming=True)


def _save(sitting: Sitting, action: dict[str, Any]) -> None:
    if sitting.save(Change(("actions",), {**action, "state": "open"}, adds=True)):
        shared = "" if "partner" in action else " Without a partner it is not shared yet."
        sitting.prompter.say(f"Saved.{shared}")


def _new_id(sitting: Sitting) -> str:
    taken = {action.get("id") for action in sitting.get("actions") or []}
    return next(f"a{n}" for n in range(1, len(taken) + 2) if f"a{n}" not in taken)
