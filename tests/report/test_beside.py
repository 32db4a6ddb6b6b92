"""What stands beside the ladder: pairs, items, the footing, the word, linked answers and split rooms."""

from typing import Any

import pytest

from ladder_check.report.view import BankView, ItemRow, PairRow, Report
from report_case import bank_of, climb_to, report_of


def _pairs(*levels: tuple[Any, Any]) -> dict[str, Any]:
    given: dict[str, Any] = {}
    for number, (practice, belief) in enumerate(levels, 1):
        given |= {f"a{number}.practice": {"leaders": practice}, f"a{number}.belief": {"leaders": belief}}
    return given


def _items(*levels: Any) -> dict[str, Any]:
    return {f"a{number}": {"leaders": level} for number, level in enumerate(levels, 1)}


def _bank(report: Report) -> BankView:
    (bank,) = report.banks
    return bank


def test_each_pair_says_what_practice_and_belief_make_together() -> None:
    bank = bank_of("rules", "pairs", 5)
    given = _pairs((4, 3), (3, 2), (1, 3), (0, 2), (3, "not-sure"))
    view = _bank(report_of(climb_to(4), bank, others={"rules": given}))
    assert view.pairs == (
        PairRow("A1", "4: built in", "3: usually", "rooted: done and believed in"),
        PairRow("A2", "3: usually", "2: sometimes", "bolt-on: done, not yet believed in"),
        PairRow("A3", "1: once, or only on paper", "3: usually", "warm words: believed in, not yet done"),
        PairRow("A4", "0: no", "2: sometimes", "not started"),
        PairRow("A5", "3: usually", "not known", "not known"),
    )
    assert view.summary == "Of 5: 1 rooted, 1 bolt-on, 1 warm words, 1 not started, 1 not known."
    assert view.banner == ""


def test_three_bolt_on_pairs_put_up_a_banner() -> None:
    bank = bank_of("rules", "pairs", 4)
    given = _pairs((3, 1), (3, 1), (3, 1), (3, 3))
    assert _bank(report_of(climb_to(4), bank, others={"rules": given})).banner == (
        "3 of 4 rules are done and not yet believed in. What is done without the belief does not last."
    )


def test_an_item_that_does_not_fit_is_in_no_count() -> None:
    bank = bank_of("ingredients", "items", 4)
    given = _items(3, 1, "not-sure", "does-not-fit")
    view = _bank(report_of(climb_to(4), bank, others={"ingredients": given}))
    assert view.items == (
        ItemRow("A1", "Mostly.", "in place"),
        ItemRow("A2", "Once.", "not in place yet"),
        ItemRow("A3", "not known yet.", "not known"),
        ItemRow("A4", "does not fit", "left out"),
    )
    assert view.summary == "1 of 3 in place, 1 not known, 1 left out because it does not fit."


@pytest.mark.parametrize(
    ("believed", "in_place", "footing"),
    [
        (3, 5, "The footing is firm."),
        (3, 3, "The footing is mixed."),
        (3, 2, "The footing is shaky."),
        (1, 5, "The footing is shaky."),
    ],
)
def test_the_footing_follows_the_rules_and_the_ingredients(
    believed: int, in_place: int, footing: str
) -> None:
    """Seven rules are done; with belief 1 all are bolted on.  Of five ingredients some are in place."""
    rules, ingredients = bank_of("rules", "pairs", 7), bank_of("ingredients", "items", 5)
    others = {
        "rules": _pairs(*[(3, believed)] * 7),
        "ingredients": _items(*[3] * in_place, *[1] * (5 - in_place)),
    }
    report = report_of(climb_to(4), rules, ingredients, others=others)
    assert report.footing.startswith(footing)
    assert report.footing.endswith("It never changes a rung.")


def test_the_footing_is_not_known_where_nobody_asked() -> None:
    assert report_of(climb_to(4)).footing.startswith("The footing is not known. The rules or the ingredients")


def test_the_word_is_kept_back_until_both_tests_hold() -> None:
    bank = bank_of("word", "word", 2)
    assert report_of(climb_to(4), bank, others={"word": _items(3, 4)}).word == (
        "Both tests hold: it was made together, and people have more choice and control.",
    )
    assert report_of(climb_to(4), bank, others={"word": _items(3, 1)}).word == (
        "This report does not call the work co-production.",
        "For that, two things must both be true: it was made together, "
        "and it gave people more choice and control.",
        "A2. Now: “Once.”",
    )
    assert report_of(climb_to(4)).word == (
        "This report does not call the work co-production.",
        "The questions about the word were not asked.",
    )


def test_linked_answers_that_do_not_go_together_are_quoted_side_by_side() -> None:
    """Both sides answer 3 to question 4; the other bank's answer about the same is 0: three apart."""
    bank = bank_of("blocks", "items", 1, linked=[["blocks.a1", "ladder.cooking.q4", "the menu"]])
    assert report_of(climb_to(4), bank, others={"blocks": _items(0)}).linked == (
        "On the menu, two answers do not go together. "
        "“A1”. Answer: “Never.” “Cooking: Question 4”. Answer: “Mostly.”",
    )
    assert report_of(climb_to(4), bank, others={"blocks": _items(2)}).linked == ()


def test_a_split_room_goes_on_the_talk_list() -> None:
    """Three say 0 and three say 4: two different things."""
    answers = climb_to(4)
    answers["cooking.q4"]["people"] = {"counts": [3, 0, 0, 0, 3]}
    (point,) = report_of(answers).talk
    assert (point.about, point.ask) == ("Cooking: Question 4", "Cooking 4?")
    assert point.words == (
        "People who draw on care and support saw two different things. "
        "So the answer counts as not known, until you have talked."
    )


def test_the_whys_are_kept_with_who_gave_them() -> None:
    why = {
        "about": "cooking.q5",
        "chain": [
            {"by": "people", "why": "We were not asked."},
            {"by": "leaders", "why": "There was no time."},
        ],
        "root": "The shops close at five",
        "can_change": "partly",
        "who_could": "The shop",
    }
    (view,) = report_of(climb_to(4), whys=[why]).whys
    assert view.about == "“Cooking: Question 5”. Answer now: “Once.”"
    assert [(each.label, each.words) for each in view.chain] == [
        ("People who draw on care and support", "We were not asked."),
        ("Leaders", "There was no time."),
    ]
    assert [(each.label, each.words) for each in view.ending] == [
        ("Root", "The shops close at five"),
        ("Can we change it?", "Partly."),
        ("Who could", "The shop"),
    ]
