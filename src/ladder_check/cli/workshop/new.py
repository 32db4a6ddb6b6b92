"""`workshop new`: a record for a day, from a file, from flags, or asked step by step."""

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from ladder_check.cli.options import Answers, Plain, Questions, RecordFile, Today

if TYPE_CHECKING:
    from ladder_check.documents.library import Shelf
    from ladder_check.model.room import Session

_Words = str | None
_Several = list[str] | None
From = Annotated[
    Path | None, typer.Option("--from", metavar="FILE", help="All of it from a file, such as day.yaml.")
]
Title = Annotated[_Words, typer.Option(metavar="WORDS", help="What it is called.")]
On = Annotated[
    datetime | None,
    typer.Option(formats=["%Y-%m-%d"], metavar="DAY", help="When it is, such as 2026-11-03."),
]
AspectOf = Annotated[
    _Several, typer.Option(metavar="ID", help="Ask about this area of work. May be repeated.")
]
BankOf = Annotated[_Several, typer.Option(metavar="ID", help="Ask all of this bank. May be repeated.")]
QuestionOf = Annotated[
    _Several,
    typer.Option(metavar="ID", help="Ask only this, such as ladder.designing.r4. May be repeated."),
]
Invite = Annotated[
    _Several, typer.Option(metavar="WHO=N", help="How many are invited, such as people=9. May be repeated.")
]
SmallGroup = Annotated[
    int | None, typer.Option(metavar="N", help="What fewer people answered is not shown: 5, 10 or 3.")
]
AgreedBy = Annotated[_Words, typer.Option(metavar="WORDS", help="For 3: who agreed to it, and when.")]
Purpose = Annotated[_Words, typer.Option(metavar="WORDS", help="What it is for.")]
Organisation = Annotated[_Words, typer.Option(metavar="WORDS", help="Whose work it is.")]
Work = Annotated[_Words, typer.Option(metavar="WORDS", help="Which piece of work it is about.")]


def new(
    record_file: RecordFile,
    from_: From = None,
    title: Title = None,
    on: On = None,
    aspect: AspectOf = None,
    bank: BankOf = None,
    question: QuestionOf = None,
    invite: Invite = None,
    small_group: SmallGroup = None,
    agreed_by: AgreedBy = None,
    purpose: Purpose = None,
    organisation: Organisation = None,
    work: Work = None,
    answers: Answers = None,
    today: Today = None,
    questions: Questions = None,
    plain: Plain = False,
) -> None:
    """Make the record of a workshop, and open its first round.

    With --from or other flags it asks nothing; without, it asks step by step. What is set can be set anew
    until somebody has answered. Beside the record, .gitignore is told never to commit it.
    """
    from ladder_check.cli.lines import no_lines
    from ladder_check.documents.library import shelf_for
    from ladder_check.interview.sitting import as_typed
    from ladder_check.report.progress import next_steps
    from ladder_check.workshop.creation import must_allow_new
    from ladder_check.workshop.day import begin, set_out
    from ladder_check.workshop.progress import progress_of
    from ladder_check.workshop.record import open_record

    words = {"title": title, "agreed-by": agreed_by, "purpose": purpose, "organisation": organisation}
    lists = {"aspects": aspect, "banks": bank, "agenda": question, "perspectives": invite}
    others = {"on": on and on.date(), "small-group": small_group, "work": work}
    said = {key: value for key, value in {**words, **lists, **others}.items() if value not in (None, [])}
    must_allow_new(record_file)
    shelf = shelf_for(record_file, questions or ())
    session = _session(shelf, from_, said, (answers, today, plain))
    was_there = begin(record_file, set_out(session, shelf))
    with open_record(record_file) as record:
        progress = progress_of(record, as_typed(record_file))
    no_lines(plain=True).say(f"{_saved(record_file, was_there=was_there)}\n{next_steps(progress)}")


def _session(shelf: "Shelf", file: Path | None, said: dict[str, Any], asking: Any) -> "Session":
    from ladder_check.cli.options import day_of
    from ladder_check.errors import LadderCheckError
    from ladder_check.workshop.day import read_invited, read_session, session_of

    if file and said:
        raise LadderCheckError("Either take all of it from a file with --from, or say all of it with flags.")
    if file:
        return read_session(file, shelf)
    if not said:
        return _asked(shelf, *asking)
    invited = {"perspectives": read_invited(said.get("perspectives", ()))}
    return session_of({"on": day_of(asking[1]), **said, **invited})


def _asked(shelf: "Shelf", answers: Path | None, today: str | None, plain: bool) -> "Session":
    from ladder_check.cli.lines import open_lines
    from ladder_check.cli.options import day_of
    from ladder_check.interview.room_new import ask_session
    from ladder_check.interview.sitting import sit

    made: list[Session] = []
    lines = open_lines(answers, plain=plain)
    ended = sit(
        lines, lambda: made.append(ask_session(lines, shelf, day_of(today))), lambda: "Nothing was saved."
    )
    if not made:
        raise typer.Exit(0 if ended else 130)
    return made[0]


def _saved(path: Path, *, was_there: bool) -> str:
    anew = " It was set anew: nobody had answered yet." if was_there else ""
    return f"Saved as {path}.{anew} Round 1 is open."
