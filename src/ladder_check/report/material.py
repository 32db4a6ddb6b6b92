"""What a report is made from, with questions found by their ids."""

from collections.abc import Mapping
from dataclasses import dataclass

from ladder_check.model.answer import HOLDS_FROM, SIDES, Side, Tally
from ladder_check.model.bank import Question
from ladder_check.model.case import Case
from ladder_check.report.wording import RungNames, quoted
from ladder_check.scoring.profile import Profile
from ladder_check.scoring.settle import Held, settle_answer
from ladder_check.scoring.standing import AspectProfile, settle_both


@dataclass(frozen=True, slots=True)
class Material:
    """A case and its profile.  *questions* holds every question by its whole id, bank first."""

    case: Case
    profile: Profile
    rungs: RungNames
    questions: Mapping[str, Question]

    @property
    def in_play(self) -> tuple[AspectProfile, ...]:
        """The aspects that are not left out."""
        return tuple(aspect for aspect in self.profile.aspects if not aspect.left_out)

    def aspect_name(self, aspect_id: str) -> str:
        """The name of an aspect."""
        aspect = self.case.ladder_bank.aspect(aspect_id)
        return aspect.name if aspect else aspect_id

    def full_id(self, name: str) -> str | None:
        """The whole id of the question that *name* means, with or without its bank; None if it means none."""
        candidates = (name, f"{self.case.ladder_bank.id}.{name}")
        return next((each for each in candidates if each in self.questions), None)

    def of_aspect(self, question: str) -> Question:
        """A question of the ladder bank by its id within the bank, such as *designing.r4*."""
        return self.questions[f"{self.case.ladder_bank.id}.{question}"]

    def heading(self, full_id: str) -> str:
        """What a question is about, with its aspect where it has one."""
        question = self.questions[full_id]
        name = f"{self.aspect_name(question.aspect)}: {question.name}" if question.aspect else question.name
        return f"{name}{half_of_pair(question.id)}"

    def level(self, full_id: str) -> int | None:
        """The settled level of a question, both sides combined."""
        bank_id = full_id.partition(".")[0]
        return settle_both(self.case, self.case.banks[bank_id], self.questions[full_id].id).level

    def answer_words(self, full_id: str) -> str:
        """What the answer to a question says now, in the anchor's words."""
        level = self.level(full_id)
        return "not known yet." if level is None else quoted(self.questions[full_id].anchors[level])

    def gap(self, full_id: str) -> str:
        """A question and what its answer says now: the gap that an action is there for."""
        return f"{quoted(self.heading(full_id))}. Answer now: {self.answer_words(full_id)}"

    def gates(self, aspect: AspectProfile) -> tuple[str, ...]:
        """The questions of *aspect* that ask about harm."""
        gates = {indicator.id for indicator in self.case.ladder_bank.indicators if indicator.role == "gate"}
        return tuple(question for question in aspect.levels if question.partition(".")[2] in gates)

    def reports_harm(self, aspect: AspectProfile, side: Side) -> bool:
        """Whether somebody on *side* reports harm.

        A gate that fails only because nothing shows the answer is no report: nobody said that people
        are treated badly, and nobody has shown that they are not.
        """
        bank = self.case.ladder_bank.id
        given = (self.case.assessment.answers_to(bank, gate).of_side(side) for gate in self.gates(aspect))
        return any(settle_answer(answer).held is Held.NO for each in given for answer in each.values())

    def has_harm(self, aspect: AspectProfile) -> bool:
        """Whether anybody reports harm in *aspect*."""
        return any(self.reports_harm(aspect, side) for side in aspect.gate_fails)

    def has_low_answers(self, aspect: AspectProfile) -> bool:
        """Whether anybody at all, alone or in a group, answered low where we ask about harm."""
        bank = self.case.ladder_bank.id
        answers = [self.case.assessment.answers_to(bank, gate) for gate in self.gates(aspect)]
        given = [answer for each in answers for side in SIDES for answer in each.of_side(side).values()]
        tallies = (answer for answer in given if isinstance(answer, Tally))
        return self.has_harm(aspect) or any(sum(tally.counts[:HOLDS_FROM]) for tally in tallies)

    def standing(self, aspect: AspectProfile) -> str:
        """Where *aspect* stands, by number and name."""
        if aspect.standing is None:
            return "not enough to say"
        return self.rungs.span(aspect.standing.low, aspect.standing.high, harm=self.has_harm(aspect))


def half_of_pair(question: str) -> str:
    """Which half of a pair a question is, in words; empty where it is none.

    >>> half_of_pair("hr1.belief"), half_of_pair("jm1")
    (' (what we believe)', '')
    """
    words = {"practice": " (what we do)", "belief": " (what we believe)"}
    return words.get(question.partition(".")[2], "")


def gather(case: Case, profile: Profile) -> Material:
    """The material for the report of a *case*."""
    gates = {each.rung for each in case.ladder_bank.indicators if each.role == "gate"}
    names = RungNames(case.ladder, has_gate=case.ladder.ids[0] in gates)
    return Material(
        case,
        profile,
        names,
        {f"{bank.id}.{each.id}": each for bank in case.banks.values() for each in bank.questions},
    )
