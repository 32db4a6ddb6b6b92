"""What a file names must be there: banks, questions, aspects and rungs."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain

from ladder_check.documents.document import Document
from ladder_check.documents.finding import Finding
from ladder_check.documents.places import Path
from ladder_check.errors import unknown_name
from ladder_check.model.answer import Answers
from ladder_check.model.assessment import Assessment
from ladder_check.model.bank import Bank
from ladder_check.model.case import Case
from ladder_check.model.ladder import Ladder
from ladder_check.model.translation import Translation

Hit = tuple[str, Path, str]
"""A code, the path it is about, and what to say."""


def check_banks(document: Document, assessment: Assessment, known: Iterable[str]) -> Iterator[Finding]:
    """The banks that *assessment* names and nobody has."""
    known = tuple(known)
    where = {**{bank: ("answers", bank) for bank in assessment.answers}}
    where |= {bank: ("banks", bank) for bank in assessment.banks}
    hits = (
        ("LC101", path, unknown_name("bank", bank, known))
        for bank, path in where.items()
        if bank not in known
    )
    return _findings(document, hits, at_key=True)


def check_references(document: Document, case: Case) -> Iterator[Finding]:
    """The questions, aspects and rungs that an assessment names and its banks do not have."""
    yield from _findings(document, chain(_unknown_questions(case), _unknown_aspects(case)), at_key=True)
    yield from _findings(document, chain(_unknown_rungs(case), _misfits(case)), at_key=False)


def check_bank(document: Document, bank: Bank, ladder: Ladder | None) -> Iterator[Finding]:
    """What a bank names and is not there: rungs of its *ladder*, aspects, indicators, questions asked."""
    rungs = _unknown_bank_rungs(bank, ladder) if ladder else ()
    yield from _findings(document, _unknown_bank_aspects(bank), at_key=True)
    yield from _findings(document, chain(rungs, _missing_asks(bank), _unknown_indicators(bank)), at_key=False)


def check_linked(
    document: Document, bank: Bank, others: Mapping[str, Bank], known: Iterable[str]
) -> Iterator[Finding]:
    """The questions that a bank links, or says were called otherwise, and nobody has.

    *others* are the banks it links to, of all that are *known*.
    """
    banks = {**others, bank.id: bank}
    hits = chain(_unknown_links(bank, banks, (*known, bank.id)), _lost_questions(bank))
    return _findings(document, hits, at_key=False)


def check_ladder(
    document: Document, ladder: Ladder, others: Mapping[str, Ladder], known: Iterable[str]
) -> Iterator[Finding]:
    """What the crosswalk of a *ladder* names and is not there: rungs of *others*, ladders not *known*."""
    known = tuple(known)
    away = (
        ("LC111", ("crosswalk", other), unknown_name("ladder", other, known))
        for other in ladder.crosswalk
        if other not in known
    )
    yield from _findings(document, away, at_key=True)
    yield from _findings(document, _unknown_matches(ladder, others), at_key=False)


def _unknown_links(bank: Bank, banks: Mapping[str, Bank], known: Iterable[str]) -> Iterator[Hit]:
    for place, link in enumerate(bank.linked):
        for half, name in enumerate(link[:2]):
            path = ("linked", place, half)
            there, _, question = name.partition(".")
            if there not in banks:
                yield "LC101", path, unknown_name("bank", there, dict.fromkeys(known))
            elif question not in banks[there].by_id:
                yield "LC201", path, _unknown_question(there, question or name, [*banks[there].by_id])


def _lost_questions(bank: Bank) -> Iterator[Hit]:
    """What questions were renamed to, and is neither a question now nor was renamed again."""
    later = {old for migration in bank.migrations for old in migration.rename}
    for place, migration in enumerate(bank.migrations):
        for old, new in migration.rename.items():
            if new not in bank.by_id and new not in later - {old}:
                path = ("migrations", place, "rename", old)
                yield "LC201", path, _unknown_question(bank.id, new, [*bank.by_id])


def _unknown_matches(ladder: Ladder, others: Mapping[str, Ladder]) -> Iterator[Hit]:
    for other, there in others.items():
        for place, match in enumerate(ladder.crosswalk[other]):
            if match.to not in there.ids:
                yield "LC111", ("crosswalk", other, place, "to"), unknown_name("rung", match.to, there.ids)


def check_translation(document: Document, translation: Translation, bank: Bank) -> Iterator[Finding]:
    """The questions that a *translation* has and its *bank* does not."""
    known = [*bank.by_id]
    hits = (
        ("LC201", ("texts", question), _unknown_question(bank.id, question, known))
        for question in translation.texts
        if question not in known
    )
    return _findings(document, hits, at_key=True)


def _findings(document: Document, hits: Iterable[Hit], *, at_key: bool) -> Iterator[Finding]:
    for code, path, text in hits:
        yield Finding(code, text, document.file, document.locate(path, key=at_key))


def _unknown_questions(case: Case) -> Iterator[Hit]:
    for bank_id, answers in case.assessment.answers.items():
        known = case.banks[bank_id].by_id
        for question in answers:
            if question not in known:
                yield "LC201", ("answers", bank_id, question), _unknown_question(bank_id, question, [*known])


def _unknown_question(bank: str, question: str, known: list[str]) -> str:
    full = unknown_name("question", question, known)
    # A bank has up to 56 questions: the nearest one helps, and the whole list does not.
    return full.partition(" Known:")[0] + f" `ladder-check banks show {bank}` lists them."


def _unknown_aspects(case: Case) -> Iterator[Hit]:
    known = [aspect.id for aspect in case.ladder_bank.aspects]
    for aspect in case.assessment.aspects:
        if aspect not in known:
            yield "LC204", ("aspects", aspect), unknown_name("aspect", aspect, known)


def _unknown_rungs(case: Case) -> Iterator[Hit]:
    known = case.ladder.ids
    for aspect, notes in case.assessment.aspects.items():
        named: dict[Path, str] = {("claimed", voice): rung for voice, rung in notes.claimed.items()}
        if notes.ceiling and notes.ceiling.rung:
            named["ceiling", "rung"] = notes.ceiling.rung
        if notes.claim_agreed and notes.claim_agreed.rung != "not-sure":
            named["claim_agreed", "rung"] = notes.claim_agreed.rung
        for path, rung in named.items():
            if rung not in known:
                yield "LC205", ("aspects", aspect, *path), unknown_name("rung", rung, known)


def _misfits(case: Case) -> Iterator[Hit]:
    for bank_id, answers in case.assessment.answers.items():
        known = case.banks[bank_id].by_id
        for question, given in answers.items():
            if question in known and not known[question].may_not_fit:
                for path in _set_aside(given):
                    yield "LC203", ("answers", bank_id, question, *path), _MISFIT


def _set_aside(given: Answers) -> Iterator[Path]:
    """Where an answer says that the question does not fit."""
    for voice, answer in given.given.items():
        if isinstance(answer, str) and answer == "does-not-fit":
            yield (voice,)
    if given.agreed and given.agreed.answer == "does-not-fit":
        yield ("agreed", "answer")


_MISFIT = (
    "does-not-fit is not among the answers to this question. Either answer not-sure, or leave out the whole "
    "aspect with a reason (`left_out`)."
)


def _unknown_bank_rungs(bank: Bank, ladder: Ladder) -> Iterator[Hit]:
    for path, rung in _named_rungs(bank):
        if rung not in ladder.ids:
            yield "LC111", path, unknown_name("rung", rung, ladder.ids)
    asked = {indicator.rung for indicator in bank.indicators}
    for rung in ladder.ids:
        if rung not in asked:
            yield "LC110", ("indicators",), f"No indicator asks about the rung {rung!r}. Add one."


def _named_rungs(bank: Bank) -> Iterator[tuple[Path, str]]:
    for place, indicator in enumerate(bank.indicators):
        yield ("indicators", place, "rung"), indicator.rung
    for place, aspect in enumerate(bank.aspects):
        for card in aspect.cards:
            yield ("aspects", place, "cards", card), card


def _unknown_bank_aspects(bank: Bank) -> Iterator[Hit]:
    known = [aspect.id for aspect in bank.aspects]
    for place, indicator in enumerate(bank.indicators):
        for key in ("ask", "anchors_for"):
            for aspect in getattr(indicator, key):
                if aspect not in known:
                    yield "LC116", ("indicators", place, key, aspect), unknown_name("aspect", aspect, known)


def _missing_asks(bank: Bank) -> Iterator[Hit]:
    for place, indicator in enumerate(bank.indicators):
        missing = [aspect.id for aspect in bank.aspects if aspect.id not in indicator.ask]
        if missing:
            message = f"Indicator {indicator.id!r} has no question for {', '.join(missing)}. Add it."
            yield "LC114", ("indicators", place, "ask"), message


def _unknown_indicators(bank: Bank) -> Iterator[Hit]:
    known = [indicator.id for indicator in bank.indicators]
    for place, indicator in enumerate(bank.ask_order):
        if indicator not in known:
            yield "LC116", ("ask_order", place), unknown_name("indicator", indicator, known)
