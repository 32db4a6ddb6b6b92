"""What happened between two rounds: who kept their answer, who went up, who went down."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ladder_check.scoring.pieces import People


@dataclass(frozen=True, slots=True)
class Moves:
    """Between two rounds of a question, how many kept their answer and how many went *up* or *down*.

    Where the answers of a person cannot be *linked* these are None, and *net* is the share of people, from
    0 to 1, of whom at least that many must have changed.
    """

    linked: bool
    same: int | None = None
    up: int | None = None
    down: int | None = None
    net: float | None = None


def moves_of(people: People, before: Mapping[str, int], after: Mapping[str, int]) -> Moves:
    """The moves of *people*, who gave a level *before* and *after*.

    >>> moves_of(frozenset("ab"), {"a": 2, "b": 4}, {"a": 3, "b": 4})
    Moves(linked=True, same=1, up=1, down=0, net=None)
    """
    steps = [after[person] - before[person] for person in people]
    up, down = sum(step > 0 for step in steps), sum(step < 0 for step in steps)
    return Moves(True, len(steps) - up - down, up, down)


def net_change(before: Sequence[int], after: Sequence[int]) -> float:
    """The least share of people, from 0 to 1, who must have changed for one distribution to become the other.

    Half the sum of the differences of the shares.  Two people who change places leave no trace, so say "at
    least".

    >>> net_change([5, 5], [4, 6])
    0.1

    Source:
        M. Scheibe, M. Skutsch, J. Schofer, "Experiments in Delphi Methodology", in H. Linstone and
        M. Turoff (eds.), The Delphi Method (1975).
    """
    n, m = sum(before), sum(after)
    return sum(abs(a * m - b * n) for a, b in zip(before, after, strict=True)) / (2 * n * m)
