"""How a rung is said."""

import pytest

from ladder_check.report.wording import RungNames
from report_case import LADDER


@pytest.mark.parametrize(
    ("low", "high", "harm", "words"),
    [
        (4, 4, False, "rung 4, asked"),
        (3, 5, False, "rung 3 to 5, from told to together"),
        (1, 1, False, "rung 1, the bottom of the ladder: no say"),
        (1, 1, True, "rung 1, forced"),
        (1, 3, False, "rung 1 to 3, from the bottom of the ladder to told"),
    ],
)
def test_a_rung_or_a_range(low: int, high: int, harm: bool, words: str) -> None:
    assert RungNames(LADDER, has_gate=True).span(low, high, harm=harm) == words


def test_without_a_gate_the_lowest_rung_keeps_its_name() -> None:
    assert RungNames(LADDER, has_gate=False).rung(1) == "rung 1, forced"


def test_a_ladder_without_bands_has_no_say_at_the_bottom() -> None:
    bare = LADDER.model_copy(update={"bands": ()})
    assert RungNames(bare, has_gate=True).bottom == "bottom of the ladder: no say"
