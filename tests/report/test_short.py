"""The short version: one idea a line, and the same facts as the report."""

import re

import pytest

from example_reports import NAMES, example
from ladder_check.report.view import Report
from report_case import SHOWN, climb_to, report_of


def _part(report: Report, heading: str) -> tuple[str, ...]:
    return next((part.lines for part in report.short if part.heading == heading), ())


def test_where_the_work_is_now_and_what_that_means() -> None:
    """Cooking is on rung 3 and washing on 5: the lower of the two is the headline."""
    report = report_of(climb_to(3) | climb_to(5, aspect="washing"))
    assert _part(report, "Where the work is now") == (
        "At least half of the areas of work are on rung 3, told, or higher.",
        "On rung 3: people are told.",
        "Lowest: Cooking.",
        "Highest: Washing.",
    )
    assert _part(report, "Cooking") == ("Rung 3, told.", "In cooking, people are told.")


def test_a_range_is_two_lines_of_its_own() -> None:
    answers = climb_to(4)
    answers["cooking.q4"]["people"] = "not-sure"
    assert _part(report_of(answers), "Cooking")[2:] == (
        "It could be higher, up to rung 4.",
        "Some answers are not known.",
    )


def test_harm_is_to_be_read_first() -> None:
    answers = climb_to(4)
    answers["cooking.q1"] = {"people": 0, "leaders": 3, "evidence": SHOWN}
    report = report_of(answers)
    assert [part.heading for part in report.short][:2] == ["What this is", "Please read this first"]
    assert _part(report, "Please read this first") == (
        "Somebody says that people are treated badly. It is about: Cooking.",
        "This has to stop first.",
    )
    assert _part(report_of(climb_to(4)), "Please read this first") == ()


def test_what_nobody_has_agreed_stands_under_what_we_could_do() -> None:
    report = report_of(climb_to(4))
    assert report.heading.actions == "What we could do"
    assert _part(report, "What we could do")[1] == "This is an idea. It is not agreed yet."
    assert _part(report, "What we will do") == ()


def test_an_idea_is_not_called_agreed() -> None:
    kept = {"id": "a", "what": "Talk", "owner": "The cook", "partner": "Guests", "by": "2026-12-01"}
    assert _part(report_of(climb_to(4), actions=[kept]), "What we will do") == (
        "1. Talk",
        "Who: The cook",
        "Together with: Guests",
        "By: 1 December 2026",
        "2. Mend 5.",
        "This is an idea. It is not agreed yet.",
        "Who: The cook",
        "Together with: Those who eat",
    )


def test_too_few_people_is_said_in_words() -> None:
    report = report_of(climb_to(4), took_part={"people": {"there": 2}})
    assert _part(report, "Where the work is now")[-2:] == (
        "Fewer than 3 people on the lived side took part.",
        "So this may change when more people take part.",
    )


@pytest.mark.parametrize("name", NAMES)
def test_it_is_never_called_easy_read(name: str) -> None:
    report = example(name)
    lines = [line for part in report.short for line in (part.heading, *part.lines)]
    assert not any(re.search(r"(?i)easy.?read", line) for line in [*lines, report.short_note])
    assert report.short_note == (
        "A computer made this page. Nobody with a learning disability has checked it yet."
    )
