"""What the rungs rest on: pairs, items, the footing, the word, and linked answers."""

from typing import Any

import pytest

from cases import FRESH, bank, case_of
from ladder_check.model.case import Case
from ladder_check.scoring.conditions import (
    BankResult,
    Footing,
    ItemResult,
    Linked,
    PairResult,
    State,
    find_linked,
    footing,
    may_say_co_production,
    pair_state,
    score_bank,
)
from ladder_check.scoring.settle import DOES_NOT_FIT, Settled

STATES: dict[str, State] = {
    "r": "rooted",
    "b": "bolt-on",
    "w": "warm-words",
    "n": "not-started",
    "?": "not-known",
}
LEVELS: dict[State, tuple[int | None, int | None]] = {
    "rooted": (3, 3),
    "bolt-on": (3, 1),
    "warm-words": (1, 3),
    "not-started": (1, 1),
    "not-known": (None, 3),
}


def rules(letters: str) -> BankResult:
    """The seven pairs in the states that *letters* stand for."""
    states = [STATES[letter] for letter in letters]
    pairs = zip(bank("rules").pairs, states, strict=True)
    return BankResult(bank("rules"), pairs=tuple(PairResult(pair, *LEVELS[s], s) for pair, s in pairs))


def items(bank_id: str, letters: str) -> BankResult:
    """Items: Y is in place, N is not, ? is not known, - does not fit."""
    levels = {"Y": 3, "N": 2, "?": None, "-": None}
    made = zip(bank(bank_id).items, letters, strict=True)
    results = tuple(ItemResult(item, levels[letter], fits=letter != "-") for item, letter in made)
    return BankResult(bank(bank_id), items=results)


def scored(bank_id: str, answers: dict[str, Any]) -> BankResult:
    return score_bank(case_of(answers={bank_id: answers}), bank(bank_id))


@pytest.mark.parametrize(
    ("practice", "belief", "state"),
    [
        (3, 4, "rooted"),
        (3, 2, "bolt-on"),
        (2, 3, "warm-words"),
        (2, 0, "not-started"),
        (None, 4, "not-known"),
        (0, None, "not-known"),
        (None, None, "not-known"),
    ],
)
def test_a_pair_is_a_rule_practised_and_its_belief_held(
    practice: int | None, belief: int | None, state: str
) -> None:
    assert pair_state(Settled(practice), Settled(belief)) == state


def test_a_half_that_does_not_fit_leaves_the_pair_not_known() -> None:
    assert pair_state(DOES_NOT_FIT, Settled(4)) == "not-known"


def test_the_voices_of_a_half_are_combined_before_the_halves_are() -> None:
    """
    Practice: leaders 4, people 3 make 3.  Belief: leaders 4, people 1 make 1.  So it is bolted on, level 1.
    No evidence is asked: the bank says it is welcome, and not that it is required.
    """
    result = scored(
        "rules", {"hr1.practice": {"leaders": 4, "people": 3}, "hr1.belief": {"leaders": 4, "people": 1}}
    )
    first = result.pairs[0]
    assert (first.practice, first.belief, first.state, first.level) == (3, 1, "bolt-on", 1)
    assert (result.bolt_on, result.not_known) == (1, 6)


def test_the_level_of_a_pair_is_the_lower_and_needs_both() -> None:
    result = scored(
        "rules", {"hr1.practice": {"people": 0}, "hr2.practice": {"people": 2}, "hr2.belief": {"people": 4}}
    )
    assert [pair.level for pair in result.pairs[:2]] == [None, 2]


@pytest.mark.parametrize(("letters", "banner"), [("bbrrrrr", False), ("bbbrrrr", True), ("bbbbbbb", True)])
def test_three_bolted_on_pairs_put_up_a_banner(letters: str, banner: bool) -> None:
    assert rules(letters).has_banner is banner


def test_items_are_in_place_at_three_or_four() -> None:
    """sr1 3, sr2 2, sr3 not sure, sr4 staff 4 but people 2, sr5 not asked: one in place, two not known."""
    result = scored(
        "ingredients",
        {
            "sr1": {"people": 3},
            "sr2": {"people": 2},
            "sr3": {"people": "not-sure"},
            "sr4": {"leaders": 4, "people": 2},
        },
    )
    assert [item.level for item in result.items] == [3, 2, None, 2, None]
    assert [item.in_place for item in result.items] == [True, False, False, False, False]
    assert (result.in_place, result.not_known) == (1, 2)


@pytest.mark.parametrize(
    ("given", "fits", "not_known"),
    [
        ({"leaders": "does-not-fit", "people": "does-not-fit"}, False, 0),
        ({"leaders": "does-not-fit", "people": 4}, True, 0),
        ({"leaders": "does-not-fit", "people": "not-sure"}, True, 1),
        ({}, True, 1),
    ],
)
def test_an_item_that_fits_nobody_is_in_no_count(given: Any, fits: bool, not_known: int) -> None:
    """The other five blocks are answered with 3.  bl3 alone may be answered with does-not-fit."""
    others = {f"bl{n}": {"people": 3} for n in (1, 2, 4, 5, 6)}
    result = scored("blocks", others | {"bl3": given})
    assert (result.items[2].fits, result.not_known, len(result.counted)) == (fits, not_known, 5 + fits)


@pytest.mark.parametrize(
    ("pairs", "ingredients", "harm", "expected"),
    [
        ("rrrrrrr", "YYYYY", False, "firm"),
        ("brrrrrr", "YYYYN", False, "firm"),
        ("nnnnnnn", "YYYYN", False, "firm"),
        ("rrrrrrr", "YYYYY", True, "mixed"),
        ("bbrrrrr", "YYYYY", False, "mixed"),
        ("rrrrrrr", "YYYNN", False, "mixed"),
        ("bbbrrrr", "YYYYY", False, "shaky"),
        ("rrrrrrr", "YYNNN", False, "shaky"),
        ("bbbrrrr", "YYNNN", True, "shaky"),
        ("rrrrr??", "YYYY?", False, "firm"),
        ("rrrr???", "YYYYY", False, "not-known"),
        ("rrrrrrr", "YYY??", False, "not-known"),
        ("bbbb???", "NNNNN", True, "not-known"),
    ],
)
def test_the_footing(pairs: str, ingredients: str, harm: bool, expected: Footing) -> None:
    """
    Two thirds of 7 pairs is 4.67, so five must be known; of 5 ingredients 3.33, so four.  Then shaky with 3
    bolted on or 2 in place; firm with 1 bolted on at most, 4 in place at least, and no harm; else mixed.
    """
    assert footing([rules(pairs), items("ingredients", ingredients)], harm=harm) == expected


def test_the_footing_needs_both_banks() -> None:
    assert footing([rules("rrrrrrr")], harm=False) == "not-known"
    assert footing([items("ingredients", "YYYYY")], harm=False) == "not-known"
    assert footing([], harm=False) == "not-known"


@pytest.mark.parametrize(
    ("letters", "may"), [("YY", True), ("YN", False), ("NY", False), ("Y?", False), ("??", False)]
)
def test_the_word_may_be_said_only_if_both_questions_hold(letters: str, may: bool) -> None:
    assert may_say_co_production([items("word", letters)]) is may


def test_the_word_may_not_be_said_if_nobody_asked() -> None:
    assert may_say_co_production([items("ingredients", "YYYYY")]) is False


def linked(power: int | str, money: Any, **notes: Any) -> Case:
    answers = {
        "blocks": {"bl2": {"people": power}},
        "ladder": {"deciding.r7a": money | {"evidence": [FRESH]}},
    }
    return case_of(answers=answers, aspects={"deciding": notes} if notes else {})


@pytest.mark.parametrize(
    ("power", "found"), [(4, True), (3, True), (2, False), (1, False), ("not-sure", False)]
)
def test_linked_answers_two_levels_apart_are_told(power: Any, found: bool) -> None:
    """The bank of blocks links bl2 with deciding.r7a, which is 1 here: 4 and 3 are two or more away."""
    told = (Linked(("blocks.bl2", "ladder.deciding.r7a"), (power, 1), "power and money"),)
    assert find_linked(linked(power, {"people": 1})) == (told if found else ())


def test_linked_answers_are_told_whichever_is_higher() -> None:
    assert [each.levels for each in find_linked(linked(0, {"people": 4}))] == [(0, 4)]


def test_both_sides_are_combined_before_linked_answers_are_compared() -> None:
    """Leaders say 4, people 2: that is 2, one away from 1."""
    assert find_linked(linked(1, {"leaders": 4, "people": 2})) == ()


def test_a_link_to_a_bank_that_was_not_asked_says_nothing() -> None:
    assert find_linked(case_of(answers={"blocks": {"bl1": {"people": 4}}})) == ()


def test_what_was_answered_in_an_aspect_that_is_left_out_is_linked_to_nothing() -> None:
    assert find_linked(linked(4, {"people": 1}, left_out="another time")) == ()
