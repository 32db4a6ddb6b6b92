"""Findings as workflow commands, which GitHub shows beside the changed lines."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from ladder_check.documents.finding import Finding, Place, Weight
from ladder_check.render.findings.checked import WEIGHTS, Checked, count_words, summary
from ladder_check.render.findings.safe import harmless, sentence, visible
from ladder_check.render.look import Look

SHOWN: Final[Mapping[Weight, int]] = {"error": 10, "warning": 10, "notice": 9}
"""How many GitHub shows of a step; one notice is kept for the line about the rest."""

_IN_MESSAGES: Final = {ord("%"): "%25", ord("\r"): "%0D", ord("\n"): "%0A"}
_IN_PROPERTIES: Final = _IN_MESSAGES | {ord(":"): "%3A", ord(","): "%2C"}


def render_github(findings: Sequence[Finding], checked: Checked, look: Look) -> str:  # noqa: ARG001  # a format takes all three
    """The heaviest findings as commands, then one with the number of the rest, then the summary in words.

    Source:
        GitHub documentation, "Workflow commands for GitHub Actions"; the escapes are those of
        `packages/core/src/command.ts` in github.com/actions/toolkit.
    """
    names = checked.names()
    by_weight = {weight: [each for each in sorted(findings) if each.severity == weight] for weight in WEIGHTS}
    told = [each for weight, group in by_weight.items() for each in group[: SHOWN[weight]]]
    rest = [each for weight, group in by_weight.items() for each in group[SHOWN[weight] :]]
    lines = [_command(each, names.get(each.code, ""), checked) for each in told]
    return "\n".join([*lines, *_rest(rest), summary(findings, checked)]) + "\n"


def _command(finding: Finding, name: str, checked: Checked) -> str:
    properties = {
        "file": checked.relative(finding.file),
        **_region(finding.place),
        "title": f"{finding.code} {name}".rstrip(),
    }
    written = ",".join(f"{key}={_property(str(value))}" for key, value in properties.items())
    return f"::{finding.severity} {written}::{_message(finding.message)}"


def _rest(findings: Sequence[Finding]) -> Iterator[str]:
    if findings:
        words = f"Not shown here: {count_words(findings)}. GitHub shows only the first few of a step"
        yield f"::notice title=ladder-check::{words}; --output-format text shows all."


def _region(place: Place | None) -> dict[str, int]:
    if place is None:
        return {}
    lines = {"line": place.line, "endLine": place.end_line}
    # GitHub reads columns only of what begins and ends on the same line.
    return (
        lines
        if place.line != place.end_line
        else lines | {"col": place.column, "endColumn": place.end_column}
    )


def _message(text: str) -> str:
    return harmless(sentence(text).translate(_IN_MESSAGES))


def _property(text: str) -> str:
    return harmless(visible(text.translate(_IN_PROPERTIES)))
