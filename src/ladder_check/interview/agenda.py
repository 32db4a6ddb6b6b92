"""What is asked, in which order.  Pure: from banks to steps."""

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Final

from ladder_check.documents.places import Path
from ladder_check.errors import UnknownName
from ladder_check.interview.sitting import Sitting
from ladder_check.model.answer import Voice
from ladder_check.model.bank import Aspect, Bank, Question
from ladder_check.model.seen import fingerprint

DEFAULT_BANKS: Final = ("ladder", "rules", "ingredients", "word")


@dataclass(frozen=True, slots=True)
class Claim:
    """Say which rung an aspect is on: from the rungs' names or, if *by_card*, from cards without names."""

    bank: Bank
    aspect: Aspect
    by_card: bool = False

    def path(self, voice: Voice) -> Path:
        """Where the claim of *voice* goes."""
        return ("aspects", self.aspect.id, "claimed", voice)

    @property
    def heading(self) -> str:
        """What this step is about."""
        return self.aspect.name

    @property
    def area(self) -> str | None:
        """The id of the aspect it belongs to."""
        return self.aspect.id


@dataclass(frozen=True, slots=True)
class Ask:
    """Answer one question: the *number*-th of the *total* under its *heading*."""

    bank: Bank
    question: Question
    heading: str
    number: int
    total: int

    def path(self, voice: Voice) -> Path:
        """Where the answer of *voice* goes."""
        return ("answers", self.bank.id, self.question.id, voice)

    @property
    def area(self) -> str | None:
        """The id of the aspect it belongs to, if it belongs to one."""
        return self.question.aspect

    @property
    def beside(self) -> Path:
        """Where the evidence and notes of the question go."""
        return ("answers", self.bank.id, self.question.id)


Step = Claim | Ask


def steps_of(bank: Bank, aspects: Sequence[Aspect]) -> list[Step]:
    """The steps of a *bank*: of kind ladder, first every claim, then the questions, *aspects* one by one."""
    if bank.kind != "ladder":
        return _numbered(bank, bank.questions, bank.title)
    claims: list[Step] = [Claim(bank, aspect) for aspect in aspects]
    return claims + [
        step for aspect in aspects for step in _numbered(bank, bank.asked_of(aspect.id), aspect.name)
    ]


def cards_of(bank: Bank, aspects: Sequence[Aspect]) -> list[Step]:
    """The steps of the quick look: one claim an aspect, chosen from cards."""
    return [Claim(bank, aspect, by_card=True) for aspect in aspects if aspect.cards]


def mixed(aspect: Aspect) -> list[str]:
    """The rungs that *aspect* has cards for, in an order that says nothing and is always the same."""
    return sorted(aspect.cards, key=lambda rung: sha256(f"{aspect.id} {rung}".encode()).digest())


def choose_aspects(bank: Bank, wanted: Sequence[str], in_file: Sequence[str]) -> list[Aspect]:
    """The aspects to ask: those *wanted*; or all, an optional one only if it is *in_file* already.

    Raises:
        UnknownName: the bank has no aspect of a name that is wanted.
    """
    known = [aspect.id for aspect in bank.aspects]
    for name in wanted:
        if name not in known:
            raise UnknownName("aspect", name, known)
    if wanted:
        return [aspect for aspect in bank.aspects if aspect.id in wanted]
    return [aspect for aspect in bank.aspects if not aspect.optional or aspect.id in in_file]


def is_left_out(sitting: Sitting, step: Step) -> bool:
    """Whether the aspect of *step* is left out with a reason."""
    return step.area is not None and sitting.get("aspects", step.area, "left_out") is not None


def is_answered(sitting: Sitting, step: Step) -> bool:
    """Whether the voice of *sitting* has answered *step*."""
    return sitting.get(*step.path(sitting.voice)) is not None


def is_open(sitting: Sitting, step: Step) -> bool:
    """Whether *step* is still to be asked in this sitting."""
    if (
        is_left_out(sitting, step)
        or is_answered(sitting, step)
        or step.path(sitting.voice) in sitting.skipped
    ):
        return False
    # A claim comes before the questions: once they are known, it would no longer be one.
    return not isinstance(step, Claim) or step.by_card or not has_begun(sitting, step.aspect)


def has_begun(sitting: Sitting, aspect: Aspect) -> bool:
    """Whether the voice has answered a question of *aspect*."""
    banks = (sitting.get("answers") or {}).values()
    return any(
        question.startswith(f"{aspect.id}.") and sitting.voice in (answers or {})
        for bank in banks
        for question, answers in (bank or {}).items()
    )


def is_changed(sitting: Sitting, step: Step) -> bool:
    """Whether the question was answered by the voice, and has other words now than it had then."""
    return is_answered(sitting, step) and has_other_words(sitting, step)


def has_other_words(sitting: Sitting, step: Step) -> bool:
    """Whether the question has other words than when anybody answered it last."""
    if isinstance(step, Claim):
        return False
    seen = sitting.get(*step.beside, "seen")
    return seen is not None and str(seen) != fingerprint(step.question)


def _numbered(bank: Bank, questions: Sequence[Question], heading: str) -> list[Step]:
    return [Ask(bank, each, heading, n, len(questions)) for n, each in enumerate(questions, 1)]
