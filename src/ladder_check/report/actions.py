"""The actions as cards: harm first, then what the team has agreed, then what the answers call for."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Final

from ladder_check.model.action import Action, State
from ladder_check.report.aspect_view import Fact
from ladder_check.report.material import Material
from ladder_check.report.plan import FIRST_STEP_DAYS, MOST, Proposal, propose
from ladder_check.report.view import ActionCard
from ladder_check.report.wording import day, in_a_row

NOT_SHARED: Final = "Not yet shared: no partner on the lived side is named."
STATES: Final[dict[State, str]] = {
    "open": "Agreed",
    "doing": "Being done",
    "done": "Done",
    "dropped": "Dropped",
}
PROPOSED: Final = "Proposed. Agree it together, change it, or leave it."


def cards(material: Material) -> tuple[tuple[ActionCard, ...], tuple[ActionCard, ...]]:
    """The three to five actions to show first, and all others.

    Harm never waits behind other actions.  What is done or dropped comes last.
    """
    proposals = propose(material.case, material.profile)
    harm = [each for each in proposals if each.need == "harm"]
    find_out = [each for each in proposals if each.need == "find-out"]
    rest = [each for each in proposals if each.need not in ("harm", "find-out")]
    kept = material.case.assessment.actions
    is_open = [_kept(material, action) for action in kept if action.is_open]
    first_step = _needs_a_first_step(material)
    todo = [
        *_proposed(material, harm, first_step=first_step),
        *is_open,
        *_proposed(material, rest, first_step=first_step and not harm),
        *_to_find_out(material, find_out),
    ]
    closed = [_kept(material, action) for action in kept if not action.is_open]
    return tuple(todo[:MOST]), (*todo[MOST:], *closed)


def _needs_a_first_step(material: Material) -> bool:
    soon = material.case.assessment.assessed_on + timedelta(days=FIRST_STEP_DAYS)
    dates = [action.by for action in material.case.assessment.actions if action.is_open and action.by]
    return all(date > soon for date in dates)


def _kept(material: Material, action: Action) -> ActionCard:
    facts = {
        "Area of work": material.aspect_name(action.aspect) if action.aspect else None,
        "Who": action.owner or "Nobody is named yet.",
        "Together with": action.partner or NOT_SHARED,
        "By": day(action.by) if action.by else "No date yet.",
        "What it costs": action.cost,
        "Done when": action.done_when,
        "We check on": day(action.check_back) if action.check_back else None,
        "Dropped because": action.dropped_because,
    }
    return ActionCard(
        what=action.what,
        because=because(material, action.because),
        facts=_facts(facts),
        state=STATES[action.state],
        proposed=False,
        shared=action.is_shared,
    )


def because(material: Material, reason: str | None) -> str:
    """Why an action is there: the root that was found, or the gap it closes, or what somebody wrote.

    *reason* may be the id of a question, or words.
    """
    if reason is None:
        return ""
    full_id = material.full_id(reason)
    if full_id is None:
        return reason
    whys = [why for why in material.case.assessment.whys if material.full_id(why.about) == full_id]
    root = next((why.root for why in whys if why.root), None)
    return root or material.gap(full_id)


def _proposed(material: Material, proposals: Sequence[Proposal], *, first_step: bool) -> list[ActionCard]:
    return [
        _card(material, proposal, first_step=first_step and place == 0)
        for place, proposal in enumerate(proposals)
    ]


def _to_find_out(material: Material, proposals: Sequence[Proposal]) -> list[ActionCard]:
    """One card for all that is not known: five cards that say the same would hide the others."""
    if not proposals:
        return []
    card = _card(material, replace(proposals[0], aspect=None), first_step=False)
    questions = in_a_row(material.heading(each.about) for each in proposals)
    return [replace(card, because=f"Not known yet: {questions}.")]


def _card(material: Material, proposal: Proposal, *, first_step: bool) -> ActionCard:
    soon = material.case.assessment.assessed_on + timedelta(days=FIRST_STEP_DAYS)
    facts = {
        "Area of work": material.aspect_name(proposal.aspect) if proposal.aspect else None,
        "Who": proposal.remedy.owner,
        "Together with": proposal.remedy.partner,
        "A first step by": day(soon) if first_step else None,
        "Done when": proposal.remedy.done_when,
    }
    return ActionCard(
        what=proposal.remedy.do,
        because=_why(material, proposal),
        facts=_facts(facts),
        state=PROPOSED,
        proposed=True,
        shared=True,
    )


def _why(material: Material, proposal: Proposal) -> str:
    return material.gap(proposal.about) if proposal.about in material.questions else proposal.because


def _facts(facts: dict[str, str | None]) -> tuple[Fact, ...]:
    return tuple(Fact(label, words) for label, words in facts.items() if words)
