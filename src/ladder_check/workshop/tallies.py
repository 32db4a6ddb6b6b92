"""Tallies: what a group answered, counted by hand; kept as ballots that mean nobody elsewhere."""

from collections import Counter
from collections.abc import Mapping
from typing import Final

from ladder_check.model.answer import SIDE_OF, Voice
from ladder_check.model.room import RoomAnswer
from ladder_check.workshop.queries import LATEST
from ladder_check.workshop.record import Entry, Record

_TALLY: Final = "tally"


def tally_of(record: Record, number: int, question: str, voice: Voice) -> dict[RoomAnswer, int]:
    """How many of *voice* gave each answer to *question* in round *number*; empty without a tally."""
    votes = record.votes(question).get(number, ())
    return dict(Counter(vote.answer for vote in votes if _is_of(vote.ballot, voice)))


def put_tally(
    record: Record, number: int, question: str, voice: Voice, counts: Mapping[RoomAnswer, int]
) -> None:
    """Keep a tally in the place of the one before; one of nobody takes that back.

    The first ballot of a tally is the first in every question, so that each head is counted once.

    Raises:
        LadderCheckError: it does not fit the record, or cannot be written.
    """
    said: list[RoomAnswer | None] = [answer for answer, heads in counts.items() for _ in range(heads)]
    with record.database.transaction():
        before = sum(tally_of(record, number, question, voice).values())
        said += [None] * (before - len(said))
        record.put(
            [
                Entry(f"{_TALLY} {voice} {n}", voice, number, question, answer, linked=False)
                for n, answer in enumerate(said, 1)
            ]
        )


def has_others(record: Record, number: int, question: str, voice: Voice) -> bool:
    """Whether other ballots answer *question* that may be of the same people: of *voice*, or of its side.

    Not how many: what is typed tells nothing of how many of a group have answered.
    """
    votes = record.votes(question).get(number, ())
    return any(may_be_same(vote.voice, voice) for vote in votes if not _is_of(vote.ballot, voice))


def tallied(record: Record, number: int, voice: Voice) -> bool:
    """Whether some question of round *number* has a tally in which people of *voice* may be counted."""
    return any(may_be_same(other, voice) for (other,) in record.database.all(_TALLIED, number))


def may_be_same(one: Voice, other: Voice) -> bool:
    """Whether the same people may speak in both: in a side, and in a perspective of it.

    >>> may_be_same("staff", "leaders"), may_be_same("frontline", "leaders"), may_be_same("people", "people")
    (True, False, True)
    """
    return one == other or SIDE_OF[one] == other or SIDE_OF[other] == one


def _is_of(ballot: str, voice: Voice) -> bool:
    return ballot.startswith(f"{_TALLY} {voice} ")


_TALLIED: Final = f"""
SELECT DISTINCT ballot.voice FROM ballot JOIN answer ON answer.ballot = ballot.id
WHERE answer.round = ? AND ballot.id LIKE '{_TALLY} %' AND {LATEST}
"""
