"""`plan`: what a team will do, with whom and by when."""

from datetime import datetime
from typing import Annotated

import typer

from ladder_check.cli.options import Answers, AssessmentFile, Plain, Questions, Today

_Words = str | None
_Day = datetime | None
_DAY = ["%Y-%m-%d"]
Add = Annotated[_Words, typer.Option(metavar="WHAT", help="Add an action in your own words.")]
Take = Annotated[
    _Words, typer.Option(metavar="N", help="Take on a proposal: its number in --list, or its question.")
]
Because = Annotated[
    _Words, typer.Option(metavar="WHY", help="The question it answers, such as designing.r4, or words.")
]
AspectOf = Annotated[_Words, typer.Option(metavar="ID", help="Its area of work, such as designing.")]
Owner = Annotated[_Words, typer.Option(metavar="ROLE", help="Who sees to it. A role, no name.")]
Partner = Annotated[
    _Words, typer.Option(metavar="ROLE", help="With whom, among people who draw on care, or carers.")
]
By = Annotated[_Day, typer.Option(formats=_DAY, metavar="DAY", help="By when: a day to come.")]
Cost = Annotated[
    _Words, typer.Option(metavar="WORDS", help="With paying people, and what they need to take part.")
]
DoneWhen = Annotated[_Words, typer.Option(metavar="WORDS", help="What people will see when it is done.")]
CheckBack = Annotated[
    _Day, typer.Option(formats=_DAY, metavar="DAY", help="When you look again and tell people.")
]
States = Annotated[
    list[str] | None,
    typer.Option(metavar="ID=STATE", help="Such as a1=done: open, doing, done, dropped. May be repeated."),
]
Reason = Annotated[_Words, typer.Option(metavar="WORDS", help="Why it is dropped.")]
List = Annotated[bool, typer.Option("--list", help="Show what is open and what is proposed. Asks nothing.")]


def plan(
    assessment_file: AssessmentFile,
    list_: List = False,
    add: Add = None,
    take: Take = None,
    because: Because = None,
    aspect: AspectOf = None,
    owner: Owner = None,
    partner: Partner = None,
    by: By = None,
    cost: Cost = None,
    done_when: DoneWhen = None,
    check_back: CheckBack = None,
    state: States = None,
    reason: Reason = None,
    answers: Answers = None,
    today: Today = None,
    questions: Questions = None,
    plain: Plain = False,
) -> None:
    """Take on actions, add your own, move and close them.

    It shows what is open and what the answers call for, and asks what to do. With --list, --add, --take or
    --state it asks nothing. Where there is nobody to ask, as in a CI job, it does as with --list and ends
    with status 0: a plan is never a reason to fail. --take without more takes the proposed owner and partner.
    """
    from ladder_check.cli.lines import find_lines, no_lines
    from ladder_check.cli.options import day_of
    from ladder_check.documents.library import shelf_for
    from ladder_check.interview.plan_wishes import PlanWishes, carry_out
    from ladder_check.interview.planning import open_plan

    words = {"because": because, "aspect": aspect, "owner": owner, "partner": partner, "cost": cost}
    days = {"by": by and by.date(), "check_back": check_back and check_back.date()}
    parts = {**words, "done_when": done_when, **days}
    said = {key: value for key, value in parts.items() if value is not None}
    wishes = PlanWishes(list_, add, take, tuple(state or ()), reason, said)
    lines = find_lines(answers, plain=plain) if wishes.asks else None
    shelf = shelf_for(assessment_file, questions or ())
    opened = open_plan(lines or no_lines(plain=plain), assessment_file, shelf, day_of(today))
    if not carry_out(opened, wishes, can_ask=lines is not None):
        raise typer.Exit(130)
