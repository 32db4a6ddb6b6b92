"""An action: what is asked of it, part by part, and how it gets into the file."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from ladder_check.documents.shared import Change
from ladder_check.interview.prompter import Stop, ask_day, ask_text
from ladder_check.interview.sitting import Desk

NOT_SHARED: Final = "Without a partner it is not shared yet."
SAME: Final = "same"


@dataclass(frozen=True, slots=True)
class Part:
    """One part of an action: its *key* in the file, its *name*, how it is asked, and whether it is a day."""

    key: str
    name: str
    prompt: str
    is_day: bool = False


OWNER: Final = Part("owner", "owner", "Who sees to it? A role, no name.")
PARTNER: Final = Part(
    "partner", "partner", "With whom, among people who draw on care and support, or carers?"
)
BY: Final = Part("by", "by when", "By when? A day to come.", is_day=True)
COST: Final = Part(
    "cost",
    "cost",
    "What does it cost, with paying people and with what they need to take part, such as fares?",
)
DONE_WHEN: Final = Part("done_when", "done when", "What will people see when it is done?")
CHECK_BACK: Final = Part(
    "check_back", "check back", "When will you look again, and tell people? A day to come.", is_day=True
)
FEW_PARTS: Final = (OWNER, PARTNER, BY, DONE_WHEN)
ALL_PARTS: Final = (OWNER, PARTNER, BY, COST, DONE_WHEN, CHECK_BACK)


def is_open(action: Mapping[str, Any]) -> bool:
    """Whether an action of the file is still to be done."""
    return action.get("state", "open") in ("open", "doing")


def ask_action(
    desk: Desk, known: Mapping[str, Any], parts: Sequence[Part], proposed: Mapping[str, str]
) -> str | None:
    """Ask for the *parts* of a new action and save it; its id, None if it could not be saved.

    *known* is what is known of it already, *proposed* what can be taken with a word.  What was said so
    far is saved too if somebody stops half way.
    """
    action: dict[str, Any] = {"id": new_id(desk), **known}
    try:
        for part in parts:
            said = ask_part(desk, part, proposed.get(part.key))
            if said:
                action[part.key] = said
    except (EOFError, KeyboardInterrupt, Stop):
        _save(desk, action)
        raise
    return _save(desk, action)


def ask_part(desk: Desk, part: Part, proposed: str | None = None) -> str | date | None:
    """What is said of one *part*; None if it is left.

    Raises:
        Stop: somebody wants to stop.
    """
    if part.is_day:
        return ask_day(desk.prompter, f"{part.prompt} Enter leaves it:", desk.today, coming=True)
    if proposed is None:
        return ask_text(desk.prompter, f"{part.prompt} Enter leaves it:") or None
    prompt = (
        f"{part.prompt} Proposed: “{proposed.rstrip('.')}”. Type it, or {SAME} for this; Enter leaves it out:"
    )
    said = ask_text(desk.prompter, prompt)
    return proposed if said.lower() == SAME else said or None


def add_action(desk: Desk, action: Mapping[str, Any]) -> str | None:
    """Save a new *action*, whole, with an id of its own; its id, None if it could not be saved."""
    new = {"id": new_id(desk), **action, "state": "open"}
    if not desk.save(Change(("actions",), new, adds=True)):
        return None
    return _own_id(desk)


def _own_id(desk: Desk) -> str | None:
    """The id of the newest action: another one, if somebody else took the same meanwhile."""
    *others, newest = [str(action["id"]) for action in desk.get("actions")]
    if newest not in others:
        return newest
    free = new_id(desk)
    return free if desk.save(Change(("actions", len(others), "id"), free)) else None


def new_id(desk: Desk) -> str:
    """An id that no action of the file has."""
    taken = {action.get("id") for action in desk.get("actions") or []}
    return next(f"a{n}" for n in range(1, len(taken) + 2) if f"a{n}" not in taken)


def _save(desk: Desk, action: Mapping[str, Any]) -> str | None:
    saved = add_action(desk, action)
    if saved:
        desk.prompter.say(f"Saved.{'' if 'partner' in action else f' {NOT_SHARED}'}")
    return saved
