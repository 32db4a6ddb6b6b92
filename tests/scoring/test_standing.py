"""Claimed, shown and lived; the lower of both sides; and what is said with it."""

from typing import Any

import pytest

from cases import FRESH, INDICATORS, aspect_answers, case_of, ladder_case, tlap
from ladder_check.model.case import Case
from ladder_check.scoring.climb import Climb
from ladder_check.scoring.settle import NOT_KNOWN, Settled
from ladder_check.scoring.standing import AspectProfile, SideRung, Standing, has_coverage, score_aspect, stand

ALL = "YYYYYYYY"


def designing(case: Case) -> AspectProfile:
    aspect = case.ladder_bank.aspect("designing")
    assert aspect is not None
    return score_aspect(case, aspect)


def ends(side: SideRung | None) -> tuple[int, int] | None:
    return (side.climb.low, side.climb.high) if side else None


def rung(low: int, high: int, *, harm: bool = False) -> SideRung:
    return SideRung(Climb(low, high, harm=harm), (), ())


@pytest.mark.parametrize(
    ("known", "of", "enough"), [(6, 8, True), (5, 8, False), (2, 3, True), (0, 0, False)]
)
def test_two_thirds_must_be_known(known: int, of: int, enough: bool) -> None:
    """Two thirds of 8 is 5.33: six are enough and five are not.  Of 3 it is exactly 2."""
    assert has_coverage([Settled(3)] * known + [NOT_KNOWN] * (of - known)) is enough


def test_with_too_few_answers_there_is_no_rung() -> None:
    """Staff answered five of eight; people six.  No rung is not rung 1."""
    found = designing(ladder_case(leaders="YYYYY...", people="YYYYYN.."))
    assert (ends(found.shown), ends(found.lived)) == (None, (5, 5))


def test_what_counts_as_two_is_still_known() -> None:
    """Six answers of 4, none shown: all of them count as 2, so all are known, and the gate fails."""
    unproven = {f"designing.{each}": {"leaders": 4} for each in INDICATORS[:6]}
    found = designing(case_of(answers={"ladder": unproven}))
    assert found.shown is not None
    assert ends(found.shown) == (1, 1)
    assert found.shown.climb.harm
    assert found.shown.said_not_shown == tuple(unproven)
    assert found.shown.old_evidence == ()


def test_old_evidence_is_named() -> None:
    answers = aspect_answers(leaders=ALL)
    answers["designing.r3"]["evidence"] = [FRESH | {"on": "2024-11-02"}]
    found = designing(case_of(answers={"ladder": answers}))
    assert found.shown is not None
    assert (found.shown.old_evidence, found.shown.said_not_shown) == (("designing.r3",), ())


@pytest.mark.parametrize(
    ("lived", "shown", "open_questions"),
    [
        (ALL, (7, 7), ()),
        ("YYYYYNYY", (5, 5), ()),
        ("YYYYYYYN", (6, 6), ()),
        ("YYYYY?YY", (5, 7), ("designing.r6",)),
        ("YYYYY.YY", (5, 7), ("designing.r6",)),
        ("........", (5, 7), ("designing.r6", "designing.r7a", "designing.r7b")),
        ("NNNNNYYY", (7, 7), ()),
    ],
)
def test_two_keys_for_the_top_two_rungs(
    lived: str, shown: tuple[int, int], open_questions: tuple[str, ...]
) -> None:
    """
    Staff say yes to everything.  r6, r7a and r7b need the lived side's key: where people say no, staff fail;
    where people do not know or were not asked, it is open.  Below rung 6 staff need no key.
    """
    found = designing(ladder_case(leaders=ALL, people=lived))
    assert ends(found.shown) == shown
    assert found.shown is not None
    assert found.shown.climb.open == open_questions


def test_the_second_key_cannot_open_what_staff_say_is_shut() -> None:
    assert ends(designing(ladder_case(leaders="YYYYYNYY", people=ALL)).shown) == (5, 5)


def test_the_keys_are_turned_after_the_count_of_what_is_known() -> None:
    """Staff know six: r1 to r4, r6 and r7a.  People answered nothing, so r6 and r7a open; six were known."""
    assert ends(designing(ladder_case(leaders="YYYY.YY.")).shown) == (4, 7)


def test_the_standing_is_the_lower_of_both_at_either_end() -> None:
    """Shown 3 to 6 and lived 4 to 5: 3 to 5."""
    assert stand(rung(3, 6), rung(4, 5), tlap(), provisional=False) == Standing(3, 5, "both", False, False)


@pytest.mark.parametrize(
    ("shown", "lived", "basis"),
    [(rung(4, 5), None, "staff"), (None, rung(4, 5), "lived"), (rung(4, 5), rung(7, 7), "both")],
)
def test_one_side_stands_alone_where_the_other_has_no_rung(
    shown: SideRung | None, lived: SideRung | None, basis: Any
) -> None:
    assert stand(shown, lived, tlap(), provisional=False) == Standing(4, 5, basis, False, False)


def test_without_a_rung_on_either_side_there_is_no_standing() -> None:
    assert stand(None, None, tlap(), provisional=False) is None


def test_a_harm_flag_of_either_side_is_the_standings() -> None:
    found = stand(rung(6, 6), rung(1, 1, harm=True), tlap(), provisional=False)
    assert found == Standing(1, 1, "both", False, harm=True)


@pytest.mark.parametrize(("low", "high", "held_to"), [(7, 7, (5, 5)), (3, 6, (3, 5)), (2, 4, (2, 4))])
def test_a_provisional_standing_ends_two_rungs_below_the_top(
    low: int, high: int, held_to: tuple[int, int]
) -> None:
    """The ladder has 7 rungs: neither end is above 5."""
    found = stand(rung(low, high), None, tlap(), provisional=True)
    assert found == Standing(*held_to, "staff", provisional=True, harm=False)


@pytest.mark.parametrize(
    ("took_part", "provisional"),
    [
        ({}, True),
        ({"people": {"there": 2}}, True),
        ({"people": {"there": 2}, "carers": {"there": 1}}, False),
        ({"carers": {"there": 3}}, False),
        ({"people": {"there": 2}, "leaders": {"there": 9}}, True),
        ({"people": {"there": 2, "invited": 20}}, True),
    ],
)
def test_three_people_of_the_lived_side_must_have_taken_part(took_part: Any, provisional: bool) -> None:
    found = designing(ladder_case(took_part, leaders=ALL, people=ALL))
    assert found.standing == Standing(*((5, 5) if provisional else (7, 7)), "both", provisional, False)


def test_an_aspect_claims_the_highest_that_anybody_claimed() -> None:
    """Leaders claim co-design, 6; people consultation, 4.  It stands on 4: the gap is 6 - 4 = 2."""
    notes = {"claimed": {"leaders": "co-design", "people": "consultation"}}
    found = designing(ladder_case(notes=notes, leaders="YYYYNNNN", people="YYYYNNNN"))
    assert (found.claims, found.claimed) == ({"leaders": 6, "people": 4}, 6)
    assert (found.illusion_gap, found.illusion_risk) == (2, True)


@pytest.mark.parametrize(
    ("claim", "gap", "risk"),
    [
        ("informing", -1, False),
        ("consultation", 0, False),
        ("engagement", 1, False),
        ("co-production", 3, True),
    ],
)
def test_two_rungs_too_many_are_an_illusion_risk(claim: str, gap: int, risk: bool) -> None:
    """It stands on 4.  One rung is worth a note; a claim that is too low is good news."""
    notes = {"claimed": {"leaders": claim}}
    found = designing(ladder_case(notes=notes, leaders="YYYYNNNN", people="YYYYNNNN"))
    assert (found.illusion_gap, found.illusion_risk) == (gap, risk)


def test_the_gap_is_measured_to_the_low_end_after_the_cap() -> None:
    """Nobody of the lived side was there: 7 becomes 5, and the claim of 7 lies 2 above it."""
    found = designing(
        ladder_case({}, notes={"claimed": {"leaders": "co-production"}}, leaders=ALL, people=ALL)
    )
    assert (found.illusion_gap, found.illusion_risk) == (2, True)


def test_without_a_claim_or_a_standing_there_is_no_gap() -> None:
    unclaimed = designing(ladder_case(people=ALL))
    unanswered = designing(ladder_case(notes={"claimed": {"leaders": "co-production"}}))
    assert [(each.illusion_gap, each.illusion_risk) for each in (unclaimed, unanswered)] == [
        (None, False)
    ] * 2
    assert (unanswered.claimed, unanswered.standing) == (7, None)


@pytest.mark.parametrize(
    ("staff", "people", "seen"),
    [("YYYYYNNN", "YYYNNNNN", 2), ("YYYNNNNN", "YYYYYNNN", -2), ("YYYYY...", "YYYYYNNN", None)],
)
def test_seen_differently_is_how_much_higher_staff_see_it(staff: str, people: str, seen: int | None) -> None:
    assert designing(ladder_case(leaders=staff, people=people)).seen_differently == seen


def test_a_harm_that_too_few_answers_stand_beside_is_kept() -> None:
    """People answered the gate alone, with a no: no rung, and the side that says so is named."""
    found = designing(ladder_case(leaders=ALL, people="N......."))
    assert (found.lived, found.gate_fails) == (None, ("lived",))


def test_an_aspect_that_is_left_out_has_no_rung() -> None:
    notes = {"left_out": "This is about another service."}
    found = designing(ladder_case(notes=notes, leaders=ALL, people=ALL))
    assert (found.shown, found.lived, found.standing, found.levels) == (None, None, None, {})
    assert found.left_out == "This is about another service."


def test_answers_for_a_side_and_for_its_perspectives_are_read_together() -> None:
    """The lived side as a whole says yes throughout, carers say no to r4: one perspective holds it down."""
    found = designing(ladder_case(lived=ALL, carers="...N...."))
    assert ends(found.lived) == (3, 3)


def test_an_aspect_that_is_left_out_is_no_illusion_risk() -> None:
    """It claims the top, far above its own agreed ceiling; but it is in no count."""
    ceiling = {
        "decision": "who is seen first",
        "rung": "informing",
        "kind": "law",
        "reason": "the Act",
        "talked_with": ["people"],
        "said_openly": "on the wall",
        "agreed_on": "2026-03-01",
        "review_by": "2027-03-01",
    }
    notes = {"claimed": {"leaders": "co-production"}, "ceiling": ceiling}
    found = [designing(ladder_case(notes=each)) for each in (notes, notes | {"left_out": "another time"})]
    assert [each.illusion_risk for each in found] == [True, False]


def test_on_a_ladder_of_two_rungs_a_provisional_standing_is_on_the_lowest() -> None:
    """Two below the top would be below the ladder."""
    short = tlap().model_copy(update={"rungs": tlap().rungs[:2]})
    assert stand(rung(2, 2), None, short, provisional=True) == Standing(1, 1, "staff", True, False)
