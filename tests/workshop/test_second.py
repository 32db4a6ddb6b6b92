"""Double entry: every difference is found, and nothing changes before somebody looked at the paper."""

import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from ladder_check.errors import LadderCheckError
from ladder_check.model.room import ROOM_WORDS, Difference, RoomAnswer
from ladder_check.workshop.entering import Entering
from ladder_check.workshop.record import Record
from ladder_check.workshop.rounds import close_round, next_round, open_round
from ladder_check.workshop.second import Checking, SecondEntry
from room_record import HR1, R4, R5, entry, workshop

NOTHING: dict[str, RoomAnswer | None] = {}


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    with workshop(tmp_path / "day.workshop") as record:
        yield record


@pytest.fixture
def first(record: Record) -> Entering:
    return Entering(record, open_round(record))


@pytest.fixture
def second(record: Record) -> SecondEntry:
    return SecondEntry(record, open_round(record))


@pytest.fixture
def checking(record: Record) -> Checking:
    return Checking(record, 1)


def test_the_second_entry_knows_nothing_of_the_first(first: Entering, second: SecondEntry) -> None:
    first.save("1", "people", {R4: 3}, NOTHING)
    assert (second.voice_of("1"), second.answers("1"), second.newest_number()) == (None, {}, 0)
    second.save("1", "carers", {R4: 2, R5: None}, NOTHING)
    assert (second.voice_of("1"), second.answers("1"), second.newest_number()) == ("carers", {R4: 2}, 1)
    assert (first.voice_of("1"), first.answers("1")) == ("people", {R4: 3})


def test_ballots_typed_alike_do_not_differ(first: Entering, second: SecondEntry, checking: Checking) -> None:
    for entered in (first, second):
        entered.save("1", "people", {R4: 3, R5: None, HR1: "not-sure"}, NOTHING)
    first.save("2", "people", {R4: 1}, NOTHING)
    assert (checking.differences(), checking.left()) == ((), ("2",))


def test_every_planted_difference_is_found_and_no_other(
    first: Entering, second: SecondEntry, checking: Checking
) -> None:
    """Forty ballots of three questions; every eighth answer, and every ninth group, is typed wrong."""
    chance = random.Random(2026)
    answers: list[RoomAnswer | None] = [0, 1, 2, 3, 4, *ROOM_WORDS, None]
    planted = set[tuple[str, str | None]]()
    for n in range(1, 41):
        paper = {question: chance.choice(answers) for question in (R4, R5)} | {
            HR1: chance.choice(answers[:5])
        }
        typed = dict(paper)
        for question in paper:
            if chance.random() < 1 / 8:
                typed[question] = chance.choice([each for each in answers if each != paper[question]])
                planted.add((str(n), question))
        if n % 9 == 0:
            planted.add((str(n), None))
        first.save(str(n), "people", paper, NOTHING)
        second.save(str(n), "carers" if n % 9 == 0 else "people", typed, NOTHING)
    found = checking.differences()
    assert {(each.ballot, each.question.id if each.question else None) for each in found} == planted
    assert len(planted) > 10
    numbers = [int(each.ballot) for each in found]
    assert numbers == sorted(numbers)


def test_a_difference_is_settled_by_what_is_on_the_paper(
    first: Entering, second: SecondEntry, checking: Checking
) -> None:
    first.save("1", "people", {R4: 3, R5: 1, HR1: 2}, NOTHING)
    second.save("1", "people", {R4: 2, R5: None, HR1: 4}, NOTHING)
    of_r4, of_r5, of_hr1 = checking.differences()
    assert (of_r4.first, of_r4.second, of_r5.second) == (3, 2, None)
    assert first.answers("1") == {R4: 3, R5: 1, HR1: 2}
    checking.settle(of_r4, 3)
    checking.settle(of_r5, None)
    checking.settle(of_hr1, 0)
    assert first.answers("1") == {R4: 3, HR1: 0}
    assert checking.differences() == ()


def test_whose_a_ballot_is_can_be_settled_too(
    first: Entering, second: SecondEntry, checking: Checking
) -> None:
    first.save("1", "people", {R4: 3}, NOTHING)
    second.save("1", "carers", {R4: 3}, NOTHING)
    (whose,) = checking.differences()
    assert whose == Difference("1", None, "people", "carers")
    checking.settle(whose, "carers")
    assert (first.voice_of("1"), checking.differences()) == ("carers", ())


def test_a_ballot_that_was_missed_the_first_time_comes_in_by_settling(
    first: Entering, second: SecondEntry, checking: Checking
) -> None:
    second.save("7", "carers", {R4: 1, R5: 2}, NOTHING)
    differences = checking.differences()
    assert [(each.first, each.second) for each in differences] == [(None, 1), (None, 2)]
    for each in differences:
        checking.settle(each, each.second)
    assert (first.voice_of("7"), first.answers("7")) == ("carers", {R4: 1, R5: 2})
    assert checking.differences() == ()


def test_a_difference_that_is_no_longer_there_settles_nothing(
    first: Entering, second: SecondEntry, checking: Checking
) -> None:
    first.save("1", "people", {R4: 3}, NOTHING)
    second.save("1", "people", {R4: 2}, NOTHING)
    (difference,) = checking.differences()
    first.save("1", "people", {R4: 4}, NOTHING)
    with pytest.raises(LadderCheckError, match="changed meanwhile"):
        checking.settle(difference, 2)
    assert first.answers("1") == {R4: 4}


def test_a_closed_round_is_not_changed_by_settling(
    record: Record, first: Entering, second: SecondEntry, checking: Checking
) -> None:
    first.save("1", "people", {R4: 3}, NOTHING)
    second.save("1", "carers", {R4: 2}, NOTHING)
    whose, answer = checking.differences()
    close_round(record)
    with pytest.raises(LadderCheckError, match="Round 1 is closed"):
        checking.settle(answer, 2)
    with pytest.raises(LadderCheckError, match="closed"):
        checking.settle(whose, "carers")
    assert (first.voice_of("1"), first.answers("1")) == ("people", {R4: 3})
    assert checking.differences() == (whose, answer)


def test_whose_a_ballot_is_stays_when_it_spoke_in_a_closed_round(record: Record, first: Entering) -> None:
    first.save("1", "people", {R4: 3}, NOTHING)
    later = next_round(record)
    record.put([entry("1", 3, number=2)])
    SecondEntry(record, later).save("1", "carers", {R4: 3}, NOTHING)
    (whose,) = Checking(record, 2).differences()
    with pytest.raises(LadderCheckError, match="round 1 too, which is closed"):
        Checking(record, 2).settle(whose, "carers")
    assert record.voice_of("1") == "people"


def test_a_second_entry_that_is_taken_back_counts_as_not_typed(
    first: Entering, second: SecondEntry, checking: Checking
) -> None:
    first.save("1", "people", {R4: 3}, NOTHING)
    second.save("1", "people", {R4: 2}, {R4: None})
    assert not second.save("1", "people", {R4: 1}, {R4: 4}), "it is not as it was seen"
    second.save("1", "people", {R4: None}, {R4: 2})
    assert (second.voice_of("1"), checking.differences(), checking.left()) == (None, (), ("1",))
