"""Checking many files: each read and judged by itself, so that one that breaks stops no other."""
# Imported by `check` alone, when it runs: so it may import what it likes.
# ruff: noqa: TID253

import gc
import sys
import traceback
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache, partial
from pathlib import Path
from typing import Final

from ladder_check.cli.judged import Judged, as_kept
from ladder_check.cli.settings import config_for, look_at_settings, shelf_of
from ladder_check.cli.sheets import is_of_questions, sheet_of
from ladder_check.documents.changed import Changes
from ladder_check.documents.config import Found
from ladder_check.documents.document import MAX_BYTES, Document, parse
from ladder_check.documents.finding import Finding, InvalidDocument
from ladder_check.documents.history import History, open_history
from ladder_check.documents.library import Shelf, build_case
from ladder_check.documents.paths import STDIN, file_at, find_files, read_inside
from ladder_check.errors import LadderCheckError
from ladder_check.lint.changes import other_majors
from ladder_check.lint.choice import Choice, choose
from ladder_check.lint.engine import inspect, inspect_sheet
from ladder_check.lint.rule import Rule, World
from ladder_check.model.case import Case

NOT_CHECKED: Final = "LC000"
UNUSABLE: Final = 2
OURS: Final = 3


@dataclass(frozen=True)
class Request:
    """How to check: the day, the rules, the folders of questions, whether a timetable asks.

    *profiles* asks for each assessment's profile too; *stdin_name* names what comes through standard input.
    """

    today: date
    choice: Choice = field(default_factory=Choice)
    questions: tuple[Path, ...] = ()
    scheduled: bool = False
    profiles: bool = False
    stdin_name: Path = Path("standard-input.assessment.yaml")


def judge_all(
    named: Sequence[str], request: Request, rev: str | None
) -> tuple[tuple[Judged, ...], tuple[str, ...]]:
    """What became of each file that *named* leads to, and the folders that could not be looked into.

    Raises:
        LadderCheckError: there is nothing to check, a config is not right, or *rev* cannot be compared with.
    """
    _collect_seldom()
    collected = find_files(named)
    files = collected.files
    look_at_settings([_named(path, request) for path in files], request.questions)
    with _open_base([_named(path, request) for path in files], rev) as history:
        return tuple(judge(path, request, history) for path in files), collected.unread


def look_for_base(named: Sequence[str], rev: str | None) -> None:
    """See that what *named* leads to can be compared with *rev*.

    Raises:
        LadderCheckError: it cannot, and why.
    """
    with _open_base(find_files(named).files if rev else (), rev):
        pass


def _collect_seldom() -> None:
    # What a file leaves behind is freed at once, without circles: to look for circles often costs a tenth.
    gc.freeze()
    gc.set_threshold(50_000, 20, 50)


@contextmanager
def _open_base(files: Sequence[Path], rev: str | None) -> Iterator[History | None]:
    if rev is None:
        yield None
        return
    with open_history(tuple(files), rev) as history:
        yield history


def _named(path: Path, request: Request) -> Path:
    return request.stdin_name if str(path) == STDIN else path


def judge(path: Path, request: Request, history: History | None) -> Judged:
    """Check the file at *path*; whatever happens, it happens to this file alone."""
    name, data = str(_named(path, request)), b""
    try:
        data = _bytes_of(path)
        judged = _judge(data, Path(name), request, history)
    except InvalidDocument as error:
        judged = Judged(name, error.findings)
    except LadderCheckError as error:
        return _unchecked(name, str(error).removeprefix(f"{name}: "), UNUSABLE)
    except Exception as error:  # Ours, and told as ours: the other files are checked all the same.
        return _unchecked(name, _our_fault(error), OURS)
    return as_kept(judged, data) if judged.findings else judged


def _judge(data: bytes, name: Path, request: Request, history: History | None) -> Judged:
    document = parse(data, str(name))
    found = config_for(name)
    folders = (*request.questions, *found.folders)
    if is_of_questions(name.name):
        sheet = sheet_of(document, shelf_of((*folders, name.parent)), _world(document, found, request))
        seen = inspect_sheet(document, sheet, _chosen(document, found, request))
        return Judged(str(name), seen.findings, len(seen.hidden))
    return _judge_assessment(document, found, request, (shelf_of(folders), history))


def _judge_assessment(
    document: Document, found: Found, request: Request, around: tuple[Shelf, History | None]
) -> Judged:
    shelf, history = around
    case = build_case(document, shelf)
    base, remark = _base_of(document, case, shelf, history)
    world = replace(_world(document, found, request), base=base)
    seen = inspect(document, case, world, _chosen(document, found, request))
    profile = _profile(case, base) if request.profiles else ()
    return Judged(document.file, seen.findings, len(seen.hidden), profile, remark=remark)


def _world(document: Document, found: Found, request: Request) -> World:
    path = Path(document.file)
    return World(
        today=request.today,
        config=found.config,
        config_file=str(found.file or ""),
        file_at=partial(file_at, beside=path),
        changed_after=partial(_changes(request.today).after, beside=path),
        scheduled=request.scheduled,
    )


@cache
def _changes(today: date) -> Changes:
    return Changes(today)


def _chosen(document: Document, found: Found, request: Request) -> tuple[Rule, ...]:
    # Only where files have rules of their own does it matter where this one stands.
    own = found.config.per_file_ignores
    return choose(found.config, request.choice, _from(found.folder, Path(document.file)) if own else "")


def _profile(case: Case, base: Case | None) -> tuple[str, ...]:
    """Where an assessment stands in words, and where it stood if that can be compared."""
    # Only a summary in Markdown says it, and it costs a tenth of the start.
    from ladder_check.report.moved import standing_lines

    return standing_lines(case, None if base is None or other_majors(case, base) else base)


def _base_of(
    document: Document, case: Case, shelf: Shelf, history: History | None
) -> tuple[Case | None, str]:
    """The assessment as it was, or why it cannot be compared."""
    path = Path(document.file)
    data = history.read(path) if history else None
    if data is None:
        return None, ""
    if data == document.text.encode():
        # Most files of a change did not change: what was read once is not read again.
        return case, ""
    try:
        return build_case(parse(data, str(path)), shelf), ""
    except InvalidDocument as error:
        first = str(error.findings[0]).removeprefix(f"{path}:")
        return None, f"{path}: not compared with how it was: that version cannot be used ({first})."


def _bytes_of(path: Path) -> bytes:
    if str(path) != STDIN:
        return read_inside(path)
    if sys.stdin is None:
        raise LadderCheckError("There is no standard input here. Either give it some, or name a file.")
    return sys.stdin.buffer.read(MAX_BYTES + 1)


def _from(folder: Path, path: Path) -> str:
    absolute = path.absolute()
    return (absolute.relative_to(folder) if absolute.is_relative_to(folder) else path).as_posix()


def _unchecked(file: str, message: str, status: int) -> Judged:
    return Judged(
        file, (Finding(NOT_CHECKED, message, file, None),), status=status, remark=f"{file}: {message}"
    )


def _our_fault(error: Exception) -> str:
    innermost = traceback.extract_tb(error.__traceback__)[-1]
    where = f"{Path(innermost.filename).name}:{innermost.lineno}"
    return (
        "ladder-check went wrong on this file, and that is our fault: "
        f"{type(error).__name__} at {where}: {error}. Please tell us this line."
    )
