"""What the linter finds in the text of an assessment of 3 November 2026."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from textwrap import dedent

from ladder_check.documents.document import parse
from ladder_check.documents.finding import Finding
from ladder_check.documents.library import Shelf, build_case
from ladder_check.lint.engine import lint
from ladder_check.lint.rule import FileState, World
from ladder_check.model.bank import Bank

ABOVE = "format: 1\ntitle: Day opportunities\nassessed_on: 2026-11-03\n"
"""Three lines, so that what a test writes begins on line 4."""


def found(
    code: str,
    text: str,
    *,
    bank: Callable[[Bank], Bank] = lambda bank: bank,
    file_at: Callable[[str], FileState] = lambda _: "there",
) -> list[Finding]:
    """The findings with *code*; *bank* may change a bank at hand, *file_at* says which files there are."""
    document = parse((ABOVE + dedent(text)).encode(), "day.assessment.yaml")
    case = build_case(document, Shelf())
    case = replace(case, banks={name: bank(each) for name, each in case.banks.items()})
    findings = lint(document, case, World(today=date(2026, 11, 10), file_at=file_at))
    return [each for each in findings if each.code == code]


def lines(findings: list[Finding]) -> list[int]:
    """The lines that *findings* are on."""
    return [each.place.line for each in findings if each.place]
