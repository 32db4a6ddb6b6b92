"""What no rule and no map says the meaning of: columns, names of groups, and labels.  Each is named once."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from ladder_check.documents.characters import shown
from ladder_check.errors import LadderCheckError, nearest
from ladder_check.model.room import Asked
from ladder_check.workshop.importers.mapping import LEAVE_OUT, PERSPECTIVE, ImportMap, spell_map
from ladder_check.workshop.importers.matching import Matcher, is_number, is_question
from ladder_check.workshop.importers.sheet import Sheet, fold


@dataclass(frozen=True, slots=True)
class Unmatched:
    """Something that we do not know the meaning of: its *text*, and *where* it stands first.

    *part* is the part of a map that would say it, and *asked* the question that a label answers.
    """

    part: str
    text: str
    where: str
    asked: Asked | None = None


def unmatched_columns(sheets: Iterable[Sheet], matcher: Matcher) -> list[Unmatched]:
    """The columns that match no question, and that nobody said anything about."""
    return _once(
        Unmatched("columns", header, sheet.file)
        for sheet in sheets
        for header in sheet.headers
        if matcher.meaning(header) is None
    )


def unmatched_groups(sheets: Iterable[Sheet], matcher: Matcher) -> list[Unmatched]:
    """The names in a column of perspectives that are none that we know."""
    return _once(
        Unmatched("perspectives", cell, _where(sheet, row, header))
        for sheet in sheets
        for row, header, meaning, cell in _cells(sheet, matcher)
        if meaning == PERSPECTIVE and matcher.voice(cell) is None
    )


def unmatched_labels(sheets: Iterable[Sheet], matcher: Matcher) -> list[Unmatched]:
    """The answers in words that are no step of their question.  A number is right or wrong, and no label."""
    return _once(
        Unmatched("labels", cell, _where(sheet, row, header), matcher.questions[meaning])
        for sheet in sheets
        for row, header, meaning, cell in _cells(sheet, matcher)
        if is_question(meaning)
        and not is_number(cell)
        and matcher.step(matcher.questions[meaning], cell) is None
    )


def find_unmatched(sheets: Sequence[Sheet], matcher: Matcher, *, labels: bool = True) -> list[Unmatched]:
    """All of them; of what stands in cells only if *labels* are wanted, for those may be left as bad rows."""
    columns = unmatched_columns(sheets, matcher)
    return (
        [*columns, *unmatched_groups(sheets, matcher), *unmatched_labels(sheets, matcher)]
        if labels
        else columns
    )


def _cells(sheet: Sheet, matcher: Matcher) -> Iterator[tuple[int, str, str, str]]:
    columns = {header: meaning for header in sheet.headers if (meaning := matcher.meaning(header))}
    for reply in sheet.replies:
        for header, cell in reply.cells.items():
            if cell and header in columns:
                yield reply.row, header, columns[header], cell


def _where(sheet: Sheet, row: int, header: str) -> str:
    return f"{sheet.file}: row {row}, column “{shown(header)}”"


def _once(found: Iterable[Unmatched]) -> list[Unmatched]:
    first: dict[str, Unmatched] = {}
    for each in found:
        first.setdefault(fold(each.text), each)
    return list(first.values())


def refuse_unmatched(found: Sequence[Unmatched], questions: Iterable[str]) -> None:
    """Say what each of the *found* is, and begin the map that would say what they mean.

    Raises:
        LadderCheckError: always, unless nothing was found.
    """
    if not found:
        return
    known = tuple(questions)
    start = ImportMap()
    for each in found:
        start = start.but(each.part, each.text, LEAVE_OUT)
    lines = [_line(each, known) for each in found]
    raise LadderCheckError("\n".join([*lines, WRITE_A_MAP, spell_map(start).rstrip()]))


WRITE_A_MAP: Final = (
    "Nothing was imported. Say what these mean in a file and add it, such as --map map.yaml. A column means "
    "the id of a question, perspective, ballot, round, words (what somebody said) or leave-out; a label "
    "means a step, not-sure, rather-not-say, does-not-fit or leave-out. In a terminal you are asked. It "
    "could begin so:"
)


def _line(each: Unmatched, known: Sequence[str]) -> str:
    text = f"“{shown(each.text)}”"
    if each.part == "columns":
        near = nearest(each.text, known)
        hint = f" Did you mean {near}?" if near else ""
        return f"{each.where}: the column {text} is no question here.{hint}"
    if each.asked:
        return f"{each.where}: {text} is no answer to {each.asked.id}."
    return f"{each.where}: {text} is no group that we know."
