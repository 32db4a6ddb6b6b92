"""From a document to findings: every rule asked, every hit located, ignores and waivers heard."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from ladder_check.documents.document import Document
from ladder_check.documents.finding import Finding, Place
from ladder_check.lint.marks import Heard, Ignore, in_force, read_ignores
from ladder_check.lint.rule import IN_CONFIG, AnySheet, Kind, Rule, Sheet, Where, World
from ladder_check.lint.rules import RULES
from ladder_check.lint.rules.linter import unknown_code_in_config
from ladder_check.model.case import Case

_OWN: Final = "LC9"
"""The rules about the linter itself: they are asked last, and nothing in the file sets them aside."""


@dataclass(frozen=True, slots=True)
class Inspected:
    """What was found, and what the file itself sets aside, both in the order of the file."""

    findings: tuple[Finding, ...]
    hidden: tuple[Finding, ...]


def lint(document: Document, case: Case, world: World, rules: Sequence[Rule] = RULES) -> tuple[Finding, ...]:
    """What the *rules* find in an assessment, in the order of the file."""
    return inspect(document, case, world, rules).findings


def inspect(document: Document, case: Case, world: World, rules: Sequence[Rule] = RULES) -> Inspected:
    """What the *rules* find in an assessment, and beside it the findings that an ignore or a waiver hides."""
    return inspect_sheet(document, Sheet(case, world), rules)


def inspect_sheet(document: Document, sheet: AnySheet, rules: Sequence[Rule] = RULES) -> Inspected:
    """What those of the *rules* find that are asked of this kind of file, and what the file sets aside.

    The codes that the config names are always looked at: a slip in them could leave no rule to ask.
    """
    asked = _asked(tuple(rules), sheet.kind)
    found = _ask(document, sheet, asked.of_the_file)
    heard = _hear(document, sheet, asked, found)
    hidden = set(_hidden(found, heard, sheet))
    kept = [each for each in found if each not in hidden] if hidden else found
    kept += _ask(document, replace(sheet, heard=heard), asked.of_the_linter)
    return Inspected(tuple(sorted(kept)), tuple(sorted(hidden)))


@dataclass(frozen=True, slots=True)
class _Asked:
    """The rules that are asked of one kind of file; *known* is the code and the name of every rule."""

    of_the_file: tuple[Rule, ...]
    of_the_linter: tuple[Rule, ...]
    known: tuple[tuple[str, str], ...]

    def codes(self, *, compared: bool) -> frozenset[str]:
        """The codes of the rules that can answer, whether or not there is a base to compare with."""
        asked = (*self.of_the_file, *self.of_the_linter)
        return frozenset(rule.code for rule in asked if compared or not rule.compares)


@lru_cache(maxsize=64)
def _asked(rules: tuple[Rule, ...], kind: Kind) -> _Asked:
    asked = [each for each in dict.fromkeys((*rules, unknown_code_in_config)) if kind in each.of]
    return _Asked(
        tuple(rule for rule in asked if not rule.code.startswith(_OWN)),
        tuple(rule for rule in asked if rule.code.startswith(_OWN)),
        tuple(dict.fromkeys((rule.code, rule.name) for rule in (*RULES, *asked))),
    )


def _ask(document: Document, sheet: AnySheet, rules: Iterable[Rule]) -> list[Finding]:
    found = []
    for rule in rules:
        for where, message in rule.check(sheet):
            file, place = _place(document, sheet, where)
            weight = rule.weight(sheet.world)
            found.append(Finding(rule.code, message, file, place, weight.value))
    return found


def _place(document: Document, sheet: AnySheet, where: Where) -> tuple[str, Place | None]:
    if where == IN_CONFIG and sheet.world.config_file:
        return sheet.world.config_file, None
    if isinstance(where, Place):
        return document.file, where
    return document.file, document.locate(() if where == IN_CONFIG else where, key=True)


def _hear(document: Document, sheet: AnySheet, asked: _Asked, found: Sequence[Finding]) -> Heard:
    """What the file sets aside, and what of that meets no finding."""
    ignores = read_ignores(document.text)
    heard = Heard(ignores, known=asked.known)
    if not ignores and not sheet.waivers:
        return heard
    # A rule that was not asked, or could not answer, does not show that an ignore has no use.
    answered = asked.codes(compared=sheet.world.base is not None)
    quiet = answered - {finding.code for finding in found}
    waivers = in_force(sheet.waivers, sheet.world.today)
    return replace(
        heard,
        idle_ignores=tuple(_idle(ignores, answered, found)),
        idle_waivers=tuple(n for n, waiver in waivers if heard.code_of(waiver.rule) in quiet),
    )


def _idle(
    ignores: Iterable[Ignore], answered: frozenset[str], found: Iterable[Finding]
) -> Iterator[tuple[Ignore, str]]:
    met = {_spot(finding) for finding in found}
    for ignore in ignores:
        idle = ignore.hides - met
        yield from (
            (ignore, code) for code in ignore.codes if (ignore.line, code) in idle and code in answered
        )


def _hidden(found: Iterable[Finding], heard: Heard, sheet: AnySheet) -> Iterator[Finding]:
    waivers = in_force(sheet.waivers, sheet.world.today)
    waived = {heard.code_of(waiver.rule) for _, waiver in waivers}
    ignored = frozenset().union(*(ignore.hides for ignore in heard.ignores))
    if waived or ignored:
        yield from (each for each in found if each.code in waived or _spot(each) in ignored)


def _spot(finding: Finding) -> tuple[int, str]:
    return (finding.place.line if finding.place else 0, finding.code)
