"""What the whole room agreed when it had talked: beside the votes, never in their place."""

from dataclasses import replace
from typing import Final

from ladder_check.errors import LadderCheckError, UnknownName
from ladder_check.model.answer import AGREED_WORDS, AgreedWord
from ladder_check.model.room import AgreedAnswer, Asked
from ladder_check.workshop.record import Record

NOT_SURE: Final = "not-sure"
DOES_NOT_FIT: Final = "does-not-fit"
JOINS: Final = " / "
"""What stands between the words of several people, where a file has one text for them all."""


def agreed_answers(record: Record) -> dict[str, AgreedAnswer]:
    """What was agreed, by question, in the order of the agenda."""
    rows = record.database.all("SELECT question, answer, minority FROM agreed")
    agreed = {question: AgreedAnswer(_read(answer), minority) for question, answer, minority in rows}
    return {question: agreed[question] for question in record.questions if question in agreed}


def agree(record: Record, question: str, answer: AgreedAnswer) -> AgreedAnswer:
    """Keep what was agreed on *question*; what it is now.

    A minority statement that is there already stays: only to take the whole back takes it away.

    Raises:
        LadderCheckError: the question is not asked here, or nothing more may come in.
    """
    whole = record.question(question).id
    with record.database.transaction():
        record.must_take_more()
        before = agreed_answers(record).get(whole)
        now = replace(answer, minority=_both(before.minority if before else None, answer.minority))
        record.database.run(_PUT, whole, str(now.answer), now.minority)
    return now


def take_back(record: Record, question: str) -> AgreedAnswer:
    """Take back what was agreed on *question*, and its minority statement; what it was.

    Raises:
        LadderCheckError: nothing was agreed, the question is not asked here, or nothing more may come in.
    """
    whole = record.question(question).id
    with record.database.transaction():
        record.must_take_more()
        before = agreed_answers(record).get(whole)
        if before is None:
            raise LadderCheckError(f"Nothing was agreed on {whole} yet, so there is nothing to take back.")
        record.database.run("DELETE FROM agreed WHERE question = ?", whole)
    return before


def read_agreed(asked: Asked, typed: str) -> int | AgreedWord:
    """The step of the scale, or the word, that was *typed*: a level, or the number or id of a rung.

    Raises:
        UnknownName: it is none of them.
    """
    words: dict[str, int | AgreedWord] = {NOT_SURE: "not-sure"}
    if asked.may_not_fit:
        words[DOES_NOT_FIT] = "does-not-fit"
    steps = dict(zip(asked.values, asked.scale.steps, strict=True))
    numbers = {str(step): step for step in asked.scale.steps}
    known: dict[str, int | AgreedWord] = {**numbers, **steps, **words}
    if typed not in known:
        raise UnknownName("answer to agree on", typed, {**steps, **words})
    return known[typed]


_PUT: Final = """
INSERT INTO agreed (question, answer, minority) VALUES (?, ?, ?)
ON CONFLICT (question) DO UPDATE SET answer = excluded.answer, minority = excluded.minority
"""


def _read(text: str) -> int | AgreedWord:
    return next((word for word in AGREED_WORDS if word == text), None) or int(text)


def _both(before: str | None, now: str | None) -> str | None:
    """Two minority statements as one; the same one only once."""
    if not before or not now:
        return before or now
    return before if now in before.split(JOINS) else f"{before}{JOINS}{now}"
