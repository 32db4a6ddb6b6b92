"""Findings as SARIF 2.1.0, as GitHub's code scanning reads it."""

import os
from collections.abc import Mapping, Sequence
from typing import Any, Final
from urllib.parse import quote

from ladder_check.documents.finding import Finding, Place, Weight
from ladder_check.lint.rule import Rule
from ladder_check.render.findings.checked import WEIGHTS, Checked
from ladder_check.render.findings.fingerprint import fingerprinted
from ladder_check.render.findings.safe import sentence, to_json
from ladder_check.render.look import Look

LEVELS: Final[Mapping[Weight, str]] = {"error": "error", "warning": "warning", "notice": "note"}
PROBLEM: Final[Mapping[Weight, str]] = {"error": "error", "warning": "warning", "notice": "recommendation"}
MAX_RESULTS: Final = 25_000
"""GitHub refuses a file with more, so the lightest stay out."""
MAX_WORDS: Final = 1_000

_START: Final = Place(1, 1, 1, 1)


def render_sarif(findings: Sequence[Finding], checked: Checked, look: Look) -> str:  # noqa: ARG001  # a format takes all three
    """The findings, with the manual page of every rule.

    Source:
        OASIS, "Static Analysis Results Interchange Format (SARIF) Version 2.1.0", 2020, and GitHub
        documentation, "SARIF support for code scanning".
    """
    rules = _rules(findings, checked)
    numbers = {rule["id"]: number for number, rule in enumerate(rules)}
    worst = sorted(fingerprinted(findings, checked), key=lambda pair: WEIGHTS.index(pair[0].severity))
    driver = {"name": "ladder-check", "semanticVersion": checked.version, "rules": rules}
    run = {
        "tool": {"driver": driver},
        "automationDetails": {"id": "ladder-check/"},
        "columnKind": "unicodeCodePoints",
        "results": [
            _result(each, key, numbers[each.code]) | {"locations": [_location(each, checked)]}
            for each, key in worst[:MAX_RESULTS]
        ],
    }
    schema = "https://json.schemastore.org/sarif-2.1.0.json"
    return to_json({"$schema": schema, "version": "2.1.0", "runs": [run]})


def _result(finding: Finding, fingerprint: str, rule: int) -> dict[str, Any]:
    return {
        "ruleId": finding.code,
        "ruleIndex": rule,
        "level": LEVELS[finding.severity],
        # A link in a message would be shown as one: what people typed shall stay text.
        "message": {"text": sentence(finding.message).replace("](", "] (") or finding.code},
        "partialFingerprints": {"ladderCheck/v1": fingerprint},
    }


def _location(finding: Finding, checked: Checked) -> dict[str, Any]:
    uri = quote(os.fsencode(checked.relative(finding.file)), safe="/")
    place = finding.place or _START
    region = {
        "startLine": place.line,
        "startColumn": place.column,
        "endLine": place.end_line,
        "endColumn": place.end_column,
    }
    return {"physicalLocation": {"artifactLocation": {"uri": uri}, "region": region}}


def _rules(findings: Sequence[Finding], checked: Checked) -> list[dict[str, Any]]:
    """The rules with their pages, and what is known of a code that has none."""
    pages = [_rule(rule) for rule in sorted(checked.rules, key=lambda rule: rule.code)]
    known = {rule["id"] for rule in pages}
    weights = {each.code: each.severity for each in _worst_last(findings) if each.code not in known}
    return pages + [_without_page(code, weights[code]) for code in sorted(weights)]


def _worst_last(findings: Sequence[Finding]) -> list[Finding]:
    """The findings, the heaviest at the end."""
    return sorted(findings, key=lambda each: -WEIGHTS.index(each.severity))


def _rule(rule: Rule) -> dict[str, Any]:
    fails, passes = (_indented(example) for example in (rule.fails, rule.passes))
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": rule.holds[:MAX_WORDS]},
        "fullDescription": {"text": f"{rule.holds} Why: {rule.why}"[:MAX_WORDS]},
        "help": {"text": f"{rule.holds}\n\nWhy: {rule.why}\n\nFails:\n\n{fails}\n\nPasses:\n\n{passes}\n"},
        **_weight(rule.severity.value),
    }


def _without_page(code: str, weight: Weight) -> dict[str, Any]:
    words = {"text": f"The file cannot be used as it stands ({code})."}
    return {"id": code, "shortDescription": words, "fullDescription": words, "help": words, **_weight(weight)}


def _weight(weight: Weight) -> dict[str, Any]:
    properties = {"precision": "very-high", "problem.severity": PROBLEM[weight]}
    return {"defaultConfiguration": {"level": LEVELS[weight]}, "properties": properties}


def _indented(example: str) -> str:
    return "\n".join(f"    {line}" for line in example.splitlines())
