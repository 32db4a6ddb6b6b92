"""The words of claims: the bottom of the ladder is not called coercion, and a quotation claims nothing."""

from pathlib import Path

from ladder_check.documents.library import Shelf, build_case, read_document
from ladder_check.lint.engine import inspect
from ladder_check.lint.rule import World
from ladder_check.lint.rules import claims
from lint_sheets import found

EXAMPLE = Path(__file__).parents[2] / "examples" / "riverside-day-opportunities.assessment.yaml"


def test_a_claim_above_the_bottom_rung_names_no_coercion() -> None:
    document = read_document(EXAMPLE)
    case = build_case(document, Shelf())
    seen = inspect(document, case, World(today=case.assessment.assessed_on))
    messages = [each.message for each in (*seen.findings, *seen.hidden) if each.code == "LC507"]
    assert any("the answers show the bottom of the ladder" in message for message in messages)
    assert not any("oercion" in message for message in messages)


def test_a_word_in_quotation_marks_is_not_claimed() -> None:
    actions = [
        {"id": "a1", "what": 'Stop calling it "co-production"'},
        {"id": "a2", "what": "Tell people about our co-production"},
    ]
    assert [path for path, _ in found(claims.word_co_production, {"actions": actions})] == [
        ("actions", 1, "what")
    ]
