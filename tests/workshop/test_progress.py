"""How far a workshop is: the room only, and no number that points at one person, or a few."""

import json
from pathlib import Path

import pytest

from ladder_check.render.progress_data import render_progress
from ladder_check.report.progress import describe
from ladder_check.workshop.progress import progress_of
from ladder_check.workshop.record import Record
from room_record import CLAIM, HR1, R4, R5, entry, workshop


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "day.workshop"


def fill(record: Record, whole: int, part: int) -> None:
    """*whole* ballots that answer all three questions, and *part* that answer one."""
    record.put([entry(str(n), 3, each) for n in range(whole) for each in (R4, R5, HR1)])
    record.put([entry(f"p{n}", 3) for n in range(part)])


def said(record: Record) -> str:
    return describe(progress_of(record, "day.workshop"))


def test_a_new_workshop_says_what_it_asks_and_what_comes_next(path: Path) -> None:
    with workshop(path, (CLAIM,)) as record:
        assert said(record).splitlines()[:4] == [
            "Day opportunities, 3 November 2026.",
            "18 people are invited. What fewer than 5 people answered is not shown.",
            "Round 1 is open. It asks which rung people would choose, before any question. It is about "
            "designing the service.",
            "  0 of 18 people have answered something in round 1.",
        ]
        assert "ladder-check workshop enter day.workshop" in said(record).splitlines()


@pytest.mark.parametrize(
    ("whole", "part", "words"),
    [
        (9, 5, "14 of 18 people have answered something in round 1; 9 of them every question."),
        (9, 0, "9 of 18 people have answered something in round 1; 9 of them every question."),
        (0, 9, "9 of 18 people have answered something in round 1; nobody of them every question."),
        (9, 4, "13 of 18 people have answered something in round 1."),
        (4, 9, "13 of 18 people have answered something in round 1."),
        (20, 0, "20 people have answered something in round 1; 20 of them every question."),
    ],
)
def test_everything_is_counted_only_where_it_points_at_nobody(
    path: Path, whole: int, part: int, words: str
) -> None:
    """Four who left something out, or four who alone answered all, could be known by who sat beside them."""
    with workshop(path) as record:
        fill(record, whole, part)
        assert words in [line.strip() for line in said(record).splitlines()]


def test_nothing_is_said_by_group(path: Path) -> None:
    with workshop(path) as record:
        record.put([entry(str(n), 3, voice="people") for n in range(7)])
        record.put([entry(f"c{n}", 3, voice="carers") for n in range(2)])
        before = said(record), render_progress(progress_of(record, "day.workshop"))
        assert "9 of 18" in before[0]
        record.put([entry("7", 3, voice="frontline")])
        after = said(record)
        assert after == before[0].replace("9 of 18", "10 of 18")
        for text in (*before, after):
            assert not any(word in text for word in ("carers", "frontline", "lived", "staff"))


def test_a_size_of_three_is_said_with_who_agreed(path: Path) -> None:
    with workshop(path, agreed_by="the two carers", small_group=3) as record:
        words = "Of groups of 3 or 4 only the middle answer is shown; of smaller ones nothing is. "
        assert f"{words}Agreed by: the two carers." in said(record)
        fill(record, 4, 9)
        assert "every question" not in said(record)


def test_a_closed_round_says_what_comes_next(path: Path) -> None:
    with workshop(path) as record:
        fill(record, 9, 0)
        record.open_or_close(1, opened=False)
        assert "Round 1 is closed. It asks 3 questions about designing the service." in said(record)
        assert "ladder-check workshop results day.workshop" in said(record).splitlines()


def test_as_data_it_has_the_same_numbers(path: Path) -> None:
    with workshop(path) as record:
        fill(record, 9, 4)
        record.add_round(2, [R4])
        data = json.loads(render_progress(progress_of(record, "day.workshop")))
    assert data == {
        "format": 1,
        "title": "Day opportunities",
        "on": "2026-11-03",
        "small_group": 5,
        "invited": 18,
        "closed": False,
        "rounds": [
            {"number": 1, "open": False, "shown": False, "asks": [R4, R5, HR1], "answered": 13},
            {
                "number": 2,
                "open": True,
                "shown": False,
                "asks": [R4],
                "answered": 0,
                "answered_everything": 0,
            },
        ],
    }
