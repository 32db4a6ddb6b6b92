"""How a report opens: the headline, who took part, and four lines."""

from typing import Any

from ladder_check.report.view import Group, Report
from report_case import SHOWN, climb_to, report_of


def _two(cooking: int, washing: int, **keys: Any) -> Report:
    return report_of(climb_to(cooking) | climb_to(washing, aspect="washing"), **keys)


def test_the_headline_has_the_lowest_and_the_highest_beside_it() -> None:
    """Rungs 3 and 5: of two middle rungs the lower, 3."""
    assert _two(3, 5).headline == (
        "At least half of the areas of work are on rung 3, told, or higher.",
        "Lowest: “Cooking”, on rung 3. Highest: “Washing”, on rung 5.",
        "Areas of work scored: 2. Left out: 0. Not enough to say: 0.",
    )


def test_areas_on_the_same_rung_have_no_lowest() -> None:
    assert _two(4, 4).headline[1] == "All areas of work that were scored are on the same rung."


def test_one_area_alone_is_not_called_half() -> None:
    assert report_of(climb_to(4)).headline == (
        "One area of work was scored. It is on rung 4, asked.",
        "Areas of work scored: 1. Left out: 1. Not enough to say: 0.",
    )


def test_a_headline_with_a_range_says_how_high_it_could_be() -> None:
    answers = climb_to(4)
    answers["cooking.q4"]["people"] = "not-sure"
    assert report_of(answers).headline[0] == (
        "One area of work was scored. It is on rung 3, told. It could be as high as rung 4, asked."
    )


def test_without_answers_there_is_no_headline() -> None:
    report = report_of({})
    assert report.headline[0] == "Too few areas of work have enough answers to say where the whole stands."
    assert report.not_enough == ("Cooking",)
    assert not any(rung.here for rung in report.ladder)


def test_a_headline_at_the_bottom_is_harm_only_where_all_there_is_harm() -> None:
    """Cooking is at the bottom and no more; people report harm in washing; both are on rung 1."""
    answers = climb_to(1) | climb_to(4, aspect="washing")
    answers["washing.q1"] = {"people": 0, "leaders": 3, "evidence": SHOWN}
    report = report_of(answers)
    assert report.headline[0] == (
        "At least half of the areas of work are on rung 1, the bottom of the ladder: no say, or higher."
    )
    bottom = report.ladder[-1]
    assert bottom.name == "Forced"
    assert [mark.aspects for mark in bottom.marks if mark.kind == "standing"] == [
        ("Cooking (no say)", "Washing")
    ]


def test_the_drawn_ladder_is_top_first_and_marks_the_headline() -> None:
    """Rungs 3 and 5: the headline is 3 to 3, and each aspect stands where it stands."""
    ladder = _two(3, 5).ladder
    assert [rung.number for rung in ladder] == [5, 4, 3, 2, 1]
    assert [rung.here for rung in ladder] == [False, False, True, False, False]
    assert {
        rung.number: mark.aspects for rung in ladder for mark in rung.marks if mark.kind == "standing"
    } == {
        5: ("Washing",),
        3: ("Cooking",),
    }


def test_in_short_is_at_most_four_lines_and_ends_with_the_first_action() -> None:
    answers = climb_to(2) | climb_to(4, aspect="washing")
    answers["cooking.q1"] = {"people": 0, "leaders": 3, "evidence": SHOWN}
    action = {"id": "a", "what": "Talk.", "because": "cooking.q1", "owner": "The cook", "by": "2026-12-01"}
    report = report_of(answers, aspects={"cooking": {"claimed": {"leaders": "together"}}}, actions=[action])
    assert report.in_short == (
        "Somebody reports that people are treated badly: “Cooking”. This comes first.",
        "At least half of the areas of work are on rung 1, forced, or higher. "
        "Lowest: “Cooking”, on rung 1. Highest: “Washing”, on rung 4.",
        "More is claimed than the answers show: “Cooking”.",
        "First action: “Talk”. Who: The cook. By: 1 December 2026.",
    )


def test_a_proposed_action_is_not_called_the_teams_own() -> None:
    assert report_of(climb_to(4)).in_short[-1] == (
        "A first action we could take: “Mend 5”. Who: The cook. By: 3 December 2026."
    )


def test_who_took_part_and_who_was_missing() -> None:
    report = report_of(climb_to(4), missing_voices=["Night staff", "Guests"])
    assert report.took_part == (
        Group("People who draw on care and support", "3 there", "5 invited"),
        Group("Leaders", "2 there", ""),
    )
    assert report.missing_sentence == "Missing this time: Night staff; Guests."


def test_what_nobody_wrote_down_is_said() -> None:
    assert report_of(climb_to(4), took_part={}).missing_sentence == (
        "How many people took part is not written down. "
        "Who was missing is not written down. Ask who should have been here."
    )


def test_a_provisional_headline_says_so() -> None:
    report = report_of(climb_to(5), took_part={"people": {"there": 2}})
    assert report.headline[-1] == (
        "This is provisional: fewer than 3 people on the lived side took part. "
        "So no area of work is shown on the top two rungs."
    )
    assert report.headline[0] == "One area of work was scored. It is on rung 3, told."


def test_facts_are_in_words() -> None:
    report = report_of(climb_to(4), organisation="The house", at_level="individual")
    assert [(fact.label, fact.words) for fact in report.facts] == [
        ("Organisation", "The house"),
        ("Looked at", "One person's support"),
        ("Date", "3 November 2026"),
    ]
