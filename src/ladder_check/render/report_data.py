"""A report as data: everything it says, for those who want to show it in their own way."""

from dataclasses import asdict
from typing import Final

from ladder_check.render.findings.safe import to_json
from ladder_check.report.view import Report

FORMAT: Final = 1


def render_json(report: Report) -> str:
    """The report as JSON, in the order to read it."""
    return to_json({"format": FORMAT, **asdict(report)})
