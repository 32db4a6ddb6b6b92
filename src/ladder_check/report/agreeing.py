"""What a whole room agreed when it had talked, in words; what a minority said always stands with it."""

from typing import Final

from ladder_check.model.answer import Agreed, AgreedWord
from ladder_check.model.bank import Question
from ladder_check.model.room import AgreedAnswer, Asked
from ladder_check.report.papers import steps_of
from ladder_check.report.wording import quoted, small

BESIDE: Final = "It stands beside the votes, and no figure changes by it."
_WORDS: Final[dict[AgreedWord, str]] = {
    "not-sure": "that it is not sure",
    "does-not-fit": "that this does not fit here",
}


def agreed_words(asked: Asked, agreed: AgreedAnswer) -> str:
    """What was agreed on a question or a claim of a workshop, and what a minority said."""
    if isinstance(agreed.answer, str):
        return sentence(_WORDS[agreed.answer], agreed.minority)
    step = next(each for each in steps_of(asked) if each.number == agreed.answer)
    words = (
        f"on rung {step.number}, {small(step.name)}" if asked.is_claim else f"on {step.number}: {step.words}"
    )
    return sentence(words, agreed.minority)


def agreed_answer(question: Question, agreed: Agreed) -> str:
    """What a file says that a room agreed on a *question*, and what a minority said."""
    if isinstance(agreed.answer, str):
        return sentence(_WORDS[agreed.answer], agreed.minority)
    return sentence(f"on {agreed.answer}: {question.anchors[agreed.answer]}", agreed.minority)


def sentence(what: str, minority: str | None) -> str:
    """That the room agreed *what*; *minority* is what those said who did not.

    >>> sentence("on rung 4, consultation", None)
    'When it had talked, the room agreed on rung 4, consultation. Nobody is noted who saw it otherwise.'
    """
    said = f"Not everybody agreed. Those who did not say: {quoted(minority)}" if minority else _NOBODY
    return f"When it had talked, the room agreed {what.rstrip('.')}. {said}"


_NOBODY: Final = "Nobody is noted who saw it otherwise."
