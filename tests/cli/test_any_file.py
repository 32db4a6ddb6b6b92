"""Whatever the bytes are, a command that reads them says what is wrong and where, and never breaks."""

import random
import re
import sys
from pathlib import Path

import pytest

from ladder_check.cli.app import run

ROOT = Path(__file__).parents[2]
ASSESSMENT = (ROOT / "examples" / "riverside-day-opportunities.assessment.yaml").read_bytes()
BANK = (ROOT / "questions" / "ingredients.bank.yaml").read_bytes()
LADDER = (ROOT / "questions" / "tlap.ladder.yaml").read_bytes()
# More than 1,000 files in all.  All that take an assessment read it in the same way: score meets
# many files, and the others some.
COMMANDS = {
    "score": (450, ["score", "{}", "--format", "json"], "x.assessment.yaml", ASSESSMENT),
    "report": (60, ["report", "{}", "--format", "markdown"], "x.assessment.yaml", ASSESSMENT),
    "assess": (
        60,
        ["assess", "{}", "--as", "leaders", "--answers", "answers.txt"],
        "x.assessment.yaml",
        ASSESSMENT,
    ),
    "plan": (60, ["plan", "{}"], "x.assessment.yaml", ASSESSMENT),
    "why": (60, ["why", "{}", "designing.r4", "--answers", "answers.txt"], "x.assessment.yaml", ASSESSMENT),
    "banks check": (250, ["banks", "check", "{}"], "x.bank.yaml", BANK),
    "banks check, a ladder": (200, ["banks", "check", "{}"], "x.ladder.yaml", LADDER),
}
PIECES = [
    b":",
    b"- ",
    b"\n",
    b"  ",
    b"[",
    b"{",
    b'"',
    b"'",
    b"#",
    b"\t",
    b"\x00",
    b"\xff",
    b"no",
    b"&a",
    b"*a",
    b"!!x",
    b"7",
    b"null",
]
PLACED = re.compile(r"^\S+:\d+:\d+: LC\d{3} ")


def _random_bytes(chance: random.Random) -> bytes:
    return chance.randbytes(chance.randrange(200))


def _mutated(chance: random.Random, data: bytes) -> bytes:
    for _ in range(chance.randrange(1, 4)):
        at = chance.randrange(len(data))
        data = data[:at] + chance.choice(PIECES) + data[at + chance.choice([0, 0, 1, 1, 5, 60]) :]
    return data


@pytest.mark.parametrize("name", COMMANDS)
def test_any_bytes_are_answered_with_words(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    turns, arguments, file_name, good = COMMANDS[name]
    monkeypatch.chdir(tmp_path)
    (tmp_path / "answers.txt").write_text("q\n", encoding="utf-8")
    chance = random.Random(f"seed of {name}")
    for turn in range(turns):
        data = _random_bytes(chance) if turn % 4 == 0 else _mutated(chance, good)
        (tmp_path / file_name).write_bytes(data)
        monkeypatch.setattr(sys, "argv", ["ladder-check", *(part.format(file_name) for part in arguments)])
        status = run()
        said = capsys.readouterr()
        assert status in (0, 2), (said.err, data)
        assert "Traceback" not in said.err
        if status == 2:
            assert all(PLACED.match(line) for line in said.err.splitlines()), (said.err, data)
