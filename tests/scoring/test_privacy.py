"""Small groups: what may be shown, by the cases worked by hand and by exact algebra over what is shown."""

from fractions import Fraction
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ladder_check.model.answer import PERSPECTIVES, SIDE_OF, SIDES, Voice
from ladder_check.scoring.privacy import shown_nodes

WORKED = {
    "three carers hide their side's parts": (
        {"people": 6, "carers": 3, "frontline": 12, "leaders": 2, "partners": 1},
        {"lived", "staff", "room"},
    ),
    "four and three are shown as one side": (
        {"people": 4, "carers": 3, "frontline": 12, "leaders": 5},
        {"lived", "staff", "frontline", "leaders", "room"},
    ),
    "three on one side hide the room": (
        {"people": 3, "frontline": 12, "leaders": 5},
        {"staff", "frontline", "leaders"},
    ),
    "two small sides are a room": ({"people": 2, "carers": 2, "frontline": 4}, {"room"}),
    "five partners are withheld with three leaders": (
        {"people": 8, "frontline": 9, "leaders": 3, "partners": 5},
        {"lived", "people", "staff", "frontline", "room"},
    ),
}


@pytest.mark.parametrize(("heads", "shown"), WORKED.values(), ids=WORKED)
def test_the_worked_cases(heads: dict[Voice, int], shown: set[str]) -> None:
    assert shown_nodes(heads, 5) == shown


def test_a_side_that_is_larger_than_its_parts_has_people_left_over() -> None:
    """Nine on the side, six of them in the only part that is told: three would be left over."""
    assert shown_nodes({"lived": 9, "people": 6}, 5) == {"lived", "room"}


def test_on_a_tie_the_later_perspective_gives_way() -> None:
    """Frontline and partners have 5 each and 2 leaders are too few: one of the two hides them."""
    heads: dict[Voice, int] = {"frontline": 5, "leaders": 2, "partners": 5}
    assert shown_nodes(heads, 5) == {"staff", "frontline", "room"}


def test_a_room_of_nobody_shows_nothing() -> None:
    assert shown_nodes({}, 5) == frozenset()


def test_a_strict_threshold_shows_less() -> None:
    assert shown_nodes({"people": 12, "frontline": 9}, 10) == {"lived", "people"}


heads_of_a_room = st.dictionaries(st.sampled_from(PERSPECTIVES), st.integers(0, 16))
rests = st.fixed_dictionaries({side: st.sampled_from((0, 0, 1, 3, 4, 5, 9)) for side in SIDES})


@given(heads_of_a_room, rests, st.sampled_from((3, 5, 10)))
def test_no_small_group_can_be_worked_out(heads: dict[Voice, int], rest: dict[Voice, int], k: int) -> None:
    """
    Every shown node is an equation over the perspectives, and over those of a side who are in none of them.
    Whatever group is a combination of the equations can be worked out; none may have 1 to k - 1 people.
    Parts without people are left out: everybody may know that they are empty.
    """
    whole: dict[Voice, int] = {
        side: rest[side] + sum(n for v, n in heads.items() if SIDE_OF[v] == side) for side in SIDES
    }
    leaves = {v: n for v, n in heads.items() if n} | {f"rest of {s}": n for s, n in rest.items() if n}
    shown = shown_nodes({**heads, **whole}, k)
    equations = reduced([[Fraction(_lies_in(leaf, node)) for leaf in leaves] for node in shown])
    for group in product((0, 1), repeat=len(leaves)):
        size = sum(n for n, is_in in zip(leaves.values(), group, strict=True) if is_in)
        if 1 <= size < k:
            assert not follows(equations, [Fraction(n) for n in group]), (shown, leaves, group)


def test_the_algebra_finds_the_leak_of_a_hidden_part_under_a_shown_total() -> None:
    """The check itself must be able to fail: side and people shown leave the carers by taking away."""
    equations = reduced([[Fraction(1), Fraction(1)], [Fraction(1), Fraction(0)]])
    assert follows(equations, [Fraction(0), Fraction(1)])
    assert not follows(reduced([[Fraction(1), Fraction(1)]]), [Fraction(0), Fraction(1)])


def _lies_in(leaf: str, node: str) -> bool:
    side = leaf.removeprefix("rest of ") if leaf.startswith("rest of ") else SIDE_OF[leaf]  # type: ignore[index]
    return node in (leaf, side, "room")


def reduced(rows: list[list[Fraction]]) -> list[list[Fraction]]:
    """The *rows* without those that follow from the others, each cleared by the ones before it."""
    kept: list[list[Fraction]] = []
    for row in rows:
        left = _cleared(kept, row)
        if any(left):
            kept.append(left)
    return kept


def follows(equations: list[list[Fraction]], row: list[Fraction]) -> bool:
    """Whether *row* is a combination of the reduced *equations*."""
    return not any(_cleared(equations, row))


def _cleared(equations: list[list[Fraction]], row: list[Fraction]) -> list[Fraction]:
    for equation in equations:
        lead = next(n for n, value in enumerate(equation) if value)
        factor = row[lead] / equation[lead]
        row = [a - factor * b for a, b in zip(row, equation, strict=True)]
    return row
