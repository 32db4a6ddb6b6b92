"""Typed ballots and tallies in the record: nothing that somebody else typed is lost, and heads count once."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from ladder_check.errors import LadderCheckError
from ladder_check.model.answer import VOICES
from ladder_check.model.room import Vote
from ladder_check.workshop.entering import Entering
from ladder_check.workshop.progress import answered
from ladder_check.workshop.record import Record, open_record
from ladder_check.workshop.rounds import close_round, next_round, open_round, reopen_round, round_to_fill
from room_record import R4, R5, entry, workshop


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "day.workshop"


@pytest.fixture
def record(path: Path) -> Iterator[Record]:
    with workshop(path, (R4, R5)) as record:
        yield record


@pytest.fixture
def room(record: Record) -> Entering:
    return Entering(record, open_round(record))


def test_a_ballot_is_saved_and_taken_back(room: Entering) -> None:
    assert room.save("12", "people", {R4: 3, R5: "not-sure"}, {R4: None, R5: None})
    assert (room.voice_of("12"), room.answers("12")) == ("people", {R4: 3, R5: "not-sure"})
    assert room.save("12", "people", {R4: None, R5: None}, {R4: 3, R5: "not-sure"})
    assert (room.voice_of("12"), room.answers("12")) == (None, {})


def test_a_ballot_that_says_nothing_any_more_may_be_somebody_elses(room: Entering, record: Record) -> None:
    room.save("12", "people", {R4: 3}, {})
    with pytest.raises(LadderCheckError, match="already speaks for people"):
        room.save("12", "carers", {R4: 3}, {})
    room.save("12", "people", {R4: None}, {})
    assert room.save("12", "carers", {R4: 2}, {})
    assert record.votes(R4) == {1: (Vote("12", "carers", 2),)}


def test_what_somebody_else_typed_meanwhile_is_not_overwritten(path: Path, room: Entering) -> None:
    seen = {R4: room.answers("12").get(R4)}
    with open_record(path) as theirs:
        theirs.put([entry("12", 1)])
    assert not room.save("12", "people", {R4: 3}, seen)
    assert room.answers("12") == {R4: 1}


def test_the_next_number_is_after_the_highest_on_paper(room: Entering, record: Record) -> None:
    assert room.newest_number() == 0
    record.put([entry("9", 1), entry("10", 2), entry("A99", 3)])
    room.save_tally(R4, "staff", {2: 30}, {})
    assert room.newest_number() == 10


def test_a_tally_counts_each_head_once_in_the_room(room: Entering, record: Record) -> None:
    """Six answered the first question and five of them the second: six people, not eleven."""
    assert room.save_tally(R4, "staff", {1: 2, 3: 4}, {})
    assert room.save_tally(R5, "staff", {2: 4, "not-sure": 1}, {})
    assert room.room() == (6, 18)
    assert answered(record, 1)[0] == 6
    assert room.tally(R4, "staff") == {1: 2, 3: 4}
    assert all(not vote.linked for votes in record.votes(R4).values() for vote in votes)


def test_a_tally_typed_again_takes_the_place_of_the_one_before(room: Entering) -> None:
    room.save_tally(R4, "staff", {1: 2, 3: 4}, {})
    assert not room.save_tally(R4, "staff", {3: 3}, {}), "somebody else's tally is not overwritten unseen"
    assert room.save_tally(R4, "staff", {3: 3}, {1: 2, 3: 4})
    assert (room.tally(R4, "staff"), room.room()[0]) == ({3: 3}, 3)
    assert room.save_tally(R4, "staff", {}, {3: 3})
    assert (room.tally(R4, "staff"), room.room()[0]) == ({}, 0)


def test_tallies_of_two_groups_and_ballots_stand_side_by_side(room: Entering, record: Record) -> None:
    room.save_tally(R4, "frontline", {1: 2}, {})
    room.save_tally(R4, "people", {4: 5}, {})
    record.put([entry("1", 0), entry("2", 0, voice="leaders"), entry("3", 2, R5, "leaders")])
    assert (room.tally(R4, "frontline"), room.tally(R4, "people")) == ({1: 2}, {4: 5})
    # A side may hold each of its perspectives, and one perspective never another.
    beside = {each for each in VOICES if room.has_others(R4, each)}
    assert beside == {"staff", "lived", "people", "leaders"}
    assert {each for each in VOICES if room.is_tallied(each)} == {"staff", "lived", "people", "frontline"}


def test_a_tally_of_another_round_stays(room: Entering, record: Record) -> None:
    room.save_tally(R4, "staff", {1: 5}, {})
    later = Entering(record, next_round(record))
    assert later.tally(R4, "staff") == {}
    later.save_tally(R4, "staff", {3: 2}, {})
    assert room.tally(R4, "staff") == {1: 5}


def test_a_closed_round_takes_nothing_and_says_how_to_open_it(room: Entering, record: Record) -> None:
    close_round(record)
    assert not room.takes()
    with pytest.raises(LadderCheckError, match="Round 1 is closed"):
        room.save("12", "people", {R4: 3}, {})
    with pytest.raises(LadderCheckError, match=r"workshop round .* open 1"):
        round_to_fill(record, 1)
    with pytest.raises(LadderCheckError, match="No round is open"):
        round_to_fill(record, None)
    reopen_round(record, 1)
    assert round_to_fill(record, 1) == round_to_fill(record, None)
    assert room.takes()
