"""`workshop publish`: what the room said, as far as it may be shown, into an assessment file."""

from typing import TYPE_CHECKING, Annotated, Final

import typer

from ladder_check.cli.options import Answers, AssessmentFile, Plain, Questions, RecordFile

if TYPE_CHECKING:
    from ladder_check.interview.terminal import Terminal
    from ladder_check.workshop.publishing import Publishing

OTHERWISE: Final = "The file says something else already:"
NEEDS_OVER: Final = "Nothing was written. To put what the workshop says in its place, add --over."
REPLACE: Final = "Put what the workshop says in its place? yes (y) or no (n):"
NOBODY_MORE: Final = "Nobody more is named."
WHO_WAS_MISSING: Final = (
    "Who should have been in the room and was not? A group, never a name. Enter: no more."
)


def publish(
    record_file: RecordFile,
    assessment_file: AssessmentFile,
    number: Annotated[
        int | None, typer.Option("--round", metavar="N", help="Take this round, and not the newest.")
    ] = None,
    missing: Annotated[
        list[str] | None, typer.Option(metavar="WHO", help="A group that was missing. May be repeated.")
    ] = None,
    over: Annotated[bool, typer.Option("--over", help="Replace other answers without asking.")] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Show the file, and write nothing.")] = False,
    answers: Answers = None,
    questions: Questions = None,
    plain: Plain = False,
) -> None:
    """Write what the room said into an assessment, a new one or one that is there.

    Only what may be shown is written, and only words that people agreed to share. Evidence, notes, actions
    and comments in the file stay. Where it says something else it asks, and elsewhere needs --over.
    """
    from ladder_check.cli import stream
    from ladder_check.cli.lines import find_lines, no_lines
    from ladder_check.documents.library import shelf_for
    from ladder_check.interview.opening import NEW_FILE
    from ladder_check.interview.sitting import as_typed
    from ladder_check.workshop.publishing import begin_publishing
    from ladder_check.workshop.record import open_record

    shelf = shelf_for(assessment_file, questions or ())
    with open_record(record_file) as record:
        work = begin_publishing(record, assessment_file, number, shelf, NEW_FILE)
    lines = None if dry_run else find_lines(answers, plain=plain)
    work = work.with_missing(missing or _ask_missing(lines, work))
    if dry_run:
        stream.emit(work.text)
        stream.complain("\n".join([*map(str, work.clashes), *work.publication.remarks]))
        return
    if not over and not _may_replace(lines, work):
        stream.say("Nothing was written.")
        return
    done = f"Saved as {assessment_file}." if work.write() else f"{assessment_file}: it says all this already."
    check = f"Have it checked: ladder-check check {as_typed(assessment_file)}"
    no_lines(plain=True).say("\n".join([done, *work.publication.remarks, check]))


def _ask_missing(lines: "Terminal | None", work: "Publishing") -> list[str]:
    from ladder_check.interview.prompter import ask_text
    from ladder_check.interview.sitting import sit

    missing: list[str] = []
    if lines is None or work.names_missing:
        return missing

    def ask() -> None:
        while said := ask_text(lines, WHO_WAS_MISSING):
            missing.append(said)

    if not sit(lines, ask, lambda: NOBODY_MORE):
        raise typer.Exit(130)
    return missing


def _may_replace(lines: "Terminal | None", work: "Publishing") -> bool:
    """Whether what the file says otherwise may go; the way it is told is the same everywhere."""
    from ladder_check.errors import LadderCheckError
    from ladder_check.interview.prompter import ask_yes
    from ladder_check.interview.sitting import sit

    if not work.clashes:
        return True
    listed = "\n".join([OTHERWISE, *(f"  {each}" for each in work.clashes)])
    if lines is None:
        raise LadderCheckError(f"{work.path}: {listed}\n{NEEDS_OVER}")
    said: list[bool] = []
    lines.say(listed)
    if not sit(lines, lambda: said.append(ask_yes(lines, REPLACE)), lambda: "Not answered."):
        raise typer.Exit(130)
    return said == [True]
