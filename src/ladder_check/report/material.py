"""What a report is made from, with questions found by their ids."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from ladder_check.model.answer import HOLDS_FROM, SIDES, Side, Tally
from ladder_check.model.bank import Pair, Question
from ladder_check.model.case import Case
from ladder_check.report.wording import RungNames, in_a_row, quoted
from ladder_check.scoring.profile import Profile
from ladder_check.scoring.settle import Held, Settled, combine, settle_answer
from ladder_check.scoring.standing import AspectProfile, settle_both

NOT_KNOWN: Final = "not known yet."
SAID_ONLY: Final = "said, and not shown yet."
TOO_OLD: Final = "said, but what shows it is too old."


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

    def name(self, question: str) -> str:
        """What a question of the ladder bank is about, in quotation marks."""
        return quoted(self.of_aspect(question).name)

    def names(self, questions: Iterable[str]) -> str:
        """What several questions of the ladder bank are about."""
        return in_a_row(self.of_aspect(question).name for question in questions)

    def heading(self, full_id: str) -> str:
        """What a question is about, with its aspect where it has one; or the name of a pair."""
        question = self.questions.get(full_id)
        if question is None:
            pair = self.pair(full_id)
            return pair.name if pair else full_id
        name = f"{self.aspect_name(question.aspect)}: {question.name}" if question.aspect else question.name
        return f"{name}{half_of_pair(question.id)}"

    def answer(self, full_id: str) -> str:
        """What the answer to a question says now, both sides combined, in the anchor's words.

        An answer that counts as less because nothing shows it is not put in words that nobody said.
        """
        bank_id, _, question = full_id.partition(".")
        settled = settle_both(self.case, self.case.banks[bank_id], question)
        if settled.level is None:
            return NOT_KNOWN
        if not self.is_said_to_fail(full_id) and (settled.said_not_shown or settled.old_evidence):
            return SAID_ONLY if settled.said_not_shown else TOO_OLD
        return self.questions[full_id].anchors[settled.level]

    def answer_words(self, full_id: str) -> str:
        """The answer to a question, in quotation marks where it is an anchor."""
        answer = self.answer(full_id)
        return answer if answer in (NOT_KNOWN, SAID_ONLY, TOO_OLD) else quoted(answer)

    def is_said_to_fail(self, full_id: str) -> bool:
        """Whether anyone answered 0, 1 or 2 to a question."""
        return any(self.said(full_id, side).held is Held.NO for side in SIDES)

    def said(self, full_id: str, side: Side) -> Settled:
        """What a side answered to a question, before anyone asks what shows it."""
        bank_id, _, question = full_id.partition(".")
        given = self.case.assessment.answers_to(bank_id, question).of_side(side)
        return combine(settle_answer(answer) for answer in given.values()) or Settled(None)

    def gap(self, full_id: str) -> str:
        """A question and what its answer says now: the gap that an action is there for."""
        return f"{quoted(self.heading(full_id))}. Answer now: {self.answer_words(full_id)}"

    def topic(self, name: str) -> str:
        """What an action or a chain of whys is about: a question with its answer, a pair or an aspect by its
        name, or else the words of *name* itself.
        """
        full_id = self.full_id(name)
        if full_id:
            return self.gap(full_id)
        pair = self.pair(name)
        return quoted(pair.name) if pair else self.aspect_name(name)

    def pair(self, name: str) -> Pair | None:
        """The pair that *name* means, bank first, such as *rules.hr1*; None if it means none."""
        bank_id, _, pair = name.partition(".")
        bank = self.case.banks.get(bank_id)
        return next((each for each in bank.pairs if each.id == pair), None) if bank else None

    def roots(self, name: str) -> tuple[str, ...]:
        """The roots that were found of what *name* means, in the order of the file, nothing twice."""
        about = self.full_id(name) or name
        whys = self.case.assessment.whys
        roots = (why.root for why in whys if (self.full_id(why.about) or why.about) == about)
        return tuple(dict.fromkeys(root for root in roots if root))

    def gates(self, aspect: AspectProfile) -> tuple[str, ...]:
        """The questions of *aspect* that ask about harm."""
        return tuple(question for question in aspect.levels if self.case.ladder_bank.is_gate(question))

    def reports_harm(self, aspect: AspectProfile, side: Side) -> bool:
        """Whether somebody on *side* reports harm.

        A gate that fails only because nothing shows the answer is no report: nobody said that people
        are treated badly, and nobody has shown that they are not.
        """
        bank = self.case.ladder_bank.id
        return any(self.said(f"{bank}.{gate}", side).held is Held.NO for gate in self.gates(aspect))

    def has_harm(self, aspect: AspectProfile) -> bool:
        """Whether anybody reports harm in *aspect*."""
        return any(self.reports_harm(aspect, side) for side in aspect.gate_fails)

    def has_low_answers(self, aspect: AspectProfile) -> bool:
        """Whether anybody in a group answered low where we ask about harm, even where the group did not."""
        bank = self.case.ladder_bank.id
        answers = [self.case.assessment.answers_to(bank, gate) for gate in self.gates(aspect)]
        given = [answer for each in answers for side in SIDES for answer in each.of_side(side).values()]
        tallies = (answer for answer in given if isinstance(answer, Tally))
        return any(sum(tally.counts[:HOLDS_FROM]) for tally in tallies)

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
