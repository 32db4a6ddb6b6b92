"""Actions: who does what, with whom, by when (LC6xx)."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Final

from ladder_check.lint.rule import Hit, Path, Severity, Sheet, rule
from ladder_check.model.action import Action
from ladder_check.scoring.settle import Held, settle_sides

FIRST_STEP: Final = timedelta(days=30)


@rule("LC601", "action-without-owner", Severity.WARNING)
def action_without_owner(sheet: Sheet) -> Iterator[Hit]:
    """Every open action has an owner: a role, not a name.

    Why: what belongs to everybody is done by nobody.

    Fails:
        actions: [{id: a1, what: Pay fares on the day}]

    Passes:
        actions: [{id: a1, what: Pay fares on the day, owner: Finance lead}]
    """
    for path, action in _open(sheet):
        if action.owner is None:
            yield (
                path,
                f"Nobody owns {action.id}. Either agree who does (owner, a role), or drop it and say why.",
            )


@rule("LC602", "action-without-partner", Severity.WARNING)
def action_without_partner(sheet: Sheet) -> Iterator[Hit]:
    """Every open action has a partner on the lived side.

    Why: an action that only staff carry is not yet shared.

    Fails:
        actions: [{id: a1, what: Pay fares on the day, owner: Finance lead}]

    Passes:
        actions: [{id: a1, what: Pay fares on the day, owner: Finance lead, partner: People's group}]
    """
    for path, action in _open(sheet):
        if action.partner is None:
            yield (
                path,
                f"Nobody who draws on care and support, and no carer, shares {action.id} yet. "
                "Either ask who would like to (partner), or talk over whether it is the right action.",
            )


@rule("LC603", "action-without-date", Severity.WARNING)
def action_without_date(sheet: Sheet) -> Iterator[Hit]:
    """Every open action says by when.

    Why: without a day nobody can ask whether it was done.

    Fails:
        actions: [{id: a1, what: Pay fares on the day}]

    Passes:
        actions: [{id: a1, what: Pay fares on the day, by: 2026-12-01}]
    """
    for path, action in _open(sheet):
        if action.by is None:
            yield path, f"{action.id} has no day. Either agree one (by), or drop it and say why."


@rule("LC604", "action-overdue", Severity.WARNING, scheduled=Severity.ERROR)
def action_overdue(sheet: Sheet) -> Iterator[Hit]:
    """The day of an open action has not passed.

    Why: people were told a day. If it moves, they hear it first.

    Fails:
        today: 2026-12-02
        actions: [{id: a1, what: Pay fares on the day, by: 2026-12-01}]

    Passes:
        today: 2026-12-02
        actions: [{id: a1, what: Pay fares on the day, by: 2026-12-01, state: done}]
    """
    for path, action in _open(sheet):
        if action.by is not None and action.by < sheet.world.today:
            yield (
                (*path, "by"),
                f"{action.id} was to be done by {action.by}. "
                "Either write what became of it (state), or tell people and agree a new day.",
            )


@rule("LC605", "action-without-cost", Severity.WARNING)
def action_without_cost(sheet: Sheet) -> Iterator[Hit]:
    """Every open action says what it costs: people's time, travel and access too.

    Why: what is not budgeted is paid for by people. "Nothing" is an answer.

    Fails:
        actions: [{id: a1, what: Pay fares on the day}]

    Passes:
        actions: [{id: a1, what: Pay fares on the day, cost: "£400 for time and travel"}]
    """
    for path, action in _open(sheet):
        if action.cost is None:
            yield (
                path,
                f"{action.id} does not say what it costs. "
                "Either write it (cost), people's time and access included, or write that it costs nothing.",
            )


@rule("LC606", "no-first-step", Severity.WARNING)
def no_first_step(sheet: Sheet) -> Iterator[Hit]:
    """While actions are open, one was for the first 30 days after the assessment.

    Why: people gave their time. Something they can see soon shows that it counted.

    Fails:
        actions: [{id: a1, what: Pay fares on the day, by: 2026-12-04}]

    Passes:
        actions: [{id: a1, what: Pay fares on the day, by: 2026-12-03}]
    """
    soon = sheet.case.assessment.assessed_on + FIRST_STEP
    kept = [action for action in sheet.case.assessment.actions if action.state != "dropped"]
    if any(action.is_open for action in kept) and not any(a.by and a.by <= soon for a in kept):
        yield (
            ("actions",),
            f"No action is for the first 30 days, up to {soon}. "
            "Either choose a small first step, or bring one of these forward.",
        )


@rule("LC607", "harm-without-action", Severity.WARNING)
def harm_without_action(sheet: Sheet) -> Iterator[Hit]:
    """Where somebody says that people are pressed, used, neglected or afraid, an open action is about it.

    Why: it comes before everything else on the ladder, and somebody has to be on it now.

    Fails:
        answers: {ladder: {deciding.r1: {lived: 1}}}

    Passes:
        answers: {ladder: {deciding.r1: {lived: 1}}}
        actions: [{id: a1, what: Ask people in private, because: deciding.r1}]
    """
    bank = sheet.case.ladder_bank
    about = {action.because for action in sheet.case.assessment.actions if action.is_open}
    gates = [indicator for indicator in bank.indicators if indicator.role == "gate"]
    for aspect, gate in ((each, gate) for each in sheet.aspects if each.gate_fails for gate in gates):
        question = f"{aspect.aspect.id}.{gate.id}"
        # What was said: an answer that fails only because nothing shows it is no report of harm.
        said = settle_sides(sheet.case.assessment.answers_to(bank.id, question), None)
        harms = any(level.held is Held.NO for level in said.values())
        if harms and not about & {question, f"{bank.id}.{question}", gate.ask[aspect.aspect.id]}:
            yield (
                ("answers", bank.id, question),
                f"{aspect.aspect.name}: people may not feel safe, and no open action is about it. "
                f"Either add one `because: {question}`, or, if the answer is a slip, ask in private.",
            )


def _open(sheet: Sheet) -> Iterator[tuple[Path, Action]]:
    for number, action in enumerate(sheet.case.assessment.actions):
        if action.is_open:
            yield ("actions", number), action
