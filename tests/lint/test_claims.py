"""Ceilings, claims and the word: every key, and what is let alone."""

from datetime import date
from typing import Any

import pytest
import yaml

from ladder_check.documents.document import parse
from ladder_check.documents.finding import Finding
from ladder_check.documents.library import Shelf, build_case
from ladder_check.lint.engine import lint
from ladder_check.lint.rule import World

FULL: dict[str, Any] = {
    "decision": "The total of the budget",
    "rung": "consultation",
    "kind": "law",
    "reason": "The council votes it",
    "talked_with": ["people", "leaders"],
    "said_openly": "In March",
    "agreed_on": "2026-03-01",
    "review_by": "2027-03-01",
}


def claims_in(*, today: str = "2026-11-10", scheduled: bool = False, **keys: Any) -> list[Finding]:
    """What LC5xx finds in an assessment with *keys*."""
    basic = {"format": 1, "title": "Day opportunities", "assessed_on": "2026-11-03"}
    document = parse(yaml.safe_dump(basic | keys, sort_keys=False).encode(), "day.assessment.yaml")
    world = World(date.fromisoformat(today), scheduled=scheduled)
    found = lint(document, build_case(document, Shelf()), world)
    return [each for each in found if each.code.startswith("LC5")]


def with_ceiling(ceiling: dict[str, Any], **keys: Any) -> list[Finding]:
    return claims_in(aspects={"deciding": {"ceiling": ceiling}}, **keys)


def test_a_whole_ceiling_is_let_alone() -> None:
    assert with_ceiling(FULL) == []


@pytest.mark.parametrize("key", FULL)
def test_each_key_that_is_missing_is_named(key: str) -> None:
    (found,) = with_ceiling({each: value for each, value in FULL.items() if each != key})
    assert found.code == "LC501"
    assert f"does not say {key}." in found.message


def test_a_ceiling_talked_over_among_staff_is_told_once_and_at_its_place() -> None:
    (found,) = with_ceiling(FULL | {"talked_with": ["leaders", "frontline"]})
    assert (found.code, "carer" in found.message) == ("LC501", True)


def test_a_review_that_has_passed_is_an_error_only_on_a_timetable() -> None:
    found = [with_ceiling(FULL, today="2027-03-02", scheduled=scheduled)[0] for scheduled in (False, True)]
    assert [(each.code, each.severity) for each in found] == [("LC502", "warning"), ("LC502", "error")]


def test_a_ceiling_of_an_aspect_that_is_left_out_is_let_alone() -> None:
    assert claims_in(aspects={"deciding": {"left_out": "Not ours", "ceiling": {"kind": "money"}}}) == []


def test_a_limit_of_money_is_no_more_than_a_notice() -> None:
    assert [(each.code, each.severity) for each in with_ceiling(FULL | {"kind": "money"})] == [
        ("LC504", "notice")
    ]


@pytest.mark.parametrize(
    "word", ["co-production", "Co-produced", "coproducing", "co‑production", "CO PRODUCED"]
)
def test_the_word_is_found_however_it_is_spelt(word: str) -> None:
    assert [each.code for each in claims_in(title=f"Our {word} plan")] == ["LC508"]


@pytest.mark.parametrize(
    "keys",
    [
        {"title": "A product of the county: produced with people"},
        {"organisation": "The Co-production Network"},
        {"answers": {"ladder": {"deciding.r1": {"in_their_words": {"people": "We love co-production"}}}}},
        {"missing_voices": ["people who left the co-production group"]},
    ],
)
def test_names_and_peoples_own_words_are_let_alone(keys: dict[str, Any]) -> None:
    assert claims_in(**keys) == []


def test_the_word_in_actions_and_notes_has_its_place() -> None:
    found = claims_in(
        work="Co-produced support",
        actions=[{"id": "a1", "what": "Co-produce a form", "done_when": "It is coproduced"}],
        answers={"ladder": {"deciding.r1": {"note": "We co-produced this"}}},
    )
    lines = [(each.code, each.place.line) for each in found if each.place]
    assert lines == [("LC508", 4), ("LC508", 7), ("LC508", 8), ("LC508", 12)]


def test_one_question_that_does_not_hold_is_told_in_other_words_than_none_asked() -> None:
    half = {"word": {"jm1": {"lived": 3}, "jm2": {"lived": 2}}}
    (asked,) = claims_in(title="Co-produced", answers=half)
    (not_asked,) = claims_in(title="Co-produced")
    assert "do not both hold" in asked.message
    assert "nobody asked yet" in not_asked.message


SHOWN: dict[str, Any] = {
    "took_part": {"people": {"there": 3}},
    "answers": {"ladder": {f"deciding.r{n}": {"lived": 4 if n in (1, 3) else 1} for n in range(1, 7)}},
}
"""The gate and informing (rung 3) hold, the rest fail: deciding stands on rung 3."""


@pytest.mark.parametrize(("claimed", "codes"), [("consultation", []), ("engagement", ["LC507"])])
def test_one_rung_too_high_is_let_alone_and_two_are_told(claimed: str, codes: list[str]) -> None:
    found = claims_in(aspects={"deciding": {"claimed": {"leaders": claimed}}}, **SHOWN)
    assert [each.code for each in found] == codes


@pytest.mark.parametrize(("state", "codes"), [("open", []), ("dropped", ["LC507"]), ("done", ["LC507"])])
def test_only_an_open_action_about_the_claims_answers_an_illusion(state: str, codes: list[str]) -> None:
    action = {"id": "a1", "what": "Say it", "because": "claims", "state": state}
    found = claims_in(aspects={"deciding": {"claimed": {"leaders": "engagement"}}}, actions=[action], **SHOWN)
    assert [each.code for each in found] == codes
