"""Rooms made by hand: votes by perspective, and everybody's answers as one list."""

from collections.abc import Iterable, Mapping, Sequence

from ladder_check.model.answer import Voice
from ladder_check.model.room import LEVEL_SCALE, RoomWord, Scale, Vote
from ladder_check.scoring.room import QuestionResult, Terms, room_results
from ladder_check.scoring.shown import Shown, show_rounds

Answer = int | RoomWord
RUNGS = Scale(1, 7)


def ballots(answers: Mapping[Voice, Iterable[Answer]], *, linked: bool = True) -> list[Vote]:
    """One vote for each answer; the first of the people is people-1, in every round."""
    return [
        Vote(f"{voice}-{place}", voice, answer, linked)
        for voice, given in answers.items()
        for place, answer in enumerate(given, start=1)
    ]


def people_at(*counts: int, lowest: int = 0) -> list[Answer]:
    """So many people at each step, lowest first."""
    return [lowest + step for step, n in enumerate(counts) for _ in range(n)]


def shown(answers: Mapping[Voice, Iterable[Answer]], k: int = 5, scale: Scale = LEVEL_SCALE) -> Shown:
    """What may be shown of one round."""
    return show_rounds({1: ballots(answers)}, scale, k).rounds[1]


def result(
    rounds: Sequence[Mapping[Voice, Iterable[Answer]]],
    *,
    scale: Scale = LEVEL_SCALE,
    invited: Mapping[Voice, int] | None = None,
    level: int = 80,
) -> QuestionResult:
    """What the last of some rounds of one question says."""
    numbered = {number: ballots(answers) for number, answers in enumerate(rounds, start=1)}
    question = show_rounds(numbered, scale, 5)
    return room_results({"q": question}, Terms(5, invited or {}, level)).questions[-1]
