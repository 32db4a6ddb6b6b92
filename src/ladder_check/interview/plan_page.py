"""The plan in words: what is open, what the answers call for, and what a plan still lacks."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Final

from ladder_check.interview.prompter import sentence
from ladder_check.model.action import Action
from ladder_check.report.actions import STATES, because, gap_of
from ladder_check.report.material import Material
from ladder_check.report.plan import FIRST_STEP_DAYS, MOST, Proposal, propose
from ladder_check.report.wording import day, in_a_row

FEWEST: Final = 3
Listed = str | Proposal
"""What a number of the page stands for: the id of an action, or a proposal."""


def listed(material: Material) -> list[Listed]:
    """What the page lists, in order: the open actions, then the proposals."""
    actions = [action.id for action in material.case.assessment.actions if action.is_open]
    return [*actions, *propose(material.case, material.profile)]


def page(material: Material, things: Sequence[Listed], today: date) -> str:
    """Every one of *things*, numbered, and why it is there."""
    lines = [f"The plan of {sentence(material.case.assessment.title)}"]
    heading = ""
    for number, (thing, before) in enumerate(zip(things, [None, *things], strict=False), 1):
        name = "In your file:" if isinstance(thing, str) else "Proposed by your answers, most needed first:"
        lines += [name] if name != heading else []
        heading = name
        first, *others = _said(material, thing, before, today)
        lines += [f"  {number}. {first}", *(f"     {line}" for line in others)]
    if not things:
        lines.append("Nothing is open, and the answers call for nothing more.")
    return "\n".join(lines)


def _said(material: Material, thing: Listed, before: Listed | None, today: date) -> list[str]:
    if isinstance(thing, str):
        return _action(material, _action_called(material, thing), today)
    if isinstance(before, Proposal) and before.remedy == thing.remedy:
        # Several that ask for the same are one thought: what to do is said once.
        return [f"The same, because: {sentence(gap_of(material, thing))}"]
    return _proposal(material, thing)


def _action_called(material: Material, action_id: str) -> Action:
    return next(action for action in material.case.assessment.actions if action.id == action_id)


def _action(material: Material, action: Action, today: date) -> list[str]:
    when = f"By {day(action.by)}" if action.by else "No date yet"
    passed = " (that day has passed)" if action.by and action.by < today else ""
    who = f"Who: {action.owner or 'nobody is named yet'}. With: {action.partner or 'not yet shared'}."
    why = because(material, action.because)
    return [
        f"{sentence(action.what)} ({action.id})",
        f"{who} {when}{passed}. {STATES[action.state]}.",
        *([f"Because: {why}"] if why else []),
    ]


def _proposal(material: Material, proposal: Proposal) -> list[str]:
    remedy = proposal.remedy
    return [
        remedy.do,
        f"Who: {sentence(remedy.owner)} With: {sentence(remedy.partner)} Done when: {remedy.done_when}",
        f"Because: {sentence(gap_of(material, proposal))}",
    ]


def reason(material: Material, proposal: Proposal) -> str:
    """What an action for *proposal* names as its reason: a question or a pair by its id, or the words."""
    bank, _, short = proposal.about.partition(".")
    if proposal.about in material.questions:
        return short if bank == material.case.ladder_bank.id else proposal.about
    return proposal.about if material.pair(proposal.about) else proposal.because


def remarks(actions: Sequence[Action], today: date) -> list[str]:
    """What a plan still lacks, in sentences."""
    open_ = [action for action in actions if action.is_open]
    if not open_:
        return ["Nothing is open in your file. Three to five things, small and soon, make a good plan."]
    return [*_about_sharing(open_), *_about_time(open_, today), *_about_number(len(open_))]


def _about_sharing(actions: Sequence[Action]) -> Iterator[str]:
    alone = [action.what for action in actions if not action.is_shared]
    if alone:
        yield f"Not yet shared, because no partner on the lived side is named: {in_a_row(alone)}."


def _about_time(actions: Sequence[Action], today: date) -> Iterator[str]:
    past = [action.what for action in actions if action.by and action.by < today]
    if past:
        yield f"The day has passed for {in_a_row(past)}. Is it done, or does it need a new day?"
    soon = today + timedelta(days=FIRST_STEP_DAYS)
    if not any(action.by and today <= action.by <= soon for action in actions):
        yield (
            f"No first step falls within {FIRST_STEP_DAYS} days, by {day(soon)}. "
            "A small one that people can see soon keeps trust."
        )


def _about_number(number: int) -> Iterator[str]:
    if number < FEWEST:
        yield f"Open: {number}. Three to five is a good number to have in hand."
    elif number > MOST:
        yield f"Open: {number}. More than five is much at once: which matter most to people?"
