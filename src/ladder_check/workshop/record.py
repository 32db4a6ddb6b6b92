"""The record of a workshop: one database, in which no acknowledged ballot is ever lost or counted twice.

Nothing here decides what may be shown: whoever shows anything goes through `scoring.shown`.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, Final

from ladder_check.errors import LadderCheckError, UnknownName
from ladder_check.model.answer import Voice
from ladder_check.model.room import ROOM_WORDS, Asked, RoomWord, Scale, Session, Vote
from ladder_check.workshop.database import Database


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
    answer: int | RoomWord | None
    linked: bool = True


@dataclass(frozen=True, slots=True)
class Stored:
    """What became of entries: how many were new, how many changed an answer, how many said nothing new."""

    new: int = 0
    changed: int = 0
    same: int = 0


@dataclass(frozen=True, slots=True)
class Setting:
    """What is fixed at the first ballot.

    *banks* says the version of each bank; *ladder_bank* is the one that claims belong to.
    """

    session: Session
    questions: tuple[Asked, ...]
    banks: Mapping[str, str]
    ladder_bank: str


class Record:
    """An open record.  Each method that writes is one transaction, on disk when it comes back."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self.setting = _read_setting(database)

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
    def has_ballots(self) -> bool:
        """Whether anybody has answered: then what was set is fixed."""
        return bool(self.database.all("SELECT 1 FROM answer LIMIT 1"))

    def votes(self, question: str) -> dict[int, tuple[Vote, ...]]:
        """The newest answers to *question*, by round."""
        votes: dict[int, list[Vote]] = {}
        for number, ballot, answer, voice, linked in self.database.all(_VOTES, question):
            votes.setdefault(number, []).append(Vote(ballot, voice, read_answer(answer), bool(linked)))
        return {number: tuple(each) for number, each in votes.items()}

    def ballot(self, ballot: str, number: int) -> dict[str, int | RoomWord]:
        """The newest answers of one *ballot* in round *number*, by question."""
        return {
            question: read_answer(answer) for question, answer in self.database.all(_BALLOT, number, ballot)
        }

    def voice_of(self, ballot: str) -> Voice | None:
        """Who a *ballot* speaks for; None if there is none of that number."""
        rows = self.database.all("SELECT voice FROM ballot WHERE id = ?", ballot)
        return rows[0][0] if rows else None

    def voices(self, number: int) -> dict[Voice, int]:
        """How many answered anything in round *number*, by perspective or side.

        Small groups included: a screen shows the sum, and nothing else of it.
        """
        return dict(self.database.all(_VOICES, number))

    def put(self, entries: Sequence[Entry]) -> Stored:
        """Keep *entries*: all of them, on disk when this comes back, or none.

        An answer that is there already, word for word, changes nothing, so the same ballots may come twice.

        Raises:
            LadderCheckError: one of them does not fit the record, or it cannot be written.
        """
        counts = [0, 0, 0]
        with self.database.transaction():
            rounds = {each.number: each for each in self.rounds}
            for entry in entries:
                counts[self._put(entry, rounds)] += 1
        return Stored(*counts)

    def add_round(self, number: int, asks: Iterable[str]) -> None:
        """Begin round *number*, in which the questions *asks* are asked."""
        with self.database.transaction():
            self.database.run(
                "INSERT INTO round (number, open, asks) VALUES (?, 1, ?)", number, json.dumps(list(asks))
            )

    def open_or_close(self, number: int, *, opened: bool) -> None:
        """Let round *number* take ballots, or no more of them."""
        with self.database.transaction():
            self.database.run("UPDATE round SET open = ? WHERE number = ?", int(opened), number)

    def note_shown(self, numbers: Iterable[int]) -> None:
        """Note that somebody has seen what came of these rounds: from now on nothing in them may change."""
        with self.database.transaction():
            self.database.run_each("UPDATE round SET shown = 1 WHERE number = ?", ((n,) for n in numbers))

    def _put(self, entry: Entry, rounds: Mapping[int, Round]) -> int:
        """Keep one entry; 0 if it is new, 1 if it changed an answer, 2 if it said nothing new."""
        _must_fit(entry, self.question(entry.question))
        now, revision = self._newest(entry)
        text = None if entry.answer is None else str(entry.answer)
        if text == now:
            self._must_speak_for(entry)
            return 2
        _must_be_open(entry.round, rounds)
        self._must_speak_for(entry)
        self.database.run(_ADD, entry.round, entry.question, entry.ballot, revision + 1, text)
        return int(now is not None)

    def _must_speak_for(self, entry: Entry) -> None:
        """See that a ballot speaks for one voice, in every round and question."""
        voice = self.voice_of(entry.ballot)
        if voice is None:
            self.database.run(
                "INSERT INTO ballot VALUES (?, ?, ?)", entry.ballot, entry.voice, int(entry.linked)
            )
        elif voice != entry.voice:
            raise LadderCheckError(
                f"Ballot {entry.ballot} already speaks for {voice}, so it cannot speak for {entry.voice}."
            )

    def _newest(self, entry: Entry) -> tuple[str | None, int]:
        rows = self.database.all(_NEWEST, entry.round, entry.question, entry.ballot)
        return rows[0] if rows else (None, 0)


_LATEST: Final = """answer.answer IS NOT NULL AND answer.revision = (
    SELECT max(later.revision) FROM answer AS later
    WHERE later.round = answer.round AND later.question = answer.question AND later.ballot = answer.ballot)"""
_VOTES: Final = f"""
SELECT answer.round, answer.ballot, answer.answer, ballot.voice, ballot.linked
FROM answer JOIN ballot ON ballot.id = answer.ballot
WHERE answer.question = ? AND {_LATEST} ORDER BY answer.round, answer.ballot
"""
_BALLOT: Final = f"SELECT question, answer FROM answer WHERE round = ? AND ballot = ? AND {_LATEST}"
_VOICES: Final = f"""
SELECT ballot.voice, count(DISTINCT answer.ballot)
FROM answer JOIN ballot ON ballot.id = answer.ballot
WHERE answer.round = ? AND {_LATEST} GROUP BY ballot.voice
"""
_NEWEST: Final = """
SELECT answer, revision FROM answer
WHERE round = ? AND question = ? AND ballot = ? ORDER BY revision DESC LIMIT 1
"""
_ADD: Final = "INSERT INTO answer (round, question, ballot, revision, answer) VALUES (?, ?, ?, ?, ?)"


def _must_fit(entry: Entry, asked: Asked) -> None:
    if isinstance(entry.answer, int) and entry.answer not in asked.scale.steps:
        raise LadderCheckError(
            f"{entry.answer} is not on the scale of {asked.id}, {asked.scale.low} to {asked.scale.high}."
        )


def _must_be_open(number: int, rounds: Mapping[int, Round]) -> None:
    if number not in rounds:
        raise LadderCheckError(f"There is no round {number} in this workshop yet.")
    if not rounds[number].open:
        raise LadderCheckError(f"Round {number} is closed: it takes no more answers and changes none.")


def read_answer(text: str) -> int | RoomWord:
    """An answer as the record keeps it: a step of the scale, or a word."""
    return next((word for word in ROOM_WORDS if word == text), None) or int(text)


def _read_setting(database: Database) -> Setting:
    values: dict[str, Any] = dict(database.all("SELECT name, value FROM setting"))
    questions = (
        {
            **each,
            "scale": Scale(**each["scale"]),
            "labels": tuple(each["labels"]),
            "values": tuple(each["values"]),
        }
        for each in json.loads(values["questions"])
    )
    return Setting(
        session=Session.model_validate_json(values["session"]),
        questions=tuple(Asked(**each) for each in questions),
        banks=json.loads(values["banks"]),
        ladder_bank=values["ladder_bank"],
    )


def _write_setting(database: Database, setting: Setting) -> None:
    """Put what is set in the place of what was."""
    values = {
        "session": setting.session.model_dump_json(by_alias=True, exclude_none=True),
        "questions": json.dumps([asdict(each) for each in setting.questions], ensure_ascii=False),
        "banks": json.dumps(dict(setting.banks)),
        "ladder_bank": setting.ladder_bank,
    }
    with database.transaction():
        database.run_each("INSERT OR REPLACE INTO setting (name, value) VALUES (?, ?)", values.items())


def create_record(path: Path, setting: Setting) -> None:
    """Begin a record at *path*; one that has no ballots yet is set anew.

    Raises:
        LadderCheckError: the record has ballots, something else is at *path*, or it cannot be written.
    """
    there = path.exists()
    with Database.open(path, create=True) as database:
        if there and database.all("SELECT 1 FROM answer LIMIT 1"):
            raise LadderCheckError(
                f"{path}: people have answered already, so what was set stays. Nothing was changed."
            )
        with database.transaction():
            database.run("DELETE FROM round")
        _write_setting(database, setting)


@contextmanager
def open_record(path: Path) -> Iterator[Record]:
    """The record at *path*, closed again when done.

    Raises:
        LadderCheckError: it is not there, is no record of a workshop, or is of a later version than ours.
    """
    if not path.is_file():
        raise LadderCheckError(
            f"{path}: there is no workshop record here. Begin one: ladder-check workshop new {path}"
        )
    with Database.open(path) as database:
        yield Record(database)
