"""The bottom of the ladder is not called coercion by a rule."""

from pathlib import Path

from ladder_check.documents.library import Shelf, build_case, read_document
from ladder_check.lint.engine import lint
from ladder_check.lint.rule import World

EXAMPLE = Path(__file__).parents[2] / "examples" / "riverside-day-opportunities.assessment.yaml"


def test_a_claim_above_the_bottom_rung_names_no_coercion() -> None:
    document = read_document(EXAMPLE)
    case = build_case(document, Shelf())
    found = lint(document, case, World(today=case.assessment.assessed_on))
    messages = [each.message for each in found if each.code == "LC507"]
    assert any("the answers show the bottom of the ladder" in message for message in messages)
    assert not any("oercion" in message for message in messages)
