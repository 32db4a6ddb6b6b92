"""What a rule finds in an assessment that is given as keys."""

from datetime import date
from typing import Any

import yaml

from ladder_check.documents.document import parse
from ladder_check.documents.library import Shelf, build_case
from ladder_check.lint.rule import Hit, Rule, Sheet, World
from ladder_check.model.config import Config

BASIC = {"format": 1, "title": "Day opportunities", "assessed_on": "2026-11-03"}


def found(rule: Rule, keys: dict[str, Any], config: dict[str, Any] | None = None) -> list[Hit]:
    """The paths and messages of the *rule* about an assessment with these *keys* beside the basic ones."""
    text = yaml.safe_dump(BASIC | keys, allow_unicode=True, sort_keys=False)
    case = build_case(parse(text.encode(), "day.assessment.yaml"), Shelf())
    world = World(today=date(2026, 11, 10), config=Config.model_validate(config or {}))
    return list(rule.check(Sheet(case, world)))
