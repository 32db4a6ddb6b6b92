"""From a document to findings: every rule asked, every hit located, ignores and waivers heard."""

from collections.abc import Iterable, Sequence

from ladder_check.documents.document import Document
from ladder_check.documents.finding import Finding
from ladder_check.lint.rule import Rule, Sheet, World
from ladder_check.lint.rules import RULES
from ladder_check.model.case import Case
from ladder_check.scoring.profile import score


def lint(document: Document, case: Case, world: World, rules: Sequence[Rule] = RULES) -> tuple[Finding, ...]:
    """What the *rules* find in an assessment, in the order of the file."""
    sheet = Sheet(case, score(case), world)
    return tuple(sorted(found for each in rules for found in _ask(document, sheet, each)))


def _ask(document: Document, sheet: Sheet, asked: Rule) -> Iterable[Finding]:
    for path, message in asked.check(sheet):
        place = document.locate(path, key=True)
        yield Finding(asked.code, message, document.file, place, asked.severity.value)
