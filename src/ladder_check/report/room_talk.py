"""What a room should talk about first, and a prompt for each, to be read aloud."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from ladder_check.model.room import Asked
from ladder_check.report.room_between import medians_sentence, missing_side
from ladder_check.report.room_steps import NAMES, ends, step
from ladder_check.report.room_view import TalkKind, TalkView
from ladder_check.report.wording import VOICES, capital
from ladder_check.scoring.gap import Gap
from ladder_check.scoring.group import GroupResult
from ladder_check.scoring.privacy import Node
from ladder_check.scoring.room import QuestionResult

FAR_ABOVE: Final = 2
"""By how many rungs one side's claim is far above the other's."""
_ONE_IN: Final = 3
"""One in so many who are not sure are many."""
_NOT_BOTH: Final = "Not both sides can be shown with their numbers here."
_FREE: Final = "Nobody has to say what they chose themselves."


@dataclass(frozen=True, slots=True)
class _Topic:
    """A question, and what was said to it."""

    asked: Asked
    result: QuestionResult


def talk_about(asked: Asked, about: str, result: QuestionResult) -> TalkView:
    """Why a question of which something is shown is worth talking about, and how to begin."""
    kind = _kind(asked, result)
    why, *prompt = _LINES[kind](_Topic(asked, result))
    return TalkView(asked.id, kind, about, why, tuple(prompt))


def _kind(asked: Asked, result: QuestionResult) -> TalkKind:
    gap = result.gap
    if gap and asked.is_claim and abs(gap.medians["staff"] - gap.medians["lived"]) >= FAR_ABOVE:
        return "claim"
    if gap and gap.talk_about:
        return "gap"
    within: dict[TalkKind, Callable[[GroupResult], bool]] = {
        "split": _is_split,
        "not-sure": _is_unsure,
        "spread": _is_far_apart,
    }
    found = next((kind for kind, holds in within.items() if _groups(result, holds)), None)
    return found or ("close" if gap else "one-side")


def _groups(result: QuestionResult, holds: Callable[[GroupResult], bool]) -> list[Node]:
    """The shown groups of which something *holds*."""
    return [node for node, group in result.shown.items() if holds(group)]


def _is_split(group: GroupResult) -> bool:
    return bool(group.split)


def _is_unsure(group: GroupResult) -> bool:
    return _ONE_IN * (group.not_sure or 0) >= _answered(group) > 0


def _is_far_apart(group: GroupResult) -> bool:
    return group.words == "far apart"


def _answered(group: GroupResult) -> int:
    return (group.n or 0) + (group.not_sure or 0) + (group.rather_not_say or 0)


def _claim(topic: _Topic) -> Iterator[str]:
    gap = topic.result.gap
    if gap is None:
        return
    top = step(topic.asked, max(gap.medians.values()))
    yield medians_sentence(topic.asked, gap)
    yield "Read the cards of both rungs aloud."
    yield f"People and carers first: what would you see, if it were on {top}? Then staff: what do you see?"
    yield _FREE


def _gap(topic: _Topic) -> Iterator[str]:
    gap = topic.result.gap
    if gap is None:
        return
    yield _why_a_gap(topic.asked, gap)
    yield f"People and carers first. {_ends(topic.asked, topic.result.shown['lived'])}"
    yield f"Then staff. {_ends(topic.asked, topic.result.shown['staff'])}"
    yield f"What have the others seen that you have not? {_FREE}"


def _why_a_gap(asked: Asked, gap: Gap) -> str:
    """How a gap shows: in the two middles, or where these are the same in pairs of people."""
    sentence = medians_sentence(asked, gap)
    if gap.medians["staff"] != gap.medians["lived"]:
        return sentence
    pairs = gap.higher + gap.same + gap.lower
    return (
        f"{sentence[:-1]}, but in {gap.higher} of {pairs} pairs staff chose higher, and in {gap.lower} lower."
    )


def _ends(asked: Asked, group: GroupResult) -> str:
    """To hear the lowest and the highest that a group chose."""
    chosen = [number for number, people in zip(asked.scale.steps, group.counts or (), strict=True) if people]
    low, high = step(asked, chosen[0]), step(asked, chosen[-1])
    if low == high:
        return f"All of you chose {low}: what makes you choose it?"
    return f"What can somebody see who chooses {low}? And somebody who chooses {high}?"


def _split(topic: _Topic) -> Iterator[str]:
    group = _groups(topic.result, _is_split)[0]
    low, high = ends(topic.asked)
    yield f"{capital(NAMES[group])}: some chose {low}, others {high}."
    yield f"Those who see it low first: what happens that makes it {low}? Then: what makes it {high}?"
    yield f"Are these different people, places or times? {_FREE}"


def _not_sure(topic: _Topic) -> Iterator[str]:
    node = _groups(topic.result, _is_unsure)[0]
    group = topic.result.shown[node]
    yield f"{capital(NAMES[node])}: {group.not_sure} of {_answered(group)} were not sure."
    yield "What would you need to know, to be sure? Who could find it out, together with people, and by when?"
    yield f"If it is hard to say in this room, it can be said in private. {_FREE}"


def _spread(topic: _Topic) -> Iterator[str]:
    node = _groups(topic.result, _is_far_apart)[0]
    yield f"{capital(NAMES[node])}: the answers are far apart."
    yield _ends(topic.asked, topic.result.shown[node])
    yield f"What does it depend on? {_FREE}"


def _close(topic: _Topic) -> Iterator[str]:
    if topic.result.gap:
        yield f"{medians_sentence(topic.asked, topic.result.gap)} Nobody who is shown is far from the others."
    yield "What would a visitor see or hear that shows it? Who was not here, and might say something else?"


def _one_side(topic: _Topic) -> Iterator[str]:
    missing = missing_side(topic.result)
    yield f"None of the {VOICES[missing]} answered." if missing else _NOT_BOTH
    yield "Whose view is missing? How can they be asked, in a way that suits them, before all is settled?"


_LINES: Final[Mapping[TalkKind, Callable[[_Topic], Iterator[str]]]] = {
    "claim": _claim,
    "gap": _gap,
    "split": _split,
    "not-sure": _not_sure,
    "spread": _spread,
    "one-side": _one_side,
    "close": _close,
}
