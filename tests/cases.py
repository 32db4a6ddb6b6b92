"""Cases for tests: the shipped banks, and answers written as a row of letters, bottom rung first."""

from functools import cache
from typing import Any

from ladder_check.documents.library import Shelf
from ladder_check.model.assessment import Assessment
from ladder_check.model.bank import Bank
from ladder_check.model.case import Case
from ladder_check.model.ladder import Ladder

INDICATORS = ("r1", "r2", "r3", "r4", "r5", "r6", "r7a", "r7b")
ASPECTS = ("deciding", "designing", "choosing", "doing", "checking", "governing")
FRESH = {"what": "Notes of the autumn meeting", "kind": "written", "on": "2026-10-02"}
ENOUGH = {"people": {"there": 3}}
LETTERS: dict[str, Any] = {"Y": 3, "N": 1, "?": "not-sure"}


@cache
def bank(bank_id: str) -> Bank:
    """A shipped bank."""
    return Shelf().bank(bank_id)


@cache
def tlap() -> Ladder:
    """The ladder that ships as the default."""
    return Shelf().ladder("tlap")


def case_of(**keys: Any) -> Case:
    """The case of an assessment of 3 November 2026 with the given *keys*, on the shipped banks."""
    basic = {"format": 1, "title": "Day opportunities", "assessed_on": "2026-11-03"}
    assessment = Assessment.model_validate(basic | keys)
    return Case(assessment, {b: bank(b) for b in {*assessment.asked_banks, "ladder"}}, {"tlap": tlap()})


def aspect_answers(aspect: str = "designing", **rows: str) -> dict[str, Any]:
    """Answers to one aspect, a row for each voice: Y is 3, N is 1, ? is not-sure, a dot is no answer.

    All of them have evidence of the same autumn beside them.
    """
    answers: dict[str, Any] = {}
    for place, indicator in enumerate(INDICATORS):
        given = {voice: LETTERS[row[place]] for voice, row in rows.items() if row[place] != "."}
        if given:
            answers[f"{aspect}.{indicator}"] = given | {"evidence": [FRESH]}
    return answers


def ladder_case(took_part: Any = ENOUGH, *, notes: Any = None, **rows: str) -> Case:
    """A case with one aspect answered, *designing*, by rows of letters; three people took part."""
    return case_of(
        took_part=took_part,
        aspects={"designing": notes} if notes else {},
        answers={"ladder": aspect_answers(**rows)},
    )
