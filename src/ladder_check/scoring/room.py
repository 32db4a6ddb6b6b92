"""What a room says: every figure of a workshop, worked out from what may be shown and from nothing else."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from ladder_check.model.answer import SIDE_OF, SIDES, Side, Voice, levels_of
from ladder_check.model.room import Scale
from ladder_check.scoring.gap import Gap, gap_between
from ladder_check.scoring.group import Ends, GroupResult, group_result
from ladder_check.scoring.likely import LEVEL
from ladder_check.scoring.ordinal import lower_median
from ladder_check.scoring.privacy import Node
from ladder_check.scoring.shown import NODES, Shown, ShownQuestion, Why
from ladder_check.scoring.voices import balanced_middle, voices_in

Towards = Literal["lived moved towards staff", "staff moved towards lived", "both moved towards each other"]


@dataclass(frozen=True, slots=True)
class Change:
    """The moves since the round before, and which side's median came nearer to where the other's was."""

    linked: bool
    same: int | None
    up: int | None
    down: int | None
    net: float | None
    towards: Towards | None


@dataclass(frozen=True, slots=True)
class QuestionResult:
    """What a room says to one question in one round; *before* is the last round that had answers before it.

    *shared* is the highest step that every voice that is shown reaches on its own, *shared_range* its likely
    range, and *balanced_middle* the median where every voice weighs the same.  What may not be shown is None.
    """

    id: str
    round: int
    scale: Scale
    shown: Mapping[Node, GroupResult]
    withheld: tuple[Node, ...]
    why: Mapping[Node, Why]
    newcomers_left_out: tuple[Node, ...]
    before: int | None
    gap: Gap | None
    change: Change | None
    shared: int | None
    shared_range: Ends | None
    balanced_middle: int | None


@dataclass(frozen=True, slots=True)
class RoomResults:
    """What a room says: the question with the largest gap first, then the widest spread, then as asked."""

    small_group: int
    rounds: tuple[int, ...]
    questions: tuple[QuestionResult, ...]


@dataclass(frozen=True, slots=True)
class Terms:
    """What holds for every question of a workshop.

    *small_group* is the size from which on something is shown; *invited* how many were, of each perspective
    and side, as far as that is known; *level* that of the likely ranges, in per cent.
    """

    small_group: int
    invited: Mapping[Voice, int]
    level: int = LEVEL


def room_results(
    questions: Mapping[str, ShownQuestion], terms: Terms, only: int | None = None
) -> RoomResults:
    """All that a room says, from what may be shown of its *questions*, given in the agenda's order.

    The rounds of a question stand together, the first one first; the newest decides the question's place.
    *only* leaves out every other round; what changed is still said since the round before.
    """
    results = [
        [_question_result(name, n, question, terms) for n in sorted(question.rounds) if only in (None, n)]
        for name, question in questions.items()
    ]
    ordered = sorted(filter(None, results), key=lambda rounds: _place(rounds[-1]))
    return RoomResults(
        terms.small_group,
        tuple(sorted({each.round for rounds in ordered for each in rounds})),
        tuple(each for rounds in ordered for each in rounds),
    )


_LAST: Final = 1.0
"""A place behind that of every gap and every spread: these are counted downwards from 0."""


def _place(result: QuestionResult) -> tuple[float, float]:
    """Where a question stands, lowest first: by its gap, then by the spread of its largest shown group."""
    spreads = [(each.n, each.spread) for each in result.shown.values() if each.n and each.spread is not None]
    return (
        -abs(result.gap.delta) if result.gap else _LAST,
        -max(spreads)[1] if spreads else _LAST,
    )


def _question_result(name: str, number: int, question: ShownQuestion, terms: Terms) -> QuestionResult:
    shown = question.rounds[number]
    results = _group_results(shown, question.scale, terms)
    voices = [results[voice] for voice in voices_in(results)]
    return QuestionResult(
        id=name,
        round=number,
        scale=question.scale,
        shown=results,
        withheld=shown.withheld,
        why=shown.why,
        newcomers_left_out=shown.newcomers_left_out,
        before=_before(question, number),
        gap=_gap(shown, question.scale),
        change=_change(question, number),
        shared=min((voice.median for voice in voices), default=None),
        shared_range=_shared_range(voices),
        balanced_middle=_balanced(voices, question.scale),
    )


def _group_results(shown: Shown, scale: Scale, terms: Terms) -> dict[Node, GroupResult]:
    figures = {
        node: group_result(votes, scale, terms.level, _invited(node, shown, terms.invited))
        for node, votes in shown.groups.items()
    }
    middles = {node: GroupResult(middle) for node, middle in shown.middles.items()}
    return {node: (figures | middles)[node] for node in NODES if node in figures or node in middles}


def _invited(node: Node, shown: Shown, invited: Mapping[Voice, int]) -> int | None:
    """How many of a *node* were invited; None where that is not known, or some who came are not counted."""
    groups = (*SIDES, "room") if node == "room" else (SIDE_OF[node],)
    if any(group in shown.newcomers_left_out for group in groups):
        return None
    if node != "room":
        return invited.get(node)
    return sum(invited[side] for side in SIDES if side in invited) or None


def _gap(shown: Shown, scale: Scale) -> Gap | None:
    """The gap between staff and the lived side, where both are shown."""
    staff, lived = shown.groups.get("staff"), shown.groups.get("lived")
    return gap_between(staff.counts, lived.counts, scale.low) if staff and lived else None


def _shared_range(voices: Sequence[GroupResult]) -> Ends | None:
    """The likely range of the shared rung: from the lowest low end to the lowest high end."""
    ranges = [voice.range for voice in voices if voice.range]
    if not voices or len(ranges) < len(voices):
        return None
    return min(low for low, _ in ranges), min(high for _, high in ranges)


def _balanced(voices: Sequence[GroupResult], scale: Scale) -> int | None:
    counts = [voice.counts for voice in voices if voice.counts]
    if not voices or len(counts) < len(voices):
        return None
    return scale.low + balanced_middle(counts)


def _change(question: ShownQuestion, number: int) -> Change | None:
    moves, before = question.changes.get(number), _before(question, number)
    if moves is None or before is None:
        return None
    towards = _towards(_side_medians(question.rounds[before]), _side_medians(question.rounds[number]))
    return Change(moves.linked, moves.same, moves.up, moves.down, moves.net, towards)


def _before(question: ShownQuestion, number: int) -> int | None:
    return max((earlier for earlier in question.rounds if earlier < number), default=None)


def _side_medians(shown: Shown) -> dict[Side, int]:
    return {
        side: lower_median(levels_of(shown.groups[side].counts)) for side in SIDES if side in shown.groups
    }


def _towards(before: Mapping[Side, int], now: Mapping[Side, int]) -> Towards | None:
    """Which side's median came nearer to where the other's was; None if a side is not shown."""
    if not before.keys() == now.keys() == {*SIDES}:
        return None
    lived = _comes_nearer(before["lived"], now["lived"], before["staff"])
    staff = _comes_nearer(before["staff"], now["staff"], before["lived"])
    if lived and staff:
        return "both moved towards each other"
    if lived:
        return "lived moved towards staff"
    return "staff moved towards lived" if staff else None


def _comes_nearer(before: int, now: int, to: int) -> bool:
    return abs(now - to) < abs(before - to)
