"""The published schemas: made from the models, the same as those in docs/, and every file we have passes."""

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator

from ladder_check.documents.document import parse
from ladder_check.documents.library import read_case
from ladder_check.render.data import to_data
from ladder_check.render.schema import SCHEMAS, render_schema
from ladder_check.scoring.profile import score

ROOT = Path(__file__).parents[2]
FILES = [
    *(("ladder", path) for path in sorted((ROOT / "questions").glob("*.ladder.yaml"))),
    *(("bank", path) for path in sorted((ROOT / "questions").glob("*.bank.yaml"))),
    ("workshop", ROOT / "examples" / "day.yaml"),
    *(("assessment", path) for path in sorted((ROOT / "examples").glob("*.assessment.yaml"))),
]
GOOD: dict[str, Any] = {"format": 1, "title": "T", "assessed_on": "2026-11-03"}


def _validator(kind: str) -> Draft7Validator:
    return Draft7Validator(json.loads(render_schema(kind)))


@pytest.mark.parametrize("kind", SCHEMAS)
def test_a_schema_is_draft_07_and_stands_in_docs(kind: str) -> None:
    text = render_schema(kind)
    Draft7Validator.check_schema(json.loads(text))
    assert json.loads(text)["$schema"] == "http://json-schema.org/draft-07/schema#"
    assert (ROOT / "docs" / "schemas" / f"{kind}.json").read_text(encoding="utf-8") == text, "run make golden"


@pytest.mark.parametrize(("kind", "path"), FILES, ids=lambda value: getattr(value, "name", value))
def test_every_file_we_have_passes_its_schema(kind: str, path: Path) -> None:
    _validator(kind).validate(parse(path.read_bytes(), path.name).data)


@pytest.mark.parametrize(
    "path", sorted((ROOT / "examples").glob("*.assessment.yaml")), ids=lambda path: path.name
)
def test_every_score_passes_its_schema(path: Path) -> None:
    case = read_case(path)
    _validator("score").validate(json.loads(json.dumps(to_data(case, score(case)))))


@pytest.mark.parametrize(
    "wrong",
    [
        {"titel": "T"},
        {"answers": {"ladder": {"designing.r4": {"leaders": 5}}}},
        {"answers": {"ladder": {"designing.r4": {"leaders": "yes"}}}},
        {"answers": {"ladder": {"designing.r4": {"lived": {"counts": [1, 2, 3]}}}}},
        {"actions": [{"what": "without an id"}]},
    ],
)
def test_a_schema_refuses_what_the_reader_refuses(wrong: dict[str, Any]) -> None:
    validator = _validator("assessment")
    assert validator.is_valid(GOOD)
    assert not validator.is_valid(GOOD | wrong)
