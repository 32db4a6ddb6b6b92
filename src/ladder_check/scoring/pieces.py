"""Pieces: the smallest groups of people that can be worked out from all that was shown of a question."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final

People = frozenset[str]


@dataclass(frozen=True, slots=True)
class Group:
    """Whose answers a figure counts: all who *answered*, and those of them *with_level*."""

    with_level: People
    answered: People

    def seen_in(self, told: Told) -> Group:
        """The people of this group who were counted in a figure before."""
        return Group(self.with_level & together(told.with_level), self.answered & together(told.answered))

    def __or__(self, other: Group) -> Group:
        """Both groups together."""
        return Group(self.with_level | other.with_level, self.answered | other.answered)


NOBODY: Final = Group(frozenset(), frozenset())


@dataclass(frozen=True, slots=True)
class Told:
    """What was shown of a question so far, in every round, as the pieces that it can be taken apart into.

    Every group whose figures are shown is made of whole pieces.  Whatever is added and taken away among
    such groups, a piece stays together: nothing can be learnt of fewer people than the smallest piece has,
    not even by somebody who knows that nobody changed an answer between two rounds.  Two figures may
    therefore never differ by a few people: the few would be a piece.

    *middles* are the groups of which only the middle is shown.  They share nobody with the pieces and
    nobody with each other: a middle beside the counts of a larger group can give all of its answers away.
    """

    with_level: tuple[People, ...] = ()
    answered: tuple[People, ...] = ()
    middles: tuple[People, ...] = ()

    def and_figures(self, group: Group, k: int) -> Told | None:
        """What is told once the figures of *group* are shown too; None if a piece would be smaller than *k*.

        The first piece of all is the group itself: it has *k* people with a level, or is not shown.
        """
        if len(group.with_level) < k or group.with_level & together(self.middles):
            return None
        levels, answers = _cut(self.with_level, group.with_level), _cut(self.answered, group.answered)
        if any(len(piece) < k for piece in (*levels, *answers)):
            return None
        return replace(self, with_level=levels, answered=answers)

    def and_middle(self, people: People) -> Told | None:
        """What is told once the middle of *people* is shown too; None if some were shown in other company."""
        if people in self.middles:
            return self
        if people & (together(self.with_level) | together(self.middles)):
            return None
        return replace(self, middles=(*self.middles, people))

    def and_moves(self, people: People, k: int) -> Told | None:
        """What is told once it is said how many of *people* went up or down; None as above.

        Who went up was not at the top before: moves tell something about the levels of those who moved.
        """
        levels = _cut(self.with_level, people)
        if len(people) < k or any(len(piece) < k for piece in levels):
            return None
        return replace(self, with_level=levels)


def together(groups: Iterable[People]) -> People:
    """Everybody who is in one of the *groups*."""
    return frozenset[str]().union(*groups)


def _cut(pieces: tuple[People, ...], people: People) -> tuple[People, ...]:
    """The *pieces* cut along the edge of *people*, and those of them who were in no piece."""
    parts = [part for piece in pieces for part in (piece & people, piece - people)]
    return tuple(part for part in (*parts, people - together(pieces)) if part)
