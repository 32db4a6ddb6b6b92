"""One sheet on its way into one record: every row judged, nothing written."""

import hashlib
import hmac
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Final, TypeVar

from ladder_check.errors import LadderCheckError
from ladder_check.model.answer import Voice, Word
from ladder_check.workshop.importers.batch import Batch, Fault, Saying, Wishes, columns_of, replies_of
from ladder_check.workshop.importers.cells import (
    BadCell,
    read_ballot,
    read_round,
    read_step,
    read_voice,
    read_words,
)
from ladder_check.workshop.importers.mapping import BALLOT, LEAVE_OUT, PERSPECTIVE, ROUND, about_of
from ladder_check.workshop.importers.matching import Left, Matcher, is_question
from ladder_check.workshop.importers.sheet import Reply, Sheet
from ladder_check.workshop.record import Entry, Record
from ladder_check.workshop.rounds import open_round, round_called

T = TypeVar("T")
_NO_VOICE: Final = (
    "{}: nothing says whose answers these are. Either name the column in a map, such as "
    '"Who are you?": perspective, or, if all of them are of one group, add for example: --as people'
)

_TWO_VOICES: Final = (
    "{}: the column “{}” says whose answers these are, and so does --as. Either leave --as out, or leave the "
    "column out in a map."
)


@dataclass(frozen=True, slots=True)
class _Person:
    """Who sent a reply, as the record knows them, and in which round."""

    ballot: str
    voice: Voice
    round: int
    linked: bool


class Intake:
    """What is known of a sheet and of the record while its rows are judged."""

    def __init__(self, sheet: Sheet, matcher: Matcher, record: Record, wishes: Wishes, secret: bytes) -> None:
        self.sheet, self.matcher, self.record, self.wishes, self.secret = (
            sheet,
            matcher,
            record,
            wishes,
            secret,
        )
        self.columns = columns_of(sheet, matcher)
        self.header_of = {meaning: header for header, meaning in self.columns.items()}
        self.questions = tuple(meaning for meaning in self.columns.values() if is_question(meaning))
        self.telling = tuple(header for header, meaning in self.columns.items() if _tells(meaning))
        self.rounds = {each.number: each for each in record.rounds}
        self.last = max(self.rounds, default=0)
        self.voices: dict[str, Voice] = dict(record.database.all("SELECT id, voice FROM ballot"))
        self.said_in = _said_in(record)
        self.batch = Batch(sheet, names_rounds=ROUND in self.header_of)

    def judge(self) -> Batch:
        """What the sheet brings.

        Raises:
            LadderCheckError: nothing says which round, which session or whose answers these are.
        """
        self._must_say_whose()
        if ROUND not in self.header_of:
            self._round_of_all  # noqa: B018 (said before any row is judged)
        for reply in replies_of(self.sheet, self.wishes.session):
            self._take(reply)
        self.batch.entries = list({(e.ballot, e.round, e.question): e for e in self.batch.entries}.values())
        return self.batch

    def _must_say_whose(self) -> None:
        """See that one thing says whose answers these are, and not two."""
        if self.wishes.voice and PERSPECTIVE in self.header_of:
            raise LadderCheckError(_TWO_VOICES.format(self.sheet.file, self._column(PERSPECTIVE)))
        if not (self.wishes.voice or PERSPECTIVE in self.header_of or BALLOT in self.header_of):
            raise LadderCheckError(_NO_VOICE.format(self.sheet.file))

    @property
    def _round_of_all(self) -> int:
        """The round of a reply that does not say one."""
        if self.wishes.round is not None:
            return round_called(self.record, self.wishes.round).number
        return open_round(self.record).number

    def _take(self, reply: Reply) -> None:
        """Judge one reply, and keep what it says if all of it is right."""
        if not any(reply.cells.get(header) for header in self.telling):
            return
        before = len(self.batch.faults)
        voice = self._voice(reply)
        person = self._person(reply, voice) if voice != LEAVE_OUT else None
        steps = list(self._steps(reply))
        words = list(self._words(reply))
        if person is None or len(self.batch.faults) > before:
            return
        self.batch.rows += 1
        self.voices[person.ballot] = person.voice
        self.last = max(self.last, person.round)
        self.batch.entries += self._entries(person, steps)
        self.batch.sayings += (Saying(about, person.voice, said) for about, said in words)

    def _checked(self, reply: Reply, header: str, read: Callable[[str], T]) -> T | None:
        """What *read* makes of the cell under *header*; None, and a fault noted, if it is bad."""
        try:
            return read(reply.cells.get(header, ""))
        except BadCell as bad:
            self.batch.faults.append(Fault(self.sheet.file, reply.row, header, str(bad)))
            return None

    def _voice(self, reply: Reply) -> Voice | Left | None:
        if self.wishes.voice:
            return self.wishes.voice
        known = self.voices.get(reply.cells.get(self.header_of.get(BALLOT, ""), ""))
        if known and not reply.cells.get(self.header_of.get(PERSPECTIVE, "")):
            # A ballot speaks for the same people in every round.
            return known
        return self._checked(reply, self._column(PERSPECTIVE), lambda text: read_voice(self.matcher, text))

    def _person(self, reply: Reply, voice: Voice | None) -> _Person | None:
        ballot = self._ballot(reply)
        number = self._round(reply)
        if ballot is None or number is None or voice is None:
            return None
        known = self.voices.get(ballot, voice)
        if known != voice:
            message = f"ballot {ballot} speaks for {known} already, so it cannot speak for {voice}."
            self.batch.faults.append(Fault(self.sheet.file, reply.row, self._column(PERSPECTIVE), message))
            return None
        linked = self.sheet.linked or bool(reply.cells.get(self._column(BALLOT)))
        return _Person(ballot, voice, number, linked)

    def _column(self, meaning: str) -> str:
        return self.header_of.get(meaning, "")

    def _ballot(self, reply: Reply) -> str | None:
        """The number on the ballot; where there is none, one that says nothing about who sent it."""
        if reply.person and not reply.cells.get(self._column(BALLOT)):
            name = "\n".join((self.sheet.source, self.sheet.form, reply.person))
            return "f-" + hmac.new(self.secret, name.encode(), hashlib.sha256).hexdigest()[:18]
        return self._checked(reply, self._column(BALLOT), read_ballot)

    def _round(self, reply: Reply) -> int | None:
        if not reply.cells.get(self._column(ROUND)):
            return self._round_of_all
        return self._checked(
            reply, self._column(ROUND), lambda text: read_round(text, self.last, self.wishes.round)
        )

    def _steps(self, reply: Reply) -> Iterator[tuple[str, int | Word]]:
        for question in self.questions:
            if reply.cells.get(self.header_of[question]):
                asked = self.record.question(question)
                step = self._checked(reply, self.header_of[question], partial(read_step, self.matcher, asked))
                if step is not None and step != "leave-out":
                    yield question, step

    def _words(self, reply: Reply) -> Iterator[tuple[str, str]]:
        for header, meaning in self.columns.items():
            about = about_of(meaning)
            if about is not None and reply.cells.get(header):
                said = self._checked(reply, header, read_words)
                if said:
                    yield about, said

    def _entries(self, person: _Person, steps: Iterable[tuple[str, int | Word]]) -> Iterator[Entry]:
        """What is counted of what one person said: in a round that asks it, and nowhere else already.

        A file that names its rounds knows what each of them asked.  That a question does not fit has no place
        among a room's answers: it is passed over like a blank.
        """
        begun = None if self.batch.names_rounds else self.rounds.get(person.round)
        for question, step in steps:
            if begun and question not in begun.asks:
                self.batch.not_asked[person.round, question] += 1
            elif step == "does-not-fit":
                self.batch.not_fitting += 1
            elif not person.linked and (others := self._others(person, question)):
                self.batch.elsewhere[min(others)] += 1
            else:
                yield Entry(person.ballot, person.voice, person.round, question, step, person.linked)

    def _others(self, person: _Person, question: str) -> set[int]:
        """The other rounds for which this very reply was imported already."""
        return self.said_in.get((person.ballot, question), set()) - {person.round}


def _tells(meaning: str) -> bool:
    """Whether a column with this *meaning* holds something that somebody said."""
    return is_question(meaning) or about_of(meaning) is not None


def _said_in(record: Record) -> dict[tuple[str, str], set[int]]:
    """The rounds of each ballot and question."""
    rounds: dict[tuple[str, str], set[int]] = {}
    for ballot, question, number in record.database.all("SELECT ballot, question, round FROM answer"):
        rounds.setdefault((ballot, question), set()).add(number)
    return rounds
