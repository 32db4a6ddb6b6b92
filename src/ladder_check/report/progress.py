"""How far a workshop is: the room as a whole, never a group of it, and no answer of anybody."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from ladder_check.model.room import AGREED_GROUP, Asked
from ladder_check.report.wording import day, listed, small, some


@dataclass(frozen=True, slots=True)
class RoundProgress:
    """One round: what it asks, and how many people answered something, and everything.

    *everything* is None where it would tell something about one person, or a few.
    """

    number: int
    open: bool
    shown: bool
    asks: tuple[Asked, ...]
    answered: int
    everything: int | None


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a workshop is.  *invited* are all who are; *closed* says that its links are destroyed."""

    path: str
    title: str
    on: date
    invited: int
    small_group: int
    agreed_by: str | None
    closed: bool
    rounds: tuple[RoundProgress, ...]


def describe(progress: Progress) -> str:
    """How far a workshop is, in words, with the commands for what comes next."""
    return "\n".join(_lines(progress))


def describe_round(asks: tuple[Asked, ...]) -> str:
    """What a round asks, in words, without a full stop."""
    claims, count = all(each.is_claim for each in asks), len(asks)
    about = listed(small(heading) for heading in dict.fromkeys(each.heading for each in asks))
    if claims:
        return f"which rung people would choose, before any question. It is about {about}"
    return f"{some(count, 'question')} about {about}"


def next_steps(progress: Progress) -> str:
    """What to do next, each with the command to type."""
    return "\n".join(f"{why}:\nladder-check workshop {command}" for why, command in _steps(progress))


def _lines(progress: Progress) -> Iterator[str]:
    yield f"{progress.title}, {day(progress.on)}."
    yield f"{some(progress.invited, 'person')} {_is(progress.invited)} invited. {_small_groups(progress)}"
    for each in progress.rounds:
        state = "open" if each.open else "closed"
        yield f"Round {each.number} is {state}. It asks {describe_round(each.asks)}."
        yield f"  {_answered(each, progress.invited)}"
    if progress.closed:
        yield "This workshop is closed for good: nothing links what a person said in one round with another."
    yield next_steps(progress)


def _small_groups(progress: Progress) -> str:
    if progress.small_group == AGREED_GROUP:
        return f"{_AGREED} Agreed by: {progress.agreed_by}."
    return f"What fewer than {progress.small_group} people answered is not shown."


_AGREED: Final = "Of groups of 3 or 4 only the middle answer is shown; of smaller ones nothing is."


def _answered(each: RoundProgress, invited: int) -> str:
    of = f" of {invited}" if each.answered <= invited else ""
    said = f"{each.answered}{of} people have answered something in round {each.number}"
    # With one question, something is everything.
    if each.everything is None or len(each.asks) == 1 or not each.answered:
        return f"{said}."
    return f"{said}; {each.everything or 'nobody'} of them every question."


def _is(number: int) -> str:
    return "is" if number == 1 else "are"


def _steps(progress: Progress) -> Iterator[tuple[str, str]]:
    path, opened = progress.path, next((each for each in progress.rounds if each.open), None)
    if progress.closed:
        yield "What the room said", f"results {path}"
        yield "To put it into an assessment", f"publish {path} FILE"
    elif opened is None:
        yield "What the room said", f"results {path}"
        yield "To begin the next round", f"round {path} next"
        yield "To put it into an assessment", f"publish {path} FILE"
        yield "When all is done, to destroy what links a person's rounds", f"close {path}"
    else:
        yield "To print ballots, cards and a sheet for whoever leads", f"ballots {path} -o ballots"
        yield "To type ballots in", f"enter {path}"
        yield "To take in answers from a form", f"import {path} FILE"
        yield "When all ballots are in, to close the round and begin the next", f"round {path} next"
        yield "Or to close it and see what the room said", f"results {path}"
