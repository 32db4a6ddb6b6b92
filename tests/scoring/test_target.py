"""A ceiling is agreed only if everything about it is said; then it lowers the target, never the rung."""

from datetime import date
from typing import Any

import pytest

from cases import ladder_case, tlap
from ladder_check.errors import UnknownName
from ladder_check.model.ceiling import Ceiling
from ladder_check.scoring.profile import score
from ladder_check.scoring.standing import AspectProfile
from ladder_check.scoring.target import judge_ceiling

TODAY = date(2026, 11, 3)
COMPLETE: dict[str, Any] = {
    "decision": "Who is allowed to hold keys to the medicine cupboard",
    "rung": "consultation",
    "kind": "law",
    "reason": "The Misuse of Drugs Regulations 2001",
    "talked_with": ["people", "leaders"],
    "said_openly": "At the meeting of March 2026, and on the wall",
    "agreed_on": "2026-03-01",
    "review_by": "2027-03-01",
}


def why_not(**changed: Any) -> tuple[str, ...]:
    return judge_ceiling(Ceiling.model_validate(COMPLETE | changed), tlap(), TODAY).why_not


def test_a_complete_ceiling_is_agreed_and_knows_its_rung() -> None:
    judged = judge_ceiling(Ceiling.model_validate(COMPLETE), tlap(), TODAY)
    assert (judged.rung, judged.why_not, judged.agreed) == (4, (), True)


@pytest.mark.parametrize("key", COMPLETE)
def test_with_anything_missing_it_is_not_agreed_and_the_key_is_named(key: str) -> None:
    ceiling = Ceiling.model_validate({name: value for name, value in COMPLETE.items() if name != key})
    assert judge_ceiling(ceiling, tlap(), TODAY).why_not == (key,)


@pytest.mark.parametrize("kind", ["law", "regulator", "safeguarding", "privacy", "people-chose"])
def test_kinds_that_count(kind: str) -> None:
    assert why_not(kind=kind) == ()


@pytest.mark.parametrize("kind", ["money", "time", "not-ready", "custom"])
def test_a_limit_that_somebody_chose_stays_in_the_gap(kind: str) -> None:
    assert why_not(kind=kind) == ("kind",)


@pytest.mark.parametrize(
    ("voices", "fault"),
    [
        (["people"], ()),
        (["carers", "staff"], ()),
        (["lived"], ()),
        (["leaders", "frontline", "partners"], ("talked_with",)),
        (["staff"], ("talked_with",)),
        ([], ("talked_with",)),
    ],
)
def test_it_was_talked_through_with_the_lived_side(voices: list[str], fault: tuple[str, ...]) -> None:
    assert why_not(talked_with=voices) == fault


@pytest.mark.parametrize(
    ("agreed_on", "review_by", "fault"),
    [
        ("2026-03-01", "2026-11-03", ()),
        ("2026-03-01", "2026-11-02", ("review_by",)),
        ("2025-03-01", "2027-03-01", ()),
        ("2025-03-01", "2027-03-02", ("review_by",)),
        ("2026-02-28", "2028-02-28", ()),
        ("2026-02-28", "2028-02-29", ("review_by",)),
        ("2025-01-31", "2027-01-31", ()),
    ],
)
def test_it_is_looked_at_again_within_24_months_and_not_in_the_past(
    agreed_on: str, review_by: str, fault: tuple[str, ...]
) -> None:
    """It was assessed on 3 November 2026: a review that day is not past.  24 months are calendar months."""
    assert why_not(agreed_on=agreed_on, review_by=review_by) == fault


@pytest.mark.parametrize(
    ("rung", "fault"),
    [
        ("coercion", ("rung",)),
        ("educating", ("rung",)),
        ("informing", ()),
        ("consultation", ()),
        ("co-production", ()),
    ],
)
def test_people_can_always_be_told(rung: str, fault: tuple[str, ...]) -> None:
    """The lowest ceiling of the ladder is informing, rung 3."""
    assert why_not(rung=rung) == fault


def test_a_dispute_is_said_and_does_not_undo_the_agreement() -> None:
    assert why_not(disputed=True) == ()


def test_every_fault_is_named_once_in_the_order_of_the_file() -> None:
    found = why_not(kind="money", rung="coercion", talked_with=[], review_by="2020-01-01")
    assert found == ("rung", "kind", "talked_with", "review_by")


def test_a_rung_of_another_ladder_is_not_guessed_at() -> None:
    with pytest.raises(UnknownName, match="'placation'"):
        why_not(rung="placation")


def designing(row: str, *, claim: str | None = None, **changed: Any) -> AspectProfile:
    notes: dict[str, Any] = {"ceiling": COMPLETE | changed}
    if claim:
        notes["claimed"] = {"leaders": claim}
    case = ladder_case(notes=notes, leaders=row, people=row)
    return next(each for each in score(case).aspects if each.aspect.id == "designing")


@pytest.mark.parametrize(
    ("row", "at_ceiling"), [("YYYNNNNN", False), ("YYYYNNNN", True), ("YYYYYNNN", True), ("Y.......", False)]
)
def test_at_the_agreed_level(row: str, at_ceiling: bool) -> None:
    """The ceiling is rung 4; standing on 3, 4 and 5, and with too few answers to stand anywhere."""
    assert designing(row).at_ceiling is at_ceiling


def test_nobody_is_at_the_level_of_a_ceiling_that_is_not_agreed() -> None:
    assert designing("YYYYYNNN", kind="money").at_ceiling is False


@pytest.mark.parametrize(("kind", "risk"), [("law", True), ("money", False)])
def test_a_claim_above_ones_own_agreed_ceiling_is_an_illusion_risk(kind: str, risk: bool) -> None:
    """Claimed 5, standing 4: one rung is no risk by itself.  The agreed ceiling is 4."""
    found = designing("YYYYNNNN", claim="engagement", kind=kind)
    assert (found.illusion_gap, found.illusion_risk) == (1, risk)


def test_a_claim_at_the_ceiling_is_no_risk() -> None:
    assert designing("YYYYNNNN", claim="consultation").illusion_risk is False
