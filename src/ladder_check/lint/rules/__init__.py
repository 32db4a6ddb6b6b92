"""The rules, a module for each family."""

from types import ModuleType
from typing import Final

from ladder_check.lint.rule import Rule
from ladder_check.lint.rules import (
    actions,
    answers,
    bank_form,
    banks,
    ceilings,
    claims,
    evidence,
    linter,
    privacy,
    questions,
    reading,
    references,
    regression,
    time,
    translations,
    voices,
    words,
)

FAMILIES: Final[tuple[ModuleType, ...]] = (
    actions,
    answers,
    banks,
    ceilings,
    claims,
    evidence,
    linter,
    privacy,
    questions,
    regression,
    time,
    translations,
    voices,
    words,
)
READ: Final[tuple[ModuleType, ...]] = (reading, references, bank_form)


def _of(families: tuple[ModuleType, ...]) -> tuple[Rule, ...]:
    found = (each for family in families for each in vars(family).values() if isinstance(each, Rule))
    return tuple(sorted(found, key=lambda each: each.code))


RULES: Final = _of(FAMILIES)
"""What is asked of assessments, banks, ladders and translations; each rule says of which (`of`)."""
PAGES: Final = _of((*FAMILIES, *READ))
"""The manual page of every code: the rules, and what reading a file already finds."""


def find_rule(name: str) -> Rule | None:
    """The rule, or what reading finds, called *name*: its code or its name."""
    return next((each for each in PAGES if name.casefold() in (each.code.casefold(), each.name)), None)
