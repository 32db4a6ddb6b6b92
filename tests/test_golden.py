"""The reports of the examples, compared with those that were last looked at."""

import pytest

from golden import EXPECTED, ROOM, ROOM_ENDINGS, golden_files, make, room_files


def test_every_example_has_its_golden_reports_and_nothing_else_is_there() -> None:
    assert sorted(path.name for path in EXPECTED.iterdir()) == sorted(golden_files())


@pytest.mark.parametrize("name", golden_files())
def test_a_report_is_as_it_was_last_looked_at(name: str) -> None:
    """If this fails and the new report is right: `make golden`, and look at the diff."""
    expected = (EXPECTED / name).read_bytes().decode("utf-8")
    assert make(*golden_files()[name]) == expected


@pytest.mark.parametrize("ending", ROOM_ENDINGS.values())
def test_what_a_room_said_is_as_it_was_last_looked_at(ending: str) -> None:
    """If this fails and the new one is right: `make golden`, and look at the diff."""
    expected = (ROOM / f"room{ending}").read_bytes().decode("utf-8")
    assert room_files()[f"room{ending}"] == expected


def test_every_format_of_a_room_has_its_golden_file_and_nothing_else_is_there() -> None:
    assert sorted(path.name for path in ROOM.iterdir()) == sorted(room_files())
