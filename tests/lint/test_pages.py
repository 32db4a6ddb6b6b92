"""Every rule's manual page is true: its failing example is found, and its passing one is not."""

from datetime import date
from typing import Any

import pytest
import yaml

from ladder_check.cli.sheets import sheet_of
from ladder_check.documents.document import parse
from ladder_check.documents.finding import Finding
from ladder_check.documents.library import Shelf, build_case
from ladder_check.lint.engine import inspect_sheet, lint
from ladder_check.lint.rule import Kind, Rule, World
from ladder_check.lint.rules import PAGES, READ, RULES
from ladder_check.model.case import Case
from ladder_check.model.config import Config
from snippets import FILES, PAGE, snippets_of

BASIC = {"format": 1, "title": "Day opportunities", "assessed_on": "2026-11-03"}
WHOLES = {each.kind: each.text for each in snippets_of(PAGE.read_text("utf-8")) if each.use == "whole"}
SURROUNDINGS = ("today", "config", "base", "files", "changed", "scheduled")
"""Keys of an example that are not of the assessment, but of the world around it."""


def _text(keys: dict[str, Any]) -> str:
    return yaml.safe_dump(BASIC | keys, allow_unicode=True, sort_keys=False)


def _with_comments(example: str, keys: dict[str, Any]) -> str:
    """The text of an example about comments, which plain data does not keep: what it lacks comes first."""
    above = {key: value for key, value in BASIC.items() if key not in keys}
    return yaml.safe_dump(above, sort_keys=False) + example


def _case(text: str) -> tuple[Any, Case]:
    document = parse(text.encode(), "day.assessment.yaml")
    return document, build_case(document, Shelf())


def codes_of(example: str, kind: Kind) -> list[str]:
    """The codes of all that is found in an *example* of a *kind* of file, with the world around it."""
    keys = parse(example.encode(), "example.yaml").data
    around = {key: keys.pop(key) for key in SURROUNDINGS if key in keys}
    base = around.get("base")
    files = around.get("files", {})
    days = {path: date.fromisoformat(day) for path, day in around.get("changed", {}).items()}
    world = World(
        today=date.fromisoformat(around.get("today", "2026-11-10")),
        config=Config.model_validate(around.get("config", {})),
        file_at=lambda path: files.get(path, "there"),
        changed_after=lambda day, path: found if (found := days.get(path, day)) > day else None,
        base=_case(_text(base))[1] if base is not None else None,
        scheduled=around.get("scheduled", False),
    )
    if kind != "assessment":
        return [each.code for each in _of_questions(keys, kind, world)]
    document, case = _case(_with_comments(example, keys) if "# ladder-check:" in example else _text(keys))
    return [found.code for found in lint(document, case, world)]


def _of_questions(keys: dict[str, Any], kind: Kind, world: World) -> tuple[Finding, ...]:
    """What is found in the smallest file of a *kind* in docs/findings.md, with the *keys* of an example."""
    whole = "ladder-bank" if "indicators" in keys else kind
    text = yaml.safe_dump(
        parse(WHOLES[whole].encode(), "whole.yaml").data | keys, allow_unicode=True, sort_keys=False
    )
    document = parse(text.encode(), FILES[kind])
    return inspect_sheet(document, sheet_of(document, Shelf(), world)).findings


each_rule = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)


@each_rule
def test_the_failing_example_fails(rule: Rule) -> None:
    assert rule.code in codes_of(rule.fails, rule.of[0])


@each_rule
def test_the_passing_example_passes(rule: Rule) -> None:
    assert rule.code not in codes_of(rule.passes, rule.of[0])


def test_every_code_is_a_rule_here_or_a_page_of_what_reading_finds() -> None:
    """Those of reading are run in test_reading_pages, by the same way through PAGES."""
    read = [each for family in READ for each in vars(family).values() if isinstance(each, Rule)]
    assert sorted(each.code for each in (*RULES, *read)) == [each.code for each in PAGES]


def test_no_code_and_no_name_stands_twice() -> None:
    assert len({rule.code for rule in RULES}) == len({rule.name for rule in RULES}) == len(RULES)
