"""Findings as GitLab's report of code quality, which a merge request shows beside the changed lines."""

from collections.abc import Mapping, Sequence
from typing import Final

from ladder_check.documents.finding import Finding, Weight
from ladder_check.render.findings.checked import Checked
from ladder_check.render.findings.fingerprint import fingerprinted
from ladder_check.render.findings.safe import sentence, to_json
from ladder_check.render.look import Look

SEVERITIES: Final[Mapping[Weight, str]] = {"error": "major", "warning": "minor", "notice": "info"}


def render_gitlab(findings: Sequence[Finding], checked: Checked, look: Look) -> str:  # noqa: ARG001  # a format takes all three
    """The findings as GitLab's code quality JSON.

    Source:
        GitLab documentation, "Code Quality", section "Code Quality report format".
    """
    return to_json([_issue(each, key, checked) for each, key in fingerprinted(findings, checked)])


def _issue(finding: Finding, fingerprint: str, checked: Checked) -> dict[str, object]:
    place = finding.place
    lines = {"begin": place.line, "end": place.end_line} if place else {"begin": 1}
    return {
        "description": f"{finding.code}: {sentence(finding.message)}",
        "check_name": finding.code,
        "fingerprint": fingerprint,
        "severity": SEVERITIES[finding.severity],
        "location": {"path": checked.relative(finding.file), "lines": lines},
    }
