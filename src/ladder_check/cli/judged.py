"""What became of each file that was checked, and what of it a format is handed."""
# Imported by `check` alone, when it runs: so it may import what it likes.
# ruff: noqa: TID253

import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from ladder_check.documents.finding import Finding
from ladder_check.documents.git import root_of
from ladder_check.render.findings.checked import Checked


@dataclass(frozen=True, slots=True)
class Judged:
    """What became of one file: its findings, how many it sets aside itself, and its profile if asked for.

    *text* holds the lines to show, each at its place.  *status* is 0 where the file was checked,
    whatever was found; 2 where it could not be read; and 3 where we went wrong.  *remark* is for
    standard error.
    """

    file: str
    findings: tuple[Finding, ...] = ()
    hidden: int = 0
    profile: tuple[str, ...] = ()
    text: str = ""
    status: int = 0
    remark: str = ""


def as_kept(judged: Judged, data: bytes) -> Judged:
    """With what is shown of the file, and no larger than it must be: it is kept until all are checked."""
    # A rule says the same of many places: its words are kept once.
    findings = tuple(replace(each, message=sys.intern(each.message)) for each in judged.findings)
    return replace(judged, findings=findings, text=_lines_found(data, findings))


def _lines_found(data: bytes, findings: Sequence[Finding]) -> str:
    """The text up to the last line that *findings* begin on, with the lines between them empty."""
    found = {finding.place.line for finding in findings if finding.place}
    lines = data.decode("utf-8-sig", "replace").split("\n")[: max(found, default=0)]
    return "\n".join(line if number in found else "" for number, line in enumerate(lines, start=1))


def found_in(judged: Sequence[Judged]) -> tuple[Finding, ...]:
    """Every finding once: a fault of a bank meets each assessment that is answered on it."""
    return tuple(dict.fromkeys(finding for each in judged for finding in each.findings))


def checked(judged: Sequence[Judged], *, from_root: bool) -> tuple[Checked, tuple[Finding, ...]]:
    """What was checked and found, for a format; files are named as they were, or by their whole path."""
    found = found_in(judged)
    if not from_root:
        return _around(judged, str), found
    return _around(judged, _whole), tuple(replace(each, file=_whole(each.file)) for each in found)


def _around(judged: Sequence[Judged], named: Callable[[str], str]) -> Checked:
    return Checked(
        files=[named(each.file) for each in judged],
        texts={named(each.file): each.text for each in judged if each.text},
        profiles={named(each.file): each.profile for each in judged if each.profile},
        hidden=sum(each.hidden for each in judged),
        root=str(root_of(Path("here")) or Path.cwd()),
    )


def _whole(file: str) -> str:
    return os.path.abspath(file)  # noqa: PTH100 - `..` is taken out, and links are left as they are
