"""Every example comes out as it was worked out by hand in expected.md."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from ladder_check.documents.library import read_case
from ladder_check.scoring.profile import score
from ladder_check.scoring.standing import AspectProfile

EXAMPLES = Path(__file__).parents[2] / "examples"
EXPECTED = yaml.safe_load((Path(__file__).parent / "expected.yaml").read_text(encoding="utf-8"))


def _ends(thing: Any) -> list[int] | None:
    return [thing.low, thing.high] if thing else None


def _as_expected(profile: AspectProfile) -> dict[str, Any]:
    sides = {"shown": profile.shown, "lived": profile.lived}
    return {
        **{name: _ends(side.climb if side else None) for name, side in sides.items()},
        "standing": _ends(profile.standing),
        "claimed": profile.claimed,
        "gap": profile.illusion_gap,
        "illusion": profile.illusion_risk,
        "harm": bool(profile.standing and profile.standing.harm),
        "held_back_by": {name: side.climb.held_back_by if side else None for name, side in sides.items()},
    }


def test_every_example_is_worked_out_by_hand() -> None:
    assert sorted(EXPECTED) == sorted(path.name for path in EXAMPLES.glob("*.assessment.yaml"))


@pytest.mark.parametrize("name", EXPECTED)
def test_an_example_comes_out_as_worked_by_hand(name: str) -> None:
    profile = score(read_case(EXAMPLES / name))
    in_play = {each.aspect.id: _as_expected(each) for each in profile.aspects if not each.left_out}
    worked = {aspect: value for aspect, value in EXPECTED[name].items() if aspect != "headline"}
    assert {aspect: in_play[aspect] for aspect in worked} == worked
    assert _ends(profile.headline if profile.headline.low else None) == EXPECTED[name]["headline"]
