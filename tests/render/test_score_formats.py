"""The four formats of a score."""

import csv
import io
import json
from pathlib import Path

from ladder_check.documents.library import read_case
from ladder_check.render.data import render_csv, render_json
from ladder_check.render.look import DRAWING_WIDTH, Look
from ladder_check.render.table import render_table
from ladder_check.render.terminal import render_plain
from ladder_check.scoring.profile import score

EXAMPLES = Path(__file__).parents[2] / "examples"
CASE = read_case(EXAMPLES / "riverside-day-opportunities.assessment.yaml")
PROFILE = score(CASE)
LOOK = Look(width=72)


def test_json_has_the_keys_that_are_promised_in_their_order() -> None:
    data = json.loads(render_json(CASE, PROFILE, LOOK))
    assert list(data) == [
        "format", "tool", "assessment", "ladder", "headline", "aspects", "banks", "footing",
        "may_say_co_production", "linked", "split",
    ]  # fmt: skip
    designing = next(aspect for aspect in data["aspects"] if aspect["id"] == "designing")
    side = ["low", "high", "harm", "held_back_by", "with_that_fixed", "stepped_over", "open"]
    assert list(designing["lived"]) == side
    assert list(designing["shown"]) == [*side, "said_not_shown", "old_evidence"]
    assert designing["standing"] == {
        "low": 4, "high": 4, "rung": "consultation", "basis": "both", "provisional": False, "harm": False,
    }  # fmt: skip


def test_the_same_input_gives_the_same_bytes() -> None:
    again = read_case(EXAMPLES / "riverside-day-opportunities.assessment.yaml")
    for render in (render_json, render_csv, render_plain, render_table):
        assert render(CASE, PROFILE, LOOK) == render(again, score(again), LOOK)


def test_csv_has_a_line_an_aspect() -> None:
    rows = list(csv.DictReader(io.StringIO(render_csv(CASE, PROFILE, LOOK))))
    designing = next(row for row in rows if row["aspect"] == "designing")
    lows = [designing[key] for key in ("claimed", "shown_low", "lived_low", "standing_low")]
    assert lows == ["6", "5", "4", "4"]
    assert next(row for row in rows if row["aspect"] == "governing")["standing_low"] == ""


def test_a_cell_that_a_spreadsheet_would_run_is_text() -> None:
    evil = CASE.assessment.model_copy(update={"organisation": "=HYPERLINK(1)"})
    rows = list(
        csv.reader(io.StringIO(render_csv(type(CASE)(evil, CASE.banks, CASE.ladders), PROFILE, LOOK)))
    )
    assert rows[1][0] == "'=HYPERLINK(1)"


def test_plain_words_keep_to_the_width_and_hold_no_drawing() -> None:
    text = render_plain(CASE, PROFILE, LOOK)
    assert max(map(len, text.splitlines())) <= 72
    assert not set(text) & set("─│◇■▲●⊤")
    assert "This report is for improvement, not for comparison between places." in text


def test_an_area_of_which_nothing_is_known_is_said_in_one_line(tmp_path: Path) -> None:
    file = tmp_path / "day.assessment.yaml"
    file.write_text("format: 1\ntitle: Day\nassessed_on: 2026-11-22\n", encoding="utf-8")
    case = read_case(file)
    parts = render_plain(case, score(case), Look(width=100)).split("\n\n")
    assert parts[1:3] == [
        "Deciding what gets time and money\n  There are not enough answers to say where this stands.",
        "Designing the service\n  There are not enough answers to say where this stands.",
    ]


def test_the_table_names_both_sides_and_the_standing_of_every_aspect() -> None:
    text = render_table(CASE, PROFILE, Look(width=100))
    row = next(line for line in text.splitlines() if line.strip().startswith("Choosing who does"))
    assert row.split("Choosing who does")[1].split() == [
        "6",
        "Co-design",
        "6",
        "to",
        "7",
        "6",
        "to",
        "7",
        "6",
        "to",
        "7",
    ]
    assert "\x1b" not in text


def test_a_table_of_the_least_width_has_every_word_whole() -> None:
    text = render_table(CASE, PROFILE, Look(width=DRAWING_WIDTH))
    assert "…" not in text
    assert max(map(len, text.splitlines())) <= DRAWING_WIDTH
    names = [aspect.name for aspect in CASE.ladder_bank.aspects]
    words = {word for name in names for word in name.split()} | {"Consultation", "Co-design", "Engagement"}
    assert words <= set(text.replace(":", "").replace(",", "").split()) | {"My", "own", "support"}


def test_areas_on_one_rung_stand_under_one_another() -> None:
    """Two stand on the lowest rung, whose name is the longest: 2 + 1 + 1 + 28 columns, and two more."""
    lines = render_table(CASE, PROFILE, Look(width=DRAWING_WIDTH)).splitlines()
    place = next(n for n, line in enumerate(lines) if line.startswith("  1 Bottom of the ladder: no say  ●"))
    assert lines[place : place + 3] == [
        "  1 Bottom of the ladder: no say  ● Deciding what gets time and money",
        " " * 34 + "● Running the service day to day (could be",
        " " * 36 + "rung 4)",
    ]


def test_the_table_in_ascii_holds_nothing_else_of_ours() -> None:
    render_table(CASE, PROFILE, Look(unicode=False, width=100)).encode("ascii")


def test_another_ladder_says_about_where_the_match_is_loose() -> None:
    case = read_case(EXAMPLES / "riverside-day-opportunities.assessment.yaml", ladders=["arnstein"])
    text = render_plain(case, score(case), Look(width=100))
    assert "The same rungs on another ladder: Ladder of citizen participation" in text
    assert "Rung 5, engagement: about rung 5, placation." in text
