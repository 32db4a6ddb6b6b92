"""Small groups: whose numbers may be shown, so that nobody's answer can be worked out from them."""

from collections.abc import Mapping
from typing import Final, Literal

from ladder_check.model.answer import PERSPECTIVES_OF, SIDES, Perspective, Side, Voice

Node = Voice | Literal["room"]
SMALL_GROUP: Final = 5
"""The numbers of fewer people are not shown, whatever a small group agreed about its middle answer."""


def shown_nodes(heads: Mapping[Voice, int], k: int = SMALL_GROUP) -> frozenset[Node]:
    """What may be shown of the answers to one question, of the room, its sides and their perspectives.

    *heads* says how many answered.  A side has as many as its perspectives together, or more if *heads*
    says so.  Nothing is shown of a group of 1 to *k* - 1, and nothing that leaves such a group over by
    taking away: the side comes before its parts, and the total of the room gives way first.

    >>> sorted(shown_nodes({"people": 6, "carers": 3}))
    ['lived', 'room']
    """
    sizes = {side: side_size(heads, side) for side in SIDES}
    sides = {side for side in SIDES if sizes[side] >= k}
    shown: set[Node] = {*sides}
    for side in sides:
        shown |= _parts(heads, side, k)
    room = sum(sizes.values())
    if room >= k and _hides_nobody(room - sum(sizes[side] for side in sides), k):
        shown.add("room")
    return frozenset(shown)


def side_size(heads: Mapping[Voice, int], side: Side) -> int:
    """How many of a *side* answered."""
    return max(heads.get(side, 0), sum(heads.get(part, 0) for part in PERSPECTIVES_OF[side]))


def _parts(heads: Mapping[Voice, int], side: Side, k: int) -> set[Perspective]:
    """The perspectives of a shown *side* to show: the smallest gives way until those left out are enough."""
    total = side_size(heads, side)
    shown = [part for part in PERSPECTIVES_OF[side] if heads.get(part, 0) >= k]
    while shown and not _hides_nobody(total - sum(heads[part] for part in shown), k):
        # Of two of the same size the later one in the list gives way.
        shown.remove(min(reversed(shown), key=lambda part: heads[part]))
    return set(shown)


def _hides_nobody(left_over: int, k: int) -> bool:
    return left_over == 0 or left_over >= k
