"""Findings as Markdown: the summary of a job, with each assessment's profile and what moved."""

from collections.abc import Iterable, Sequence
from typing import Final

from ladder_check.documents.finding import Finding
from ladder_check.render.escape import escape_markdown
from ladder_check.render.findings.checked import Checked, summary, worst_first
from ladder_check.render.findings.safe import sentence, visible
from ladder_check.render.look import Look

MAX_BYTES: Final = 900_000
"""GitHub takes no summary above 1 MiB; other jobs' steps may add to it."""
_FOR_FINDINGS: Final = 600_000


def render_markdown(findings: Sequence[Finding], checked: Checked, look: Look) -> str:  # noqa: ARG001  # a format takes all three
    """The summary in words, a table of the findings from the heaviest, and the profiles."""
    names = checked.names()
    rows, more = _fitting(
        (_row(each, names.get(each.code, "")) for each in worst_first(findings)), _FOR_FINDINGS
    )
    room = MAX_BYTES - 1_000 - _size(rows)
    profiles, others = _fitting(
        (_profile(file, lines) for file, lines in sorted(checked.profiles.items())), room
    )
    lines = ["## ladder-check", "", summary(findings, checked)]
    if rows or more:
        lines += ["", "| | Where | Rule | What was found |", "| --- | --- | --- | --- |", *rows]
    lines += _left_out(more, "findings")
    if profiles or others:
        lines += ["", "### Where things stand", "", *profiles]
    return "\n".join([*lines, *_left_out(others, "assessments")]) + "\n"


def _row(finding: Finding, name: str) -> str:
    where = f":{finding.place.line}:{finding.place.column}" if finding.place else ""
    cells = (
        finding.severity,
        f"{escape_markdown(visible(finding.file))}{where}",
        f"{finding.code} {name}".rstrip(),
        escape_markdown(sentence(finding.message)),
    )
    return f"| {' | '.join(cells)} |"


def _profile(file: str, lines: Sequence[str]) -> str:
    """The headline of the assessment in *file*, and below it a line for each area of work."""
    headline, *areas = (escape_markdown(sentence(each)) for each in lines)
    return "\n".join([f"- {escape_markdown(visible(file))}: {headline}", *(f"  - {each}" for each in areas)])


def _fitting(lines: Iterable[str], room: int) -> tuple[list[str], int]:
    """As many lines, from the first, as *room* bytes hold; and how many do not fit."""
    kept: list[str] = []
    left_out = 0
    for line in lines:
        room -= _size([line])
        if room >= 0:
            kept.append(line)
        else:
            left_out += 1
    return kept, left_out


def _size(lines: Iterable[str]) -> int:
    return sum(len(line.encode()) + 1 for line in lines)


def _left_out(count: int, what: str) -> list[str]:
    return ["", f"More {what} than this page can hold: {count}."] if count else []
