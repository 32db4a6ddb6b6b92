"""What each shown group of a room said: how many chose what, the middle, and how sure one can be of it."""

from collections.abc import Iterator, Mapping
from typing import Final

from ladder_check.model.answer import PERSPECTIVES_OF, SIDE_OF, SIDES, Voice
from ladder_check.model.room import Asked
from ladder_check.report.room_steps import NAMES, ends, span, step, step_in_words
from ladder_check.report.room_view import GroupKind, GroupView, StepCount
from ladder_check.report.wording import capital, some, unknowns
from ladder_check.scoring.group import Closeness, GroupResult
from ladder_check.scoring.privacy import Node

MARKS: Final[Mapping[GroupKind, str]] = {"lived": "▲", "staff": "■", "room": "●"}
MOST_MARKS: Final = 30
"""A larger group is shown as numbers alone: nobody counts so many marks."""
_CLOSENESS: Final[Mapping[Closeness, str]] = {
    "close together": "They are close together",
    "some spread": "There is some spread among them",
    "far apart": "They are far apart",
}
_FIVE: Final = 5
"""Marks stand five by five, to be counted at a glance."""


def view_groups(asked: Asked, shown: Mapping[Node, GroupResult]) -> tuple[GroupView, ...]:
    """Every group of *shown*: people first, each side before its perspectives, everybody together last."""
    order = [node for side in SIDES for node in (side, *PERSPECTIVES_OF[side])]
    views = [_side_or_part(asked, node, shown) for node in order if node in shown]
    # Where one side alone answered it is the room, and that was said already.
    is_more = "room" in shown and not any(_is_all_of(shown.get(side), shown["room"]) for side in SIDES)
    return tuple(view for view in (*views, _room(asked, shown) if is_more else None) if view)


def _side_or_part(asked: Asked, node: Voice, shown: Mapping[Node, GroupResult]) -> GroupView | None:
    """A side or a perspective; None for a perspective that is all of its side, of which the side tells."""
    kind = SIDE_OF[node]
    result = shown[node]
    if node != kind and _is_all_of(result, shown.get(kind)):
        return None
    alone = [part for part in PERSPECTIVES_OF[kind] if node == kind and _is_all_of(shown.get(part), result)]
    who = [f"All of them are {NAMES[part]}." for part in alone]
    words = " ".join(filter(None, (*who, *_words(asked, result))))
    return GroupView(kind, capital(NAMES[node]), words, _counts(result, kind))


def _is_all_of(part: GroupResult | None, whole: GroupResult | None) -> bool:
    """Whether a *part* is the *whole*: the same people, counted twice."""
    return part is not None and whole is not None and _said(part) == _said(whole)


def _said(result: GroupResult) -> tuple[object, ...]:
    return result.median, result.counts, result.not_sure, result.rather_not_say


def _counts(result: GroupResult, kind: GroupKind) -> tuple[StepCount, ...]:
    """How many chose each step, the highest first."""
    mark = MARKS[kind] if sum(result.counts or ()) <= MOST_MARKS else ""
    return tuple(StepCount(people, _marks(mark, people)) for people in reversed(result.counts or ()))


def _marks(mark: str, people: int) -> str:
    whole, rest = divmod(people, _FIVE)
    return " ".join(filter(None, [*[mark * _FIVE] * whole, mark * rest]))


def _words(asked: Asked, result: GroupResult) -> Iterator[str]:
    if result.n is None:
        yield f"In the middle: {step_in_words(asked, result.median)}."
        yield "As this small group agreed, nothing else of it is shown."
        return
    yield _answered(asked, result)
    yield _middle(asked, result)
    yield _split(asked, result)
    yield _likely(asked, result)
    yield _absent(asked, result)


def _answered(asked: Asked, result: GroupResult) -> str:
    chose = f"{some(result.n or 0, 'person')} chose {'a rung' if asked.is_claim else 'an answer'}."
    return f"{chose} {unknowns(result)}".strip()


def _middle(asked: Asked, result: GroupResult) -> str:
    middle = step_in_words(asked, result.median)
    if not result.spread:
        return f"All of them: {middle}."
    return f"In the middle: {middle}. {_spread(result, 'it')}"


def figures(asked: Asked, result: GroupResult) -> str:
    """How far apart a group is, if it is split, and how sure one can be of its middle."""
    spread = _spread(result, "the middle") if result.spread else ""
    parts = (spread, _split(asked, result), _likely(asked, result), _absent(asked, result))
    return " ".join(filter(None, parts))


def _spread(result: GroupResult, of: str) -> str:
    """How far apart the answers of a group are; they are not all the same."""
    how_far = f"{_steps(result.spread or 0)} from {of} on average"
    return f"{_CLOSENESS[result.words or 'some spread']}, {how_far}."


def _steps(spread: float) -> str:
    """A mean distance, to one place.

    >>> _steps(0.857), _steps(1.0), _steps(0.03)
    ('0.9 steps', '1 step', 'less than 0.1 steps')
    """
    if spread < 0.05:
        return "less than 0.1 steps"
    return f"{spread:.1f} steps".replace("1.0 steps", "1 step").replace(".0 ", " ")


def _split(asked: Asked, result: GroupResult) -> str:
    """That a group is split, and what that means for its middle; empty where it is not."""
    camps = _camps(asked, result)
    return f"{camps} The middle says little here." if camps else ""


def _camps(asked: Asked, result: GroupResult) -> str:
    """That a group is split, and into which two camps; empty where it is not."""
    if not result.split or result.counts is None:
        return ""
    low, high = ends(asked)
    return (
        f"This group is split: {some(sum(result.counts[:2]), 'person')} chose {low}, and "
        f"{some(sum(result.counts[-2:]), 'person')} {high}."
    )


def _likely(asked: Asked, result: GroupResult) -> str:
    if result.range is None:
        return ""
    if result.range[0] == result.range[1]:
        return f"If a similar group came, its middle would likely be {step(asked, result.median)} too."
    if result.range == (asked.scale.low, asked.scale.high):
        return "If a similar group came, its middle could lie anywhere on the scale."
    return f"If a similar group came, its middle would likely lie from {span(asked, result.range)}."


def _absent(asked: Asked, result: GroupResult) -> str:
    """Where the middle would be with everybody who is missing; empty where nobody knows how many are."""
    if result.absent_voices is None or result.invited is None:
        return ""
    answered = (result.n or 0) + (result.not_sure or 0) + (result.rather_not_say or 0)
    missing, (low, high) = result.invited - answered, result.absent_voices
    if missing <= 0:
        return "Everybody who was invited answered."
    who = (
        f"With the {missing} who {'was' if missing == 1 else 'were'} invited and did not answer, the middle "
    )
    if low == high:
        return f"{who}would still be {step(asked, low)}."
    return f"{who}could be anywhere from {span(asked, (low, high))}."


def _room(asked: Asked, shown: Mapping[Node, GroupResult]) -> GroupView:
    """Everybody together: never with a middle that is not beside those of both sides."""
    result = shown["room"]
    has_middle = all(side in shown for side in SIDES)
    split = (_split if has_middle else _camps)(asked, result)
    words = (_answered(asked, result), split, _pooled(asked, result) if has_middle else _NO_MIDDLE)
    return GroupView("room", capital(NAMES["room"]), " ".join(filter(None, words)), _counts(result, "room"))


_NO_MIDDLE: Final = "One middle for everybody is not given: it could hide what the smaller side says."


def _pooled(asked: Asked, result: GroupResult) -> str:
    return (
        f"Person by person, the middle is {step(asked, result.median)}. "
        "That follows the side of which more people came, so look at each side first."
    )
