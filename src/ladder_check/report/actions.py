"""The actions as cards: harm first, then what the team has agreed, then what the answers call for."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Final

from ladder_check.model.action import Action, State
from ladder_check.model.bank import Remedy
from ladder_check.report.aspect_view import Fact
from ladder_check.report.material import NOT_KNOWN, Material
from ladder_check.report.plan import FIRST_STEP_DAYS, MOST, Proposal, propose
from ladder_check.report.view import ActionCard, Heading
from ladder_check.report.wording import day, in_a_row

NOT_SHARED: Final = "Not yet shared: no partner on the lived side is named."
STATES: Final[dict[State, str]] = {
    "open": "Agreed",
    "doing": "Being done",
    "done": "Done",
    "dropped": "Dropped",
}
WE_COULD: Final = "What we could do"
PROPOSED: Final = "Proposed. Agree it together, change it, or leave it."


def cards(material: Material) -> tuple[tuple[ActionCard, ...], tuple[ActionCard, ...]]:
    """The three to five actions to show first, and all others.

    Harm never waits behind other actions.  What is done or dropped comes last.
    """
    proposals = propose(material.case, material.profile)
    harm = [each for each in proposals if each.need == "harm"]
    # What somebody reports comes before what nobody has looked for.
    harm.sort(key=lambda each: not material.is_said_to_fail(each.about))
    rest = [each for each in proposals if each.need != "harm"]
    kept = material.case.assessment.actions
    is_open = [_kept(material, action) for action in kept if action.is_open]
    first_step = _needs_a_first_step(material)
    todo = [
        *_proposed(material, harm, first_step=first_step),
        *is_open,
        *_proposed(material, rest, first_step=first_step and not harm),
    ]
    closed = [_kept(material, action) for action in kept if not action.is_open]
    return tuple(todo[:MOST]), (*todo[MOST:], *closed)


def heading(actions: Sequence[ActionCard]) -> Heading:
    """The headings of a report with *actions*: nobody will do what nobody has agreed."""
    return Heading() if any(not card.proposed for card in actions) else Heading(actions=WE_COULD)


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

    *reason* may be the id of a question, a pair or an aspect, or words.  Where the two sides found
    different roots, both are said.
    """
    if reason is None:
        return ""
    roots = material.roots(reason)
    if len(roots) > 1:
        return f"Different roots were found: {in_a_row(roots)}."
    return roots[0] if roots else material.topic(reason)


def gap_of(material: Material, proposal: Proposal) -> str:
    """Why a *proposal* is made: the question with its answer now, or else the gap in words."""
    return material.gap(proposal.about) if proposal.about in material.questions else proposal.because


def _proposed(material: Material, proposals: Sequence[Proposal], *, first_step: bool) -> list[ActionCard]:
    """A card for each thing to do: five cards that say the same would hide the others."""
    groups: dict[Remedy, list[Proposal]] = {}
    for each in proposals:
        groups.setdefault(each.remedy, []).append(each)
    return [
        _card(material, group, first_step=first_step and place == 0)
        for place, group in enumerate(groups.values())
    ]


def _card(material: Material, group: Sequence[Proposal], *, first_step: bool) -> ActionCard:
    remedy = group[0].remedy
    soon = material.case.assessment.assessed_on + timedelta(days=FIRST_STEP_DAYS)
    aspects = dict.fromkeys(material.aspect_name(each.aspect) for each in group if each.aspect)
    facts = {
        "Area of work": "; ".join(aspects),
        "Who": remedy.owner,
        "Together with": remedy.partner,
        "A first step by": day(soon) if first_step else None,
        "Done when": remedy.done_when,
    }
    return ActionCard(
        what=remedy.do,
        because=_why(material, group),
        facts=_facts(facts),
        state=PROPOSED,
        proposed=True,
        shared=True,
    )


def _why(material: Material, group: Sequence[Proposal]) -> str:
    open_ones = [each for each in group if _is_open(material, each)]
    gaps = [gap_of(material, each) for each in group if each not in open_ones]
    if open_ones:
        gaps.append(f"Not known yet: {in_a_row(material.heading(each.about) for each in open_ones)}.")
    return " ".join(gaps)


def _is_open(material: Material, proposal: Proposal) -> bool:
    return proposal.need == "find-out" or (
        proposal.about in material.questions and material.answer(proposal.about) == NOT_KNOWN
    )


def _facts(facts: dict[str, str | None]) -> tuple[Fact, ...]:
    return tuple(Fact(label, words) for label, words in facts.items() if words)
