"""The figures of a room beside the counts of an assessment, and where its two sides are far apart."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from ladder_check.model.answer import Voice
from ladder_check.model.assessment import Assessment
from ladder_check.model.bank import Bank, Question
from ladder_check.model.room import Asked, asked_of
from ladder_check.report.aspect_view import Fact
from ladder_check.report.material import Material
from ladder_check.report.room_between import gap_in_numbers, gap_in_words
from ladder_check.report.room_groups import figures
from ladder_check.report.wording import some
from ladder_check.scoring.gap import Gap
from ladder_check.scoring.tallied import tallied

MOST_GAPS: Final = 5
"""So many gaps stand in the report itself, the largest first; the annex has them all."""


@dataclass(frozen=True, slots=True)
class Figures:
    """What the counts for one question say, in words: of each group, and between the sides."""

    groups: Mapping[Voice, str]
    gap: str


def figures_of(assessment: Assessment, bank: Bank, question: Question) -> Figures:
    """The figures of a question; nothing where no counts are given."""
    said = tallied(assessment.answers_to(bank.id, question.id), assessment.took_part)
    if not said.groups:
        return Figures({}, "")
    asked = asked_of(bank, question)
    groups = {voice: figures(asked, result) for voice, result in said.groups.items()}
    gap = " ".join([*gap_in_words(asked, said.gap), *gap_in_numbers(said.gap)]) if said.gap else ""
    return Figures(groups, gap)


def gaps(material: Material) -> tuple[Fact, ...]:
    """The gaps to talk about between the two sides of a room, the largest first."""
    found = sorted(_gaps(material), key=lambda each: -abs(each[1].delta))
    first = [Fact(material.heading(asked.id), " ".join(gap_in_words(asked, gap))) for asked, gap in found]
    more = len(first) - MOST_GAPS
    rest = [Fact(f"And {some(more, 'question')} more", "They stand beside every answer.")] if more > 0 else []
    return (*first[:MOST_GAPS], *rest)


def _gaps(material: Material) -> Iterator[tuple[Asked, Gap]]:
    assessment = material.case.assessment
    for bank in material.case.banks.values():
        for question in bank.questions:
            answers = assessment.answers.get(bank.id, {}).get(question.id)
            gap = (
                tallied(answers, assessment.took_part).gap
                if answers and _counts(material, question)
                else None
            )
            if gap and gap.talk_about:
                yield asked_of(bank, question), gap


def _counts(material: Material, question: Question) -> bool:
    """Whether a question is in play: its aspect, if it has one, is not left out."""
    return not (question.aspect and material.case.assessment.notes_on(question.aspect).left_out)
