"""Closing a workshop for good: what the room said stays, and what links a person's answers goes."""

import secrets
from typing import Final

from ladder_check.errors import LadderCheckError
from ladder_check.model.answer import Voice
from ladder_check.workshop import queries
from ladder_check.workshop.database import Database
from ladder_check.workshop.progress import answered
from ladder_check.workshop.reading import keep_shown
from ladder_check.workshop.record import Record
from ladder_check.workshop.setting import close_for_good

_STAYS: Final = ("setting", "round", "words", "agreed", "kept")
"""The tables that link nothing; whatever else there is goes, so that a new one is safe until named."""
_ADD_BALLOT: Final = "INSERT INTO ballot (id, voice, linked) VALUES (?, ?, 0)"


def destroy_links(record: Record) -> None:
    """Close every round, and destroy what links the answers of a person: numbers, order, older answers.

    What may be shown is kept as it is.  To do it again does no harm.

    Raises:
        LadderCheckError: another program is using the record.
    """
    with record.database.transaction():
        if not record.is_closed:
            _destroy(record)
    try:
        record.database.shrink()
    except LadderCheckError as error:
        raise LadderCheckError(f"{error}\n{_AGAIN}") from None


_AGAIN: Final = (
    "The links are destroyed already, and may still be found in the bytes of the file. To clean it, close "
    "the workshop once more when nobody else has it open."
)


def _destroy(record: Record) -> None:
    database = record.database
    database.run(queries.CLOSE_ALL)
    keep_shown(record)
    counts = {each.number: answered(record, each.number) for each in record.rounds}
    alone = _answers_alone(record)
    _empty(database)
    database.run_each(_ADD_BALLOT, ((ballot, voice) for ballot, voice, *_ in alone))
    database.run_each(
        queries.ADD, ((number, question, ballot, 1, said) for ballot, _, number, question, said in alone)
    )
    close_for_good(database, counts)


def _answers_alone(record: Record) -> list[tuple[str, Voice, int, str, str]]:
    """Every newest answer as a ballot of its own, with a number and a place that chance gives."""
    alone = [
        (secrets.token_hex(8), vote.voice, number, question, str(vote.answer))
        for question in record.questions
        for number, votes in record.votes(question).items()
        for vote in votes
    ]
    secrets.SystemRandom().shuffle(alone)
    return alone


def _empty(database: Database) -> None:
    """Take everything out of every table that could link answers, those first that refer to others."""
    found = {name for (name,) in database.all("SELECT name FROM sqlite_schema WHERE type = 'table'")}
    for table in sorted(found - {*_STAYS, "ballot"}):
        database.run(f'DELETE FROM "{table}"')
    database.run("DELETE FROM ballot")
