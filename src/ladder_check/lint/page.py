"""Manual pages of what reading a file already finds: no rule asks for it again."""

from collections.abc import Callable

from ladder_check.lint.rule import Hit, Rule, Severity, Sheet, read_page


def page(code: str, name: str) -> Callable[[Callable[[], None]], Rule]:
    """Make a rule with nothing to ask of a function without a body: its docstring is the manual page.

    The examples are files, or some keys of one.

    Raises:
        ValueError: the docstring lacks a part of the manual page.
    """

    def make(described: Callable[[], None]) -> Rule:
        return Rule(code, name, Severity.ERROR, *read_page(code, described.__doc__ or ""), _nothing)

    return make


def _nothing(_: Sheet) -> tuple[Hit, ...]:
    """A file that can be asked anything has none of these faults."""
    return ()
