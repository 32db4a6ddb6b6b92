"""The papers of a workshop as HTML files to print: no script, no request."""

from dataclasses import dataclass
from typing import Any, Final

from ladder_check.render.html import STYLE_SHEET, fill_page
from ladder_check.render.templates import Templates, html_templates
from ladder_check.report.paper_view import BallotSheets, CardSheets, Guide, TallySheets
from ladder_check.report.papers import LANGUAGE

PAPER_SHEET: Final = "paper.css"
LARGE: Final = 24
"""The size, in points, from which what is not a ballot is in large print too."""


@dataclass(frozen=True, slots=True)
class Paper:
    """How papers are laid out: letters of *size* points, and each question on a page of its own or not."""

    size: int = 18
    booklet: bool = False
    templates: Templates | None = None


def render_ballots(sheets: BallotSheets, paper: Paper) -> str:
    """The ballots of a round, one after the other, each beginning on a page of its own."""
    return _print("ballot.html.j2", sheets, paper)


def render_cards(sheets: CardSheets, paper: Paper) -> str:
    """The cards, one area of work a page."""
    return _print("cards.html.j2", sheets, paper)


def render_tally(sheets: TallySheets, paper: Paper) -> str:
    """The sheets to count on, one question a page."""
    return _print("tally.html.j2", sheets, paper)


def render_guide(guide: Guide, paper: Paper) -> str:
    """The facilitator's sheet."""
    return _print("facilitator.html.j2", guide, paper)


def _print(name: str, sheets: Any, paper: Paper) -> str:
    return fill_page(
        name,
        paper.templates or html_templates(),
        (STYLE_SHEET, PAPER_SHEET),
        sheets=sheets,
        title=sheets.title,
        language=LANGUAGE,
        size=paper.size,
        booklet=paper.booklet,
        large_print=paper.size >= LARGE,
    )
