"""The figures of the counts in a file: the numbers of the formats page, and what is not compared."""

from typing import Any

import pytest

from ladder_check.model.answer import Answers
from ladder_check.model.assessment import TookPart
from ladder_check.scoring.tallied import Tallied, invited, tallied


def of(took_part: dict[str, Any] | None = None, **given: Any) -> Tallied:
    answers = {
        voice: {"counts": answer} if isinstance(answer, list) else answer for voice, answer in given.items()
    }
    return tallied(Answers.model_validate(answers), TookPart.model_validate(took_part or {}))


def test_a_group_has_all_the_figures_of_a_room() -> None:
    """
    Worked by hand: 1, 2, 2, 2, 3, 3, 4 has 2 in the middle and lies 1 + 1 + 1 + 2 = 5 steps from it in all.
    Nine were invited and eight answered.  With one more at 0 the lower middle is still 2, and at 4 too:
    0 1 2 2 2 3 3 4 and 1 2 2 2 3 3 4 4.
    """
    lived = {"counts": [0, 1, 3, 2, 1], "not-sure": 1}
    group = of({"people": {"there": 7, "invited": 6}, "carers": {"there": 1, "invited": 3}}, lived=lived)
    figures = group.groups["lived"]
    assert (figures.median, figures.n, figures.not_sure) == (2, 7, 1)
    assert figures.spread == pytest.approx(5 / 7)
    assert (figures.words, figures.split, figures.invited) == ("some spread", False, 9)
    assert figures.absent_voices == (2, 2)


def test_a_gap_is_between_sides_that_are_given_by_counts() -> None:
    """Staff 3, 3 and lived 2, 3: higher twice, the same twice."""
    gap = of(leaders=[0, 0, 0, 2, 0], lived=[0, 0, 1, 1, 0]).gap
    assert gap is not None
    assert (gap.higher, gap.same, gap.lower, gap.medians) == (2, 2, 0, {"staff": 3, "lived": 2})


def test_a_side_is_counted_once() -> None:
    """Of the 5 staff 3 are frontline: 5 x 2 pairs and not 8 x 2."""
    gap = of(staff=[0, 5, 0, 0, 0], frontline=[0, 3, 0, 0, 0], people=[2, 0, 0, 0, 0]).gap
    assert gap is not None
    assert gap.higher == 10
    gap = of(leaders=[0, 2, 0, 0, 0], frontline=[0, 3, 0, 0, 0], people=[2, 0, 0, 0, 0]).gap
    assert gap is not None
    assert gap.higher == 10


@pytest.mark.parametrize(
    "given",
    [
        {"people": [2, 0, 0, 0, 0]},
        {"people": [2, 0, 0, 0, 0], "leaders": 3},
        {"people": [2, 0, 0, 0, 0], "leaders": [0, 0, 0, 2, 0], "frontline": 3},
        {"people": [1, 0, 0, 0, 0], "leaders": [0, 0, 0, 2, 0]},
        {"people": [0, 0, 0, 0, 0], "leaders": [0, 0, 0, 2, 0]},
        {"people": 2, "leaders": "not-sure"},
    ],
)
def test_what_cannot_be_compared_has_no_gap(given: dict[str, Any]) -> None:
    assert of(**given).gap is None


def test_nobody_with_a_level_has_no_figures() -> None:
    assert of(people={"counts": [0] * 5, "not-sure": 6}).groups == {}


def test_how_many_were_invited_is_known_only_of_all() -> None:
    took_part = TookPart.model_validate({"people": {"there": 1, "invited": 4}, "carers": {"there": 2}})
    assert invited(took_part, "people") == 4
    assert invited(took_part, "carers") is None
    assert invited(took_part, "lived") is None
    assert invited(took_part, "staff") is None
