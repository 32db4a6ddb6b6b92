"""The rules, a module for each family."""

from types import ModuleType
from typing import Final

from ladder_check.lint.rule import Rule
from ladder_check.lint.rules import answers, banks, evidence

FAMILIES: Final[tuple[ModuleType, ...]] = (answers, banks, evidence)
RULES: Final = tuple(
    sorted(
        (each for family in FAMILIES for each in vars(family).values() if isinstance(each, Rule)),
        key=lambda each: each.code,
    )
)


def find_rule(name: str) -> Rule | None:
    """The rule called *name*, by its code or its name."""
    return next((each for each in RULES if name.casefold() in (each.code.casefold(), each.name)), None)
