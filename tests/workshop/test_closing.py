"""Closing for good: what may be shown stays to the last figure, and no byte links a person's answers."""

import os
import signal
import sqlite3
import sys
import time
from collections import Counter
from contextlib import closing
from pathlib import Path
from random import Random
from typing import Any

import pytest

from ladder_check.errors import LadderCheckError
from ladder_check.model.answer import Voice
from ladder_check.report.progress import describe
from ladder_check.scoring.shown import show_rounds
from ladder_check.workshop import database
from ladder_check.workshop.closing import destroy_links
from ladder_check.workshop.creation import create_record
from ladder_check.workshop.progress import progress_of
from ladder_check.workshop.reading import shown_questions
from ladder_check.workshop.record import Entry, Record, open_record
from ladder_check.workshop.rounds import next_round, reopen_round
from room_record import CLAIM, R4, R5, entry, workshop
from workshop_commands import run

ROOM: dict[Voice, int] = {"people": 8, "carers": 6, "frontline": 9, "leaders": 2}


def number_of(voice: Voice, n: int) -> str:
    """A ballot's number that stands nowhere else in a file."""
    return f"BALLOT-{voice}-{n:03}"


def fill(record: Record, chance: Random, *, linked: bool = True) -> None:
    """Two rounds of a room: minds change, some say a word, some come late, one ballot is changed."""
    rows = [(voice, n) for voice, heads in ROOM.items() for n in range(heads)]
    for number, late in ((1, 1), (2, 0)):
        record.put(
            [
                Entry(number_of(voice, n), voice, number, question, answer_of(chance), linked)
                for voice, n in rows
                for question in (R4, R5)
                if n >= late or voice == "carers"
            ]
        )
        record.put([Entry(number_of("people", 3), "people", number, R4, 4, linked)])
        record.put([Entry(number_of("people", 4), "people", number, R5, None, linked)])
        with record.database.transaction():
            record.database.run("INSERT INTO second_entry VALUES (?, ?, ?, '3')", number, R4, "BALLOT-again")
        if number == 1:
            record.add_round(2, [R4, R5])


def answer_of(chance: Random) -> Any:
    return chance.choice([0, 1, 2, 2, 3, 3, 4, "not-sure", "rather-not-say"])


def figures(record: Record) -> dict[tuple[str, int, str], Counter[Any]]:
    """How often each answer was given, by question, round and voice."""
    found: dict[tuple[str, int, str], Counter[Any]] = {}
    for question in record.questions:
        for number, votes in record.votes(question).items():
            for vote in votes:
                found.setdefault((question, number, vote.voice), Counter())[vote.answer] += 1
    return found


def all_bytes(path: Path) -> bytes:
    return b"".join(each.read_bytes() for each in sorted(path.parent.glob("day.workshop*")))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "day.workshop"


def close_rounds(record: Record) -> None:
    for each in record.rounds:
        record.open_or_close(each.number, opened=False)


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("size", [5, 3, 10])
def test_what_may_be_shown_is_the_same_before_and_after(path: Path, seed: int, size: int) -> None:
    with workshop(path, (R4, R5), small_group=size, agreed_by="the leaders") as record:
        fill(record, Random(seed), linked=seed % 3 > 0)
        close_rounds(record)
        before, answers, said = shown_questions(record), figures(record), progress_of(record, "x")
        destroy_links(record)
        assert shown_questions(record) == before
        assert figures(record) == answers
    with open_record(path) as record:
        assert shown_questions(record) == before
        assert list(shown_questions(record)) == [R4, R5]
        assert [each.rounds.keys() for each in before.values()] == [{1, 2}, {1, 2}]
        after = progress_of(record, "x")
        assert after.closed
        assert [(each.answered, each.everything) for each in after.rounds] == [
            (each.answered, each.everything) for each in said.rounds
        ]
        assert "closed for good" in describe(after)


def test_linked_moves_outlive_the_links(path: Path) -> None:
    """
    Worked by hand: 8 people say 2 in the first round; in the second 6 say 2 and two say 3 and 1.
    Linked: 6 the same, 1 up, 1 down.  Computed anew without links the change would be another.
    """
    with workshop(path, (R4,)) as record:
        record.put([entry(f"BALLOT-{n}", 2) for n in range(8)])
        record.add_round(2, [R4])
        record.put([entry(f"BALLOT-{n}", {0: 3, 1: 1}.get(n, 2), number=2) for n in range(8)])
        destroy_links(record)
        moves = shown_questions(record)[R4].changes[2]
        assert moves is not None
        assert (moves.linked, moves.same, moves.up, moves.down) == (True, 6, 1, 1)
        anew = show_rounds(record.votes(R4), record.question(R4).scale, 5).changes[2]
        assert anew != moves


def test_no_number_no_order_and_no_older_answer_is_in_any_byte(path: Path) -> None:
    with workshop(path, (R4, R5)) as record:
        fill(record, Random(1))
        assert all_bytes(path).count(b"BALLOT") > 100
        numbers = {vote.ballot for q in (R4, R5) for votes in record.votes(q).values() for vote in votes}
        destroy_links(record)
        # While it is still open, and so are the files beside it.
        assert b"BALLOT" not in all_bytes(path)
        after = [
            (q, number, vote.ballot, vote.linked)
            for q in (R4, R5)
            for number, votes in record.votes(q).items()
            for vote in votes
        ]
        assert record.database.all("SELECT max(revision) FROM answer") == [(1,)]
        assert record.database.all("SELECT count(*) FROM second_entry") == [(0,)]
    assert len(numbers) == sum(ROOM.values())
    # Every answer stands alone: no number comes twice, in whatever question or round.
    assert len({ballot for _, _, ballot, _ in after}) == len(after)
    assert not any(linked for *_, linked in after)
    assert b"BALLOT" not in all_bytes(path)
    assert [each.name for each in path.parent.glob("day.workshop*")] == ["day.workshop"]


def test_answers_lie_in_another_order_than_they_came(path: Path) -> None:
    """Forty people, each with a voice that follows from the order: a run of 20 and a run of 20 before."""
    first, *_, last = ROOM
    voices = [first] * 20 + [last] * 20
    with workshop(path, (R4,)) as record:
        for n, voice in enumerate(voices):
            record.put([entry(f"BALLOT-{n}", n % 5, voice=voice)])
        destroy_links(record)
        by_number = [voice for (voice,) in record.database.all("SELECT voice FROM ballot ORDER BY id")]
        by_place = [voice for (voice,) in record.database.all("SELECT voice FROM ballot ORDER BY rowid")]
    for found in (by_number, by_place):
        assert sorted(found) == sorted(voices)
        # By chance two in order have a likelihood of 1 in 10 to the power of 11.
        assert found not in (voices, voices[::-1])


def test_every_secret_and_every_table_that_is_not_named_goes(path: Path) -> None:
    with workshop(path, (R4,)) as record:
        record.put([entry("BALLOT-1", 3)])
        with record.database.transaction():
            record.database.run("INSERT INTO setting VALUES ('secret', 'BALLOT-secret')")
            record.database.run("CREATE TABLE seen (ballot TEXT REFERENCES ballot (id)) STRICT")
            record.database.run("INSERT INTO seen VALUES ('BALLOT-1')")
            record.database.run(
                "INSERT INTO words (question, voice, said, share) VALUES (?, 'people', 'So', 1)", R4
            )
        destroy_links(record)
        assert b"BALLOT" not in all_bytes(path)
        assert record.database.all("SELECT said FROM words") == [("So",)]


def test_after_it_nothing_comes_in_and_nothing_opens(path: Path) -> None:
    with workshop(path, (R4,)) as record:
        record.put([entry("BALLOT-1", 3)])
        destroy_links(record)
        assert [each.open for each in record.rounds] == [False]
        for attempt in (
            lambda: record.put([entry("BALLOT-1", 3)]),
            lambda: record.put([entry("BALLOT-2", 3)]),
            lambda: next_round(record),
            lambda: record.add_round(2, [R4]),
            lambda: reopen_round(record, 1),
        ):
            with pytest.raises(LadderCheckError, match="closed for good"):
                attempt()
        record.note_shown([1])
    with pytest.raises(LadderCheckError, match="people have answered already"):
        create_record(path, record.setting)


def test_an_empty_workshop_closes_and_closing_twice_is_closing_once(path: Path) -> None:
    with workshop(path, (CLAIM,)) as record:
        destroy_links(record)
        once = path.read_bytes()
        destroy_links(record)
        assert shown_questions(record) == {}
        assert progress_of(record, "x").rounds[0].answered == 0
    with open_record(path) as record:
        assert record.is_closed
    assert len(path.read_bytes()) == len(once)


def test_while_another_program_has_it_open_it_says_so_and_can_be_done_again(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database, "WAIT", 0.1)
    with workshop(path, (R4, R5)) as record:
        fill(record, Random(1))
        with closing(sqlite3.connect(path, isolation_level=None)) as other:
            other.execute("BEGIN")
            other.execute("SELECT count(*) FROM answer").fetchone()
            with pytest.raises(LadderCheckError, match="close the workshop once more"):
                destroy_links(record)
            assert record.is_closed
        destroy_links(record)
        assert b"BALLOT" not in all_bytes(path)


def test_what_was_kept_and_is_damaged_is_said_to_be_so(path: Path) -> None:
    with workshop(path, (R4,)) as record:
        record.put([entry(f"BALLOT-{n}", 3) for n in range(6)])
        destroy_links(record)
        with record.database.transaction():
            record.database.run("UPDATE kept SET shown = '{}'")
        with pytest.raises(LadderCheckError, match="this record is damaged"):
            shown_questions(record)


@pytest.mark.skipif(sys.platform == "win32", reason="there is no fork")
def test_a_kill_in_the_middle_leaves_it_whole_or_closed_and_it_can_be_done_again(tmp_path: Path) -> None:
    chance, half_done = Random(2026), 0
    for number in range(12):
        path = tmp_path / str(number) / "day.workshop"
        path.parent.mkdir()
        with workshop(path, (R4, R5)) as record:
            fill(record, chance)
            close_rounds(record)
            before, answers = shown_questions(record), figures(record)
        child = os.fork()
        if child == 0:
            with open_record(path) as record:
                destroy_links(record)
            os._exit(0)
        time.sleep(chance.uniform(0.0, 0.12))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        half_done += b"BALLOT" in all_bytes(path)
        with open_record(path) as record:
            assert (shown_questions(record), figures(record)) == (before, answers)
            destroy_links(record)
            assert (shown_questions(record), figures(record)) == (before, answers)
        assert b"BALLOT" not in all_bytes(path)
    assert 0 < half_done < 12


# Reading


def test_nothing_is_shown_of_an_open_round_nor_of_one_after_it(path: Path) -> None:
    with workshop(path, (R4, R5)) as record:
        fill(record, Random(1))
        assert {n for each in shown_questions(record).values() for n in each.rounds} == {1}
        record.open_or_close(1, opened=True)
        assert shown_questions(record) == {}
        close_rounds(record)
        assert {n for each in shown_questions(record).values() for n in each.rounds} == {1, 2}


# The command


def test_the_command_asks_or_needs_yes(path: Path) -> None:
    with workshop(path, (R4,)) as record:
        record.put([entry(f"BALLOT-{n}", 3) for n in range(6)])
    refused = run(path.parent, "close", "day.workshop")
    assert (refused.returncode, refused.stdout) == (2, "")
    assert "add --yes" in refused.stderr
    for left in (run(path.parent, "close", "day.workshop", typed=each) for each in ("n\n", "q\n")):
        assert left.returncode == 0
        assert "It cannot be taken back" in " ".join(left.stdout.split())
        assert "Nothing was changed." in left.stdout
    assert b"BALLOT" in all_bytes(path)
    done = run(path.parent, "close", "day.workshop", typed="y\n")
    assert (done.returncode, done.stderr) == (0, "")
    assert "day.workshop is closed for good." in done.stdout
    assert b"BALLOT" not in all_bytes(path)
    again = run(path.parent, "close", "day.workshop", "--yes")
    assert (again.returncode, "is closed for good" in again.stdout) == (0, True)
    status = run(path.parent, "status", "day.workshop")
    assert "ladder-check workshop publish day.workshop FILE" in status.stdout.splitlines()
