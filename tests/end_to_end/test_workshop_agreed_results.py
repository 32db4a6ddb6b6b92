"""What a room agreed, in the results of its workshop: in every format, and a minority is never dropped."""

import json
from pathlib import Path

import pytest

from published_room import CLAIM, R3, R4, RECORD, begin, say
from workshop_commands import run

MINORITY = "The evening group | was not asked"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Claims, then two rounds of a question; agreed on all, and on a question that nobody answered."""
    begin(tmp_path, CLAIM, R3, R4)
    say(tmp_path, {CLAIM: {"people": [4] * 6}})
    for levels in ([2] * 7, [3] * 7):
        run(tmp_path, "round", RECORD, "next")
        say(tmp_path, {R4: {"people": levels}})
    run(tmp_path, "agree", RECORD, R4, "2", "--minority", MINORITY)
    run(tmp_path, "agree", RECORD, CLAIM, "informing")
    run(tmp_path, "agree", RECORD, R3, "not-sure", "--minority", "We are sure.")
    return tmp_path


@pytest.mark.parametrize("format", ["plain", "table", "markdown", "html"])
def test_each_is_told_once_beside_the_newest_votes(folder: Path, format: str) -> None:
    text = " ".join(run(folder, "results", RECORD, "--format", format).stdout.replace("\\|", "|").split())
    assert text.count(MINORITY) == 1
    assert text.count("We are sure.") == 1
    assert text.count("the room agreed on rung 3, informing.") == 1
    assert text.index("Round 3") < text.index(MINORITY)


def test_it_is_in_the_data(folder: Path) -> None:
    data = json.loads(run(folder, "results", RECORD, "--format", "json").stdout)
    assert data["agreed"] == {
        CLAIM: {"answer": 3},
        R3: {"answer": "not-sure", "minority": "We are sure."},
        R4: {"answer": 2, "minority": MINORITY},
    }


def test_it_changes_no_figure(folder: Path) -> None:
    agreed = json.loads(run(folder, "results", RECORD, "--format", "json").stdout)
    for question in (CLAIM, R3, R4):
        assert run(folder, "agree", RECORD, question, "--take-back").returncode == 0
    without = json.loads(run(folder, "results", RECORD, "--format", "json").stdout)
    assert "agreed" not in without
    assert {**without, "agreed": agreed["agreed"]} == agreed
