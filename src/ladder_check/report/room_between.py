"""What stands between the groups of a room: the gap, what all share, what changed, and what is not shown."""

from collections.abc import Iterable, Iterator
from typing import Final

from ladder_check.model.answer import SIDE_OF, SIDES, Side
from ladder_check.model.room import Asked
from ladder_check.report.aspect_view import Fact
from ladder_check.report.room_steps import NAMES, span, step, step_in_words
from ladder_check.report.wording import VOICES, capital, listed, some
from ladder_check.scoring.gap import Gap
from ladder_check.scoring.privacy import Node
from ladder_check.scoring.room import Change, QuestionResult, Towards
from ladder_check.scoring.shown import Why
from ladder_check.scoring.voices import voices_in

_TOWARDS: Final[dict[Towards, str]] = {
    "lived moved towards staff": "Only people and carers moved towards the other side. Ask them in private: "
    "did something convince you, or was it hard to stay with what you had said?",
    "staff moved towards lived": "Staff moved towards what people and carers had said.",
    "both moved towards each other": "Both sides moved towards each other.",
}


def points_between(asked: Asked, result: QuestionResult) -> tuple[Fact, ...]:
    """All that is said of more than one group, and of those that are not shown."""
    parts: dict[str, Iterable[str]] = {
        "Staff beside people": gap_sentences(asked, result),
        "What all share": _shared(asked, result) if asked.is_claim else (),
        f"Since round {result.before}": () if result.before is None else _change(result),
        "Not shown": _not_shown(result),
    }
    said = {label: " ".join(lines) for label, lines in parts.items()}
    return tuple(Fact(label, words) for label, words in said.items() if words)


def missing_side(result: QuestionResult) -> Side | None:
    """The side of which nobody answered; None if somebody of both did."""
    answered = {SIDE_OF[node] if node != "room" else node for node in (*result.shown, *result.withheld)}
    return next((side for side in SIDES if side not in answered), None)


def gap_sentences(asked: Asked, result: QuestionResult) -> Iterator[str]:
    """How the two sides stand to each other, in pairs of people."""
    if result.gap is None:
        yield _nothing_to_compare(result)
        return
    yield from gap_in_words(asked, result.gap)
    yield "That is a gap to talk about." if result.gap.talk_about else "That is no clear gap in this room."
    yield from gap_in_numbers(result.gap)


def gap_in_words(asked: Asked, gap: Gap) -> Iterator[str]:
    """A gap, pair by pair, and the two middles."""
    pairs = gap.higher + gap.same + gap.lower
    yield (
        "Take each pair of one member of staff and one of the people and carers. "
        f"In {gap.higher} of {some(pairs, 'pair')} staff chose higher, in {gap.same} the same, "
        f"in {gap.lower} lower."
    )
    yield medians_sentence(asked, gap)


def gap_in_numbers(gap: Gap) -> Iterator[str]:
    """How large a gap is, and how much hangs on any one person."""
    yield (
        f"From -1 to 1, where 0 is no gap, it is {_number(gap.delta)}. "
        f"Whichever one person had stayed away, it would be {_between(*gap.leave_one_out)}."
    )


def medians_sentence(asked: Asked, gap: Gap) -> str:
    """The two middles side by side."""
    staff, lived = gap.medians["staff"], gap.medians["lived"]
    if staff == lived:
        return f"Both sides have {step(asked, staff)} in the middle."
    return f"In the middle, staff chose {step(asked, staff)}, and people and carers {step(asked, lived)}."


def _between(low: float, high: float) -> str:
    return _number(low) if _number(low) == _number(high) else f"from {_number(low)} to {_number(high)}"


def _number(value: float) -> str:
    """A number from -1 to 1, to two places; never a zero with a minus."""
    return f"{round(value, 2) + 0:.2f}"


def _nothing_to_compare(result: QuestionResult) -> str:
    missing = missing_side(result)
    if missing:
        return (
            f"None of the {VOICES[missing]} answered, so there is nothing to compare. "
            "That is something to talk about in itself."
        )
    figures = [side for side in SIDES if side in result.shown and result.shown[side].n is not None]
    if not figures:
        return "Neither side can be shown with its numbers, so they are not compared."
    return (
        f"Only {VOICES[figures[0]]} are shown with their numbers, so the sides are not compared, and this is "
        "no shared answer."
    )


def _shared(asked: Asked, result: QuestionResult) -> Iterator[str]:
    """The rung that every shown voice reaches on its own; nothing where only one side is shown."""
    voices = voices_in(result.shown)
    if result.shared is None or len({SIDE_OF[voice] for voice in voices}) < len(SIDES):
        return
    yield (
        f"{capital(listed(NAMES[voice] for voice in voices))}, each on their own, put it on "
        f"{step_in_words(asked, result.shared)}, or higher."
    )
    if result.shared_range and result.shared_range[0] < result.shared_range[1]:
        yield f"That is likely to lie from {span(asked, result.shared_range)}."
    if result.balanced_middle is not None:
        middles = [result.shown[voice].median for voice in voices]
        yield (
            "If each of these groups weighed the same, the middle would be "
            f"{step(asked, result.balanced_middle)}; their own middles go from "
            f"{span(asked, (min(middles), max(middles)))}."
        )


def _change(result: QuestionResult) -> Iterator[str]:
    change = result.change
    if change is None:
        yield "What changed is not shown: it could tell what a few people said."
        return
    yield _moves(change)
    if change.towards:
        yield _TOWARDS[change.towards]


def _moves(change: Change) -> str:
    if change.same is not None and change.up is not None and change.down is not None:
        total = change.same + change.up + change.down
        return (
            f"Of the {some(total, 'person')} who chose in both rounds, {change.same} kept to it, "
            f"{change.up} went up and {change.down} went down."
        )
    share = round(100 * (change.net or 0))
    return "Nobody knows which answers of both rounds belong together. " + (
        f"At least {share} of 100 answers are others than before." if share else "The counts look the same."
    )


def _not_shown(result: QuestionResult) -> Iterator[str]:
    """Which groups are not shown, and why: never with a number of theirs."""
    for why in ("small", "remainder", "rounds"):
        nodes = [node for node in result.withheld if result.why[node] == why]
        counted = [node for node in nodes if _is_counted_with_side(node, result)]
        alone = [node for node in nodes if node not in counted]
        if counted:
            yield f"{_named(counted)} counted with their side and not shown on their own, {_BECAUSE[why]}."
        if alone:
            yield f"{_named(alone)} not shown, {_BECAUSE[why]}."
        if why == "rounds" and nodes:
            yield _NEXT_TIME
    for node in result.newcomers_left_out:
        yield _LEFT_OUT.format(group=NAMES[node])


def _is_counted_with_side(node: Node, result: QuestionResult) -> bool:
    if node == "room" or node in SIDES:
        return False
    side = result.shown.get(SIDE_OF[node])
    return side is not None and side.n is not None


def _named(nodes: list[Node]) -> str:
    names = capital(listed(NAMES[node] for node in nodes))
    return f"{names} {'is' if nodes == ['room'] else 'are'}"


_BECAUSE: Final[dict[Why, str]] = {
    "small": "as too few answered",
    "remainder": "as the answers of a few others could be worked out from it",
    "rounds": "as a few people left or came since the round before, and what they said could be worked out "
    "from the two rounds side by side",
}
_NEXT_TIME: Final = (
    "What helps next time: before anybody goes, ask everybody who answered the first time to answer again."
)
_LEFT_OUT: Final = (
    "Of {group} only those are counted who were counted before. Who has come since, or gives a level for the "
    "first time, is left out here: beside the earlier round, their answers could be worked out."
)
