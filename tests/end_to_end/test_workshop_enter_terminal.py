"""Ballots typed in by people at real terminals, 40 columns wide: one alone, one interrupted, two at once."""

import os
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from ladder_check.workshop.record import open_record
from ladder_check.workshop.rounds import close_round
from room_record import HR1, R4, R5, workshop

pexpect = pytest.importorskip("pexpect")

CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
ASKED = r"[a-z0-9)?](?:: |\? )$"
"""What every prompt ends with."""
DAY = "day.workshop"


@contextmanager
def terminal(folder: Path, *flags: str) -> Iterator[Any]:
    """Somebody at a terminal, who is asked for a ballot."""
    child: Any = pexpect.spawn(
        sys.executable,
        ["-m", "ladder_check", "workshop", "enter", DAY, *flags],
        cwd=str(folder),
        encoding="utf-8",
        dimensions=(24, 40),
        timeout=20,
        env={**{k: v for k, v in os.environ.items() if k not in ("COLUMNS", "LINES")}, "TERM": "xterm"},
    )
    child.expect(ASKED)
    child.seen = str(child.before + child.after)
    yield child
    child.close()


def type_in(child: Any, *lines: str) -> None:
    """Type *lines*, each when it is asked for."""
    for line in lines:
        child.sendline(line)
        child.expect(ASKED)
        child.seen += str(child.before + child.after)


def end(child: Any) -> int:
    """The status of a program that ends by itself."""
    child.expect(pexpect.EOF)
    child.seen += str(child.before)
    child.close()
    return int(child.exitstatus)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    with workshop(tmp_path / DAY):
        return tmp_path


def answers_to(folder: Path, question: str) -> dict[str, object]:
    with open_record(folder / DAY) as record:
        return {vote.ballot: vote.answer for vote in record.votes(question).get(1, ())}


def test_a_stack_of_paper_at_a_narrow_terminal(folder: Path) -> None:
    with terminal(folder) as child:
        type_in(child, "12", "1", "3 2 ?", "", "carers", "1", "r", "2", "3", "t", "staff 0 0 1 0 1", "b")
        type_in(child, "h", "12", "2 2 ?", "n", "c", "b", "w", "1", "1", "Too late.", "n")
        child.sendline("q")
        assert end(child) == 0
    assert not CONTROL.search(child.seen)
    shown = [line for line in child.seen.splitlines() if not line.startswith("ladder-check ")]
    assert max(map(len, shown)) <= 40
    assert answers_to(folder, R4) == {"12": 3, "13": 1, "tally staff 1": 2, "tally staff 2": 4}
    assert answers_to(folder, HR1) == {"12": "not-sure", "13": 3}


@pytest.mark.parametrize(("how", "status"), [("sendintr", 130), ("sendeof", 0)])
def test_what_was_typed_is_saved_however_it_ends(folder: Path, how: str, status: int) -> None:
    with terminal(folder) as child:
        type_in(child, "12 people", "3", "2")
        getattr(child, how)()
        assert end(child) == status
    assert "All that said Saved is in day.workshop" in " ".join(child.seen.split())
    assert "Traceback" not in child.seen
    assert (answers_to(folder, R4), answers_to(folder, R5)) == ({"12": 3}, {"12": 2})


def test_two_people_type_into_the_same_record_at_once(folder: Path) -> None:
    """Each has half of the stack, and both take ballot 9 by mistake: the second sees what the first typed."""
    with terminal(folder) as one, terminal(folder) as other:
        for n in range(1, 9):
            child = one if n % 2 else other
            type_in(child, f"{n} people", f"{n % 5} 1 2")
        type_in(one, "9 people")
        type_in(other, "9 people", "4 4 4")
        type_in(one, "0 0 0")
        assert "Ballot 9 said before: 4 to question 1, now 0" in " ".join(one.seen.split())
        type_in(other, "9", "4 4 3", "y")
        type_in(one, "y")
        told = "Not saved: somebody else has changed ballot 9 meanwhile. It says now: 4 4 3."
        assert told in " ".join(one.seen.split())
        type_in(one, "b", "staff 0 0 0 1 1", "1")
        type_in(other, "u", "u")
        for child in (one, other):
            child.sendline("q")
            assert end(child) == 0
    expected: dict[str, object] = {str(n): n % 5 for n in range(1, 9)}
    assert answers_to(folder, R4) == expected | {"tally staff 1": 3, "tally staff 2": 4}


@pytest.mark.parametrize("line", ["1 1 1", "staff 0 0 0 0 1", "u"])
def test_a_round_that_is_closed_meanwhile_takes_nothing_more_and_says_so(folder: Path, line: str) -> None:
    with terminal(folder) as child:
        type_in(child, "9 people", "3 3 3", *(["10 people"] if line == "1 1 1" else []))
        with open_record(folder / DAY) as record:
            close_round(record)
        child.sendline(line)
        if line.startswith("staff"):
            child.sendline("1")
        assert end(child) == 2
    said = " ".join(child.seen.split())
    assert "Not saved. Round 1 is closed: it takes no more answers" in said
    assert answers_to(folder, R4) == {"9": 3}


def test_undo_leaves_what_somebody_else_changed_meanwhile(folder: Path) -> None:
    with terminal(folder) as one, terminal(folder) as other:
        type_in(one, "9 people", "1 1 1")
        type_in(other, "9", "3 1 1", "y")
        type_in(one, "u")
        assert "Somebody else has changed ballot 9 meanwhile" in " ".join(one.seen.split())
    assert answers_to(folder, R4) == {"9": 3}
