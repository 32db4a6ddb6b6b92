"""`workshop import`: answers from forms and polls, and from our own CSV."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ladder_check.cli.options import Answers, As, Plain, RecordFile

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ladder_check.interview.terminal import Terminal
    from ladder_check.workshop.importers.matching import Matcher
    from ladder_check.workshop.importers.sheet import Sheet
    from ladder_check.workshop.importers.unmatched import Unmatched


Files = Annotated[
    list[Path],
    typer.Argument(
        metavar="FILE...",
        help="From Microsoft Forms, Google Forms, LimeSurvey, Slido or Mentimeter, or our own CSV.",
    ),
]
MapFile = Annotated[
    Path | None,
    typer.Option("--map", metavar="FILE", help="What columns, labels and groups mean, as YAML."),
]
SaveMap = Annotated[
    Path | None,
    typer.Option(metavar="FILE", help="Save what you say about columns and labels as such a map."),
]
IntoRound = Annotated[
    int | None, typer.Option("--round", metavar="N", help="Into which round, if not the open one.")
]
OfSession = Annotated[
    str | None, typer.Option(metavar="S", help="Only this session of a file that holds several; or all.")
]
SkipBadRows = Annotated[
    bool, typer.Option("--skip-bad-rows", help="Leave out whole rows that are not right, and say which.")
]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Show what matches what, and change nothing.")]


def import_(
    record_file: RecordFile,
    files: Files,
    map_: MapFile = None,
    save_map: SaveMap = None,
    round_: IntoRound = None,
    as_: As = None,
    session: OfSession = None,
    skip_bad_rows: SkipBadRows = False,
    dry_run: DryRun = False,
    answers: Answers = None,
    plain: Plain = False,
) -> None:
    """Take in answers from files. What says who somebody is stays behind.

    What matches no question, step or group is asked in a terminal, and named elsewhere: nothing is guessed.
    A file with an error changes nothing, and the same file twice changes nothing more.
    """
    from ladder_check.cli import stream
    from ladder_check.documents.store import write_new
    from ladder_check.interview.request import read_voice
    from ladder_check.workshop.import_words import about_matches, about_outcome, about_room
    from ladder_check.workshop.importers.batch import Wishes
    from ladder_check.workshop.importers.mapping import ImportMap, read_map, spell_map
    from ladder_check.workshop.importers.matching import Matcher
    from ladder_check.workshop.importers.sources import read_sheet
    from ladder_check.workshop.importing import import_sheets, rehearse
    from ladder_check.workshop.record import open_record

    with open_record(record_file) as record:
        # Before anybody is asked anything.
        record.must_take_more()
        mapping = read_map(map_, record.questions) if map_ else ImportMap()
        wishes = Wishes(round_, read_voice(as_), session, skip_bad_rows)
        sheets = [read_sheet(file) for file in files]
        matcher = _settle(sheets, Matcher(record.questions, mapping), answers, plain, skip_bad_rows)
        if save_map:
            write_new(spell_map(matcher.mapping), save_map)
        if dry_run:
            for sheet in sheets:
                stream.say(about_matches(sheet, matcher))
        outcomes = (rehearse if dry_run else import_sheets)(record, sheets, matcher, wishes)
        for outcome in outcomes:
            stream.say(about_outcome(outcome))
        stream.say("Nothing was changed: this was a dry run." if dry_run else about_room(record))


def _settle(
    sheets: "Sequence[Sheet]", matcher: "Matcher", answers: Path | None, plain: bool, skip_bad_rows: bool
) -> "Matcher":
    """The matcher that knows what everything means that nothing said the meaning of."""
    from ladder_check.cli import stream
    from ladder_check.cli.lines import find_lines
    from ladder_check.interview.prompter import Stop
    from ladder_check.workshop.importers.unmatched import find_unmatched, refuse_unmatched

    if not find_unmatched(sheets, matcher):
        return matcher
    lines = find_lines(answers, plain=plain)
    try:
        if lines is not None:
            return _ask(sheets, matcher, lines)
    except EOFError:
        # Whoever was asked has gone: what is left open is named.
        stream.say("")
    except (Stop, KeyboardInterrupt) as stopped:
        stream.say("Nothing was imported.")
        raise typer.Exit(0 if isinstance(stopped, Stop) else 130) from None
    refuse_unmatched(find_unmatched(sheets, matcher, labels=not skip_bad_rows), matcher.questions)
    return matcher


def _ask(sheets: "Sequence[Sheet]", matcher: "Matcher", lines: "Terminal") -> "Matcher":
    """The matcher that knows what somebody says now, columns before what stands in them."""
    from ladder_check.workshop.importers.unmatched import (
        unmatched_columns,
        unmatched_groups,
        unmatched_labels,
    )

    for find in (unmatched_columns, unmatched_groups, unmatched_labels):
        for each in find(sheets, matcher):
            matcher = matcher.knowing(each.part, each.text, _meaning(each, matcher, lines))
    return matcher


def _meaning(each: "Unmatched", matcher: "Matcher", lines: "Terminal") -> str:
    from ladder_check.interview.room_import import ask_column, ask_group, ask_label

    if each.asked:
        return ask_label(lines, each.where, each.text, each.asked)
    if each.part == "perspectives":
        return ask_group(lines, each.where, each.text)
    return ask_column(lines, each.where, each.text, matcher.questions)
