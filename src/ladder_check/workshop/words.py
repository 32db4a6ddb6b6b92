"""What people said in their own words: never beside a score, shared with others only if they agreed."""

from dataclasses import dataclass
from typing import Final

from ladder_check.errors import LadderCheckError
from ladder_check.model.answer import Voice
from ladder_check.workshop.record import Record


@dataclass(frozen=True, slots=True)
class Words:
    """What somebody *said* to a question; *share* says that they agreed that others read it.

    *question* is empty where it is about the day as a whole, as at the end of a form.
    """

    number: int
    question: str
    voice: Voice
    said: str
    share: bool


def words_of(record: Record) -> tuple[Words, ...]:
    """All that was said, shared or not, by number."""
    rows = record.database.all("SELECT id, question, voice, said, share FROM words ORDER BY id")
    return tuple(Words(n, question, voice, said, bool(share)) for n, question, voice, said, share in rows)


def add_words(record: Record, question: str, voice: Voice, said: str, *, share: bool) -> int:
    """Keep what somebody *said*; its number, which is the old one if the same was there already.

    Raises:
        LadderCheckError: the question is not asked here, or nothing more may come in.
    """
    whole = record.question(question).id if question else ""
    with record.database.transaction():
        record.must_take_more()
        if not record.database.all(_SAME, whole, voice, said):
            record.database.run(_ADD, whole, voice, said, int(share))
        ((number,),) = record.database.all(_SAME, whole, voice, said)
    return int(number)


def share_words(record: Record, number: int, *, share: bool) -> None:
    """Note whether words may be shared; also when the workshop is closed for good.

    Raises:
        LadderCheckError: there are none of that *number*.
    """
    _change(record, "UPDATE words SET share = ? WHERE id = ?", int(share), number)


def remove_words(record: Record, number: int) -> None:
    """Take words out; also when the workshop is closed for good.

    Raises:
        LadderCheckError: there are none of that *number*.
    """
    _change(record, "DELETE FROM words WHERE id = ?", number)


_SAME: Final = "SELECT id FROM words WHERE question = ? AND voice = ? AND said = ?"
_ADD: Final = "INSERT INTO words (question, voice, said, share) VALUES (?, ?, ?, ?)"


def _change(record: Record, sql: str, *values: int) -> None:
    """Carry out *sql* for the words whose number is the last of *values*."""
    number = values[-1]
    with record.database.transaction():
        if not record.database.all("SELECT 1 FROM words WHERE id = ?", number):
            known = ", ".join(str(each.number) for each in words_of(record)) or "none yet"
            raise LadderCheckError(f"There are no words of number {number}. Numbers so far: {known}.")
        record.database.run(sql, *values)
