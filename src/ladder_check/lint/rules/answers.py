"""Answers: what was asked and not said, and what was counted (LC2xx)."""

from collections.abc import Iterator

from ladder_check.lint.rule import Hit, Severity, Sheet, rule
from ladder_check.model.answer import PERSPECTIVES, SIDE_OF, GivenAnswer, Perspective, Tally, Voice


@rule("LC211", "unanswered-question", Severity.NOTICE)
def unanswered_question(sheet: Sheet) -> Iterator[Hit]:
    """Where an area of work or a bank was begun, somebody answered each of its questions.

    Why: what nobody answered is open, so the result is a range instead of a rung. Not sure is an answer too.

    Fails:
        answers: {word: {jm1: {leaders: 3}}}

    Passes:
        answers: {word: {jm1: {leaders: 3}, jm2: {leaders: not-sure}}}
    """
    for bank in sheet.case.assessment.asked_banks:
        answered, notes_on = _answered(sheet, bank), sheet.case.assessment.notes_on
        for aspect, questions in sheet.case.banks[bank].groups_of_questions:
            open_ = [each for each in questions if each not in answered]
            if 0 < len(open_) < len(questions) and not notes_on(aspect or "").left_out:
                first = next(each for each in questions if each in answered)
                yield ("answers", bank, first), _unanswered(open_)


@rule("LC212", "staff-rather-not-say", Severity.WARNING)
def staff_rather_not_say(sheet: Sheet) -> Iterator[Hit]:
    """On the staff side nobody answers with rather-not-say.

    Why: people who draw on care and support may keep an answer to themselves. Staff speak for the work, and
    can say that they are not sure.

    Fails:
        answers: {ladder: {deciding.r3: {leaders: rather-not-say}}}

    Passes:
        answers: {ladder: {deciding.r3: {leaders: not-sure, people: rather-not-say}}}
    """
    for bank, questions in sheet.case.assessment.answers.items():
        for question, answers in questions.items():
            for voice, answer in answers.given.items():
                if SIDE_OF[voice] == "staff" and _keeps_back(answer):
                    yield ("answers", bank, question, voice), _STAFF_SILENT


@rule("LC213", "parked-answers", Severity.NOTICE)
def parked_answers(sheet: Sheet) -> Iterator[Hit]:
    """No answers are parked.

    Why: parked answers belong to questions that the bank no longer asks. They are kept, and count for
    nothing, until somebody decides what is to become of them.

    Fails:
        parked: {ladder: {deciding.r9: {leaders: 3}}}

    Passes:
        answers: {ladder: {deciding.r3: {leaders: 3}}}
    """
    for bank, parked in sheet.case.assessment.parked.items():
        if parked:
            yield ("parked", bank), _parked(list(parked))


@rule("LC214", "more-answers-than-people", Severity.WARNING)
def more_answers_than_people(sheet: Sheet) -> Iterator[Hit]:
    """A room's counts add up to no more people than took part.

    Why: whoever reads the counts asks who these people were. One of the two numbers is a slip.

    Fails:
        took_part: {people: {there: 5}}
        answers: {ladder: {deciding.r3: {people: {counts: [0, 1, 3, 2, 1]}}}}

    Passes:
        took_part: {people: {there: 7}}
        answers: {ladder: {deciding.r3: {people: {counts: [0, 1, 3, 2, 1]}}}}
    """
    counted = [(path, tallies) for path, tallies in sheet.tallies if path[0] == "answers"]
    there = {voice: _there(sheet, voice) for voice in {voice for _, each in counted for voice in each}}
    for path, tallies in counted:
        for voice, tally in tallies.items():
            most, heads = there[voice], sum(tally.counts) + tally.unknowns
            if most is not None and heads > most:
                yield (*path, voice), _too_many(heads, most)


def _answered(sheet: Sheet, bank: str) -> set[str]:
    """The questions of *bank* that somebody answered."""
    given = sheet.case.assessment.answers.get(bank, {})
    return {question for question, answers in given.items() if answers.given}


def _keeps_back(answer: GivenAnswer) -> bool:
    """Whether somebody would rather not say."""
    return answer.rather_not_say > 0 if isinstance(answer, Tally) else answer == "rather-not-say"


def _there(sheet: Sheet, voice: Voice) -> int | None:
    """How many of *voice*, a perspective or a side, were there; None if the file does not say."""
    took_part = sheet.case.assessment.took_part
    heard: list[Perspective] = [
        each
        for each in PERSPECTIVES
        if voice in (each, SIDE_OF[each]) and getattr(took_part, each) is not None
    ]
    return took_part.there(*heard) if heard else None


def _unanswered(questions: list[str]) -> str:
    shown = ", ".join(questions[:_SHOWN]) + (" and more" if len(questions) > _SHOWN else "")
    found = "1 question is" if len(questions) == 1 else f"{len(questions)} questions are"
    way_out = (
        "Either answer what is left (not-sure is an answer too), or leave it: it stays open in the report"
    )
    return f"This was begun, and {found} not answered by anybody: {shown}. {way_out}."


def _parked(questions: list[str]) -> str:
    found = "1 answer is" if len(questions) == 1 else f"{len(questions)} answers are"
    shown = ", ".join(questions[:_SHOWN]) + (" and more" if len(questions) > _SHOWN else "")
    way_out = "Either carry over under `answers` what still fits a question, or delete what nobody needs"
    return f"{found} kept here of questions that are not asked any more, and not counted: {shown}. {way_out}."


def _too_many(counted: int, there: int) -> str:
    found = f"These are the answers of {counted}, and took_part has {there} there"
    return f"{found}. Either correct the counts, or write down in took_part everybody who was there."


_SHOWN = 8
_STAFF_SILENT = (
    "Staff answered rather-not-say, which is kept for people who draw on care and support and for carers. "
    "Either answer with a level, or write not-sure."
)
