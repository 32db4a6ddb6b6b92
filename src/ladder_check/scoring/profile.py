"""The profile of an organisation: every aspect, the other banks, and one headline sentence."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ladder_check.model.answer import Answers, Tally
from ladder_check.model.case import Case
from ladder_check.scoring.conditions import (
    BankResult,
    Footing,
    Linked,
    find_linked,
    footing,
    may_say_co_production,
    score_bank,
)
from ladder_check.scoring.ordinal import lower_median
from ladder_check.scoring.settle import settle_answer
from ladder_check.scoring.standing import AspectProfile, score_aspect


@dataclass(frozen=True, slots=True)
class Headline:
    """Where the organisation sits: rung numbers from 1, None while too few aspects have a rung.

    "At least half of the areas of work are on this rung or higher", and the aspects at both ends.
    """

    low: int | None
    high: int | None
    provisional: bool
    lowest: tuple[str, ...]
    highest: tuple[str, ...]
    scored: int
    left_out: int
    not_enough: int


@dataclass(frozen=True, slots=True)
class Profile:
    """All that follows from an assessment.  *split* names the questions on which a room was in two minds."""

    headline: Headline
    aspects: tuple[AspectProfile, ...]
    banks: tuple[BankResult, ...]
    footing: Footing
    may_say_co_production: bool
    linked: tuple[Linked, ...]
    split: tuple[str, ...]


def score(case: Case) -> Profile:
    """Score an assessment: the aspects in play or left out, then everything beside them."""
    aspects = score_aspects(case)
    results = tuple(score_bank(case, bank) for bank in case.other_banks)
    harm = any(profile.standing.harm for profile in aspects if profile.standing)
    return Profile(
        headline=headline(aspects),
        aspects=aspects,
        banks=results,
        footing=footing(results, harm=harm),
        may_say_co_production=may_say_co_production(results),
        linked=find_linked(case),
        split=_split(case),
    )


def score_aspects(case: Case) -> tuple[AspectProfile, ...]:
    """The aspects that are in play or left out, in the order of the bank."""
    every = (score_aspect(case, aspect) for aspect in case.ladder_bank.aspects)
    return tuple(profile for profile in every if is_named(profile))


def is_named(profile: AspectProfile) -> bool:
    """Whether an aspect is in play or left out; an optional one is, only once it has an answer or a claim."""
    return not profile.aspect.optional or bool(
        profile.left_out or profile.claims or any(profile.levels.values())
    )


def headline(aspects: Sequence[AspectProfile]) -> Headline:
    """The lower median of the aspects' standings, with both ends and the counts beside it."""
    in_play = [profile for profile in aspects if not profile.left_out]
    lows = {p.aspect.id: p.standing.low for p in in_play if p.standing}
    highs = [p.standing.high for p in in_play if p.standing]
    enough = bool(lows) and 2 * len(lows) >= len(in_play)
    return Headline(
        low=lower_median(list(lows.values())) if enough else None,
        high=lower_median(highs) if enough else None,
        provisional=any(p.standing.provisional for p in in_play if p.standing),
        lowest=_at(lows, min(lows.values(), default=0)),
        highest=_at(lows, max(lows.values(), default=0)),
        scored=len(lows),
        left_out=len(aspects) - len(in_play),
        not_enough=len(in_play) - len(lows),
    )


def _at(lows: dict[str, int], rung: int) -> tuple[str, ...]:
    return tuple(aspect for aspect, low in lows.items() if low == rung)


def _split(case: Case) -> tuple[str, ...]:
    return tuple(
        f"{bank}.{question}" for bank in case.assessment.asked_banks for question in _split_in(case, bank)
    )


def _split_in(case: Case, bank: str) -> Iterable[str]:
    """The questions of *bank* on which a room was in two minds, in the order of the bank."""
    answered = case.assessment.answers.get(bank, {})
    split = {question for question, answers in answered.items() if _is_split(answers)}
    asked = case.banks[bank].questions if split else ()
    notes_on = case.assessment.notes_on
    return (each.id for each in asked if each.id in split and not notes_on(each.aspect or "").left_out)


def _is_split(answers: Answers) -> bool:
    return any(settle_answer(answer).split for answer in answers.given.values() if isinstance(answer, Tally))
