"""Whose answers a room's figures count, round by round, so that no small group can be worked out."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import reduce

from ladder_check.model.answer import PERSPECTIVES, PERSPECTIVES_OF, SIDES, VOICES, Side, Voice
from ladder_check.scoring.pieces import NOBODY, Group, People, Told
from ladder_check.scoring.privacy import SMALL_GROUP, Node, shown_nodes


@dataclass(frozen=True, slots=True)
class Rule:
    """From how many people on something is shown, and whether it is known who is who in another round."""

    k: int
    linked: bool

    @property
    def full(self) -> int:
        """From how many people on figures are shown: an agreement on 3 is for the middle answer only."""
        return max(self.k, SMALL_GROUP)


@dataclass(frozen=True, slots=True)
class Choice:
    """Who is counted in a round: in figures, and in middles.  *told* is all that is known after it."""

    told: Told
    groups: Mapping[Node, Group] = field(default_factory=dict)
    middles: Mapping[Node, People] = field(default_factory=dict)


def choose(everybody: Mapping[Node, Group], told: Told, rule: Rule) -> Choice:
    """Whose answers are counted in this round, after all that was *told* in the rounds before."""
    choice = Choice(told)
    for side in SIDES:
        choice = _with_side(choice, everybody, side, rule)
    return _with_room(choice, everybody, rule)


def _with_side(choice: Choice, everybody: Mapping[Node, Group], side: Side, rule: Rule) -> Choice:
    """The *choice*, and what may be shown of a *side*: a few newcomers are left out where that shows more."""
    chosen = _with_groups(choice, everybody, side, rule)
    if rule.linked and choice.told.answered:
        seen = {node: group.seen_in(choice.told) for node, group in everybody.items()}
        without_newcomers = _with_groups(choice, seen, side, rule)
        chosen = max(chosen, without_newcomers, key=lambda each: len(each.groups))
    if chosen is choice and rule.k < rule.full:
        return _with_middle(choice, everybody, side, rule)
    return chosen


def _with_groups(choice: Choice, groups: Mapping[Node, Group], side: Side, rule: Rule) -> Choice:
    """The *choice*, and the figures of a *side* and its perspectives, the side first, then the largest."""
    allowed = allowed_by_tree(groups, rule.full)
    parts = [part for part in PERSPECTIVES_OF[side] if part in allowed]
    parts.sort(key=lambda part: -len(groups[part].answered))
    for node in (side, *parts) if side in allowed else ():
        told = choice.told.and_figures(groups[node], rule.full)
        if told:
            choice = replace(choice, told=told, groups={**choice.groups, node: groups[node]})
    return choice


def allowed_by_tree(groups: Mapping[Node, Group], k: int) -> frozenset[Node]:
    """What may be shown of a single round, by how many answered: who of them gave a level is seen to later.

    Everybody knows who was in the room.  If it hung on the levels whether a side or else the whole room is
    shown, the choice itself would tell who gave none.
    """
    return shown_nodes({voice: len(groups[voice].answered) for voice in VOICES}, k)


def _with_middle(choice: Choice, everybody: Mapping[Node, Group], side: Side, rule: Rule) -> Choice:
    """The *choice*, and the middle of a small *side*, and of its perspective if it has only one."""
    people = everybody[side].with_level
    before = [group for group in choice.told.middles if rule.linked and group <= people]
    people = before[0] if before else people
    told = choice.told.and_middle(people) if len(people) >= rule.k else None
    if told is None:
        return choice
    alone = [part for part in PERSPECTIVES if everybody[part].answered == everybody[side].answered]
    return replace(choice, told=told, middles={**choice.middles, **dict.fromkeys((side, *alone), people)})


def _with_room(choice: Choice, everybody: Mapping[Node, Group], rule: Rule) -> Choice:
    """The *choice*, and the room: the sides as they are counted, and those of a side that is not shown."""
    seen = {side: everybody[side].seen_in(choice.told) for side in SIDES}
    # A side of newcomers only cannot be left out: the rest would not be the room.
    may_leave_out = rule.linked and all(seen[side].answered for side in SIDES if everybody[side].answered)
    for others in (everybody, seen) if may_leave_out else (everybody,):
        sides = {side: choice.groups.get(side, others[side]) for side in SIDES}
        told = choice.told.and_figures(joined(sides.values()), rule.full)
        if told and _is_room_for_all(sides, rule):
            return replace(choice, told=told, groups={**choice.groups, "room": joined(sides.values())})
    return choice


def _is_room_for_all(sides: Mapping[Side, Group], rule: Rule) -> bool:
    """Whether the whole room may be shown beside its *sides*, by how many answered.

    Not where a side is so small that its middle answer is shown instead.
    """
    heads: dict[Voice, int] = {side: len(group.answered) for side, group in sides.items()}
    by_middle = any(rule.k <= n < rule.full for n in heads.values())
    return not by_middle and "room" in shown_nodes(heads, rule.full)


def joined(groups: Iterable[Group]) -> Group:
    """All *groups* as one."""
    return reduce(Group.__or__, groups, NOBODY)
