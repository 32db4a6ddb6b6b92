"""Findings for people: the place, the line with a mark under it, and what to do."""

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Final

from ladder_check.documents.finding import Finding, Weight
from ladder_check.render.findings.checked import Checked, summary, with_lines
from ladder_check.render.findings.excerpt import excerpt
from ladder_check.render.findings.safe import harmless, sentence, visible
from ladder_check.render.look import Look

COLOURS: Final[Mapping[Weight, str]] = {"error": "1;31", "warning": "1;33", "notice": "1;36"}

PRIVATE: Final = frozenset({"LC412", "LC413", "LC414"})
"""What these find should not be in the file, so it is not repeated in a log that others read."""


def render_text(findings: Sequence[Finding], checked: Checked, look: Look) -> str:
    """A paragraph for each finding, in the order of the files, and the summary."""
    names = checked.names()
    paragraphs = [
        "\n".join(_finding(each, names.get(each.code, ""), line, look))
        for each, line in with_lines(findings, checked)
    ]
    return "\n\n".join([*paragraphs, look.text(summary(findings, checked)) + "\n"])


def _finding(finding: Finding, name: str, line: str | None, look: Look) -> Iterator[str]:
    place = finding.place
    colour = COLOURS[finding.severity] if look.colour else ""
    position = f":{place.line}:{place.column}:" if place else ":"
    where = look.text(harmless(f"{visible(finding.file)}{position}"))
    weight = _coloured(finding.severity, colour)
    yield f"{_coloured(where, '1' if colour else '')} {weight} {finding.code} {name}".rstrip()
    if place and line is not None and finding.code not in PRIVATE:
        shown = excerpt(line, place, look)
        yield f"{place.line:>5} | {shown.line}".rstrip()
        yield f"      | {' ' * shown.before}{_coloured('^' * shown.marks, colour)}"
    yield _said(finding.message, look)


@lru_cache(maxsize=256)
def _said(message: str, look: Look) -> str:
    """The message in lines.  A rule says the same of many places."""
    return "\n".join(harmless(line) for line in _wrap(look.text(sentence(message)), look.width))


def _wrap(words: str, width: int) -> Iterator[str]:
    """Lines of at most *width* columns, where words allow it (textwrap is ten times slower)."""
    line = " "
    for word in words.split(" "):
        if line != " " and len(line) + len(word) >= width:
            yield line
            line = " "
        line += f" {word}"
    yield line


def _coloured(words: str, colour: str) -> str:
    return f"\x1b[{colour}m{words}\x1b[0m" if colour else words
