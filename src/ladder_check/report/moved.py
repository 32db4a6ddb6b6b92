"""Where an assessment stands in a few lines, and what moved since an earlier version of it."""

from collections.abc import Iterator
from typing import Final

from ladder_check.model.case import Case
from ladder_check.report.aspects import NOT_ENOUGH
from ladder_check.report.build import build_report
from ladder_check.report.view import Report
from ladder_check.scoring.profile import score

_GONE: Final = "Not part of this any more."


def standing_lines(case: Case, before: Case | None = None) -> tuple[str, ...]:
    """The headline, then a line for each area of work with its rung.

    Where the same assessment stood elsewhere *before*, that is said beside it.  An area of which there is not
    enough to say, now as before, is counted in the headline and has no line.
    """
    now = _lines(case)
    then = _lines(before) if before else now
    named = [name for name in then if name not in now]
    stands = now | dict.fromkeys(named, _GONE)
    pairs = ((name, words, then.get(name, words)) for name, words in stands.items())
    return tuple(_line(*each) for each in pairs if each[1:] != (NOT_ENOUGH, NOT_ENOUGH))


def _lines(case: Case) -> dict[str, str]:
    """What is said of the whole, under an empty name, and of each area of work under its own."""
    report = build_report(case, score(case))
    return {"": " ".join(report.headline), **dict(_areas(report))}


def _areas(report: Report) -> Iterator[tuple[str, str]]:
    for view in report.aspects:
        yield view.name, next(row.rung for row in view.rungs if row.kind == "standing")
    yield from ((fact.label, f"Left out: {fact.words}") for fact in report.left_out)


def _line(name: str, stands: str, stood: str) -> str:
    start = f"{name}: " if name else ""
    return f"{start}{stands}" if stands == stood else f"{start}{stands} Before the change: {stood}"
