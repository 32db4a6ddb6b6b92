"""`rule`: the manual page of each rule that `check` asks."""

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from ladder_check.lint.rule import Rule


class RuleFormat(StrEnum):
    """How a rule is shown."""

    text = "text"
    json = "json"


def rule(
    code: Annotated[
        str | None, typer.Argument(metavar="[CODE]", help="A rule by its code or name; without it, a list.")
    ] = None,
    all: Annotated[bool, typer.Option("--all", help="Every rule with its whole page.")] = False,
    output_format: Annotated[RuleFormat, typer.Option(help="Words, or data.")] = RuleFormat.text,
) -> None:
    """Explain a rule of check: what holds, why, and an example of each."""
    from ladder_check.cli import stream
    from ladder_check.lint.rules import PAGES

    chosen = PAGES if code is None else (_find(code),)
    if output_format == RuleFormat.json:
        stream.emit(_as_json(chosen))
    elif all or code:
        stream.say("\n\n".join(map(_page, chosen)))
    else:
        stream.say("\n".join(f"{each.code}  {each.severity:7}  {each.name}" for each in chosen))


def _find(code: str) -> "Rule":
    from ladder_check.errors import LadderCheckError, unknown_name
    from ladder_check.lint.rules import PAGES, find_rule

    found = find_rule(code)
    if found is None:
        said = unknown_name("rule", code, (word for each in PAGES for word in (each.code, each.name)))
        raise LadderCheckError(said.partition(" Known:")[0] + " `ladder-check rule` lists them.")
    return found


def _page(rule: "Rule") -> str:
    from textwrap import fill, indent

    head = f"{rule.code} {rule.name} ({rule.weighs})"
    words = [fill(rule.holds, 80), fill(f"Why: {rule.why}", 80)]
    examples = [f"{title}:\n{indent(text, '    ')}" for title, text in _examples(rule)]
    return "\n\n".join([head, *words, *examples])


def _examples(rule: "Rule") -> tuple[tuple[str, str], ...]:
    return (("Fails", rule.fails), ("Passes", rule.passes))


def _as_json(rules: "tuple[Rule, ...]") -> str:
    import json

    keys = ("code", "name", "severity", "holds", "why", "fails", "passes")
    return json.dumps(
        [{key: str(getattr(each, key)) for key in keys} for each in rules], ensure_ascii=False, indent=2
    )
