"""A day from the command line: made, looked at, moved on, with the words and the status a person gets."""

import json
from pathlib import Path

import pytest

from workshop_commands import run

EXAMPLE = Path(__file__).parents[2] / "examples" / "day.yaml"
FLAGS = ["--title", "Day", "--on", "2026-11-03", "--question", "rules.hr1.practice", "--invite", "people=9"]
LINES = "Day\n\n\n2026-11-03\n1\n\n9\n2\n\n\n\n\n\ny\n"


def names(folder: Path) -> list[str]:
    return sorted(each.name for each in folder.iterdir())


def test_a_record_from_a_file_from_the_first_word_to_the_last(tmp_path: Path) -> None:
    made = run(tmp_path, "new", "day.workshop", "--from", str(EXAMPLE))
    assert (made.returncode, made.stderr) == (0, "")
    assert made.stdout.splitlines()[0] == "Saved as day.workshop. Round 1 is open."
    assert "ladder-check workshop enter day.workshop" in made.stdout.splitlines()
    assert names(tmp_path) == [".gitignore", "day.workshop"]
    again = run(tmp_path, "new", "day.workshop", *FLAGS)
    assert "It was set anew: nobody had answered yet." in again.stdout
    moved = run(tmp_path, "round", "day.workshop", "next")
    assert (
        moved.stdout
        == "Round 2 is open. It asks 1 question about seven rules and the beliefs behind\nthem.\n"
    )
    data = json.loads(run(tmp_path, "status", "day.workshop", "--format", "json").stdout)
    assert [(each["number"], each["open"]) for each in data["rounds"]] == [(1, False), (2, True)]
    assert "Day, 3 November 2026." in run(tmp_path, "status", "day.workshop").stdout


def test_typed_piped_and_from_a_file_are_the_same(tmp_path: Path) -> None:
    (tmp_path / "lines.txt").write_text(LINES)
    piped = run(tmp_path, "new", "day.workshop", typed=LINES)
    (tmp_path / "day.workshop").unlink()
    filed = run(tmp_path, "new", "day.workshop", "--answers", "lines.txt")
    assert (piped.returncode, piped.stdout) == (0, filed.stdout)
    assert "Saved as day.workshop." in filed.stdout


@pytest.mark.parametrize("typed", ["", "Day\n", "Day\nq\n", LINES.replace("y\n", "n\n")])
def test_what_does_not_come_to_its_end_makes_nothing(tmp_path: Path, typed: str) -> None:
    left = run(tmp_path, "new", "day.workshop", typed=typed)
    assert left.returncode == (0 if typed else 2)
    assert "Nothing was saved." in left.stdout or "nobody to ask" in left.stderr
    assert names(tmp_path) == []


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["new", "day.workshop", "--from", "none.yaml"], "none.yaml: there is no such file."),
        (["new", "day.workshop", "--from", "-"], "-: there is no such file."),
        (
            ["new", "day.workshop", "--from", str(EXAMPLE), "--title", "Day"],
            "Either take all of it from a file",
        ),
        (
            ["new", "day.workshop", "--title", "Day"],
            "Nothing is asked yet. Add --aspect, --bank or --question",
        ),
        (["new", "day.workshop", "--bank", "word"], "Nobody is invited yet. Add --invite people=9"),
        (["new", "day.workshop", "--bank", "word", "--invite", "people=9"], "--title is missing. Add it."),
        (
            ["new", "day.workshop", *FLAGS, "--aspect", "doing"],
            "Take out either agenda, or aspects and banks",
        ),
        (["new", "day.workshop", *FLAGS, "--invite", "peple=2"], "Did you mean 'people'"),
        (["new", "day.workshop", *FLAGS, "--question", "rules.hr9.practice"], "Did you mean 'rules.hr"),
        (["new", "day.workshop", *FLAGS, "--small-group", "3"], "only if they agreed to it themselves"),
        (["new", "none/day.workshop", *FLAGS], "none: there is no such folder"),
        (["new", ".", *FLAGS], ".: this is a folder"),
        (["status", "day.workshop"], "Begin one: ladder-check workshop new day.workshop"),
        (["round", "day.workshop", "next"], "Begin one: ladder-check workshop new day.workshop"),
    ],
)
def test_what_cannot_be_is_said_in_words_and_leaves_nothing(
    tmp_path: Path, words: list[str], said: str
) -> None:
    refused = run(tmp_path, *words)
    assert (refused.returncode, refused.stdout) == (2, "")
    assert said in refused.stderr
    assert names(tmp_path) == []


@pytest.mark.parametrize("command", [["status"], ["round", "next"], ["new"]])
@pytest.mark.parametrize("content", [b"", b"format: 1\n", b"SQLite format 3\0" + bytes(84)])
def test_a_file_that_is_no_record_stays_as_it_is(tmp_path: Path, command: list[str], content: bytes) -> None:
    (tmp_path / "day.workshop").write_bytes(content)
    name, *rest = command
    refused = run(tmp_path, name, "day.workshop", *rest)
    assert (refused.returncode, refused.stdout) == (2, "")
    assert "day.workshop: this file is no record of a workshop." in refused.stderr
    assert (tmp_path / "day.workshop").read_bytes() == content
    assert names(tmp_path) == ["day.workshop"]


def test_a_fault_in_the_file_has_its_place(tmp_path: Path) -> None:
    text = EXAMPLE.read_text(encoding="utf-8").replace("[designing, choosing]", "[designing, chosing]")
    (tmp_path / "day.yaml").write_text(text, encoding="utf-8")
    refused = run(tmp_path, "new", "day.workshop", "--from", "day.yaml")
    place = next(n for n, line in enumerate(text.splitlines(), 1) if line.startswith("aspects"))
    assert refused.returncode == 2
    assert refused.stderr.startswith(f"day.yaml:{place}:22: LC204 There is no area of work called 'chosing'.")
    assert names(tmp_path) == ["day.yaml"]


@pytest.mark.parametrize("name", ["day.db", "workshop", "DAY.WORKSHOP"])
def test_a_record_has_a_name_that_keeps_it_out_of_git(tmp_path: Path, name: str) -> None:
    refused = run(tmp_path, "new", name, "--title", "Day", "--aspect", "doing", "--invite", "people=9")
    assert (refused.returncode, refused.stdout) == (2, "")
    assert f"{name}: the name of a record ends in .workshop, which keeps it out of git." in refused.stderr
    assert list(tmp_path.iterdir()) == []
