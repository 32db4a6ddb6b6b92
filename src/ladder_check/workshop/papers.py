"""From a record, and the banks as they are now, to what its papers are made of."""

import shlex
from collections.abc import Iterable
from dataclasses import replace

from ladder_check.documents.library import Shelf
from ladder_check.errors import LadderCheckError
from ladder_check.model.bank import Bank
from ladder_check.model.ladder import Source
from ladder_check.model.room import CLAIM, Asked
from ladder_check.report.paper_view import Card, Printing
from ladder_check.report.papers import LANGUAGE, claims, steps_of
from ladder_check.workshop.record import Record
from ladder_check.workshop.rounds import planned_round


def printing_of(record: Record, shelf: Shelf, number: int | None, language: str | None = None) -> Printing:
    """What the papers of round *number* are made of; of the open round where none is named.

    The questions stand in the record.  Cards, languages and sources come from the banks on the *shelf*.

    Raises:
        LadderCheckError: there is no such round, or the questions are not there in *language*.
    """
    found = planned_round(record, number)
    banks = {each: shelf.bank(each) for each in record.setting.banks if each in shelf.banks}
    claimed_in = banks.get(record.setting.ladder_bank)
    languages = {each: bank.language for each, bank in banks.items()}
    if claimed_in:
        languages[CLAIM] = claimed_in.language
    _must_speak(language, languages.values())
    questions = tuple(record.questions.values())
    return Printing(
        session=record.session,
        record=shlex.quote(str(record.path)),
        round=found.number,
        questions=questions,
        asked=tuple(record.question(each) for each in found.asks),
        cards=tuple(_card(each, _unchanged(record, claimed_in)) for each in claims(questions, wanted=True)),
        languages=languages,
        credits=_sources(banks.values(), shelf),
        ladder_credits=_sources([claimed_in], shelf)[:1] if claimed_in else (),
    )


def _must_speak(language: str | None, known: Iterable[str]) -> None:
    there = sorted(set(known)) or [LANGUAGE]
    if language is not None and there != [language]:
        raise LadderCheckError(
            f"The questions of this workshop are not all there in {language!r}. They are there in: "
            f"{', '.join(there)}. Either leave --language out, or add banks in that language."
        )


def _unchanged(record: Record, bank: Bank | None) -> Bank | None:
    """The *bank*, if it is still of the version that the record was made with."""
    return bank if bank and record.setting.banks.get(bank.id) == bank.version else None


def _card(claim: Asked, bank: Bank | None) -> Card:
    """What one would see on each rung; what the rung means where the *bank* does not say."""
    aspect = bank.aspect(claim.id.partition(".")[2]) if bank else None
    seen = aspect.cards if aspect else {}
    rungs = zip(steps_of(claim), reversed(claim.values), strict=True)
    return Card(
        name=claim.heading,
        about=claim.name,
        rungs=tuple(replace(step, words=seen.get(rung, step.words)) for step, rung in rungs),
        language=bank.language if bank else LANGUAGE,
    )


def _sources(banks: Iterable[Bank], shelf: Shelf) -> tuple[Source, ...]:
    """Where the ladders and the questions come from, each source once; of a bank its ladder's first."""
    named = (
        source
        for bank in banks
        for source in ([shelf.ladder(bank.ladder).source] if bank.ladder else []) + [bank.source]
    )
    return tuple({source.name: source for source in named}.values())
