"""`ladder-check workshop import` and `template` as programs: asked, told by a map, or refused by name."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from ladder_check.workshop.importers.unmatched import WRITE_A_MAP
from ladder_check.workshop.record import open_record
from room_files import (
    HR1_ASK,
    R4,
    R4_ASK,
    SAID,
    msforms_rows,
    new_record,
    own_rows,
    said,
    write_csv,
    write_xlsx,
)

ENVIRONMENT = {**os.environ, "COLUMNS": "100"}
FEELING = "How did it feel?"


def run(folder: Path, *arguments: str, typed: str | None = None) -> subprocess.CompletedProcess[str]:
    """Run `workshop` with *arguments* in *folder*; None for no input at all."""
    return subprocess.run(
        [sys.executable, "-m", "ladder_check", "workshop", *arguments],
        cwd=folder, input=typed, stdin=None if typed is not None else subprocess.DEVNULL,
        capture_output=True, text=True, encoding="utf-8", env=ENVIRONMENT, timeout=60, check=False,
    )  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a record, and a form in it that needs a person's word for three things."""
    new_record(tmp_path / "day.workshop")
    rows = [[*row, "fine"] for row in msforms_rows()]
    rows[0][-1] = FEELING
    rows[3][5:7] = ["Team", "Always"]
    write_xlsx(tmp_path / "forms.xlsx", Form1=rows)
    return tmp_path


def answers_in(folder: Path) -> dict[str, list[tuple[str, int | str]]]:
    with open_record(folder / "day.workshop") as record:
        return said(record)


def test_where_nobody_can_be_asked_it_names_what_it_does_not_know(folder: Path) -> None:
    done = run(folder, "import", "day.workshop", "forms.xlsx")
    assert done.returncode == 2
    assert done.stderr.splitlines() == [
        f"forms.xlsx: the column “{FEELING}” is no question here.",
        "forms.xlsx: row 4, column “Who are you in this?”: “Team” is no group that we know.",
        f"forms.xlsx: row 4, column “{R4_ASK[:38]} …”: “Always” is no answer to {R4}.",
        WRITE_A_MAP,
        "# What the columns and labels of our files mean, for: ladder-check workshop import --map",
        "columns:",
        f"  {FEELING}: leave-out",
        "labels:",
        "  Always: leave-out",
        "perspectives:",
        "  Team: leave-out",
    ]
    assert answers_in(folder) == {}


def test_what_it_suggests_is_a_map_that_it_takes(folder: Path) -> None:
    told = run(folder, "import", "day.workshop", "forms.xlsx").stderr
    (folder / "map.yaml").write_text(told.partition("begin so:\n")[2], encoding="utf-8")
    done = run(folder, "import", "day.workshop", "forms.xlsx", "--map", "map.yaml")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines() == [
        "forms.xlsx: Microsoft Forms, 2 rows with answers: 4 new, 0 changed, 0 there already.",
        "  Left out, because it says who somebody is: Email, Name.",
        "Round 1: 2 of 21 have answered.",
    ]


def test_it_asks_and_saves_what_was_said(folder: Path) -> None:
    typed = "nonsense\nladder.designing.r5\n\n3\n9\n4\n"
    done = run(folder, "import", "day.workshop", "forms.xlsx", "--save-map", "map.yaml", typed=typed)
    assert done.returncode == 0, done.stderr
    assert "“nonsense” is not a question here." in done.stdout
    assert "Did you mean ladder.designing.r4?" in done.stdout
    assert "“9” is not a step of this question." in done.stdout
    assert answers_in(folder) == SAID
    again = run(folder, "import", "day.workshop", "forms.xlsx", "--map", "map.yaml")
    assert "0 new, 0 changed, 5 there already" in again.stdout
    assert (folder / "map.yaml").read_text(encoding="utf-8").splitlines()[1:] == [
        "columns:", f"  {FEELING}: leave-out", "labels:", "  Always: 4", "perspectives:", "  Team: frontline",
    ]  # fmt: skip


@pytest.mark.parametrize(("typed", "status"), [("q\n", 0), ("\n3\n", 2), ("", 2)])
def test_nothing_is_imported_if_somebody_stops_or_goes(folder: Path, typed: str, status: int) -> None:
    done = run(folder, "import", "day.workshop", "forms.xlsx", typed=typed)
    assert done.returncode == status
    assert "Nothing was imported." in done.stdout + done.stderr
    assert answers_in(folder) == {}


def test_a_dry_run_shows_what_matches_and_changes_nothing(folder: Path) -> None:
    (folder / "map.yaml").write_text(
        f'columns: {{"{FEELING}": words}}\nlabels: {{Always: 4}}\nperspectives: {{Team: frontline}}\n',
        encoding="utf-8",
    )
    done = run(folder, "import", "day.workshop", "forms.xlsx", "--map", "map.yaml", "--dry-run")
    assert done.stdout.splitlines() == [
        "forms.xlsx: Microsoft Forms.",
        "  “Who are you in this?” says which group somebody is of.",
        f"  “{R4_ASK[:38]} …” is {R4}.",
        f"  “{HR1_ASK[:38]} …” is rules.hr1.practice.",
        f"  “{FEELING}” holds people's own words.",
        "forms.xlsx: Microsoft Forms, 3 rows with answers: 5 new, 0 changed, 0 there already.",
        "  Left out, because it says who somebody is: Email, Name.",
        "  In people's own words: 3. Nobody has agreed yet that these are shared.",
        "Nothing was changed: this was a dry run.",
    ]
    assert answers_in(folder) == {}


def test_bad_rows_stop_it_unless_they_are_left_out(tmp_path: Path) -> None:
    new_record(tmp_path / "day.workshop")
    rows = own_rows()
    rows[2][3] = "many"
    write_csv(tmp_path / "own.csv", rows)
    refused = run(tmp_path, "import", "day.workshop", "own.csv")
    assert refused.returncode == 2
    assert f"own.csv: row 3, column “{R4}”: “many” is no answer to {R4}." in refused.stderr
    done = run(tmp_path, "import", "day.workshop", "own.csv", "--skip-bad-rows")
    assert done.stdout.splitlines() == [
        "own.csv: our own CSV, 2 rows with answers: 3 new, 0 changed, 0 there already.",
        "  Left out, because something is wrong in it: row 3.",
        f"  own.csv: row 3, column “{R4}”: “many” is no answer to {R4}. Its steps are 0 to 4. Say in a map "
        "which one is meant, or leave-out.",
        "Round 1: 2 of 21 have answered.",
    ]


@pytest.mark.parametrize("kind", ["wide", "long", "xlsform"])
def test_a_template_is_written_and_nobody_has_answered_in_it(tmp_path: Path, kind: str) -> None:
    new_record(tmp_path / "day.workshop")
    name = f"empty.{'xlsx' if kind == 'xlsform' else 'csv'}"
    done = run(tmp_path, "template", "day.workshop", "-o", name, "--format", kind)
    assert (done.returncode, done.stderr) == (0, f"Saved as {name}.\n")
    if kind != "xlsform":
        back = run(tmp_path, "import", "day.workshop", name)
        assert back.returncode == 0
        assert back.stdout.startswith(f"{name}: our own CSV, 0 rows with answers: 0 new")


def test_a_template_never_takes_the_place_of_a_file(tmp_path: Path) -> None:
    """Neither of one that was filled in, nor of the record."""
    record = new_record(tmp_path / "day.workshop")
    filled = tmp_path / "ballots.csv"
    filled.write_text("ballot,perspective,round\n1,people,1\n")
    for file in (filled, record):
        before = file.read_bytes()
        refused = run(tmp_path, "template", "day.workshop", "-o", file.name)
        assert (refused.returncode, refused.stdout) == (2, "")
        assert f"{file.name}: there already. Nothing was written over." in refused.stderr
        assert file.read_bytes() == before
