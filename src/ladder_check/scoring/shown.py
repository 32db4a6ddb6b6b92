"""What of a room's votes may be shown: the one place that sees votes gives out figures of groups only."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from itertools import chain
from typing import Final, Literal

from ladder_check.model.answer import SIDE_OF, SIDES, VOICES, Side, Voice
from ladder_check.model.room import RoomWord, Scale, Vote
from ladder_check.scoring.counted import Choice, Rule, allowed_by_tree, choose, joined
from ladder_check.scoring.moves import Moves, moves_of, net_change
from ladder_check.scoring.ordinal import lower_median
from ladder_check.scoring.pieces import Group, Told
from ladder_check.scoring.privacy import SMALL_GROUP, Node

Why = Literal["small", "remainder", "rounds"]
NODES: Final[tuple[Node, ...]] = (*VOICES, "room")


@dataclass(frozen=True, slots=True)
class Votes:
    """A shown group's answers: how many gave each step of the scale, lowest first, and how many gave none."""

    counts: tuple[int, ...]
    not_sure: int
    rather_not_say: int

    @property
    def n(self) -> int:
        """How many gave a level."""
        return sum(self.counts)


@dataclass(frozen=True, slots=True)
class Shown:
    """What may be shown of one question in one round, and of whom there is more that may not.

    *middles* has the groups of which only the middle answer is shown.  *withheld* are those who answered and
    of whom nothing is shown, and *why*: too *small*; the *remainder* would be too small; or too few people
    came or went between *rounds*.  In the groups of *newcomers_left_out* the figures of this round count
    only who was counted before: the sides where that is so, or the room where the side itself is not shown,
    for to name that side would tell who of it had given no level.
    """

    groups: Mapping[Node, Votes]
    middles: Mapping[Node, int]
    withheld: tuple[Node, ...]
    why: Mapping[Node, Why]
    newcomers_left_out: tuple[Node, ...] = ()


@dataclass(frozen=True, slots=True)
class ShownQuestion:
    """What may be shown of a question: by round, and how it changed since the round before (or None)."""

    scale: Scale
    rounds: Mapping[int, Shown]
    changes: Mapping[int, Moves | None]


@dataclass(frozen=True, slots=True)
class _Round:
    """One round: every vote and every level by person, everybody of each node, and who is counted."""

    votes: Mapping[str, Vote]
    levels: Mapping[str, int]
    everybody: Mapping[Node, Group]
    choice: Choice


def show_rounds(rounds: Mapping[int, Sequence[Vote]], scale: Scale, k: int = SMALL_GROUP) -> ShownQuestion:
    """What may be shown of the votes on one question, round by round.

    Nothing is shown of 1 to *k* - 1 people, nor anything from which their answers could be worked out, with
    the rounds side by side.  What was shown of a round never depends on a later one.  With *k* 3, which
    only a small group itself can agree to, a side of 3 or 4 people shows its middle answer.
    """
    rule = Rule(k, all(vote.linked for votes in rounds.values() for vote in votes))
    shown: dict[int, Shown] = {}
    changes: dict[int, Moves | None] = {}
    before, told = None, Told()
    for number in sorted(rounds):
        now = _round(_by_person(rounds[number], rule.linked), told, rule)
        shown[number], told = _shown(now, scale, rule), now.choice.told
        if before:
            changes[number], told = _change(before, now, scale, rule)
        before = now
    return ShownQuestion(scale, shown, changes)


def _round(votes: Mapping[str, Vote], told: Told, rule: Rule) -> _Round:
    levels = {person: vote.answer for person, vote in votes.items() if isinstance(vote.answer, int)}
    everybody = _everybody(votes, levels.keys())
    return _Round(votes, levels, everybody, choose(everybody, told, rule))


def _by_person(votes: Sequence[Vote], linked: bool) -> dict[str, Vote]:
    """Every vote by who gave it.

    Where that cannot be known the likeliest is taken: as many as there can be are the same people as in
    another round, in the same voice, and give a level again.
    """
    if linked:
        return {vote.ballot: vote for vote in votes}
    last_without_level = sorted(votes, key=lambda vote: isinstance(vote.answer, str))
    seen = dict.fromkeys(VOICES, 0)
    people: dict[str, Vote] = {}
    for vote in last_without_level:
        seen[vote.voice] += 1
        people[f"{vote.voice} {seen[vote.voice]}"] = vote
    return people


def _everybody(votes: Mapping[str, Vote], with_level: Set[str]) -> dict[Node, Group]:
    """Everybody of each node."""
    by_voice: dict[Voice, list[str]] = {voice: [] for voice in VOICES}
    for person, vote in votes.items():
        by_voice[vote.voice].append(person)
    people = {
        node: frozenset(
            chain(*(by_voice[voice] for voice in VOICES if node in (voice, SIDE_OF[voice], "room")))
        )
        for node in NODES
    }
    return {node: Group(answered & with_level, answered) for node, answered in people.items()}


def _shown(each: _Round, scale: Scale, rule: Rule) -> Shown:
    """What may be shown of a round, once it is chosen whose answers are counted in it."""
    counted, middles = each.choice.groups, each.choice.middles
    answered = [node for node in NODES if each.everybody[node].answered]
    withheld = tuple(node for node in answered if node not in counted and node not in middles)
    return Shown(
        {node: _count(each, counted[node], scale) for node in answered if node in counted},
        {node: lower_median([each.levels[p] for p in people]) for node, people in middles.items()},
        withheld,
        {node: _why(each, node, rule) for node in withheld},
        tuple(dict.fromkeys(_leaving_out(each, {*counted, *middles}))),
    )


def _count(each: _Round, group: Group, scale: Scale) -> Votes:
    levels = Counter(each.levels[person] for person in group.with_level)
    words: Counter[int | RoomWord] = Counter(each.votes[person].answer for person in group.answered)
    return Votes(tuple(levels[step] for step in scale.steps), words["not-sure"], words["rather-not-say"])


def _why(each: _Round, node: Node, rule: Rule) -> Why:
    """Why nothing is shown of a *node*: by its size, by this round alone, or by the rounds before.

    By how many answered first, which everybody in the room can see; by how many gave a level only where
    enough people answered.
    """
    group, enough = each.everybody[node], rule.k if node in SIDES else rule.full
    if len(group.answered) < enough:
        return "small"
    if node not in allowed_by_tree(each.everybody, rule.full) and len(group.answered) >= rule.full:
        return "remainder"
    if len(group.with_level) < enough:
        return "small"
    alone = choose(each.everybody, Told(), rule)
    return "rounds" if node in alone.groups or node in alone.middles else "remainder"


def _leaving_out(each: _Round, shown: Set[Node]) -> Iterator[Node]:
    """The *shown* groups from which newcomers are left out, each side by itself if it is shown."""
    for side in SIDES:
        if _leaves_out(each, side):
            yield side if side in shown else "room"


def _leaves_out(each: _Round, side: Side) -> bool:
    """Whether what is shown of this round leaves out somebody of the *side* who answered."""
    here, middle = each.everybody[side], each.choice.middles.get(side)
    figures = ((group, each.everybody[node]) for node, group in each.choice.groups.items())
    return bool(middle and here.with_level - middle) or any(
        here.answered & everybody.answered - group.answered
        or here.with_level & everybody.with_level - group.with_level
        for group, everybody in figures
    )


def _change(before: _Round, now: _Round, scale: Scale, rule: Rule) -> tuple[Moves | None, Told]:
    """What changed between two rounds in the widest shown group, or None; and all that is told after it."""
    told = now.choice.told
    if not rule.linked:
        return _net_change(before, now, scale), told
    counted = before.choice.groups
    cover = [counted["room"]] if "room" in counted else [counted[side] for side in SIDES if side in counted]
    pairs = joined(cover).with_level & now.levels.keys()
    after = told.and_moves(pairs, rule.full)
    return (moves_of(pairs, before.levels, now.levels), after) if after else (None, told)


def _net_change(before: _Round, now: _Round, scale: Scale) -> Moves | None:
    in_both = before.choice.groups.keys() & now.choice.groups.keys()
    cover: list[Node] = ["room"] if "room" in in_both else [side for side in SIDES if side in in_both]
    if not cover:
        return None
    counts = [
        _count(each, joined(each.choice.groups[node] for node in cover), scale) for each in (before, now)
    ]
    return Moves(linked=False, net=net_change(counts[0].counts, counts[1].counts))
