"""A small workshop to try things on: two claims, three questions, eighteen people invited."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from ladder_check.model.answer import Voice
from ladder_check.model.room import LEVEL_SCALE, Asked, Scale, Session
from ladder_check.workshop.creation import create_record
from ladder_check.workshop.record import Entry, Record, open_record
from ladder_check.workshop.setting import Setting

CLAIM = "claim.designing"
R4, R5, HR1 = "ladder.designing.r4", "ladder.designing.r5", "rules.hr1.practice"
INVITED: dict[str, int] = {"people": 9, "carers": 2, "frontline": 5, "leaders": 2}


def asked(whole: str) -> Asked:
    """A question of five levels, or a claim of seven rungs."""
    scale = Scale(1, 7) if whole.startswith("claim.") else LEVEL_SCALE
    names = tuple(f"step {step}" for step in scale.steps)
    return Asked(whole, scale, "Designing the service", f"about {whole}", "How is it?", names, names)


def setting(**other: Any) -> Setting:
    """What is set: three questions after a claim."""
    ids = (CLAIM, R4, R5, HR1)
    said = {"format": 1, "title": "Day opportunities", "on": "2026-11-03", "perspectives": INVITED} | other
    by_key = {key.replace("_", "-"): value for key, value in said.items()}
    session = Session.model_validate({"agenda": list(ids)} | by_key)
    return Setting(session, tuple(map(asked, ids)), {"ladder": "1.0.0", "rules": "1.0.0"}, "ladder")


@contextmanager
def workshop(path: Path, first: tuple[str, ...] = (R4, R5, HR1), **other: Any) -> Iterator[Record]:
    """A new record at *path*, its first round open."""
    create_record(path, setting(**other), first)
    with open_record(path) as record:
        yield record


def entry(ballot: str, answer: Any, question: str = R4, voice: Voice = "people", number: int = 1) -> Entry:
    """One answer of one ballot."""
    return Entry(ballot, voice, number, question, answer)
