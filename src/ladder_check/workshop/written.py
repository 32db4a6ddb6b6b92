"""How what may be shown of a question is written in an assessment: by perspective, or by side."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from ladder_check.model.answer import PERSPECTIVES_OF, SIDE_OF, SIDES, Side, Voice, levels_of
from ladder_check.model.room import Asked
from ladder_check.scoring.ordinal import lower_median
from ladder_check.scoring.shown import Shown, ShownQuestion, Votes


def round_to_write(question: ShownQuestion, number: int | None) -> int | None:
    """Which round of a question to write: *number* if it is named, or else the newest that shows most sides.

    A newer round that may show one side only would make a file say less than is known, and could make it
    say something higher.  None where nothing may be written.
    """
    sides = _sides_by_round(question, number)
    return max(sides, key=lambda each: (sides[each], each), default=None)


def round_of_claim(claim: ShownQuestion, number: int | None) -> int | None:
    """Which round of a claim to write: *number* if it is named, or else the first that shows anything.

    A claim is what was said before the questions.  None where nothing may be written.
    """
    return min(_sides_by_round(claim, number), default=None)


def _sides_by_round(question: ShownQuestion, number: int | None) -> dict[int, int]:
    """How many sides may be shown in each round, or in the one of that *number*, where any may."""
    sides = {n: len(sides_shown(shown)) for n, shown in question.rounds.items() if number in (None, n)}
    return {n: shown for n, shown in sides.items() if shown}


def sides_shown(shown: Shown) -> tuple[Side, ...]:
    """The sides of which something is shown: of all of it, or of a part."""
    sides = {SIDE_OF[node] for node in (*shown.groups, *shown.middles) if node != "room"}
    return tuple(side for side in SIDES if side in sides)


def answers_to_write(shown: Shown) -> dict[Voice, Any]:
    """What each voice answered, as a file says it: counts, or the middle level where no more is shown."""
    return {voice: _answer(voice, shown) for voice in voices_to_write(shown)}


def claims_to_write(shown: Shown, asked: Asked) -> dict[Voice, str]:
    """The rung in the middle of each voice, by its id; none where more people could not say than could.

    It is the shared way of putting it: every voice, on its own, put it there or higher.
    """
    low = asked.scale.low
    middles = {voice: _middle(voice, shown, low) for voice in voices_to_write(shown)}
    return {voice: asked.values[step - low] for voice, step in middles.items() if step is not None}


def voices_to_write(shown: Shown) -> tuple[Voice, ...]:
    """The shown perspectives of a side where they are all of it; or else the side, and its shown parts.

    A file is scored by the lowest of all that it says of a side.  The side alone would let the larger part
    of it outvote a part that may be shown; its parts alone would leave out those who are not shown.
    """
    return tuple(voice for side in SIDES for voice in _of_side(shown, side))


def _of_side(shown: Shown, side: Side) -> Iterator[Voice]:
    parts = [part for part in PERSPECTIVES_OF[side] if part in shown.groups]
    whole = shown.groups.get(side)
    if whole is not None and (not parts or _together(shown.groups[part] for part in parts) != whole):
        yield side
    yield from parts
    if side in shown.middles:
        alone = next((part for part in PERSPECTIVES_OF[side] if part in shown.middles), None)
        yield alone or side


def _together(groups: Iterable[Votes]) -> Votes:
    """Several groups that share nobody, as one."""
    groups = tuple(groups)
    counts = tuple(sum(step) for step in zip(*(each.counts for each in groups), strict=True))
    return Votes(counts, sum(each.not_sure for each in groups), sum(each.rather_not_say for each in groups))


def _answer(voice: Voice, shown: Shown) -> Any:
    if voice not in shown.groups:
        return shown.middles[voice]
    return _tally(shown.groups[voice], SIDE_OF[voice])


def _tally(votes: Votes, side: Side) -> Mapping[str, Any]:
    """The counts of a group.  Staff speak for the work: who would rather not say counts as not sure there."""
    rather_not = votes.rather_not_say if side == "lived" else 0
    unknowns = {"not-sure": votes.not_sure + votes.rather_not_say - rather_not, "rather-not-say": rather_not}
    return {"counts": list(votes.counts), **{word: n for word, n in unknowns.items() if n}}


def _middle(voice: Voice, shown: Shown, low: int) -> int | None:
    if voice not in shown.groups:
        return shown.middles[voice]
    votes = shown.groups[voice]
    if votes.n < votes.not_sure + votes.rather_not_say:
        return None
    return low + lower_median(levels_of(votes.counts))
