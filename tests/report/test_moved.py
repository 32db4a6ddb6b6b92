"""What a summary says of an assessment: every area of work with its rung, and where it stood before."""

from ladder_check.report.moved import standing_lines
from report_case import climb_to, make_case

BOTH = climb_to(3) | climb_to(5, aspect="washing")


def test_every_area_of_work_has_its_rung() -> None:
    """Worked by hand: rungs 3 and 5; of two middle rungs the lower, 3."""
    assert standing_lines(make_case(BOTH)) == (
        "At least half of the areas of work are on rung 3, told, or higher. "
        "Lowest: “Cooking”, on rung 3. Highest: “Washing”, on rung 5. "
        "Areas of work scored: 2. Left out: 0. Not enough to say: 0.",
        "Cooking: Rung 3, told.",
        "Washing: Rung 5, together.",
    )


def test_what_moved_says_from_where() -> None:
    now = make_case(climb_to(4) | climb_to(5, aspect="washing"))
    lines = standing_lines(now, make_case(BOTH))
    assert (
        " Before the change: At least half of the areas of work are on rung 3, told, or higher. " in lines[0]
    )
    assert lines[1:] == (
        "Cooking: Rung 4, asked. Before the change: Rung 3, told.",
        "Washing: Rung 5, together.",
    )


def test_where_nothing_moved_nothing_is_said_of_before() -> None:
    case = make_case(BOTH)
    assert standing_lines(case, make_case(BOTH, title="Another title")) == standing_lines(case)


def test_an_area_that_is_left_out_now_says_where_it_stood() -> None:
    lines = standing_lines(make_case(climb_to(3)), make_case(BOTH))
    assert lines[1:] == (
        "Cooking: Rung 3, told.",
        "Washing: Left out: Not today. Before the change: Rung 5, together.",
    )


def test_areas_of_which_nobody_can_say_anything_are_counted_and_not_listed() -> None:
    """The headline counts them; where one had a rung before, its line says so."""
    left_out = "Washing: Left out: Not today."
    one, gone = make_case(climb_to(3)), make_case({})
    assert standing_lines(one)[1:] == ("Cooking: Rung 3, told.", left_out)
    assert standing_lines(gone)[1:] == (left_out,)
    assert "Not enough to say: 1." in standing_lines(gone)[0]
    was = "Cooking: Not enough to say. Before the change: Rung 3, told."
    assert standing_lines(gone, one)[1:] == (was, left_out)
