"""Ceilings, said openly."""

from typing import Any

import pytest

from ladder_check.report.aspect_view import CeilingView, Fact
from report_case import climb_to, cooking, lines, report_of

AGREED = {
    "decision": "Who holds the key",
    "rung": "asked",
    "kind": "law",
    "reason": "The Key Act, section 1",
    "talked_with": ["people", "leaders"],
    "said_openly": "On the door",
    "agreed_on": "2026-01-01",
    "review_by": "2027-01-01",
}


def _ceiling(rung: int = 4, **changed: Any) -> CeilingView:
    (ceiling,) = report_of(climb_to(rung), aspects={"cooking": {"ceiling": {**AGREED, **changed}}}).ceilings
    return ceiling


def test_an_agreed_ceiling_is_said_with_all_that_was_agreed() -> None:
    assert _ceiling() == CeilingView(
        aspect="Cooking",
        agreed=True,
        disputed=False,
        sentence="For “Who holds the key”, we agreed to aim no higher than rung 4, asked. "
        "This work is at the agreed level. Everything else still aims for the top.",
        facts=(
            Fact("Kind of reason", "the law"),
            Fact("Reason", "The Key Act, section 1"),
            Fact("Talked through with", "people who draw on care and support and leaders"),
            Fact("Said openly", "On the door"),
            Fact("Agreed on", "1 January 2026"),
            Fact("To be looked at again by", "1 January 2027"),
        ),
        why_not=(),
    )


def test_below_the_ceiling_the_gap_is_measured_to_it() -> None:
    """The work stands on rung 3, the ceiling is 4."""
    assert "This work is 1 rung below that." in _ceiling(3).sentence


def test_money_is_a_limit_we_have_chosen() -> None:
    ceiling = _ceiling(kind="money")
    assert not ceiling.agreed
    assert ceiling.sentence == (
        "For “Who holds the key”, there is a limit we have chosen (money). It stays in the gap."
    )
    assert ceiling.why_not == (
        "The reason is money. That is a limit we have chosen, not one that is set for us.",
    )


@pytest.mark.parametrize(
    ("changed", "why_not"),
    [
        ({"decision": None}, "It does not say which decision it is about."),
        ({"rung": None}, "It does not say up to which rung."),
        ({"rung": "taught"}, "It is lower than rung 3, told. People can always be told."),
        ({"kind": None}, "It does not say what kind of reason there is."),
        ({"reason": None}, "No reason is written down."),
        ({"talked_with": []}, "It was not talked through with people or carers."),
        ({"talked_with": ["leaders"]}, "It was not talked through with people or carers."),
        ({"said_openly": None}, "It does not say where it was said openly."),
        ({"agreed_on": None}, "It does not say when it was agreed."),
        ({"review_by": None}, "It has no date to look at it again."),
        (
            {"review_by": "2026-11-02"},
            "The date to look at it again has passed, or is more than 24 months after it was agreed.",
        ),
    ],
)
def test_a_ceiling_that_does_not_count_says_why(changed: dict[str, Any], why_not: str) -> None:
    given = {key: value for key, value in {**AGREED, **changed}.items() if value is not None}
    (ceiling,) = report_of(climb_to(4), aspects={"cooking": {"ceiling": given}}).ceilings
    assert not ceiling.agreed
    assert ceiling.why_not == (why_not,)
    assert ceiling.sentence.endswith("there is a limit that is not agreed yet. It stays in the gap.")


def test_a_disputed_ceiling_says_so_wherever_it_is_shown() -> None:
    report = report_of(climb_to(4), aspects={"cooking": {"ceiling": {**AGREED, "disputed": True}}})
    assert report.ceilings[0].facts[-1] == Fact("Disputed", "People and carers do not agree with this.")
    assert "People and carers do not agree with this." in lines(cooking(report), "ceiling")


def test_an_agreed_ceiling_is_a_row_and_a_mark_and_one_that_is_not_is_neither() -> None:
    agreed = report_of(climb_to(3), aspects={"cooking": {"ceiling": AGREED}})
    assert cooking(agreed).rungs[-1].rung == "Rung 4, asked."
    assert (cooking(agreed).strip.ceiling, cooking(agreed).strip.ceiling_agreed) == (4, True)
    assert next((r.number, m.kind) for r in agreed.ladder for m in r.marks) == (4, "ceiling")
    chosen = report_of(climb_to(3), aspects={"cooking": {"ceiling": {**AGREED, "kind": "time"}}})
    assert cooking(chosen).rungs[-1].kind == "standing"
    assert cooking(chosen).strip.ceiling is None
    assert all(mark.kind != "ceiling" for mark in chosen.key)


def test_a_claim_above_the_ceiling_is_a_risk_even_where_the_answers_reach_it() -> None:
    aspects = {"cooking": {"ceiling": AGREED, "claimed": {"leaders": "together"}}}
    assert lines(cooking(report_of(climb_to(5), aspects=aspects)), "illusion") == (
        "The claim is above the ceiling that we agreed.",
    )
