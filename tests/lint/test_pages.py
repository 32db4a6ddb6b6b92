"""Every rule's manual page is true: its failing example is found, and its passing one is not."""

from datetime import date
from typing import Any

import pytest
import yaml

from ladder_check.documents.document import parse
from ladder_check.documents.library import Shelf, build_case
from ladder_check.lint.engine import lint
from ladder_check.lint.rule import Rule, World
from ladder_check.lint.rules import RULES
from ladder_check.model.case import Case
from ladder_check.model.config import Config

BASIC = {"format": 1, "title": "Day opportunities", "assessed_on": "2026-11-03"}
SURROUNDINGS = ("today", "config", "base", "files", "scheduled")
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


def codes_of(example: str) -> list[str]:
    """The codes of all that is found in an *example*, which may say what the world around it is."""
    keys = parse(example.encode(), "example.yaml").data
    around = {key: keys.pop(key) for key in SURROUNDINGS if key in keys}
    base = around.get("base")
    files = around.get("files", {})
    world = World(
        today=date.fromisoformat(around.get("today", "2026-11-10")),
        config=Config.model_validate(around.get("config", {})),
        file_at=lambda path: files.get(path, "there"),
        base=_case(_text(base))[1] if base is not None else None,
        scheduled=around.get("scheduled", False),
    )
    document, case = _case(_with_comments(example, keys) if "# ladder-check:" in example else _text(keys))
    return [found.code for found in lint(document, case, world)]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_the_failing_example_fails(rule: Rule) -> None:
    assert rule.code in codes_of(rule.fails)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_the_passing_example_passes(rule: Rule) -> None:
    assert rule.code not in codes_of(rule.passes)


def test_no_code_and_no_name_stands_twice() -> None:
    assert len({rule.code for rule in RULES}) == len({rule.name for rule in RULES}) == len(RULES)
