"""Double entry: the same ballots typed again, unseen; the differences, and what settles each."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from ladder_check.errors import LadderCheckError
from ladder_check.model.answer import VOICES, Voice
from ladder_check.model.room import Asked, Difference, RoomAnswer
from ladder_check.workshop import queries
from ladder_check.workshop.entering import paper_ballots, takes
from ladder_check.workshop.record import Entry, Record, Round, read_answer

WHOSE: Final = "whose"
"""Stands in the place of a question for whose ballot it is; a question's id has a full stop in it."""
NOTHING: Final = "-"
"""What the second entry says of a question where nothing is ticked."""


class SecondEntry:
    """One round whose ballots are typed again.  It shows nothing of what was typed first."""

    def __init__(self, record: Record, round_: Round) -> None:
        self.record, self.number = record, round_.number
        self.questions: tuple[Asked, ...] = tuple(map(record.question, round_.asks))

    def voice_of(self, ballot: str) -> Voice | None:
        """Who a *ballot* speaks for, as it was typed the second time; None if it was not yet."""
        return _voice(self._rows(ballot).get(WHOSE))

    def answers(self, ballot: str) -> dict[str, RoomAnswer]:
        """What a *ballot* says, as it was typed the second time, by question."""
        said = (
            (question, _answer(text)) for question, text in self._rows(ballot).items() if question != WHOSE
        )
        return {question: answer for question, answer in said if answer is not None}

    def save(
        self,
        ballot: str,
        voice: Voice,
        answers: Mapping[str, RoomAnswer | None],
        seen: Mapping[str, RoomAnswer | None],
    ) -> bool:
        """Keep *answers* of the second time, None for nothing ticked; False if they are no longer as *seen*.

        A ballot that says nothing at all any more counts as not typed.

        Raises:
            LadderCheckError: they cannot be written.
        """
        with self.record.database.transaction():
            self.record.must_take_more()
            now = self.answers(ballot)
            if any(now.get(question) != before for question, before in seen.items()):
                return False
            _write(self.record, self.number, ballot, {WHOSE: voice, **answers})
            if not self.answers(ballot):
                self.record.database.run(_FORGET, self.number, ballot)
        return True

    def takes(self) -> bool:
        """Whether the round still takes anything."""
        return takes(self.record, self.number)

    def newest_number(self) -> int:
        """The highest ballot number that was typed again; 0 if there is none."""
        rows = self.record.database.all(_BALLOTS, self.number)
        return max((int(ballot) for (ballot,) in rows if ballot.isdecimal()), default=0)

    def _rows(self, ballot: str) -> dict[str, str]:
        return dict(self.record.database.all(_OF_BALLOT, self.number, ballot))


@dataclass(frozen=True, slots=True)
class Checking:
    """The differences between the two entries of round *number*, and what settles them."""

    record: Record
    number: int

    def differences(self) -> tuple[Difference, ...]:
        """Each difference, ballot by ballot, in the order of the questions."""
        rows = self.record.database.all(_ALL, self.number)
        places = {question: place for place, question in enumerate([WHOSE, *self.record.questions])}
        rows.sort(key=lambda row: (_by_number(row[0]), places[row[1]]))
        compared = (self._compare(*row) for row in rows)
        return tuple(each for each in compared if each.first != each.second)

    def is_begun(self) -> bool:
        """Whether anything was typed a second time."""
        return bool(self.record.database.all(_BALLOTS, self.number))

    def left(self) -> tuple[str, ...]:
        """The ballot numbers that were typed once and not again."""
        again = {ballot for (ballot,) in self.record.database.all(_BALLOTS, self.number)}
        return tuple(each for each in paper_ballots(self.record, self.number) if each not in again)

    def settle(self, difference: Difference, right: RoomAnswer | Voice | None) -> None:
        """Let both entries say what is *right*, as it is on the paper.

        Raises:
            LadderCheckError: it is no longer as it was listed, or the record cannot take it.
        """
        with self.record.database.transaction():
            self.record.must_take_more()
            question = difference.question.id if difference.question else WHOSE
            if difference not in self._of(difference.ballot, question):
                raise LadderCheckError(f"Ballot {difference.ballot} was changed meanwhile.")
            if right != difference.first:
                self._correct(difference, right)
            _write(self.record, self.number, difference.ballot, {question: right})

    def _of(self, ballot: str, question: str) -> list[Difference]:
        rows = self.record.database.all(
            f"{_ALL} AND ballot = ? AND question = ?", self.number, ballot, question
        )
        return [self._compare(*row) for row in rows]

    def _compare(self, ballot: str, question: str, second: str) -> Difference:
        if question == WHOSE:
            return Difference(ballot, None, self._whose(ballot), _voice(second))
        asked = self.record.question(question)
        return Difference(
            ballot, asked, self.record.ballot(ballot, self.number).get(question), _answer(second)
        )

    def _whose(self, ballot: str) -> Voice | None:
        """Who a *ballot* speaks for; if it says nothing yet, who it was typed for the second time."""
        if self.record.speaks(ballot):
            return self.record.voice_of(ballot)
        rows = self.record.database.all(_OF_BALLOT, self.number, ballot)
        return _voice(dict(rows).get(WHOSE))

    def _correct(self, difference: Difference, right: RoomAnswer | Voice | None) -> None:
        """Put into the record what is *right*."""
        ballot = difference.ballot
        if difference.question is None:
            self._must_be_open(ballot)
            self.record.database.run(queries.CHANGE_VOICE, right, 1, ballot)
            return
        answer = None if right is None else read_answer(str(right))
        whose = self._whose(ballot)
        if whose:
            self.record.put([Entry(ballot, whose, self.number, difference.question.id, answer)])

    def _must_be_open(self, ballot: str) -> None:
        """See that whose *ballot* it is changes no round that is closed."""
        speaks_in = {number for (number,) in self.record.database.all(queries.SPEAKS_IN, ballot)}
        closed = [each.number for each in self.record.rounds if not each.open and each.number in speaks_in]
        if closed:
            raise LadderCheckError(
                f"Ballot {ballot} speaks in round {closed[0]} too, which is closed: whose it is stays."
            )


def _write(record: Record, number: int, ballot: str, said: Mapping[str, RoomAnswer | Voice | None]) -> None:
    rows = (
        (number, question, ballot, NOTHING if each is None else str(each)) for question, each in said.items()
    )
    record.database.run_each(_PUT, rows)


def _answer(text: str) -> RoomAnswer | None:
    return None if text == NOTHING else read_answer(text)


def _voice(text: str | None) -> Voice | None:
    return next((voice for voice in VOICES if voice == text), None)


def _by_number(ballot: str) -> tuple[int, str]:
    return (int(ballot) if ballot.isdecimal() else 10**9, ballot)


_OF_BALLOT: Final = "SELECT question, answer FROM second_entry WHERE round = ? AND ballot = ?"
_ALL: Final = "SELECT ballot, question, answer FROM second_entry WHERE round = ?"
_BALLOTS: Final = "SELECT DISTINCT ballot FROM second_entry WHERE round = ?"
_FORGET: Final = "DELETE FROM second_entry WHERE round = ? AND ballot = ?"
_PUT: Final = """
INSERT INTO second_entry (round, question, ballot, answer) VALUES (?, ?, ?, ?)
ON CONFLICT (round, question, ballot) DO UPDATE SET answer = excluded.answer
"""
