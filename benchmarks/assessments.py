"""Assessments to measure with: valid, of about 100 lines, the same at every run."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from ladder_check.documents.library import Shelf
from ladder_check.model.bank import Bank

ASKED: Final = {"ladder": 20, "rules": 2, "ingredients": 2, "values": 2, "blocks": 2, "missing": 2, "word": 2}
"""How many questions of each bank are answered in a file: about 100 lines together."""
HEAD: Final = """\
format: 1
title: Place {n}
organisation: Place {n} (invented)
work: Day opportunities
at_level: service
assessed_on: 2026-11-03
banks: {{{banks}}}
took_part:
  people: {{there: 6, invited: 9}}
  carers: {{there: 5, invited: 6}}
  frontline: {{there: 7, invited: 8}}
  leaders: {{there: 5, invited: 5}}
missing_voices: ["People who work in the day"]
aspects:
  designing:
    claimed: {{leaders: consultation}}
answers:
"""
TAIL: Final = """\
actions:
  - {{id: a1, aspect: deciding, because: deciding.r2, what: "Send everybody the note of the meeting",
     owner: "Head of day services", partner: "Self-advocacy group", by: 2026-11-20, cost: small}}
  - {{id: a2, aspect: deciding, because: deciding.r3, what: "Plan the next round of {n} together",
     owner: "Head of day services", partner: "Self-advocacy group", by: 2027-02-01, cost: small}}
"""


def write_assessments(folder: Path, many: int, *, shown: bool = True) -> None:
    """Put *many* valid assessments of about 100 lines into *folder*.

    What staff say is *shown* by evidence of the year, or by evidence ten years old: five findings a file.
    """
    shelf = Shelf()
    banks = [shelf.bank(name) for name in ASKED]
    for n in range(many):
        text = "".join(_lines(banks, n))
        text = text if shown else text.replace("on: 2026-09", "on: 2016-09")
        (folder / f"place-{n:05}.assessment.yaml").write_text(text, encoding="utf-8")


def _lines(banks: list[Bank], n: int) -> Iterator[str]:
    versions = ", ".join(f"{bank.id}: {bank.version}" for bank in banks)
    yield HEAD.format(n=n, banks=versions)
    for bank in banks:
        yield f"  {bank.id}:\n"
        asked = bank.questions[: ASKED[bank.id]]
        for place, question in enumerate(asked):
            yield from _answer(question.id, n, place)
    yield TAIL.format(n=n)


def _answer(question: str, n: int, place: int) -> Iterator[str]:
    """A room's counts with evidence for every fourth question, and two levels for the others."""
    if place % 4:
        yield f"    {question}: {{leaders: {(n + place) % 3}, lived: {(n + place) % 4}}}\n"
        return
    yield f"    {question}:\n      frontline: {{counts: [0, 1, {1 + n % 2}, {3 - n % 2}, 2]}}\n"
    yield "      leaders: 3\n      lived: {counts: [2, 1, 3, 3, 2]}\n"
    what = f'"Note of meeting {place} in place {n}"'
    yield f"      evidence:\n        - {{what: {what}, kind: written, on: 2026-09-15, from: lived}}\n"
