"""`check`: what is not honest or not kept up in assessments, banks and ladders."""

from collections import Counter
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from ladder_check.cli.options import Questions, Today

if TYPE_CHECKING:
    from ladder_check.cli.judged import Judged


class FindingsFormat(StrEnum):
    """How the findings are shown."""

    text = "text"
    github = "github"
    gitlab = "gitlab"
    sarif = "sarif"
    junit = "junit"
    json = "json"
    markdown = "markdown"


FROM_ROOT: Final = (
    FindingsFormat.github,
    FindingsFormat.gitlab,
    FindingsFormat.sarif,
    FindingsFormat.junit,
)
"""The formats whose readers know files by their path from the top of the repository."""


class FailOn(StrEnum):
    """What ends with status 1."""

    warning = "warning"
    error = "error"


Paths = Annotated[
    list[str], typer.Argument(metavar="PATH...", help="Files, folders or globs; - for standard input.")
]
Format = Annotated[
    FindingsFormat | None, typer.Option(help="By default text, and github where GITHUB_ACTIONS is set.")
]
To = Annotated[Path | None, typer.Option(metavar="FILE", help="Write the findings to this file.")]
Select = Annotated[
    list[str] | None,
    typer.Option(metavar="CODES", help="Ask only these rules, such as LC3,LC401. May be repeated."),
]
Extend = Annotated[
    list[str] | None, typer.Option(metavar="CODES", help="Ask these too, beside those selected.")
]
Ignore = Annotated[list[str] | None, typer.Option(metavar="CODES", help="Leave these rules out.")]
From = Annotated[FailOn, typer.Option(help="From which weight on the status is 1.")]
Strict = Annotated[bool, typer.Option("--strict", help="The same as --fail-on warning.")]
ExitZero = Annotated[
    bool, typer.Option("--exit-zero", help="Status 0 whatever is found, if all could be checked.")
]
Statistics = Annotated[bool, typer.Option("--statistics", help="Say how often each rule found something.")]
Base = Annotated[
    str | None, typer.Option(metavar="REV", help="Compare with where the change began, such as origin/main.")
]
Scheduled = Annotated[
    bool, typer.Option("--scheduled", help="A timetable asks, not a change: what went stale is an error.")
]
Fix = Annotated[
    bool,
    typer.Option(
        "--fix", help="Put right what has one right answer, and check what is left. Never an answer."
    ),
]
Diff = Annotated[
    bool, typer.Option("--diff", help="Only show what --fix would change; status 1 if it would.")
]
StdinName = Annotated[
    Path | None, typer.Option(metavar="FILE", help="The name of what comes through standard input.")
]


def check(
    paths: Paths,
    output_format: Format = None,
    output_file: To = None,
    select: Select = None,
    extend_select: Extend = None,
    ignore: Ignore = None,
    fail_on: From = FailOn.error,
    strict: Strict = False,
    exit_zero: ExitZero = False,
    statistics: Statistics = False,
    base: Base = None,
    scheduled: Scheduled = False,
    fix: Fix = False,
    diff: Diff = False,
    stdin_filename: StdinName = None,
    questions: Questions = None,
    today: Today = None,
) -> None:
    """Check assessments, banks and ladders: honest and kept up?  A low rung is never a fault."""
    from ladder_check.cli.checking import Request, judge_all
    from ladder_check.cli.options import day_of
    from ladder_check.lint.choice import Choice

    if diff:
        status = _show_fixes(paths, questions or (), output_file)
        raise typer.Exit(0 if exit_zero and status == 1 else status)
    name = output_format or _usual_format()
    asked = Request(
        today=day_of(today),
        choice=Choice(_codes(select), _codes(extend_select), _codes(ignore)),
        questions=tuple(questions or ()),
        scheduled=scheduled,
        profiles=name == FindingsFormat.markdown,
        stdin_name=stdin_filename or Request.stdin_name,
    )
    unsaved = _fix(paths, asked.questions, base) if fix else []
    judged, unread = judge_all(paths, asked, base)
    _show(judged, name, output_file)
    _complain(judged, unread)
    if statistics:
        _say_statistics(judged)
    weight = FailOn.warning if strict else fail_on
    raise typer.Exit(_status(judged, [*unread, *unsaved], weight, exit_zero=exit_zero))


def _show_fixes(paths: Sequence[str], questions: Sequence[Path], output: Path | None) -> int:
    """Show what would be put right; 0 nothing, 1 something, 2 a part could not be looked at."""
    from ladder_check.cli import stream
    from ladder_check.cli.fixing import diff_of, mend_all
    from ladder_check.render.findings.safe import harmless, sentence

    mended, unread = mend_all(paths, questions, write=False)
    text = diff_of(mended)
    if text or output:
        stream.deliver(text, output)
    problems = [*unread, *(each.unread for each in mended if each.unread)]
    for problem in problems:
        stream.complain(harmless(sentence(problem)))
    return 2 if problems else int(bool(text))


def _fix(paths: Sequence[str], questions: Sequence[Path], base: str | None) -> list[str]:
    """Put right what has one right answer; what could not be written comes back.  The rest the check says."""
    from ladder_check.cli import stream
    from ladder_check.cli.checking import look_for_base
    from ladder_check.cli.fixing import mend_all
    from ladder_check.render.findings.safe import harmless, sentence

    # Before anything is written: a slip in REV would stop the check after it.
    look_for_base(paths, base)
    mended, _ = mend_all(paths, questions, write=True)
    for each in mended:
        if each.changes:
            said = each.unsaved or f"{each.file}: put right what has one right answer."
            stream.complain(harmless(sentence(said)))
    return [each.unsaved for each in mended if each.unsaved]


def _codes(given: list[str] | None) -> tuple[str, ...]:
    return tuple(code.strip() for codes in given or () for code in codes.split(",") if code.strip())


def _usual_format() -> FindingsFormat:
    import os

    return FindingsFormat.github if os.environ.get("GITHUB_ACTIONS") == "true" else FindingsFormat.text


def _show(judged: "Sequence[Judged]", name: FindingsFormat, output: Path | None) -> None:
    from ladder_check.cli import stream
    from ladder_check.cli.judged import checked
    from ladder_check.render.formats import findings_renderer
    from ladder_check.render.look import Look

    for_people = name in (FindingsFormat.text, FindingsFormat.github)
    around, found = checked(judged, from_root=name in FROM_ROOT)
    look = stream.look() if for_people and output is None else Look()
    text = findings_renderer(name)(found, around, look)
    if output is None and name == FindingsFormat.text:
        stream.say(text)
    else:
        stream.deliver(text, output)


def _complain(judged: "Sequence[Judged]", unread: Sequence[str]) -> None:
    from ladder_check.cli import stream
    from ladder_check.render.findings.safe import harmless, visible

    closed = [f"{folder}. What is in it was not checked." for folder in unread]
    for remark in (*closed, *(each.remark for each in judged if each.remark)):
        # A file may be called anything, and a CI system reads commands from this stream too.
        stream.complain(harmless(visible(remark)))


def _say_statistics(judged: "Sequence[Judged]") -> None:
    from ladder_check.cli import stream
    from ladder_check.cli.judged import found_in
    from ladder_check.lint.rules import find_rule

    for code, count in Counter(finding.code for finding in found_in(judged)).most_common():
        rule = find_rule(code)
        stream.complain(f"{count:6}  {code}  {rule.name if rule else 'reading'}")


def _status(judged: "Sequence[Judged]", unread: Sequence[str], fail_on: FailOn, *, exit_zero: bool) -> int:
    """0 nothing that weighs as much, 1 something, 2 a part could not be checked, 3 we went wrong."""
    weighs = ("error", "warning") if fail_on == FailOn.warning else ("error",)
    found = any(finding.severity in weighs for each in judged for finding in each.findings)
    return max([2 if unread else 0, int(found and not exit_zero), *(each.status for each in judged)])
