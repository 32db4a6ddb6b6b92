"""The whole profile: which aspects count, and where the organisation sits."""

from collections.abc import Sequence
from typing import Any

import pytest

from cases import ASPECTS, ENOUGH, aspect_answers, case_of
from ladder_check.scoring.profile import Headline, Profile, score

ROWS = {
    1: "YNNNNNNN",
    2: "YYNNNNNN",
    3: "YNYNNNNN",
    4: "YNYYNNNN",
    5: "YNYYYNNN",
    6: "YNYYYYNN",
    7: "YNYYYYYY",
}
OPEN_ABOVE_4 = "YNYY?NNN"


def profile_of(
    rows: Sequence[str | None], took_part: Any = ENOUGH, aspects: Any = None, **more: Any
) -> Profile:
    """The profile where people answered the aspects in order with *rows*; None is not answered."""
    answers: dict[str, Any] = {}
    for aspect, row in zip(ASPECTS, rows, strict=False):
        if row is not None:
            answers |= aspect_answers(aspect, people=row)
    return score(case_of(took_part=took_part, aspects=aspects or {}, answers={"ladder": answers}, **more))


def rungs(*numbers: int) -> list[str]:
    return [ROWS[number] for number in numbers]


def test_the_headline_worked_by_hand() -> None:
    """
    Lows 4 6 3 5 4 1, ranked 1 3 4 4 5 6: the third of six is 4.  Nothing is open, so the highs are the same.
    The lowest is governing, the highest designing.
    """
    assert profile_of(rungs(4, 6, 3, 5, 4, 1)).headline == Headline(
        low=4,
        high=4,
        provisional=False,
        lowest=("governing",),
        highest=("designing",),
        scored=6,
        left_out=0,
        not_enough=0,
    )


def test_of_two_middle_aspects_the_lower_counts() -> None:
    """Ranked 2 2 3 5 6 7: the third is 3, and half of the areas are on 3 or lower."""
    assert profile_of(rungs(7, 2, 5, 3, 6, 2)).headline.low == 3


def test_all_the_lowest_and_highest_are_named() -> None:
    found = profile_of(rungs(4, 2, 4, 3, 2, 4)).headline
    assert (found.lowest, found.highest) == (("designing", "checking"), ("deciding", "choosing", "governing"))


def test_the_range_of_the_headline_is_the_middle_of_the_highs() -> None:
    """Three aspects stand on 4 with rung 5 open, so 4 to 5; three on 5.  Lows 4 4 4 5 5 5, highs all 5."""
    found = profile_of([OPEN_ABOVE_4] * 3 + rungs(5, 5, 5)).headline
    assert (found.low, found.high) == (4, 5)


@pytest.mark.parametrize(("answered", "low"), [(6, 4), (4, 4), (3, 4), (2, None), (0, None)])
def test_half_of_the_aspects_in_play_must_have_a_rung(answered: int, low: int | None) -> None:
    """Six aspects are in play: three are half of them, two are fewer."""
    found = profile_of(rungs(*[4] * answered)).headline
    assert (found.low, found.high, found.scored, found.not_enough) == (low, low, answered, 6 - answered)


def test_an_aspect_with_too_few_answers_is_in_play_and_not_scored() -> None:
    found = profile_of([*rungs(4, 4, 4, 4, 4), "YNY....."]).headline
    assert (found.low, found.scored, found.not_enough) == (4, 5, 1)


def test_an_aspect_that_is_left_out_is_in_no_count_but_its_own() -> None:
    """Two of six are answered: too few.  With two left out, four are in play, and two are half of them."""
    left_out = {each: {"left_out": "not ours to decide"} for each in ("checking", "governing")}
    assert profile_of(rungs(4, 4)).headline.low is None
    found = profile_of(rungs(4, 4), aspects=left_out).headline
    assert (found.low, found.scored, found.left_out, found.not_enough) == (4, 2, 2, 2)


def test_left_out_answers_change_nothing() -> None:
    """Choosing is answered with the lowest of all, and left out with a reason."""
    left_out = {"choosing": {"left_out": "not ours to decide"}}
    found = profile_of(rungs(4, 4, 1, 4, 4, 4), aspects=left_out).headline
    assert (found.low, found.lowest, found.scored) == (
        4,
        ("deciding", "designing", "doing", "checking", "governing"),
        5,
    )


def test_with_everything_left_out_there_is_no_headline() -> None:
    found = profile_of([], aspects={each: {"left_out": "not ours"} for each in ASPECTS}).headline
    assert found == Headline(None, None, False, (), (), scored=0, left_out=6, not_enough=0)


@pytest.mark.parametrize(
    ("answers", "notes", "in_play"),
    [
        ({}, {}, False),
        ({}, {"led_by_people": True}, False),
        ({"own_support.r4": {"note": "we talked about it"}}, {}, False),
        ({"own_support.r4": {"people": 2}}, {}, True),
        ({"own_support.r4": {"people": "not-sure"}}, {}, True),
        ({}, {"claimed": {"people": "informing"}}, True),
        ({}, {"left_out": "This is about day services."}, True),
    ],
)
def test_an_optional_aspect_is_in_play_once_it_has_an_answer_or_a_claim(
    answers: Any, notes: Any, in_play: bool
) -> None:
    found = score(case_of(answers={"ladder": answers}, aspects={"own_support": notes}))
    assert ("own_support" in [each.aspect.id for each in found.aspects]) is in_play
    assert found.headline.not_enough == 6 + (in_play and "left_out" not in notes)


@pytest.mark.parametrize(("took_part", "provisional", "low"), [({}, True, 5), (ENOUGH, False, 7)])
def test_the_headline_is_provisional_where_a_standing_is(took_part: Any, provisional: bool, low: int) -> None:
    found = profile_of(rungs(7, 7, 7, 7, 7, 7), took_part).headline
    assert (found.low, found.provisional) == (low, provisional)


def test_a_harm_keeps_the_footing_from_being_firm() -> None:
    """Everything else is rooted and in place.  The gate of governing fails."""
    banks: dict[str, Any] = {
        "rules": {f"hr{n}.{half}": {"people": 3} for n in range(1, 8) for half in ("practice", "belief")},
        "ingredients": {f"sr{n}": {"people": 3} for n in range(1, 6)},
    }
    calm = score(case_of(answers=banks | {"ladder": aspect_answers("governing", people=ROWS[4])}))
    harmed = score(case_of(answers=banks | {"ladder": aspect_answers("governing", people="NNYYNNNN")}))
    assert (calm.footing, harmed.footing) == ("firm", "mixed")


def test_split_rooms_are_named_in_rung_order_bank_by_bank() -> None:
    """0 0 3 4 is a split room, of whichever voice; the order of the file does not matter within a bank."""
    split = {"frontline": {"counts": [2, 0, 0, 1, 1]}, "people": 3}
    found = score(
        case_of(
            answers={
                "rules": {"hr2.belief": split},
                "ladder": {
                    "designing.r4": split,
                    "deciding.r7a": split,
                    "deciding.r2": split,
                    "doing.r1": split,
                },
            },
            aspects={"doing": {"left_out": "another time"}},
        )
    )
    assert found.split == (
        "rules.hr2.belief",
        "ladder.deciding.r2",
        "ladder.deciding.r7a",
        "ladder.designing.r4",
    )


def test_banks_are_those_named_or_answered_in_the_order_of_the_file() -> None:
    found = score(case_of(banks={"word": "1.0.0"}, answers={"values": {"ks1": {"people": 3}}, "ladder": {}}))
    assert [result.bank.id for result in found.banks] == ["word", "values"]
    assert found.may_say_co_production is False


def test_the_word_is_allowed_where_both_of_its_questions_hold() -> None:
    found = score(case_of(answers={"word": {"jm1": {"people": 3}, "jm2": {"leaders": 4, "people": 3}}}))
    assert found.may_say_co_production is True
