"""Importing: all files are read and judged before the first is kept, and each is kept whole or not at all."""

import secrets
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from ladder_check.errors import LadderCheckError
from ladder_check.workshop.importers.batch import Batch, Saying, Wishes
from ladder_check.workshop.importers.intake import Intake
from ladder_check.workshop.importers.matching import Matcher
from ladder_check.workshop.importers.sheet import Sheet
from ladder_check.workshop.record import Record, Stored
from ladder_check.workshop.rounds import next_round
from ladder_check.workshop.words import add_words

SECRET: Final = "import-secret"
"""The setting that makes ballots out of a source's names for people; without it nobody can."""
MOST_FAULTS: Final = 40


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one sheet: what was *stored* of its *batch*, and the rounds that began with it."""

    batch: Batch
    stored: Stored
    begun: tuple[int, ...]


class _Undo(Exception):
    """Ends a rehearsal, so that nothing of it stays."""


def import_sheets(record: Record, sheets: Sequence[Sheet], matcher: Matcher, wishes: Wishes) -> list[Outcome]:
    """Keep what *sheets* bring, a transaction each; what came of each.

    Raises:
        LadderCheckError: something is wrong in one of them; then nothing of any is kept.
    """
    rehearse(record, sheets, matcher, wishes)
    return [_take_in(record, sheet, matcher, wishes) for sheet in sheets]


def rehearse(record: Record, sheets: Sequence[Sheet], matcher: Matcher, wishes: Wishes) -> list[Outcome]:
    """What would come of *sheets*; nothing is kept.

    Raises:
        LadderCheckError: something is wrong in one of them.
    """
    outcomes: list[Outcome] = []
    try:
        with record.database.transaction():
            outcomes += (_take_in(record, sheet, matcher, wishes) for sheet in sheets)
            raise _Undo
    except _Undo:
        pass
    faults = [str(fault) for each in outcomes for fault in each.batch.faults]
    if faults and not wishes.skip_bad_rows:
        raise LadderCheckError("\n".join([*_at_most(faults), _NOTHING_KEPT]))
    return outcomes


_NOTHING_KEPT: Final = (
    "Nothing was imported. Either put these right, or add --skip-bad-rows to leave whole rows out."
)


def _at_most(faults: Sequence[str]) -> list[str]:
    more = len(faults) - MOST_FAULTS
    return [*faults[:MOST_FAULTS], *([f"… and {more} more like these."] if more > 0 else [])]


def _take_in(record: Record, sheet: Sheet, matcher: Matcher, wishes: Wishes) -> Outcome:
    """Judge *sheet* and keep what is right in it, in one transaction."""
    with record.database.transaction():
        batch = Intake(sheet, matcher, record, wishes, _secret_of(record)).judge()
        before = {each.number for each in record.rounds}
        stored = list(_keep(record, batch))
        _keep_sayings(record, batch.sayings)
        begun = tuple(each.number for each in record.rounds if each.number not in before)
    return Outcome(batch, _sum(stored), begun)


def _keep(record: Record, batch: Batch) -> Iterator[Stored]:
    """Keep the answers round by round, so that one which ends as another begins gets its own first."""
    for number in sorted({entry.round for entry in batch.entries}):
        entries = [entry for entry in batch.entries if entry.round == number]
        asked = {entry.question for entry in entries}
        if all(each.number != number for each in record.rounds):
            next_round(record, [question for question in record.questions if question in asked])
        elif batch.names_rounds:
            record.ask_too(number, asked)
        try:
            yield record.put(entries, late=batch.names_rounds)
        except LadderCheckError as error:
            raise LadderCheckError(f"{batch.sheet.file}: {error} Nothing was imported.") from None


def _sum(stored: Iterable[Stored]) -> Stored:
    each = [(some.new, some.changed, some.same) for some in stored]
    return Stored(*map(sum, zip(*each, strict=True))) if each else Stored()


def _keep_sayings(record: Record, sayings: Iterable[Saying]) -> None:
    """Keep people's words, each once; nobody has agreed yet that they are shared."""
    for each in sayings:
        add_words(record, each.question, each.voice, each.said, share=False)


def _secret_of(record: Record) -> bytes:
    """The secret of this record, made when it is first needed."""
    rows = record.database.all("SELECT value FROM setting WHERE name = ?", SECRET)
    if not rows:
        secret = secrets.token_hex(32)
        record.database.run("INSERT INTO setting (name, value) VALUES (?, ?)", SECRET, secret)
        return bytes.fromhex(secret)
    return bytes.fromhex(rows[0][0])
