"""The plan from a script: everything is said beforehand, and nothing is asked."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Final, get_args

from ladder_check.documents.characters import clean
from ladder_check.documents.shared import Change
from ladder_check.errors import LadderCheckError, UnknownName
from ladder_check.interview.actions import NOT_SHARED, add_action
from ladder_check.interview.gaps import find_gap
from ladder_check.interview.plan_page import reason
from ladder_check.interview.planning import Plan, ask_plan, known_of, proposed_by, show, state_changes
from ladder_check.interview.prompter import sentence
from ladder_check.model.action import State
from ladder_check.report.material import Material
from ladder_check.report.plan import Proposal

_ID: Final = re.compile(r"\w+(\.\w+)+")
_STATES: Final[tuple[State, ...]] = get_args(State)


@dataclass(frozen=True, slots=True)
class PlanWishes:
    """What was said on the command line.

    *parts* are the parts of the action that is added or taken on, by their keys in the file; *states*
    what becomes of which action, such as a1=done; *reason* why one is dropped.
    """

    lists: bool = False
    add: str | None = None
    take: str | None = None
    states: Sequence[str] = ()
    reason: str | None = None
    parts: Mapping[str, str | date] = field(default_factory=dict)

    @property
    def asks(self) -> bool:
        """Whether nothing was said, so that there is something to ask."""
        said = (self.lists, self.add is not None, self.take, self.states, self.reason, self.parts)
        return not any(said)


def carry_out(plan: Plan, wishes: PlanWishes, *, can_ask: bool) -> bool:
    """Do what *wishes* say; if nothing, ask, or with nobody to ask show the page; whether nobody interrupted.

    Raises:
        LadderCheckError: something cannot be done; the file is as it was.
    """
    if wishes.asks and can_ask:
        return ask_plan(plan)
    if wishes.asks:
        show(plan)
    else:
        apply(plan, wishes)
    return True


def apply(plan: Plan, wishes: PlanWishes) -> None:
    """Do all that *wishes* say, or nothing if any of it cannot be done.

    Raises:
        LadderCheckError: something cannot be done; the file is as it was.
    """
    moves = [change for each in wishes.states for change in _moves(plan, each, wishes.reason)]
    new = _new_action(plan, wishes)
    if moves and not plan.save(*moves):
        raise LadderCheckError("Nothing was written.")
    for each in wishes.states:
        plan.prompter.say(f"Saved: {each}.")
    if new:
        _add(plan, new)
    if wishes.lists:
        show(plan)


def _moves(plan: Plan, wish: str, why: str | None) -> list[Change]:
    action_id, _, state = wish.partition("=")
    if state not in _STATES:
        raise LadderCheckError(f"--state {wish}: write the action and its state, such as a1=done. {_known()}")
    if state == "dropped" and not why:
        raise LadderCheckError(f"--state {wish}: say why it is dropped, with --reason.")
    return state_changes(plan, action_id, state, clean(why) if why and state == "dropped" else None)


def _known() -> str:
    return f"States: {', '.join(_STATES)}."


def _new_action(plan: Plan, wishes: PlanWishes) -> dict[str, str | date]:
    """The action to add, if any."""
    _check_which(wishes)
    if wishes.add is None and not wishes.take:
        return {}
    material = plan.material()
    parts = {key: clean(value) if isinstance(value, str) else value for key, value in wishes.parts.items()}
    _check_parts(plan, material, parts)
    if wishes.take:
        proposal = _find(plan, material, wishes.take)
        return {**known_of(material, proposal), **proposed_by(proposal), **parts}
    return {"what": clean(wishes.add or ""), **parts}


def _check_which(wishes: PlanWishes) -> None:
    """One action at a time, with words in all that is said of it."""
    if wishes.add is not None and wishes.take:
        raise LadderCheckError("Either --add one of your own, or --take one that is proposed; one at a time.")
    if wishes.reason and not wishes.states:
        raise LadderCheckError(
            "--reason says why an action is dropped. Name it too, such as --state a1=dropped."
        )
    if wishes.parts and wishes.add is None and not wishes.take:
        raise LadderCheckError("These are parts of an action. Name it too, with --add or --take.")
    for flag, said in {"add": wishes.add, "reason": wishes.reason, **wishes.parts}.items():
        if isinstance(said, str) and not clean(said):
            raise LadderCheckError(f"--{flag.replace('_', '-')}: say it in a few words.")


def _check_parts(plan: Plan, material: Material, parts: Mapping[str, str | date]) -> None:
    if _ID.fullmatch(str(parts.get("because"))):
        # Something that looks like a question must be one; anything else is words.
        find_gap(material, str(parts["because"]))
    aspects = [aspect.id for aspect in material.case.ladder_bank.aspects]
    if "aspect" in parts and parts["aspect"] not in aspects:
        raise UnknownName("area of work", str(parts["aspect"]), aspects)
    for key, value in parts.items():
        if isinstance(value, date) and value < plan.today:
            flag = key.replace("_", "-")
            raise LadderCheckError(f"--{flag} {value.isoformat()} is before today. Name a day to come.")


def _find(plan: Plan, material: Material, wanted: str) -> Proposal:
    """The proposal of that number on the page, or about that question."""
    for number, thing in enumerate(plan.things, 1):
        if isinstance(thing, Proposal) and wanted in (str(number), thing.about, reason(material, thing)):
            return thing
    numbers = [n for n, thing in enumerate(plan.things, 1) if isinstance(thing, Proposal)]
    known = (
        f"Proposed: {numbers[0]} to {numbers[-1]}; --list shows them." if numbers else "Nothing is proposed."
    )
    raise LadderCheckError(f"--take {wanted}: that is not the number of a proposal. {known}")


def _add(plan: Plan, new: Mapping[str, str | date]) -> None:
    added = add_action(plan, new)
    if added is None:
        raise LadderCheckError("Nothing was written.")
    shared = "" if "partner" in new else f" {NOT_SHARED}"
    plan.prompter.say(f"Saved as {added}: {sentence(str(new['what']))}{shared}")
