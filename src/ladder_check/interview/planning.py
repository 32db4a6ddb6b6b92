"""The plan: take on what is proposed, add one's own, move and close what is there."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, Final

from ladder_check.documents.document import parse
from ladder_check.documents.library import Shelf, build_case
from ladder_check.documents.shared import Change, SharedFile
from ladder_check.errors import LadderCheckError
from ladder_check.interview.actions import ALL_PARTS, Part, ask_action, ask_part
from ladder_check.interview.plan_page import Listed, listed, page, reason, remarks
from ladder_check.interview.prompter import (
    Choice,
    Prompter,
    ask_choice,
    ask_line,
    ask_needed,
    heard,
    sentence,
)
from ladder_check.interview.sitting import Desk, as_typed, sit
from ladder_check.report.material import Material, gather
from ladder_check.report.plan import Proposal
from ladder_check.scoring.profile import score

_WHAT: Final = Part("what", "what", "What will you do?")
_MOVES: Final = (
    Choice("doing", "g", "being done"),
    Choice("done", "d", "done"),
    Choice("open", "o", "open"),
    Choice("dropped", "x", "dropped"),
    Choice("change", "c", "change a part"),
    Choice("keep", "k", "as it is"),
)


@dataclass
class Plan(Desk):
    """A plan on the desk.  *things* are what the numbers stand for that were last seen."""

    prompter: Prompter
    file: SharedFile
    today: date
    shelf: Shelf
    things: list[Listed] = field(default_factory=list)

    def material(self) -> Material:
        """What the file says now, scored.

        Raises:
            InvalidDocument: somebody has made the file unusable meanwhile.
        """
        case = build_case(parse(self.file.text.encode("utf-8"), str(self.file.path)), self.shelf)
        return gather(case, score(case))

    def place(self, action_id: str) -> int:
        """Where an action stands in the file.

        Raises:
            LadderCheckError: it is not there.
        """
        ids = [action["id"] for action in self.get("actions") or []]
        if action_id not in ids:
            listed_ids = ", ".join(ids) or "none"
            raise LadderCheckError(
                f"There is no action {action_id!r} in {self.file.path}. There: {listed_ids}."
            )
        return ids.index(action_id)


def open_plan(prompter: Prompter, path: Path, shelf: Shelf, today: date) -> Plan:
    """The plan of the assessment at *path*, read and checked.

    Raises:
        LadderCheckError: the file is not there or not right.
    """
    plan = Plan(prompter, SharedFile.open(path), today, shelf)
    plan.things = listed(plan.material())
    return plan


def show(plan: Plan) -> None:
    """Say the whole page, numbered anew, and what the plan still lacks."""
    material = plan.material()
    plan.things = listed(material)
    plan.prompter.say(page(material, plan.things, plan.today))
    _say_remarks(plan)


def _say_remarks(plan: Plan) -> None:
    lacking = remarks(plan.material().case.assessment.actions, plan.today)
    if lacking:
        plan.prompter.say("\n".join(lacking))


def ask_plan(plan: Plan) -> bool:
    """Ask what to do until it is done; whether it came to an end that was not an interruption."""
    file = as_typed(plan.file.path)
    go_on = f"Everything said so far is saved in {plan.file.path}. To go on, type:\nladder-check plan {file}"
    return sit(plan.prompter, lambda: _ask(plan), lambda: go_on)


def _ask(plan: Plan) -> None:
    plan.prompter.say(page(plan.material(), plan.things, plan.today))
    while True:
        number = f"a number from 1 to {len(plan.things)}, " if plan.things else ""
        ways = f"Type {number}add for something of your own, list to see this again, or done; q stops:"
        typed = ask_line(plan.prompter, ways).lower()
        if typed in ("done", "d"):
            break
        _obey(plan, typed)
    _say_remarks(plan)
    file = as_typed(plan.file.path)
    plan.prompter.say(
        f"All saved in {plan.file.path}. To print it and talk about it:\nladder-check report {file}"
    )


def _obey(plan: Plan, typed: str) -> None:
    if typed in ("add", "a"):
        _add(plan)
    elif typed in ("list", "l"):
        plan.things = listed(plan.material())
        plan.prompter.say(page(plan.material(), plan.things, plan.today))
    elif typed.isdecimal() and 1 <= int(typed) <= len(plan.things):
        _open_number(plan, int(typed))
    else:
        plan.prompter.say(f"{heard(typed, 'on this page')}. Nothing has changed.")


def _add(plan: Plan) -> None:
    what = ask_needed(plan.prompter, "What will you do?")
    added = ask_action(plan, {"what": what}, ALL_PARTS, {})
    if added:
        plan.things.append(added)
        plan.prompter.say(f"It is number {len(plan.things)} now.")


def _open_number(plan: Plan, number: int) -> None:
    thing = plan.things[number - 1]
    if isinstance(thing, str):
        _move(plan, thing)
        return
    taken = _take(plan, thing)
    if taken:
        # The number stays with what it stood for.
        plan.things[number - 1] = taken


def _take(plan: Plan, proposal: Proposal) -> str | None:
    plan.prompter.say(proposal.remedy.do)
    return ask_action(plan, known_of(plan.material(), proposal), ALL_PARTS, proposed_by(proposal))


def known_of(material: Material, proposal: Proposal) -> dict[str, str]:
    """What an action for *proposal* does, and why."""
    aspect = {"aspect": proposal.aspect} if proposal.aspect else {}
    return {"what": proposal.remedy.do, "because": reason(material, proposal), **aspect}


def proposed_by(proposal: Proposal) -> dict[str, str]:
    """The parts of an action that *proposal* has words for."""
    remedy = proposal.remedy
    return {"owner": remedy.owner, "partner": remedy.partner, "done_when": remedy.done_when}


def _move(plan: Plan, action_id: str) -> None:
    """Move, close or change an action of the file."""
    action = plan.get("actions", plan.place(action_id))
    plan.prompter.say(f"{sentence(str(action['what']))} ({action_id})")
    prompt = (
        "Is it being done (g), done (d), open (o) or dropped (x), shall we change (c) a part of it, "
        "or keep (k) it as it is?"
    )
    move = ask_choice(plan.prompter, prompt, _MOVES, optional=False)
    if move == "change":
        _change(plan, action_id)
    elif move and move != "keep":
        why = ask_needed(plan.prompter, "Why is it dropped?") if move == "dropped" else None
        _say_saved(plan, saved=plan.save(*state_changes(plan, action_id, move, why)))


def state_changes(plan: Plan, action_id: str, state: str, why: str | None) -> list[Change]:
    """What brings an action to a *state*; *why* it was dropped goes with it, and goes away when it is not."""
    path = ("actions", plan.place(action_id))
    changes = [Change((*path, "state"), state)]
    if why:
        return [*changes, Change((*path, "dropped_because"), why)]
    stale = plan.get(*path, "dropped_because") is not None
    return [*changes, *([Change((*path, "dropped_because"), removes=True)] if stale else [])]


def _change(plan: Plan, action_id: str) -> None:
    """Change parts of an action, each saved at once, until Enter."""
    parts = [_WHAT, *ALL_PARTS]
    choices = [Choice(part.key, str(number), part.name) for number, part in enumerate(parts, 1)]
    action: Mapping[str, Any] = plan.get("actions", plan.place(action_id))
    lines = [
        f"  {n}. {part.name}: {action.get(part.key) or 'nothing yet'}" for n, part in enumerate(parts, 1)
    ]
    plan.prompter.say("\n".join(["It says now:", *lines]))
    while True:
        prompt = "Which part? Type its number, or Enter when there is no more to change:"
        key = ask_choice(plan.prompter, prompt, choices, optional=True)
        if key is None:
            return
        said = ask_part(plan, next(part for part in parts if part.key == key))
        if said:
            _say_saved(plan, saved=plan.save(Change(("actions", plan.place(action_id), key), said)))


def _say_saved(plan: Plan, *, saved: bool) -> None:
    if saved:
        plan.prompter.say("Saved.")
