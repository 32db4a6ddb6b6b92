"""A workshop to print for: a record made from a session, and all that is printed from it."""

from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from ladder_check.documents.library import Shelf
from ladder_check.model.room import Session
from ladder_check.render.papers import Paper, render_ballots, render_cards, render_guide, render_tally
from ladder_check.report.facilitator import build_guide
from ladder_check.report.paper_view import Printing
from ladder_check.report.papers import build_ballots, build_cards, build_tally
from ladder_check.workshop.day import begin, set_out
from ladder_check.workshop.papers import printing_of
from ladder_check.workshop.record import open_record

EVERYTHING = ("ladder", "rules", "ingredients", "values", "blocks", "balance", "missing", "word")
ASPECTS = ("deciding", "designing", "choosing", "doing", "checking", "governing", "own_support")


def session(**changed: Any) -> Session:
    """A session of one area of work; *changed* says what is different."""
    usual: dict[str, Any] = {
        "format": 1,
        "title": "Day opportunities, autumn",
        "on": "2026-11-03",
        "organisation": "Riverside Council",
        "aspects": ["designing"],
        "perspectives": {"people": 2, "carers": 1, "frontline": 1, "leaders": 1},
    }
    return Session.model_validate(usual | changed)


def record_at(path: Path, of: Session, **versions: str) -> Path:
    """A record of a session at *path*, its first round open; *versions* says those of banks that differ."""
    setting = set_out(of, Shelf())
    begin(path, replace(setting, banks={**setting.banks, **versions}))
    return path


@cache
def printing(round_: int = 1, *, everything: bool = False) -> Printing:
    """What round *round_* is printed from: of one area of work, or of everything that we ship."""
    of = session(banks=EVERYTHING, aspects=ASPECTS) if everything else session()
    with TemporaryDirectory() as folder:
        path = record_at(Path(folder) / "day.workshop", of)
        with open_record(path) as record:
            return printing_of(record, Shelf(), round_)


PAPERS: dict[str, Callable[[Printing, Paper], str]] = {
    "ballots": lambda made_of, paper: render_ballots(build_ballots(made_of), paper),
    "cards": lambda made_of, paper: render_cards(build_cards(made_of), paper),
    "tally": lambda made_of, paper: render_tally(build_tally(made_of), paper),
    "facilitator": lambda made_of, paper: render_guide(build_guide(made_of), paper),
}
