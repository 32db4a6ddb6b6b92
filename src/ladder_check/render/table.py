"""A score for a terminal, as a drawn ladder and a table to look at."""

import io
from collections.abc import Iterator, Sequence
from textwrap import fill
from typing import Final

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from ladder_check.model.case import Case
from ladder_check.render.look import Look
from ladder_check.render.terminal import head, points, rest, wrap
from ladder_check.report.aspect_view import AspectView, MarkKind, Span
from ladder_check.report.build import build_report
from ladder_check.report.view import Report
from ladder_check.scoring.profile import Profile

SHAPES: Final[dict[MarkKind, str]] = {
    "claimed": "◇",
    "shown": "■",
    "lived": "▲",
    "standing": "●",
    "ceiling": "⊤",
}
_HEADINGS: Final = ("Area of work", "Claimed", "Staff say", "People say", "Stands on")


def render_table(case: Case, profile: Profile, look: Look) -> str:
    """The score as words, the ladder with its marks, and a table of the aspects."""
    report = build_report(case, profile)
    after = wrap([*(_proof(each) for each in report.aspects), *rest(report)], look)
    ladder = look.text("\n".join(_rungs(report, look.width))) + "\n"
    return "\n".join([wrap([head(report)], look), ladder, _table(report, look), after])


def _proof(view: AspectView) -> list[str]:
    return [view.name, f"  {view.sentence}", *points(view)]


def _rungs(report: Report, width: int) -> Iterator[str]:
    """The ladder from the top: each rung, and under one another the aspects that stand on it."""
    widest = max(len(rung.name) for rung in report.ladder)
    for rung in report.ladder:
        start = f"  {rung.number} {rung.name:{widest}}  "
        here = [aspect for mark in rung.marks if mark.kind == "standing" for aspect in mark.aspects]
        yield from _beside(start, here, width) if here else [start.rstrip()]


def _beside(start: str, aspects: Sequence[str], width: int) -> Iterator[str]:
    under = " " * len(start)
    for number, aspect in enumerate(aspects):
        first = f"{under if number else start}{SHAPES['standing']} "
        yield fill(
            aspect, width, initial_indent=first, subsequent_indent=f"{under}  ", break_long_words=False
        )


def _table(report: Report, look: Look) -> str:
    table = Table(box=box.SIMPLE_HEAD if look.unicode else box.ASCII, pad_edge=False)
    for heading in _HEADINGS:
        table.add_column(heading)
    for view in report.aspects:
        cells = [Text(cell) for cell in _cells(report, view)]
        table.add_row(Text(look.text(view.name), style="bold"), *cells)
    out = io.StringIO()
    _console(out, look).print(table)
    return out.getvalue()


def _cells(report: Report, view: AspectView) -> Iterator[str]:
    names = {rung.number: rung.name for rung in report.ladder}
    strip = view.strip
    claimed = Span(strip.claimed, strip.claimed) if strip.claimed else None
    for span in (claimed, strip.shown, strip.lived, strip.standing):
        if span is None:
            yield "-"
        elif span.low == span.high:
            yield f"{span.low} {names[span.low]}"
        else:
            yield f"{span.low} to {span.high}"


def _console(out: io.StringIO, look: Look) -> Console:
    return Console(
        file=out,
        width=look.width,
        force_terminal=look.colour,
        no_color=not look.colour,
        color_system="standard" if look.colour else None,
        highlight=False,
        legacy_windows=False,
    )
