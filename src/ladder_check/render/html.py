"""A report as one HTML file: no script, no request, no style beside the one sheet that it carries."""

import re
from base64 import b64encode
from collections.abc import Sequence
from hashlib import sha256
from typing import Any, Final

from markupsafe import Markup

from ladder_check.errors import LadderCheckError
from ladder_check.render.templates import Templates, html_templates
from ladder_check.report.view import Report

_LEADING_COLONS: Final = re.compile(r"(?m)^([^\S\n]*):(?=:)")
STYLE_SHEET: Final = "report.css"
_RIGHT_TO_LEFT: Final = frozenset({"ar", "dv", "fa", "he", "ks", "ku-arab", "ps", "sd", "ug", "ur", "yi"})


def render_html(report: Report, templates: Templates | None = None, *, large_print: bool = False) -> str:
    """The whole report as an HTML page; *large_print* is 24 pixels on a screen and 18 points on paper.

    Raises:
        LadderCheckError: a template or style sheet of the user's own cannot be used.
    """
    return _page("report.html.j2", report, templates or html_templates(), large_print=large_print)


def render_short(report: Report, templates: Templates | None = None, *, large_print: bool = True) -> str:
    """The short version with pictures as an HTML page, in large print unless told otherwise.

    Raises:
        LadderCheckError: a template or style sheet of the user's own cannot be used.
    """
    return _page("short.html.j2", report, templates or html_templates(), large_print=large_print)


def direction(language: str) -> str:
    """Which way *language* is written: "rtl" or "ltr".

    >>> direction("cy"), direction("ar-EG")
    ('ltr', 'rtl')
    """
    tag = language.lower()
    return "rtl" if tag in _RIGHT_TO_LEFT or tag.split("-")[0] in _RIGHT_TO_LEFT else "ltr"


def content_policy(style: str) -> str:
    """What a browser may do with a page whose only style is *style*: nothing but show it.

    Even a copy that somebody has tampered with runs no script and fetches nothing.
    """
    digest = b64encode(sha256(style.encode()).digest()).decode()
    return (
        f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; base-uri 'none'; form-action 'none'"
    )


def fill_page(
    name: str, templates: Templates, sheets: Sequence[str] = (STYLE_SHEET,), /, **values: Any
) -> str:
    """The page *name*, filled with *values*, of which *language* is one; it carries the style *sheets*.

    Raises:
        LadderCheckError: a template or style sheet of the user's own cannot be used.
    """
    style = "\n".join(_style(sheet, templates) for sheet in sheets)
    values |= {"direction": direction(values["language"]), "direction_of": direction}
    page = templates.fill(name, style=Markup(style), policy=content_policy(style), **values)
    # A template of somebody's own may do without the style.
    before, sheet, after = page.partition(style) if style else (page, "", "")
    return f"{_without_orders(before)}{sheet}{_without_orders(after)}"


def _page(name: str, report: Report, templates: Templates, *, large_print: bool) -> str:
    return fill_page(
        name,
        templates,
        report=report,
        title=report.title,
        language=report.language,
        large_print=large_print,
    )


def _without_orders(page: str) -> str:
    """The same page, in which a build log that it is printed to finds no command."""
    return _LEADING_COLONS.sub(r"\1&#58;", page).replace("##", "#&#35;")


def _style(sheet: str, templates: Templates) -> str:
    style = templates.source(sheet).replace("\r\n", "\n")
    # Inside <style> nothing can be escaped: a closing tag there would let text out into the page.
    if "</" in style or "\0" in style:
        raise LadderCheckError(f"{sheet} holds '</', which a style sheet inside a page cannot.")
    return style
