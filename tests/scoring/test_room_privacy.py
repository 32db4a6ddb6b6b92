"""Nobody's answer in a random room follows from what is shown: exact algebra, over all rounds together."""

import random
from collections.abc import Iterable
from dataclasses import replace
from itertools import product

import pytest

from algebra import People, derivable
from ladder_check.model.answer import PERSPECTIVES, SIDE_OF, SIDES, VOICES
from ladder_check.model.room import LEVEL_SCALE, Vote
from ladder_check.scoring.privacy import Node
from ladder_check.scoring.shown import NODES, Shown, ShownQuestion, show_rounds
from rooms import Answer

Rounds = dict[int, list[Vote]]


def test_the_algebra_finds_the_leak_of_a_hidden_part_under_a_shown_total() -> None:
    """Nine on the side and six of them in a part: three are left over.  The side alone gives nothing away."""
    side = frozenset("abcdefghi")
    assert derivable([side, frozenset("abcdef")], 5) == frozenset("ghi")
    assert derivable([side], 5) == frozenset()


def test_the_algebra_finds_a_leak_over_three_groups() -> None:
    """Of three pairs, ab and ac less bc leave a twice; of two of the pairs nobody follows."""
    pairs = [frozenset("ab"), frozenset("bc"), frozenset("ac")]
    assert derivable(pairs, 2)
    assert not derivable(pairs[:2], 2)


# Random rooms


def random_rounds(dice: random.Random) -> Rounds:
    """One to three rounds of 1 to 40 people; between rounds a few go, come, fall silent or find an answer."""
    linked = dice.random() < 0.7
    weights = [dice.choice((0, 1, 2, 5, 9)) for _ in PERSPECTIVES] + [
        dice.choice((0, 0, 1, 3)) for _ in SIDES
    ]
    weights[0] += 1
    known, moving = dice.choice((1, 0.9, 0.6)), dice.choice((0, 0.03, 0.3))

    def newcomer(number: int) -> Vote:
        [voice] = dice.choices(VOICES, weights)
        return Vote(f"p{number}", voice, _answer(dice, known), linked)

    rounds = {1: [newcomer(number) for number in range(dice.randint(1, 40))]}
    for later in range(2, dice.choice((2, 3, 3, 4))):
        stayed = [
            replace(v, answer=_answer(dice, known)) if dice.random() < moving else v
            for v in rounds[later - 1]
            if dice.random() >= moving
        ]
        came = [newcomer(100 * later + number) for number in range(dice.choice((0, 0, 0, 1, 2, 6)))]
        rounds[later] = stayed + came
    return rounds


def _answer(dice: random.Random, known: float) -> Answer:
    return dice.randrange(5) if dice.random() < known else dice.choice(("not-sure", "rather-not-say"))


def in_node(votes: Iterable[Vote], node: Node) -> list[Vote]:
    return [vote for vote in votes if node in (vote.voice, SIDE_OF[vote.voice], "room")]


def groups_of(rounds: Rounds, question: ShownQuestion) -> tuple[list[People], list[People], list[People]]:
    """
    Whose answers the shown figures count, by who voted: those with a level, and all who answered; and of whom
    only the middle is shown.  Every figure is compared with the votes of those people.
    """
    levels, answers, middles = list[People](), list[People](), list[People]()
    for number, shown in question.rounds.items():
        before = frozenset[str]().union(*levels, *middles), frozenset[str]().union(*answers)
        counted = {node: _counted(in_node(rounds[number], node), shown, before) for node in NODES}
        for node, figures in shown.groups.items():
            with_level, answered = counted[node]
            parts = [in_node(in_node(rounds[number], node), side) for side in SIDES]
            assert all(answered & {vote.ballot for vote in part} for part in parts if part), (
                "a side is left out"
            )
            votes = {vote.ballot: vote.answer for vote in rounds[number]}
            assert figures.counts == tuple(sum(votes[p] == step for p in with_level) for step in range(5))
            assert figures.not_sure == sum(votes[p] == "not-sure" for p in answered)
            assert figures.rather_not_say == sum(votes[p] == "rather-not-say" for p in answered)
        levels += [counted[node][0] for node in shown.groups]
        answers += [counted[node][1] for node in shown.groups]
        middles += [counted[node][0] for node in shown.middles]
    return levels, answers, middles


def _counted(votes: list[Vote], shown: Shown, before: tuple[People, People]) -> tuple[People, People]:
    """Those with a level, and all, of the *votes*: without newcomers in a group where they are left out."""
    hidden = [side for side in SIDES if side not in shown.groups and side not in shown.middles]
    left = {*shown.newcomers_left_out, *(hidden if "room" in shown.newcomers_left_out else ())}
    old = [v for v in votes if SIDE_OF[v.voice] in left]
    new = [v for v in votes if v not in old]
    return (
        frozenset(
            v.ballot for v in votes if isinstance(v.answer, int) and (v in new or v.ballot in before[0])
        ),
        frozenset(v.ballot for v in votes if v in new or v.ballot in before[1]),
    )


@pytest.mark.parametrize("k", [5, 10, 3])
def test_nobody_in_thousands_of_random_rooms_can_be_worked_out(k: int) -> None:
    """
    Taken together over all rounds, and as if nobody had changed an answer between them: a person is one
    unknown in whatever round.  An agreement on 3 is for middles only; figures need 5 as ever.
    """
    dice = random.Random(k)
    for _ in range(1350):
        rounds = random_rounds(dice)
        question = show_rounds(rounds, LEVEL_SCALE, k)
        levels, answers, middles = groups_of(rounds, question)
        assert not derivable(levels, max(k, 5)), rounds
        assert not derivable(answers, max(k, 5)), rounds
        for middle, other in product(middles, [*levels, *middles]):
            assert len(middle) >= k == 3
            # Where it is not known who is who, as many answers are taken for the same people's.
            assert middle == other or not middle & other or not rounds[1][0].linked
        first = show_rounds({1: rounds[1]}, LEVEL_SCALE, k)
        assert first.rounds[1] == question.rounds[1], "what was shown once stays as it was"


def test_the_rooms_are_not_all_empty_or_all_open() -> None:
    """Of 300 rooms many show figures in later rounds, and in many something is withheld, for each reason."""
    dice = random.Random(1)
    questions = [show_rounds(random_rounds(dice), LEVEL_SCALE, 5) for _ in range(300)]
    later = [shown for q in questions for number, shown in q.rounds.items() if number > 1]
    assert sum(bool(shown.groups) for shown in later) > 100
    assert sum(bool(shown.newcomers_left_out) for shown in later) > 20
    assert sum(moves is not None for q in questions for moves in q.changes.values()) > 100
    for reason in ("small", "remainder", "rounds"):
        assert sum(reason in shown.why.values() for shown in later) > 20


def test_hiding_small_groups_but_showing_totals_gives_most_rooms_away() -> None:
    """The usual rule, by the same algebra: groups under 5 are hidden, the sides and the room are shown."""
    dice, leaks, rooms = random.Random(5), 0, 0
    while rooms < 300:
        [*votes] = (vote for vote in random_rounds(dice)[1] if isinstance(vote.answer, int))
        nodes = [frozenset(v.ballot for v in in_node(votes, node)) for node in NODES]
        if len({vote.voice for vote in votes}) > 2:
            rooms += 1
            leaks += derivable([group for group in nodes if len(group) >= 5], 5) != frozenset()
    assert leaks > rooms / 2


def test_showing_each_round_by_itself_gives_latecomers_away() -> None:
    """Twelve people answer, then thirteen: the last one is the difference, if the others stay as they are."""
    first = [Vote(f"p{n}", "people", 2) for n in range(12)]
    second = [*first, Vote("late", "people", 0)]
    alone = [
        show_rounds({1: votes}, LEVEL_SCALE, 5).rounds[1].groups["people"].n for votes in (first, second)
    ]
    assert alone == [12, 13]
    assert derivable([frozenset(v.ballot for v in votes) for votes in (first, second)], 5) == frozenset(
        {"late"}
    )
    together = show_rounds({1: first, 2: second}, LEVEL_SCALE, 5)
    assert [shown.groups["people"].n for shown in together.rounds.values()] == [12, 12]
