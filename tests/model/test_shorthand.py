"""Short ways to write that people try, and what they are told."""

import pytest

from ladder_check.documents.decode import decode
from ladder_check.documents.document import parse
from ladder_check.documents.finding import InvalidDocument
from ladder_check.model.assessment import Assessment

HEAD = "format: 1\ntitle: T\nassessed_on: 2026-11-03\n"


@pytest.mark.parametrize(
    ("lines", "place", "way_out"),
    [
        ("took_part: {people: 7}\n", "4:21", "7 alone does not say what it counts. Write {there: 7}."),
        ("aspects:\n  doing:\n    claimed: {leaders: 6}\n", "6:24", "Write its id, such as co-design."),
    ],
)
def test_a_short_way_to_write_is_told_the_whole_one(lines: str, place: str, way_out: str) -> None:
    with pytest.raises(InvalidDocument) as refused:
        decode(parse((HEAD + lines).encode(), "a.yaml"), Assessment)
    assert str(refused.value).startswith(f"a.yaml:{place}: LC007 ")
    assert str(refused.value).endswith(way_out)
