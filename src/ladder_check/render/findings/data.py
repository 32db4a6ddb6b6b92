"""Findings as JSON: for programs of one's own.  The keys of a format number never change their meaning."""

from collections.abc import Sequence
from typing import Final

from ladder_check.documents.finding import Finding
from ladder_check.render.findings.checked import Checked
from ladder_check.render.findings.safe import to_json
from ladder_check.render.look import Look

FORMAT: Final = 1


def render_json(findings: Sequence[Finding], checked: Checked, look: Look) -> str:  # noqa: ARG001  # a format takes all three
    """The findings in the order of the files; *place* is null for what is about a file as a whole."""
    names = checked.names()
    return to_json(
        {
            "format": FORMAT,
            "tool": f"ladder-check {checked.version}",
            "files": len(set(checked.files)),
            "hidden": checked.hidden,
            "findings": [_finding(each, names.get(each.code)) for each in sorted(findings)],
        }
    )


def _finding(finding: Finding, name: str | None) -> dict[str, object]:
    return {
        "file": finding.file,
        "place": finding.place._asdict() if finding.place else None,
        "severity": finding.severity,
        "code": finding.code,
        "name": name,
        "message": finding.message,
    }
