"""How far up a side stands, what holds it back and what it hangs on."""

import pytest

from ladder_check.model.bank import Role
from ladder_check.scoring.climb import Climb, Judged, climb
from ladder_check.scoring.settle import Held

STATES = {"Y": Held.YES, "N": Held.NO, "?": Held.OPEN}
ROLES: tuple[Role, ...] = ("gate", "support", "step", "step", "step", "step", "step")


def row(letters: str, rungs: str = "12345677", roles: tuple[Role, ...] = ROLES) -> list[Judged]:
    """The indicators q1, q2, … of the shipped ladder: a gate, a support, steps, and two on the top rung."""
    return [
        Judged(f"q{place}", int(rung), roles[int(rung) - 1], STATES[letter])
        for place, (letter, rung) in enumerate(zip(letters, rungs, strict=True), start=1)
    ]


def ends(letters: str) -> tuple[int, int]:
    found = climb(row(letters))
    return found.low, found.high


@pytest.mark.parametrize(
    ("letters", "low_and_high", "why"),
    [
        ("YYYYYYYY", (7, 7), "everything holds"),
        ("YNYYYYYY", (7, 7), "a support is stepped over"),
        ("Y?YYYYYY", (7, 7), "an open support too"),
        ("YYNYYYYY", (2, 2), "stood on the support; the first step fails"),
        ("YNNYYYYY", (1, 1), "nothing to stand on: the bottom"),
        ("Y?NYYYYY", (1, 2), "perhaps the support"),
        ("NYYYYYYY", (1, 1), "the gate fails"),
        ("?YYYYYYY", (1, 7), "the gate is open: the bottom, until it is known"),
        ("?NNNNNNN", (1, 1), "with the gate open there is nothing above it"),
        ("YYYY?YNY", (4, 6), "an open step; the top rung fails with one of its two"),
        ("YYYYYYYN", (6, 6), "rung 7 holds only if both of its indicators hold"),
        ("YYYYYY?Y", (6, 7), "rung 7 is open if one of the two is and none fails"),
        ("YYYYYY?N", (6, 6), "one fails: so does the rung"),
        ("????????", (1, 7), "nothing is known"),
    ],
)
def test_a_climb(letters: str, low_and_high: tuple[int, int], why: str) -> None:
    assert ends(letters) == low_and_high, why


@pytest.mark.parametrize(("gate", "harm"), [("Y", False), ("?", False), ("N", True)])
def test_only_a_gate_that_fails_is_a_harm_flag(gate: str, harm: bool) -> None:
    """The bottom without the flag is "no say", never coercion."""
    assert climb(row(gate + "NNNNNNN")).harm is harm


def test_a_whole_climb_worked_by_hand() -> None:
    """
    Gate holds; support fails; rungs 3 and 4 hold; 5 is open; 6 holds; of rung 7 the first holds, the
    second fails.  Low: 4 (5 taken as failing).  High: 6 (5 taken as holding, 6 holds, 7 fails).  Rung 5
    keeps 6 out of reach; if it held the low end would be 6.  The support below 4 is stepped over.  The 4
    hangs on the gate, 3 and 4: without 4 it would be 3, without 3 or the gate 1.  To rise, 5 is needed.
    """
    assert climb(row("YNYY?YYN")) == Climb(
        low=4,
        high=6,
        held_back_by="q5",
        with_that_fixed=6,
        stepped_over=("q2",),
        open=("q5",),
        holds=("q1", "q3", "q4", "q6", "q7"),
        hangs_on=(("q1", 1), ("q3", 1), ("q4", 3)),
        lifted_by=("q5",),
    )


@pytest.mark.parametrize(
    ("letters", "held_back_by", "with_that_fixed"),
    [
        ("YYYYYYYY", None, None),
        ("YYYYNNNN", None, None),
        ("YYYYNYYY", "q5", 7),
        ("YYNYNYYY", "q3", 4),
        ("YY?YYNNN", "q3", 5),
        ("NYYYNNNN", "q1", 4),
        ("?YYYYYYY", "q1", 7),
        ("NYNNNNNN", None, None),
        ("NYNYNNNN", "q1", 2),
        ("YNNNNNNN", None, None),
        ("YYYYYNYN", None, None),
        ("YYYYYNYY", "q6", 7),
    ],
)
def test_what_holds_back_is_the_lowest_that_keeps_a_holding_step_out_of_reach(
    letters: str, held_back_by: str | None, with_that_fixed: int | None
) -> None:
    """
    In the ninth row the gate fails and so does rung 3: with the gate mended one stands on the support, 2.
    In the eighth only the support holds above the gate, and a support is not out of reach of anything.
    In the eleventh rung 7 does not hold as a whole, so nothing is wasted above rung 6.
    """
    found = climb(row(letters))
    assert (found.held_back_by, found.with_that_fixed) == (held_back_by, with_that_fixed)


def test_a_rung_of_two_indicators_is_mended_as_a_whole() -> None:
    """Rung 4 asks two things, and both fail: the first is named, the low end is for the whole rung."""
    found = climb(row("YYYNNYNN", rungs="12344567"))
    assert (found.low, found.held_back_by, found.with_that_fixed) == (3, "q4", 5)


def test_the_first_that_does_not_hold_is_named_even_if_the_second_fails() -> None:
    assert climb(row("YYY?NYNN", rungs="12344567")).held_back_by == "q4"
    assert climb(row("YYYYNYNN", rungs="12344567")).held_back_by == "q5"


@pytest.mark.parametrize(
    ("letters", "stepped_over"),
    [("YNYNNNNN", ("q2",)), ("Y?YNNNNN", ("q2",)), ("YYYNNNNN", ()), ("YNNNNNNN", ()), ("?NYYYYYY", ())],
)
def test_only_supports_below_the_rung_one_stands_on_are_stepped_over(
    letters: str, stepped_over: tuple[str, ...]
) -> None:
    assert climb(row(letters)).stepped_over == stepped_over


def test_a_support_higher_up_can_be_stood_on_and_never_blocks() -> None:
    """Rung 5 is a support here.  It holds while 6 fails: stood on.  It fails while 6 holds: stepped over."""
    roles: tuple[Role, ...] = ("gate", "support", "step", "step", "support", "step", "step")
    stands, steps = (climb(row(letters, roles=roles)) for letters in ("YYYYYNNN", "YYYYNYNN"))
    assert (stands.low, stands.stepped_over) == (5, ())
    assert (steps.low, steps.stepped_over, steps.held_back_by) == (6, ("q5",), None)


@pytest.mark.parametrize(
    ("letters", "lifted_by"),
    [
        ("YYYYYYYY", ()),
        ("NYYYYYYY", ("q1",)),
        ("?NNNNNNN", ("q1",)),
        ("YNNNNNNN", ("q3",)),
        ("YYYYYYN?", ("q7", "q8")),
    ],
)
def test_what_lifts_is_the_next_step_up_and_a_gate_before_all(
    letters: str, lifted_by: tuple[str, ...]
) -> None:
    assert climb(row(letters)).lifted_by == lifted_by


def test_what_the_rung_hangs_on_and_what_would_be_left() -> None:
    """
    Rung 4 is reached, and 5 is open.  Without the gate the bottom is left; without q3 the support, rung 2;
    without q4 rung 3.  The support itself would be stepped over, and q6 and q7 lie above what is open.
    """
    assert climb(row("YYYY?YYN")).hangs_on == (("q1", 1), ("q3", 2), ("q4", 3))
