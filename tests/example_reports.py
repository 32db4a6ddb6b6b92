"""The reports of the worked examples, and the same reports with every text changed."""

from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

from ladder_check.documents.library import read_case
from ladder_check.report.build import build_report
from ladder_check.report.view import Report
from ladder_check.scoring.profile import score

EXAMPLES = Path(__file__).parents[1] / "examples"
NAMES = sorted(path.name.removesuffix(".assessment.yaml") for path in EXAMPLES.glob("*.assessment.yaml"))
FULLEST = "riverside-day-opportunities"
# Words for programs: nobody types them, and changing them would be another report.
FOR_PROGRAMS = frozenset({"id", "kind", "language", "link", "ladder_link"})


@cache
def example(name: str = FULLEST) -> Report:
    """The report of an example."""
    case = read_case(EXAMPLES / f"{name}.assessment.yaml")
    return build_report(case, score(case))


def with_every_text(report: Report, change: Callable[[str], str]) -> Report:
    """*report* with each text that a person may read changed."""
    changed: Report = _changed(report, change)
    return changed


def texts_of(thing: Any) -> list[str]:
    """Each text in *thing* that a person may read."""
    seen: list[str] = []

    def see(text: str) -> str:
        seen.append(text)
        return text

    _changed(thing, see)
    return seen


def _changed(thing: Any, change: Callable[[str], str]) -> Any:
    if isinstance(thing, str):
        # An empty text means that there is nothing to say, and stays so.
        return change(thing) if thing else thing
    if isinstance(thing, tuple):
        return tuple(_changed(part, change) for part in thing)
    if not is_dataclass(thing) or isinstance(thing, type):
        return thing
    named = (field.name for field in fields(thing) if field.name not in FOR_PROGRAMS)
    return replace(thing, **{name: _changed(getattr(thing, name), change) for name in named})
