"""Putting right what has one right answer, in many files: each by itself, the whole of it or nothing."""
# Imported by `check` alone, when it runs: so it may import what it likes.
# ruff: noqa: TID253

import io
from collections.abc import Sequence
from dataclasses import dataclass, replace
from difflib import unified_diff
from pathlib import Path

from pydantic import BaseModel

from ladder_check.cli.settings import config_for, shelf_of
from ladder_check.documents.document import parse
from ladder_check.documents.finding import InvalidDocument
from ladder_check.documents.library import build_case
from ladder_check.documents.paths import STDIN, find_files, is_translation, read_inside
from ladder_check.documents.store import put_in_place
from ladder_check.errors import LadderCheckError
from ladder_check.lint.fixes import fix_form, fix_seen
from ladder_check.model.assessment import Assessment
from ladder_check.model.bank import Bank
from ladder_check.model.ladder import Ladder
from ladder_check.model.translation import Translation
from ladder_check.render.findings.safe import harmless, visible


@dataclass(frozen=True)
class Mended:
    """A file as it was, and as it is to be.

    *unread* says why it could not be looked at, *unsaved* why it was not written.
    """

    file: Path
    was: bytes = b""
    text: str = ""
    unread: str = ""
    unsaved: str = ""

    @property
    def changes(self) -> bool:
        """Whether there is anything to put right in it."""
        return not self.unread and self.text.encode() != self.was


def mend_all(
    named: Sequence[str], questions: Sequence[Path], *, write: bool
) -> tuple[tuple[Mended, ...], tuple[str, ...]]:
    """What is put right in each file that *named* leads to, and the folders that could not be looked into.

    Raises:
        LadderCheckError: there is nothing to put right, or it comes through standard input.
    """
    if STDIN in named:
        raise LadderCheckError(
            "What comes through standard input cannot be put right. Name its file instead."
        )
    collected = find_files(named)
    # Banks first: what is answered on one that is in order again can be put right too.
    files = sorted(collected.files, key=lambda path: _model_of(path) is Assessment)
    return tuple(_save(_mend(path, questions), write) for path in files), collected.unread


def diff_of(mended: Sequence[Mended]) -> str:
    """What would change, as a unified diff: only the lines that do, for the others are nobody's business."""
    return harmless("".join(line for each in mended if each.changes for line in _diff(each)))


def _diff(mended: Mended) -> list[str]:
    name = visible(str(mended.file))
    old, new = _lines(mended.was.decode()), _lines(mended.text)
    lines = unified_diff(old, new, name, name, n=0)
    return [line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines]


def _lines(text: str) -> list[str]:
    # Not splitlines, which ends a line at characters that are part of it.
    return list(io.StringIO(text, newline="\n"))


def _mend(path: Path, questions: Sequence[Path]) -> Mended:
    try:
        was = read_inside(path)
        return Mended(path, was, _mended(was, path, questions))
    except InvalidDocument as error:
        # What cannot be read is for people to put right.
        return Mended(path, unread=str(error.findings[0]))
    except LadderCheckError as error:
        return Mended(path, unread=str(error))


def _save(mended: Mended, write: bool) -> Mended:
    if not write or not mended.changes:
        return mended
    file = mended.file
    if file.is_symlink():
        # It may lead to anywhere.
        return replace(mended, unsaved=f"{file}: a link, and not changed. Name the file that it leads to.")
    try:
        put_in_place(mended.text, file, mended.was)
    except (LadderCheckError, InvalidDocument) as error:
        return replace(mended, unsaved=str(error))
    return mended


def _mended(was: bytes, path: Path, questions: Sequence[Path]) -> str:
    parse(was, str(path))
    model = _model_of(path)
    text = fix_form(was.decode(), model)
    if model is not Assessment:
        return text
    shelf = shelf_of((*questions, *config_for(path).folders))
    try:
        return fix_seen(text, build_case(parse(text.encode(), str(path)), shelf))
    except InvalidDocument:
        return text


def _model_of(path: Path) -> type[BaseModel]:
    if path.name.endswith(".ladder.yaml"):
        return Ladder
    if is_translation(path.name):
        return Translation
    return Bank if path.name.endswith(".bank.yaml") else Assessment
