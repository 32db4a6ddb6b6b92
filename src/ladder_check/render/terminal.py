"""A score for a terminal, in plain words that can be read aloud."""

from collections.abc import Iterable, Iterator
from textwrap import fill

from ladder_check.model.case import Case
from ladder_check.render.look import Look
from ladder_check.report.annex_view import CrosswalkView
from ladder_check.report.aspect_view import AspectView
from ladder_check.report.build import build_report
from ladder_check.report.view import Report
from ladder_check.scoring.profile import Profile


def render_plain(case: Case, profile: Profile, look: Look) -> str:
    """The score in words alone, one thing a line, wrapped at spaces."""
    report = build_report(case, profile)
    return wrap([head(report), *(_aspect(each) for each in report.aspects), *rest(report)], look)


def _crosswalk(view: CrosswalkView) -> list[str]:
    rows = (f"  {row.rung}: {row.other[:1].lower()}{row.other[1:]}." for row in view.rows)
    return [f"The same rungs on another ladder: {view.ladder}", *rows]


def head(report: Report) -> list[str]:
    """What comes first: the title and the headline."""
    return [
        report.title,
        *([report.subtitle] if report.subtitle else []),
        *report.headline,
        report.fixed_line,
    ]


def _aspect(view: AspectView) -> list[str]:
    strip = view.strip
    # Where no view has a rung, the sentence has said so: four lines more would only say it again.
    is_known = any((strip.claimed, strip.shown, strip.lived, strip.standing, strip.ceiling))
    rungs = [f"  {row.label}: {row.rung} {row.note}".rstrip() for row in view.rungs if is_known]
    return [f"{view.name}", f"  {view.sentence}", *rungs, *points(view)]


def points(view: AspectView) -> Iterator[str]:
    """What holds an aspect back, what would lift it, and what else to know of it."""
    for point in view.points:
        yield f"  {point.heading}: {' '.join(point.lines)}"


def rest(report: Report) -> Iterator[list[str]]:
    """What comes after the aspects: those without a rung, the other banks, the footing."""
    if report.left_out:
        yield [report.heading.left_out, *(f"  {fact.label}: {fact.words}" for fact in report.left_out)]
    if report.not_enough:
        yield ["Not enough answers to say", *(f"  {name}" for name in report.not_enough)]
    if report.banks:
        yield [report.heading.footing, *(f"  {bank.title}: {bank.summary}" for bank in report.banks)]
    yield [line for line in (report.footing, *report.word) if line]
    if report.talk:
        yield [report.heading.talk, *(f"  {point.about}: {point.ask}" for point in report.talk)]
    if report.linked:
        yield [report.heading.linked, *(f"  {line}" for line in report.linked)]
    yield from (_crosswalk(view) for view in report.annex.crosswalks)


def wrap(parts: Iterable[list[str]], look: Look) -> str:
    """The *parts* with a line between them, every line wrapped at spaces."""
    return "\n\n".join("\n".join(_fill(line, look) for line in part) for part in parts if part) + "\n"


def _fill(line: str, look: Look) -> str:
    indent = " " * (len(line) - len(line.lstrip()))
    return fill(look.text(line), look.width, subsequent_indent=indent + "  ", break_long_words=False)
