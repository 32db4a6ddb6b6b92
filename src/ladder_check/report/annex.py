"""Every answer, in words: what was asked, what each group said, what shows it, and what it counts as."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from ladder_check.model.answer import Answers, Evidence, EvidenceKind, GivenAnswer, Origin, Tally, Word
from ladder_check.model.bank import Bank, Question
from ladder_check.report.agreeing import agreed_on
from ladder_check.report.annex_view import AnnexGroup, AnswerView, Count, EvidenceView, QuestionView
from ladder_check.report.aspect_view import Quote
from ladder_check.report.counted import figures_of
from ladder_check.report.material import Material, half_of_pair
from ladder_check.report.wording import by_voice, capital, day, some, unknowns
from ladder_check.scoring.settle import Held, settle_answer
from ladder_check.scoring.standing import settle_question

MARK: Final = "●"
MOST_MARKS: Final = 40
"""A larger group is shown as a number alone: nobody counts so many marks."""
WITHOUT_A_LEVEL: Final[dict[Word, str]] = {
    "not-sure": "Not sure.",
    "rather-not-say": "Would rather not say.",
    "does-not-fit": "Does not fit here.",
}
KINDS: Final[dict[EvidenceKind, str]] = {
    "written": "something written",
    "happened": "something that happened",
    "said": "what people say",
    "seen": "something seen",
}
ORIGINS: Final[dict[Origin, str]] = {
    "lived": "told by people or carers",
    "staff": "told by staff",
    "outside": "told by somebody from outside",
}


def groups(material: Material) -> tuple[AnnexGroup, ...]:
    """The answered questions: aspect by aspect, then bank by bank."""
    bank = material.case.ladder_bank
    of_aspects = [
        _group(
            material, bank, aspect.aspect.name, [q for q in bank.questions if q.aspect == aspect.aspect.id]
        )
        for aspect in material.in_play
    ]
    others = [_group(material, each, each.title, each.questions) for each in material.case.other_banks]
    return tuple(group for group in (*of_aspects, *others) if group.questions)


def _group(material: Material, bank: Bank, title: str, questions: Sequence[Question]) -> AnnexGroup:
    answers = [(each, material.case.assessment.answers_to(bank.id, each.id)) for each in questions]
    return AnnexGroup(
        title=title,
        questions=tuple(_question(material, bank, *each) for each in answers if _is_answered(each[1])),
        unanswered=tuple(_name(each) for each, given in answers if not _is_answered(given)),
    )


def _is_answered(answers: Answers) -> bool:
    return answers != Answers()


def _name(question: Question) -> str:
    return f"{question.name}{half_of_pair(question.id)}"


def _question(material: Material, bank: Bank, question: Question, answers: Answers) -> QuestionView:
    given = {**answers.of_side("lived"), **answers.of_side("staff")}
    said = figures_of(material.case.assessment, bank, question)
    return QuestionView(
        id=f"{bank.id}.{question.id}",
        name=_name(question),
        ask=question.ask,
        answers=tuple(
            _answer(by_voice(voice), answer, question.anchors, said.groups.get(voice, ""))
            for voice, answer in given.items()
        ),
        remarks=tuple(_remarks(material, bank, question, answers)),
        evidence=tuple(EvidenceView(each.what, _details(each)) for each in answers.evidence),
        note=answers.note or "",
        quotes=tuple(quotes_of(answers, question)),
        gap=said.gap,
        agreed=agreed_on(material, bank, question),
    )


def _answer(by: str, answer: GivenAnswer, anchors: Sequence[str], figures: str) -> AnswerView:
    if isinstance(answer, Tally):
        return AnswerView(by, _tally(answer, anchors), tuple(_counts(answer, anchors)), figures)
    if isinstance(answer, int):
        return AnswerView(by, _level(answer, anchors), ())
    return AnswerView(by, WITHOUT_A_LEVEL[answer], ())


def _level(level: int, anchors: Sequence[str]) -> str:
    return f"{level}: {anchors[level]}"


def _tally(tally: Tally, anchors: Sequence[str]) -> str:
    settled = settle_answer(tally)
    how_many = f"{some(len(tally.levels) + tally.unknowns, 'person')} answered."
    if settled.split:
        counts_as = "They saw two different things, so it counts as not known."
    elif settled.level is None:
        counts_as = "It counts as not known."
    else:
        counts_as = f"In the middle: {_level(settled.level, anchors)}"
    return " ".join(filter(None, (how_many, counts_as, unknowns(tally))))


def _counts(tally: Tally, anchors: Sequence[str]) -> Iterator[Count]:
    for level, people in enumerate(tally.counts):
        if people:
            yield Count(_level(level, anchors), people, MARK * people if people <= MOST_MARKS else "")


def _remarks(material: Material, bank: Bank, question: Question, answers: Answers) -> Iterator[str]:
    settled = settle_question(material.case, bank, question.id)
    staff = settled.get("staff")
    if staff is not None and staff.said_not_shown:
        yield "Said, and not shown yet: for staff this counts as 2."
    if staff is not None and staff.old_evidence:
        yield "What shows this is too old: for staff this counts as 2."
    if (
        staff is not None
        and staff.held is Held.YES
        and _waits_for_people(bank, question, settled.get("lived"))
    ):
        yield "For staff this counts only when people and carers say so too."
    if answers.lowered:
        yield f"Lower than last time. Why: {answers.lowered}"


def _waits_for_people(bank: Bank, question: Question, lived: object) -> bool:
    indicator = bank.indicator_of(question.id)
    return indicator is not None and indicator.lived_confirms and getattr(lived, "held", None) is not Held.YES


def _details(evidence: Evidence) -> str:
    parts = (
        KINDS[evidence.kind],
        day(evidence.on) if evidence.on else "no date",
        evidence.where,
        ORIGINS[evidence.from_] if evidence.from_ else None,
    )
    return capital("; ".join(filter(None, parts)))


def parked(material: Material) -> tuple[str, ...]:
    """The answers that are kept and not counted, by question."""
    kept = material.case.assessment.parked
    return tuple(
        f"Kept, and not counted: {bank}.{question}"
        for bank, questions in kept.items()
        for question in questions
    )


def waivers(material: Material) -> tuple[str, ...]:
    """The checks that are set aside for a time, with the reason."""
    return tuple(
        f"Check {each.rule} is set aside until {day(each.until)}. {_by(each.by)}Reason: {each.reason}"
        for each in material.case.assessment.waive
    )


def _by(who: str | None) -> str:
    return f"Set aside by: {who}. " if who else ""


def all_quotes(material: Material) -> Iterable[Quote]:
    """What people said in their own words to the banks beside the ladder."""
    for bank in material.case.other_banks:
        for question in bank.questions:
            yield from quotes_of(material.case.assessment.answers_to(bank.id, question.id), question)


def quotes_of(answers: Answers, question: Question) -> Iterator[Quote]:
    """What people said in their own words to a *question*."""
    for voice, words in answers.in_their_words.items():
        yield Quote(words, by_voice(voice), question.name)
