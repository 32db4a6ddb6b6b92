"""A report as Markdown: it reads well on a code host, in a terminal and aloud."""

import re
from typing import Any, Final

from ladder_check.render.templates import Templates, markdown_templates
from ladder_check.report.view import Report

TEMPLATE: Final = "report.md.j2"
_EMPTY_LINES: Final = re.compile(r"\n{3,}")
_LINE_ENDS: Final = re.compile(r"[ \t]+(?=\n)")


def render_markdown(report: Report, templates: Templates | None = None) -> str:
    """The report in Markdown; *templates* are the shipped ones unless told otherwise.

    Raises:
        LadderCheckError: a template of the user's own is broken; it says in which line.
    """
    return fill_markdown(TEMPLATE, templates or markdown_templates(), report=report)


def fill_markdown(name: str, templates: Templates, **values: Any) -> str:
    """The template *name*, filled with *values*, without empty lines that nobody needs.

    Raises:
        LadderCheckError: a template of the user's own is broken; it says in which line.
    """
    text = templates.fill(name, **values)
    return _EMPTY_LINES.sub("\n\n", _LINE_ENDS.sub("", text)).strip() + "\n"
