"""The record of a workshop: one database, in which no acknowledged ballot is ever lost or counted twice.

Nothing here decides what may be shown: whoever shows anything goes through `scoring.shown`.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from ladder_check.errors import LadderCheckError, UnknownName
from ladder_check.model.answer import Voice
from ladder_check.model.room import ROOM_WORDS, Asked, RoomAnswer, Session, Vote
from ladder_check.workshop import queries
from ladder_check.workshop.database import Database
from ladder_check.workshop.setting import is_closed, made_now, read_setting


@dataclass(frozen=True, slots=True)
class Round:
    """One round of answers: whether it takes ballots, what is asked, and whether its results were shown."""

    number: int
    open: bool
    asks: tuple[str, ...]
    shown: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """One answer on its way into the record; None takes an answer back."""

    ballot: str
    voice: Voice
    round: int
    question: str
    answer: RoomAnswer | None
    linked: bool = True


@dataclass(frozen=True, slots=True)
class Stored:
    """What became of entries: how many were new, how many changed an answer, how many said nothing new."""

    new: int = 0
    changed: int = 0
    same: int = 0


class Record:
    """An open record.  Each method that writes is one transaction, on disk when it comes back."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self.setting = read_setting(database)

    @property
    def path(self) -> Path:
        """Where it stands."""
        return self.database.path

    @property
    def session(self) -> Session:
        """What the workshop is about, and whom it invites."""
        return self.setting.session

    @cached_property
    def questions(self) -> dict[str, Asked]:
        """Every question by its whole id, in the order of the agenda."""
        return {each.id: each for each in self.setting.questions}

    def question(self, whole: str) -> Asked:
        """The question called *whole*.

        Raises:
            UnknownName: this workshop does not ask it.
        """
        if whole not in self.questions:
            raise UnknownName("question in this workshop", whole, self.questions)
        return self.questions[whole]

    @property
    def rounds(self) -> tuple[Round, ...]:
        """Every round, the first first."""
        rows = self.database.all("SELECT number, open, asks, shown FROM round ORDER BY number")
        return tuple(
            Round(n, bool(opened), tuple(json.loads(asks)), bool(seen)) for n, opened, asks, seen in rows
        )

    @property
    def is_closed(self) -> bool:
        """Whether the links between rounds are destroyed: then nothing comes in any more."""
        return is_closed(self.database)

    @property
    def has_ballots(self) -> bool:
        """Whether anybody has answered: then what was set is fixed."""
        return bool(self.database.all("SELECT 1 FROM answer LIMIT 1"))

    def votes(self, question: str) -> dict[int, tuple[Vote, ...]]:
        """The newest answers to *question*, by round."""
        votes: dict[int, list[Vote]] = {}
        for number, ballot, answer, voice, linked in self.database.all(queries.VOTES, question):
            votes.setdefault(number, []).append(Vote(ballot, voice, read_answer(answer), bool(linked)))
        return {number: tuple(each) for number, each in votes.items()}

    def ballot(self, ballot: str, number: int) -> dict[str, RoomAnswer]:
        """The newest answers of one *ballot* in round *number*, by question."""
        return {
            question: read_answer(answer)
            for question, answer in self.database.all(queries.BALLOT, number, ballot)
        }

    def voice_of(self, ballot: str) -> Voice | None:
        """Who a *ballot* speaks for; None if there is none of that number."""
        rows = self.database.all("SELECT voice FROM ballot WHERE id = ?", ballot)
        return rows[0][0] if rows else None

    def speaks(self, ballot: str) -> bool:
        """Whether a *ballot* says anything in any round."""
        return bool(self.database.all(queries.SPEAKS, ballot))

    def ballots(self, number: int) -> list[str]:
        """The numbers of the ballots that say something in round *number*, without those of tallies."""
        return [ballot for (ballot,) in self.database.all(queries.IN_ROUND, number)]

    def voices(self, number: int) -> dict[Voice, int]:
        """How many answered anything in round *number*, by perspective or side.

        Small groups included: a screen shows the sum, and nothing else of it.
        """
        return dict(self.database.all(queries.VOICES, number))

    def attendance(self) -> dict[Voice, int]:
        """How many there were at least, by perspective or side: the most who answered one question at once.

        The same before and after the record is closed for good, and however ballots were numbered.
        """
        return dict(self.database.all(queries.ATTENDANCE))

    def extents(self, number: int) -> list[int]:
        """How many questions each ballot of round *number* answers, fewest first."""
        return [extent for (extent,) in self.database.all(queries.EXTENTS, number)]

    def put(self, entries: Sequence[Entry], *, late: bool = False) -> Stored:
        """Keep *entries*: all of them, on disk when this comes back, or none.

        An answer that is there already, word for word, changes nothing, so the same ballots may come twice.
        What comes *late* names its round itself, and may come after that has ended, but not after somebody
        has seen what came of it.

        Raises:
            LadderCheckError: one of them does not fit the record, or it cannot be written.
        """
        counts = [0, 0, 0]
        with self.database.transaction():
            self.must_take_more()
            rounds = {each.number: each for each in self.rounds}
            for entry in entries:
                counts[self._put(entry, rounds, late=late)] += 1
        return Stored(*counts)

    def must_take_more(self) -> None:
        """See that something may still come in; use it in the transaction that brings it.

        Raises:
            LadderCheckError: the record is closed for good, or was set anew since it was opened.
        """
        if self.is_closed:
            raise LadderCheckError(
                f"{self.path}: this workshop is closed for good. Nothing more comes in; its results stay."
            )
        if made_now(self.database) != self.setting.made:
            raise LadderCheckError(
                f"{self.path}: this workshop was set anew meanwhile. Nothing was saved; please begin again."
            )

    def add_round(self, number: int, asks: Iterable[str]) -> None:
        """Begin round *number*, in which the questions *asks* are asked; the one that was open is closed.

        Raises:
            LadderCheckError: it has begun already, or nothing more may come in.
        """
        with self.database.transaction():
            self.must_take_more()
            if any(each.number == number for each in self.rounds):
                raise LadderCheckError(f"Round {number} has begun already.")
            self.database.run(queries.CLOSE_ALL)
            self.database.run(queries.BEGIN, number, json.dumps(list(asks)))

    def ask_too(self, number: int, questions: Iterable[str]) -> None:
        """Have round *number* ask *questions* too, beside what it asks already."""
        asks = next(each.asks for each in self.rounds if each.number == number)
        wanted = [each for each in self.questions if each in {*asks, *questions}]
        with self.database.transaction():
            self.database.run(queries.ASK, json.dumps(wanted), number)

    def open_or_close(self, number: int, *, opened: bool) -> None:
        """Let round *number* take ballots, and no other; or no more of them.

        Raises:
            LadderCheckError: it is to be opened, and nothing more may come in.
        """
        with self.database.transaction():
            if opened:
                self.must_take_more()
                self.database.run(queries.CLOSE_ALL)
            self.database.run("UPDATE round SET open = ? WHERE number = ?", int(opened), number)

    def note_shown(self, numbers: Iterable[int]) -> None:
        """Note that somebody has seen what came of these rounds: from now on nothing in them may change."""
        with self.database.transaction():
            self.database.run_each(queries.SHOWN, ((number,) for number in numbers))

    def _put(self, entry: Entry, rounds: Mapping[int, Round], *, late: bool) -> int:
        """Keep one entry; 0 if it is new, 1 if it changed an answer, 2 if it said nothing new."""
        _must_fit(entry, self.question(entry.question))
        now, revision = self._newest(entry)
        text = None if entry.answer is None else str(entry.answer)
        if text is not None or now is not None:
            self._must_speak_for(entry)
        if text == now:
            return 2
        _must_take(entry.round, rounds, late=late)
        self.database.run(queries.ADD, entry.round, entry.question, entry.ballot, revision + 1, text)
        return int(now is not None)

    def _must_speak_for(self, entry: Entry) -> None:
        """See that a ballot has a number, and speaks for one voice, in every round and question."""
        if not entry.ballot.strip():
            raise LadderCheckError("A ballot needs a number, or a short name without a person in it.")
        voice = self.voice_of(entry.ballot)
        if voice is None:
            self.database.run(
                "INSERT INTO ballot VALUES (?, ?, ?)", entry.ballot, entry.voice, int(entry.linked)
            )
        elif voice != entry.voice and self.speaks(entry.ballot):
            raise LadderCheckError(
                f"Ballot {entry.ballot} already speaks for {voice}, so it cannot speak for {entry.voice}."
            )
        elif voice != entry.voice:
            # All that it said was taken back: it was somebody's slip, and not a person who changed sides.
            self.database.run(queries.CHANGE_VOICE, entry.voice, int(entry.linked), entry.ballot)

    def _newest(self, entry: Entry) -> tuple[str | None, int]:
        rows = self.database.all(queries.NEWEST, entry.round, entry.question, entry.ballot)
        return rows[0] if rows else (None, 0)


def _must_fit(entry: Entry, asked: Asked) -> None:
    if isinstance(entry.answer, int) and entry.answer not in asked.scale.steps:
        raise LadderCheckError(
            f"{entry.answer} is not on the scale of {asked.id}, {asked.scale.low} to {asked.scale.high}."
        )


def _must_take(number: int, rounds: Mapping[int, Round], *, late: bool) -> None:
    if number not in rounds:
        raise LadderCheckError(f"There is no round {number} in this workshop yet.")
    was_shown = any(each.shown for each in rounds.values() if each.number >= number)
    if was_shown or not (late or rounds[number].open):
        raise LadderCheckError(f"Round {number} is closed: it takes no more answers and changes none.")


def read_answer(text: str) -> RoomAnswer:
    """An answer as the record keeps it: a step of the scale, or a word."""
    # Looked at first: nearly every answer is a number, and a large room has many.
    if text.isdecimal():
        return int(text)
    return next((word for word in ROOM_WORDS if word == text), None) or int(text)


@contextmanager
def open_record(path: Path) -> Iterator[Record]:
    """The record at *path*, closed again when done.

    Raises:
        LadderCheckError: it is not there, is no record of a workshop, or is of a later version than ours.
    """
    with Database.open(path) as database:
        yield Record(database)
