"""What a whole room agreed when it had talked, in words; what a minority said always stands with it."""

from collections.abc import Iterator
from typing import Final

from ladder_check.model.answer import Agreed, AgreedWord
from ladder_check.model.assessment import AgreedClaim
from ladder_check.model.bank import Bank, Question
from ladder_check.model.room import AgreedAnswer, Asked
from ladder_check.report.annex_view import AgreedView
from ladder_check.report.material import Material
from ladder_check.report.papers import steps_of
from ladder_check.report.wording import quoted, small
from ladder_check.scoring.standing import settle_both

NOT_ALL: Final = "Not everybody agreed."
_WORDS: Final[dict[AgreedWord, str]] = {
    "not-sure": "that it is not sure",
    "does-not-fit": "that this does not fit here",
}


def agreed_words(asked: Asked, agreed: AgreedAnswer) -> str:
    """What was agreed on a question or a claim of a workshop, and what a minority said."""
    if isinstance(agreed.answer, str):
        return in_one(AgreedView("", _agreed(_WORDS[agreed.answer]), agreed.minority or ""))
    step = next(each for each in steps_of(asked) if each.number == agreed.answer)
    words = f"rung {step.number}, {small(step.name)}" if asked.is_claim else f"{step.number}: {step.words}"
    return in_one(AgreedView("", _agreed(f"on {words}"), agreed.minority or ""))


def in_one(view: AgreedView) -> str:
    """What was agreed and what a minority said, as one text.

    >>> in_one(AgreedView("Joining in", "The room agreed on 3.", "We see 1."))
    'The room agreed on 3. Not everybody agreed. Those who did not say: “We see 1.”'
    """
    minority = f"{NOT_ALL} Those who did not say: {quoted(view.minority)}" if view.minority else ""
    return f"{view.words} {minority}".rstrip()


def all_agreed(material: Material) -> tuple[AgreedView, ...]:
    """All that a room agreed, area by area and bank by bank."""
    return (*_claims(material), *_questions(material))


def agreed_on(material: Material, bank: Bank, question: Question) -> AgreedView | None:
    """What the room agreed on a *question*; None if it says nothing."""
    agreed = material.case.assessment.answers_to(bank.id, question.id).agreed
    if agreed is None:
        return None
    about = material.heading(f"{bank.id}.{question.id}")
    return AgreedView(about, _with_score(material, bank, question, agreed), agreed.minority or "")


def minority_lines(material: Material) -> Iterator[str]:
    """What was agreed and not by everybody, one idea a line."""
    for view in all_agreed(material):
        if view.minority:
            yield f"{view.about}."
            yield view.words
            yield NOT_ALL
            yield f"Those who did not say: {quoted(view.minority)}"


def _agreed(what: str) -> str:
    return f"When it had talked, the room agreed {what.rstrip('.')}."


def _with_score(material: Material, bank: Bank, question: Question, agreed: Agreed) -> str:
    """What was agreed, and what counts where that is something else."""
    counts = settle_both(material.case, bank, question.id)
    if isinstance(agreed.answer, str):
        words, differs = _agreed(_WORDS[agreed.answer]), counts.level is not None
    else:
        words = _agreed(f"on {agreed.answer}: {question.anchors[agreed.answer]}")
        differs = counts.level != agreed.answer
    what = "not known" if counts.level is None else str(counts.level)
    return f"{words} {_SCORE.format(what)}" if differs else words


_SCORE: Final = "It changes no score: the score is made from the answers, which count as {}."


def _claims(material: Material) -> Iterator[AgreedView]:
    for aspect in material.in_play:
        agreed = material.case.assessment.notes_on(aspect.aspect.id).claim_agreed
        if agreed:
            yield AgreedView(aspect.aspect.name, _rung(material, agreed), agreed.minority or "")


def _rung(material: Material, agreed: AgreedClaim) -> str:
    if agreed.rung == "not-sure":
        return _agreed(_WORDS["not-sure"])
    number = material.case.ladder.ids.index(agreed.rung) + 1
    return _agreed(f"on {material.rungs.rung(number)}")


def _questions(material: Material) -> Iterator[AgreedView]:
    in_play = {aspect.aspect.id for aspect in material.in_play}
    for bank in material.case.banks.values():
        for question in bank.questions:
            if question.aspect is None or question.aspect in in_play:
                view = agreed_on(material, bank, question)
                if view:
                    yield view
