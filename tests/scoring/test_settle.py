"""From what a group answered to one settled level, and what counts as shown."""

from datetime import date
from typing import Any

import pytest

from ladder_check.model.answer import Answers, Evidence, Tally
from ladder_check.scoring.settle import (
    DOES_NOT_FIT,
    NOT_KNOWN,
    Held,
    Settled,
    ask_for_evidence,
    combine,
    find_proof,
    is_fresh,
    months_after,
    settle_answer,
    settle_side,
)

TODAY = date(2026, 11, 3)


def tally(*counts: int, not_sure: int = 0, rather_not_say: int = 0) -> Tally:
    return Tally.model_validate(
        {"counts": counts, "not-sure": not_sure, "rather-not-say": rather_not_say},
    )


def seen(on: str | None) -> Evidence:
    return Evidence.model_validate({"what": "minutes", "kind": "seen", "on": on})


def said(**given: Any) -> Answers:
    return Answers.model_validate(given)


@pytest.mark.parametrize(
    ("level", "held"),
    [(0, Held.NO), (1, Held.NO), (2, Held.NO), (3, Held.YES), (4, Held.YES), (None, Held.OPEN)],
)
def test_three_and_four_hold_the_rest_fails_and_unknown_is_open(level: int | None, held: Held) -> None:
    assert Settled(level).held is held


@pytest.mark.parametrize("level", range(5))
def test_an_agreed_level_is_what_it_is(level: int) -> None:
    assert settle_answer(level) == Settled(level)


@pytest.mark.parametrize(
    ("word", "settled"),
    [("not-sure", NOT_KNOWN), ("rather-not-say", NOT_KNOWN), ("does-not-fit", DOES_NOT_FIT)],
)
def test_a_word_has_no_level(word: Any, settled: Settled) -> None:
    assert settle_answer(word) == settled


@pytest.mark.parametrize(
    ("room", "settled"),
    [
        (tally(0, 0, 0, 0, 0), NOT_KNOWN),
        (tally(0, 1, 3, 2, 1), Settled(2)),
        (tally(0, 0, 1, 1, 0), Settled(2)),
        (tally(0, 0, 0, 1, 0, not_sure=1), Settled(3)),
        (tally(0, 0, 0, 1, 0, not_sure=1, rather_not_say=1), NOT_KNOWN),
        (tally(0, 0, 0, 0, 0, not_sure=1), NOT_KNOWN),
        (tally(2, 0, 0, 1, 1), Settled(None, split=True)),
        (tally(2, 0, 0, 1, 1, not_sure=5), NOT_KNOWN),
    ],
)
def test_a_tally_settles_on_its_lower_median(room: Tally, settled: Settled) -> None:
    """
    Worked by hand, in this order.  Nobody: blank.  1 2 2 2 3 3 4: the fourth of seven is 2.  2 and 3: the
    lower.  One who could say, one who could not: as many, so it stands.  One against two: not sure.  Only a
    not-sure.  0 0 3 4: split, so not sure.  The same beside five who could not say: not sure, not split.
    """
    assert settle_answer(room) == settled


@pytest.mark.parametrize("level", [3, 4])
def test_what_is_said_and_not_shown_counts_as_two(level: int) -> None:
    assert ask_for_evidence(Settled(level), find_proof([], TODAY)) == Settled(2, said_not_shown=True)


@pytest.mark.parametrize("level", [0, 1, 2, None])
def test_nothing_is_asked_of_a_level_that_does_not_hold(level: int | None) -> None:
    assert ask_for_evidence(Settled(level), find_proof([], TODAY)) == Settled(level)


@pytest.mark.parametrize(
    ("dates", "settled"),
    [
        (["2024-11-03"], Settled(4)),
        (["2024-11-02"], Settled(2, old_evidence=True)),
        ([None], Settled(2, old_evidence=True)),
        (["2019-01-01", None, "2025-06-01"], Settled(4)),
        (["2019-01-01", None], Settled(2, old_evidence=True)),
    ],
)
def test_one_note_of_the_last_24_months_is_enough(dates: list[str | None], settled: Settled) -> None:
    """24 calendar months before 3 November 2026 is 3 November 2024, and that day still counts."""
    assert ask_for_evidence(Settled(4), find_proof([seen(on) for on in dates], TODAY)) == settled


@pytest.mark.parametrize(
    ("on", "assessed_on", "fresh"),
    [
        ("2026-02-28", "2028-02-29", True),
        ("2026-02-27", "2028-02-29", False),
        ("2024-02-29", "2026-02-28", True),
        ("2024-02-28", "2026-02-28", True),
        ("2024-02-29", "2026-03-01", False),
    ],
)
def test_24_months_over_a_leap_day(on: str, assessed_on: str, fresh: bool) -> None:
    """
    24 months before 29 February 2028 would be 29 February 2026, which there is not: 28 February.  Before
    28 February 2026 it is 28 February 2024, so the 29th is later.  Before 1 March 2026: 1 March 2024.
    """
    assert is_fresh(seen(on), date.fromisoformat(assessed_on)) is fresh


@pytest.mark.parametrize(
    ("day", "months", "then"),
    [
        ("2026-11-03", 24, "2028-11-03"),
        ("2026-11-03", -24, "2024-11-03"),
        ("2026-12-31", 2, "2027-02-28"),
        ("2026-01-31", -1, "2025-12-31"),
        ("2026-01-15", -13, "2024-12-15"),
        ("2024-02-29", 48, "2028-02-29"),
    ],
)
def test_months_are_calendar_months(day: str, months: int, then: str) -> None:
    assert months_after(date.fromisoformat(day), months) == date.fromisoformat(then)


@pytest.mark.parametrize(
    ("levels", "level"),
    [
        ([4, 3], 3),
        ([4, 1], 1),
        ([4, None], None),
        ([2, None], 2),
        ([4, 0, None, 3], 0),
        ([None, None], None),
    ],
)
def test_the_lowest_of_all_that_is_given_counts(levels: list[int | None], level: int | None) -> None:
    """A low level counts whoever is unsure; a high one only if nobody is."""
    assert combine(map(Settled, levels)) == Settled(level)


def test_what_does_not_fit_is_passed_over() -> None:
    assert combine([DOES_NOT_FIT, Settled(4)]) == Settled(4)
    assert combine([DOES_NOT_FIT, NOT_KNOWN]) == NOT_KNOWN
    assert combine([DOES_NOT_FIT, DOES_NOT_FIT]) == DOES_NOT_FIT


def test_there_is_nothing_to_settle_where_nothing_is_given() -> None:
    assert combine([]) is None
    assert settle_side(said(people=3), "staff", TODAY) is None


def test_marks_are_kept_when_voices_are_combined() -> None:
    marked = Settled(2, said_not_shown=True)
    assert combine([marked, Settled(1)]) == Settled(1, said_not_shown=True)
    assert combine([Settled(None, split=True), Settled(4)]) == Settled(None, split=True)
    assert combine([Settled(2, old_evidence=True), Settled(4)]) == Settled(2, old_evidence=True)


def test_a_side_takes_what_is_said_for_it_and_for_its_perspectives() -> None:
    """Lived: people 3, carers 4 and the whole side 2 make 2.  Nothing of it reaches the staff side."""
    answers = said(people=3, carers=4, lived=2, leaders=0)
    assert settle_side(answers, "lived", TODAY) == Settled(2)
    assert settle_side(answers, "staff", TODAY) == Settled(0)


def test_no_number_of_voices_outvotes_one() -> None:
    """Twenty front-line staff who say 4 change nothing about the one partner who says 1."""
    answers = said(
        frontline={"counts": [0, 0, 0, 0, 20]}, leaders=4, partners=1, evidence=[seen("2026-10-02")]
    )
    assert settle_side(answers, "staff", TODAY) == Settled(1)


def test_evidence_is_asked_of_each_staff_voice_before_they_are_combined() -> None:
    """Leaders say 4 and show nothing: that is 2, and 2 fails, whatever the front line is not sure of."""
    answers = said(leaders=4, frontline="not-sure")
    assert settle_side(answers, "staff", TODAY) == Settled(2, said_not_shown=True)
    assert settle_side(answers, "staff", None) == NOT_KNOWN


def test_no_evidence_is_ever_asked_of_the_lived_side() -> None:
    assert settle_side(said(people=4, carers=3), "lived", TODAY) == Settled(3)


def test_beyond_the_days_there_are_stands_the_last_of_them() -> None:
    """Somebody may ask for `stale-after = "999999 months"`."""
    assert months_after(date(2026, 11, 3), 999_999) == date.max
    assert months_after(date(2026, 11, 3), -999_999) == date.min
