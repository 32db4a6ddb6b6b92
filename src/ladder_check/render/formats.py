"""The formats of a report.  To add one, write a function and its line here."""

from collections.abc import Callable, Mapping
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from ladder_check.errors import LadderCheckError, UnknownName

if TYPE_CHECKING:
    # Only for types: a score as JSON needs nothing of the report.
    from collections.abc import Sequence

    from ladder_check.documents.finding import Finding
    from ladder_check.model.case import Case
    from ladder_check.render.findings.checked import Checked
    from ladder_check.render.look import Look
    from ladder_check.report.room_view import RoomMaterial
    from ladder_check.report.view import Report
    from ladder_check.scoring.profile import Profile

FORMATS: Final[Mapping[str, str]] = {
    "markdown": "ladder_check.render.markdown:render_markdown",
    "html": "ladder_check.render.html:render_html",
    "short": "ladder_check.render.html:render_short",
    "json": "ladder_check.render.report_data:render_json",
}
TEMPLATES: Final[Mapping[str, str]] = {
    "markdown": "ladder_check.render.templates:markdown_templates",
    "html": "ladder_check.render.templates:html_templates",
    "short": "ladder_check.render.templates:html_templates",
}
"""Where the templates of a format come from, for those that have any."""
PAGES: Final = ("html", "short")
"""The formats that are laid out as pages."""
SCORES: Final[Mapping[str, str]] = {
    "table": "ladder_check.render.table:render_table",
    "plain": "ladder_check.render.terminal:render_plain",
    "json": "ladder_check.render.data:render_json",
    "csv": "ladder_check.render.data:render_csv",
}
ROOMS: Final[Mapping[str, str]] = {
    "table": "ladder_check.render.room_terminal:render_table",
    "plain": "ladder_check.render.room_terminal:render_plain",
    "markdown": "ladder_check.render.room_pages:render_markdown",
    "html": "ladder_check.render.room_pages:render_html",
    "json": "ladder_check.render.room_data:render_json",
    "csv": "ladder_check.render.room_data:render_csv",
}
"""The formats of what a room said."""
FINDINGS: Final[Mapping[str, str]] = {
    "text": "ladder_check.render.findings.text:render_text",
    "github": "ladder_check.render.findings.github:render_github",
    "gitlab": "ladder_check.render.findings.gitlab:render_gitlab",
    "sarif": "ladder_check.render.findings.sarif:render_sarif",
    "junit": "ladder_check.render.findings.junit:render_junit",
    "json": "ladder_check.render.findings.data:render_json",
    "markdown": "ladder_check.render.findings.markdown:render_markdown",
}
REPORT_FILES: Final[Mapping[str, str]] = {"html": ".html", "short": ".short.html", "markdown": ".md"}
"""The formats that are kept as files, and how their names end."""


def renderer(
    name: str, templates: Path | None = None, *, large_print: bool = False
) -> "Callable[[Report], str]":
    """What makes the format called *name*; *templates* is a folder that comes before the shipped templates.

    Raises:
        UnknownName: no format is called that.
        LadderCheckError: the format has no templates, or the folder holds none of them; or it has no
            print to be large.
    """
    if name not in FORMATS:
        raise UnknownName("format", name, FORMATS)
    return partial(_find(FORMATS[name]), **_layout(name, templates, large_print=large_print))


def room_renderer(
    name: str, templates: Path | None = None, *, large_print: bool = False
) -> "Callable[[RoomMaterial, Look], str]":
    """What makes the format of what a room said that is called *name*; *templates* as above.

    Raises:
        UnknownName: no format is called that.
        LadderCheckError: as above.
    """
    if name not in ROOMS:
        raise UnknownName("format", name, ROOMS)
    return partial(_find(ROOMS[name]), **_layout(name, templates, large_print=large_print))


def _layout(name: str, templates: Path | None, *, large_print: bool) -> dict[str, Any]:
    """What a format is told besides what it shows.

    Raises:
        LadderCheckError: it has no templates, or no print to be large.
    """
    if templates and name not in TEMPLATES:
        raise LadderCheckError(f"The format {name} has no templates. Leave the folder of templates out.")
    if large_print and name not in PAGES:
        raise LadderCheckError(
            f"Large print is for {' and '.join(PAGES)}; {name} has no print size of its own."
        )
    options: dict[str, Any] = {"templates": _find(TEMPLATES[name])(templates)} if templates else {}
    return options | ({"large_print": True} if large_print else {})


def score_renderer(name: str) -> "Callable[[Case, Profile, Look], str]":
    """What makes the score format called *name*."""
    render: Callable[[Case, Profile, Look], str] = _find(SCORES[name])
    return render


def findings_renderer(name: str) -> "Callable[[Sequence[Finding], Checked, Look], str]":
    """What makes the format of findings called *name*.

    Raises:
        UnknownName: no format is called that.
    """
    if name not in FINDINGS:
        raise UnknownName("format", name, FINDINGS)
    render: Callable[[Sequence[Finding], Checked, Look], str] = _find(FINDINGS[name])
    return render


def _find(place: str) -> Any:
    # By name, so that asking for one format does not import the others.
    module, _, function = place.partition(":")
    return getattr(import_module(module), function)
