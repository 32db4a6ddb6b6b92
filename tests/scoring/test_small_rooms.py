"""
In every room of some small sizes, more than one answer of a small group fits all that is shown.  Every way to
answer is tried, so medians, gaps and what changed count as well, and how it is decided what is shown.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations, combinations_with_replacement, product

import pytest

from ladder_check.model.answer import VOICES, Voice
from ladder_check.model.room import Scale, Vote
from ladder_check.scoring.room import RoomResults, Terms, room_results
from ladder_check.scoring.shown import show_rounds
from rooms import Answer

INVITED: dict[Voice, int] = dict.fromkeys(VOICES, 9)
Cell = tuple[Voice, tuple[int, ...]]
"""People of one voice who are in the same rounds: nothing tells them apart from outside."""
Room = dict[Cell, tuple[tuple[Answer, ...], ...]]
"""Of each cell everybody's answers, one in each of their rounds."""


def every_room(cells: Mapping[Cell, int], answers: Sequence[Answer]) -> Iterator[Room]:
    """Every way in which so many people of each cell can answer; who is who within a cell does not matter."""
    ways = [
        combinations_with_replacement(list(product(answers, repeat=len(rounds))), n)
        for (_, rounds), n in cells.items()
    ]
    for chosen in product(*map(list, ways)):
        yield dict(zip(cells, chosen, strict=True))


def results_of(room: Room, scale: Scale, k: int, *, linked: bool) -> RoomResults:
    rounds: dict[int, list[Vote]] = defaultdict(list)
    for (voice, numbers), people in room.items():
        for place, answers in enumerate(people):
            for number, answer in zip(numbers, answers, strict=True):
                rounds[number].append(Vote(f"{voice}-{numbers}-{place}", voice, answer, linked))
    question = show_rounds(dict(rounds), scale, k)
    return room_results({"q": question}, Terms(k, INVITED))


def in_round(room: Room, cells: Iterable[Cell], number: int) -> tuple[Answer, ...]:
    """What the people of some *cells* answered in a round, whoever said what."""
    return tuple(
        sorted(
            (answers[cell[1].index(number)] for cell in cells if number in cell[1] for answers in room[cell]),
            key=str,
        )
    )


def given_away(
    cells: Mapping[Cell, int], answers: Sequence[Answer], k: int, *, linked: bool = True
) -> list[object]:
    """
    The small groups whose answers are the only ones that fit all that is shown, in any room of this size,
    by somebody who knows who was there, and how it is decided what is shown.
    Where a larger group all answered the same, everybody knows what each of them answered: that cannot be
    hidden without hiding agreement, and is not counted.
    """
    scale = Scale(0, max(answer for answer in answers if isinstance(answer, int)))
    alike: dict[str, list[Room]] = defaultdict(list)
    for room in every_room(cells, answers):
        alike[repr(results_of(room, scale, k, linked=linked))].append(room)
    groups = [
        group
        for size in range(1, len(cells) + 1)
        for group in combinations(cells, size)
        if sum(cells[cell] for cell in group) < 5
    ]
    numbers = {number for _, rounds in cells for number in rounds}
    return [
        (group, number, rooms[0], shown)
        for shown, rooms in alike.items()
        for group in groups
        for number in numbers
        if len({in_round(room, group, number) for room in rooms}) == 1 and in_round(rooms[0], group, number)
        if not _in_one_mind(rooms, cells, group, number)
    ]


def _in_one_mind(rooms: list[Room], cells: Iterable[Cell], group: tuple[Cell, ...], number: int) -> bool:
    """Whether the *group* is part of five or more people who gave one answer in all of these *rooms*."""
    said = set(in_round(rooms[0], group, number))
    alike = [c for c in cells if all(set(in_round(room, [c], number)) <= said for room in rooms)]
    return len(said) == 1 and len(in_round(rooms[0], alike, number)) >= 5


def one_round(**heads: int) -> dict[Cell, int]:
    return {(voice, (1,)): heads[voice] for voice in VOICES if voice in heads}


def both_rounds(**heads: tuple[int, int, int]) -> dict[Cell, int]:
    """Of each voice, how many answer in both rounds, in the first only, in the second only."""
    return {
        (voice, rounds): n
        for voice in VOICES
        for rounds, n in zip(((1, 2), (1,), (2,)), heads.get(voice, ()), strict=False)
        if n
    }


SMALL_ROOMS = [
    one_round(people=5, carers=3),
    one_round(people=6, carers=2, staff=1),
    one_round(people=3, frontline=5),
    one_round(people=2, carers=2, frontline=4),
    one_round(people=4, carers=1, leaders=4),
    one_round(people=5, carers=5, lived=1),
    one_round(people=3, frontline=3, leaders=2),
    one_round(people=3, leaders=4),
]


@pytest.mark.parametrize("k", [3, 5])
@pytest.mark.parametrize("cells", SMALL_ROOMS, ids=str)
def test_in_every_small_room_more_than_one_answer_fits(cells: dict[Cell, int], k: int) -> None:
    assert given_away(cells, (0, 1, "not-sure"), k) == []


@pytest.mark.parametrize("cells", [one_round(people=5, carers=3), one_round(people=3, leaders=4)], ids=str)
def test_so_it_is_with_three_levels(cells: dict[Cell, int]) -> None:
    assert given_away(cells, (0, 1, 2), 3) == given_away(cells, (0, 1, 2), 5) == []


TWO_ROUNDS = [
    both_rounds(people=(5, 0, 0), carers=(2, 0, 0)),
    both_rounds(people=(5, 0, 1), carers=(1, 0, 0)),
    both_rounds(people=(5, 1, 0), carers=(1, 0, 0)),
    both_rounds(people=(6, 1, 1)),
    both_rounds(people=(2, 5, 0), carers=(1, 0, 0)),
    both_rounds(people=(5, 0, 0), leaders=(2, 0, 1)),
    both_rounds(people=(3, 0, 1), leaders=(3, 0, 0)),
]


@pytest.mark.parametrize("linked", [True, False])
@pytest.mark.parametrize("k", [3, 5])
@pytest.mark.parametrize("cells", TWO_ROUNDS, ids=str)
def test_in_two_rounds_of_every_small_room_more_than_one_answer_fits(
    cells: dict[Cell, int], k: int, linked: bool
) -> None:
    assert given_away(cells, (0, 1), k, linked=linked) == []
