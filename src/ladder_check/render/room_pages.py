"""What a room said as Markdown, and as one HTML file under the same rules as a report."""

from typing import Final

from ladder_check.render.html import STYLE_SHEET, fill_page
from ladder_check.render.look import Look
from ladder_check.render.markdown import fill_markdown
from ladder_check.render.templates import Templates, html_templates, markdown_templates
from ladder_check.report.room import build_room_report
from ladder_check.report.room_view import RoomMaterial

ROOM_SHEET: Final = "room.css"


def render_markdown(material: RoomMaterial, look: Look, templates: Templates | None = None) -> str:  # noqa: ARG001
    """What the room said in Markdown: numbers and words, without drawings.

    Raises:
        LadderCheckError: a template of the user's own is broken; it says in which line.
    """
    report = build_room_report(material)
    return fill_markdown("room.md.j2", templates or markdown_templates(), report=report)


def render_html(
    material: RoomMaterial,
    look: Look,  # noqa: ARG001
    templates: Templates | None = None,
    *,
    large_print: bool = False,
) -> str:
    """What the room said as an HTML page, with a mark for each person beside each number.

    Raises:
        LadderCheckError: a template or style sheet of the user's own cannot be used.
    """
    report = build_room_report(material)
    return fill_page(
        "room.html.j2",
        templates or html_templates(),
        (STYLE_SHEET, ROOM_SHEET),
        report=report,
        title=report.title,
        language=report.language,
        large_print=large_print,
    )
