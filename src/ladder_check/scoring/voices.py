"""What several voices say together: nobody is outvoted, and no group weighs more because more of it came."""

from collections.abc import Container, Sequence
from fractions import Fraction

from ladder_check.model.answer import PERSPECTIVES_OF, SIDES, Voice


def voices_in(shown: Container[object]) -> tuple[Voice, ...]:
    """Who speaks for a room: of each side its *shown* perspectives, or the side itself where none is.

    >>> voices_in({"lived", "people", "staff", "room"})
    ('people', 'staff')
    """
    voices: list[Voice] = []
    for side in SIDES:
        parts = [part for part in PERSPECTIVES_OF[side] if part in shown]
        voices += parts or [side] * (side in shown)
    return tuple(voices)


def balanced_middle(groups: Sequence[Sequence[int]]) -> int:
    """The lower median, as a step from 0, of all *groups* of counts where each group weighs the same.

    >>> balanced_middle([(0, 20), (3, 0)])
    0

    """
    sizes = [sum(counts) for counts in groups]
    weights = [
        sum(Fraction(counts[step], n) for counts, n in zip(groups, sizes, strict=True))
        for step in range(len(groups[0]))
    ]
    return next(step for step in range(len(weights)) if 2 * sum(weights[: step + 1]) >= len(groups))
