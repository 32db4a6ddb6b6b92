"""Rounds: claims, questions, and the questions again; one open at a time."""

from pathlib import Path

import pytest

from ladder_check.errors import LadderCheckError, UnknownName
from ladder_check.workshop.creation import create_record
from ladder_check.workshop.record import Record, Round, open_record
from ladder_check.workshop.rounds import (
    close_round,
    first_asks,
    next_round,
    open_round,
    reopen_round,
    round_called,
)
from room_record import CLAIM, HR1, R4, R5, entry, setting, workshop

QUESTIONS = (R4, R5, HR1)


def open_ones(record: Record) -> list[int]:
    return [each.number for each in record.rounds if each.open]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "day.workshop"


def test_claims_come_first_then_the_questions_then_the_same_again(path: Path) -> None:
    assert first_asks(setting().questions) == (CLAIM,)
    assert first_asks(setting().questions[1:]) == QUESTIONS
    with workshop(path, (CLAIM,)) as record:
        assert next_round(record) == Round(2, open=True, asks=QUESTIONS)
        assert next_round(record) == Round(3, open=True, asks=QUESTIONS)
        assert open_ones(record) == [3]


def test_the_first_round_of_all_asks_the_claims(path: Path) -> None:
    create_record(path, setting())
    with open_record(path) as record:
        assert next_round(record).asks == (CLAIM,)


def test_a_round_may_ask_less(path: Path) -> None:
    with workshop(path) as record:
        assert next_round(record, [R5, R5]).asks == (R5,)
        assert next_round(record).asks == (R5,)
        with pytest.raises(UnknownName, match="Did you mean"):
            next_round(record, ["ladder.designing.r44"])
        assert open_ones(record) == [3]


def test_a_round_begins_once(path: Path) -> None:
    with workshop(path) as record:
        with pytest.raises(LadderCheckError, match="Round 1 has begun already"):
            record.add_round(1, [R4])
        assert open_ones(record) == [1]


def test_an_open_round_closes_and_opens_again_until_it_was_shown(path: Path) -> None:
    with workshop(path) as record:
        close_round(record)
        with pytest.raises(LadderCheckError, match="No round is open"):
            open_round(record)
        with pytest.raises(LadderCheckError, match="No round is open"):
            close_round(record)
        reopen_round(record, 1)
        assert open_round(record).number == 1
        record.note_shown([1])
        assert record.rounds == (Round(1, open=False, asks=QUESTIONS, shown=True),)
        with pytest.raises(LadderCheckError, match="could work out"):
            reopen_round(record, 1)
        assert open_ones(record) == []


def test_only_one_round_takes_ballots(path: Path) -> None:
    with workshop(path) as record:
        next_round(record)
        reopen_round(record, 1)
        assert open_ones(record) == [1]
        with pytest.raises(LadderCheckError, match="Round 2 is closed"):
            record.put([entry("12", 3, number=2)])


def test_a_round_before_one_that_was_shown_stays_closed(path: Path) -> None:
    """What was shown of round 2 was compared with round 1: another ballot in 1 would give somebody away."""
    with workshop(path) as record:
        next_round(record)
        record.note_shown([2])
        with pytest.raises(LadderCheckError, match="round 2 was shown already"):
            reopen_round(record, 1)


def test_a_round_is_found_by_its_number_or_is_the_open_one_or_the_last(path: Path) -> None:
    create_record(path, setting())
    with open_record(path) as record:
        with pytest.raises(LadderCheckError, match="Rounds so far: none"):
            round_called(record, None)
        next_round(record)
        next_round(record)
        assert round_called(record, None).number == 2
        close_round(record, 2)
        assert round_called(record, None).number == 2
        assert round_called(record, 1).asks == (CLAIM,)
        with pytest.raises(LadderCheckError, match=r"no round 7. Rounds so far: 1, 2"):
            round_called(record, 7)


def test_two_who_begin_the_next_round_at_once_get_two_rounds(path: Path) -> None:
    with workshop(path) as one, open_record(path) as other:
        assert [next_round(one).number, next_round(other).number] == [2, 3]
        assert open_ones(one) == [3]
