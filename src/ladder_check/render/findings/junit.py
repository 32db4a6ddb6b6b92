"""Findings as JUnit XML, which nearly every build service can show: a test case for each file."""

import re
from collections.abc import Iterator, Sequence
from html import escape
from itertools import groupby
from typing import Final

from ladder_check.documents.finding import Finding
from ladder_check.render.findings.checked import Checked
from ladder_check.render.findings.safe import sentence, visible
from ladder_check.render.look import Look

_LEADING_COLONS: Final = re.compile(r"^:(?=:)")


def render_junit(findings: Sequence[Finding], checked: Checked, look: Look) -> str:  # noqa: ARG001  # a format takes all three
    """A test case for each file, with a failure for each error and warning; a notice stands in its output."""
    found = {file: list(group) for file, group in groupby(sorted(findings), key=lambda each: each.file)}
    files = sorted({*checked.files, *found})
    failed = sum(any(each.severity != "notice" for each in group) for group in found.values())
    totals = f'name="ladder-check" tests="{len(files)}" failures="{failed}" errors="0"'
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', f"<testsuites {totals}>", f"  <testsuite {totals}>"]
    for file in files:
        lines += _case(checked.relative(file), found.get(file, []), checked)
    return "\n".join([*lines, "  </testsuite>", "</testsuites>"]) + "\n"


def _case(path: str, findings: Sequence[Finding], checked: Checked) -> Iterator[str]:
    file = _xml(visible(path))
    opening = f'    <testcase classname="ladder-check" name="{file}" file="{file}"'
    if not findings:
        yield f"{opening}/>"
        return
    names = checked.names()
    yield f"{opening}>"
    for each in findings:
        if each.severity != "notice":
            title = _xml(f"{each.code} {names.get(each.code, '')}".rstrip())
            yield f'      <failure type="{each.severity}" message="{title}">{_words(each)}</failure>'
    if notices := "; ".join(_words(each) for each in findings if each.severity == "notice"):
        yield f"      <system-out>{notices}</system-out>"
    yield "    </testcase>"


def _words(finding: Finding) -> str:
    where = f"{finding.place.line}:{finding.place.column}: " if finding.place else ""
    return _xml(f"{where}{finding.code} {sentence(finding.message)}")


def _xml(text: str) -> str:
    """*text*, in which every character can be seen, for XML; a build log finds no command in it."""
    return _LEADING_COLONS.sub("&#58;", escape(text)).replace("##", "#&#35;")
