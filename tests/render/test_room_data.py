"""What a room said as data: figures worked by hand, the shape that is promised, the order."""

import csv
import io
import json
import re
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator

from ladder_check.render.look import Look
from ladder_check.render.room_data import render_csv, render_json
from ladder_check.render.schema import render_schema
from ladder_check.report.room_view import RoomMaterial
from room_said import CLAIM, HR1, R4, R5, material

DOCS = Path(__file__).parents[2] / "docs"


def data_of(said: RoomMaterial) -> dict[str, Any]:
    data: dict[str, Any] = json.loads(render_json(said, Look()))
    return data


def question(data: dict[str, Any], name: str, number: int) -> dict[str, Any]:
    return next(each for each in data["questions"] if (each["id"], each["round"]) == (name, number))


def test_the_worked_room() -> None:
    """
    Rungs 1 to 7.  Lived 1 5 4 2, staff 0 0 1 4 11 8 2.  Of 26 times 12 pairs, a staff 3 is higher than 6
    lived and the same as 4; four 4s are higher than 10 and the same as 2; the other 21 are higher than all
    12: 6 + 40 + 252 = 298 higher, 4 + 8 = 12 the same, 2 lower; 296 / 312 = 0.949.  People lie 1 + 0 + 2 + 2
    = 5 steps from their middle, 2, of seven: 0.714; twice that over six steps is 0.238.  Two of nine are
    missing: both at 1 make the 5th of 1 1 1 2 2 2 3 3 4 a 2, both at 7 the 5th of 1 2 2 2 3 3 4 7 7 a 3.
    """
    claim = question(data_of(material()), CLAIM, 1)
    assert claim["scale"] == [1, 7]
    assert claim["shown"]["people"] == {
        "n": 7,
        "counts": [1, 3, 2, 1, 0, 0, 0],
        "not_sure": 0,
        "rather_not_say": 0,
        "median": 2,
        "range": [2, 3],
        "spread": 0.714,
        "d": 0.238,
        "words": "close together",
        "split": False,
        "invited": 9,
        "absent_voices": [2, 3],
    }
    medians = {node: group["median"] for node, group in claim["shown"].items()}
    assert medians.pop("people") == medians.pop("lived") == 2
    assert medians == {"carers": 3, "frontline": 5, "leaders": 5, "staff": 5, "room": 5}
    ranges = [claim["shown"][node]["range"] for node in ("people", "carers", "frontline", "leaders")]
    assert ranges == [[2, 3], [2, 4], [5, 6], [5, 6]]
    assert (claim["shared"], claim["shared_range"], claim["balanced_middle"]) == (2, [2, 3], 4)
    pairs = [claim["gap"][key] for key in ("higher", "same", "lower", "delta")]
    assert pairs == [298, 12, 2, 0.949]
    assert (claim["withheld"], claim["why"], "change" in claim) == ([], {}, False)


def test_what_changed_between_rounds() -> None:
    """People 1 2 2 2 3 3, then 2 2 3 3 3 3: the 1st, 3rd and 4th go up.  Five of staff stay at 3."""
    again = question(data_of(material()), HR1, 3)
    assert again["change"] == {
        "linked": True,
        "same": 8,
        "up": 3,
        "down": 0,
        "net": None,
        "towards": "lived moved towards staff",
    }


def test_a_side_that_somebody_left_is_withheld_with_all_that_hangs_on_it() -> None:
    """Nine of staff, then eight: one person's answer would be what is left."""
    again = question(data_of(material()), R4, 3)
    assert list(again["shown"]) == ["people", "lived"]
    assert again["why"] == {"frontline": "remainder", "leaders": "small", "staff": "rounds", "room": "rounds"}
    assert {"gap", "change"}.isdisjoint(again)


def test_the_largest_gap_comes_first_then_the_widest_spread() -> None:
    """The claim has 0.949, HR1 10 of 30 in its newest round; without a gap: R5 with 0.917, R4 0.286."""
    order = [(each["id"], each["round"]) for each in data_of(material())["questions"]]
    assert order == [(CLAIM, 1), (HR1, 2), (HR1, 3), (R5, 2), (R4, 2), (R4, 3)]


def test_the_order_of_one_round_alone_is_its_own() -> None:
    """In round 2 HR1 has 20 of 30, R4 has 36 less 10 of 63, and R5 no gap at all."""
    data = data_of(material(only=2))
    assert data["rounds"] == [2]
    assert [each["id"] for each in data["questions"]] == [HR1, R4, R5]
    assert question(data_of(material(only=3)), HR1, 3)["change"]["up"] == 3


@pytest.mark.parametrize("only", [None, 1, 2, 3])
def test_it_has_the_shape_that_is_promised(only: int | None) -> None:
    Draft7Validator(json.loads(render_schema("results"))).validate(data_of(material(only=only)))


def test_the_shape_refuses_what_is_not_in_it() -> None:
    data = data_of(material())
    data["questions"][0]["shown"]["people"]["mean"] = 2.4
    assert not Draft7Validator(json.loads(render_schema("results"))).is_valid(data)


def test_the_example_in_the_docs_is_what_the_room_says() -> None:
    page = (DOCS / "formats.md").read_text(encoding="utf-8").partition("## Results of a room as data")[2]
    example = re.search(r"```json\n(.*?)```", page, re.DOTALL)
    assert example
    assert json.loads(example[1]) == question(data_of(material()), HR1, 3)


def test_the_middle_alone_of_a_small_group_that_agreed() -> None:
    """Three people at 1 2 4 and six staff: of the people there is a 2, and nothing else."""
    small = material(
        [{R4: {"people": [1, 2, 4], "frontline": [3] * 6}}], small_group=3, agreed_by="the three"
    )
    assert data_of(small)["questions"][0]["shown"]["lived"] == {"median": 2}
    assert {row["group"] for row in _rows(small)} == {"frontline", "staff"}


def _rows(said: RoomMaterial) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(render_csv(said, Look()))))


def test_a_line_for_each_shown_group_and_step_and_word() -> None:
    rows = _rows(material())
    carers = [row for row in rows if (row["question"], row["group"]) == (CLAIM, "carers")]
    assert [row["step"] for row in carers[:2]] == ["coercion", "educating"]
    assert [int(row["people"]) for row in carers] == [0, 2, 2, 1, 0, 0, 0, 0, 0]
    said = {row["step"]: row["people"] for row in rows if (row["question"], row["group"]) == (R5, "carers")}
    assert said == {"0": "0", "1": "0", "2": "5", "3": "0", "4": "0", "not-sure": "3", "rather-not-say": "0"}
    assert not [row for row in rows if (row["round"], row["group"]) == ("3", "leaders")]


def test_the_lines_and_the_json_say_the_same() -> None:
    shown = material()
    counts = [
        sum(group["counts"]) + group["not_sure"] + group["rather_not_say"]
        for each in data_of(shown)["questions"]
        for group in each["shown"].values()
    ]
    assert sum(int(row["people"]) for row in _rows(shown)) == sum(counts)
