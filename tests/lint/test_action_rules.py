"""Actions: only open ones are asked about, and both ends of each span of days."""

from datetime import date
from typing import Any

import pytest
import yaml

from ladder_check.documents.document import parse
from ladder_check.documents.finding import Finding
from ladder_check.documents.library import Shelf, build_case
from ladder_check.lint.engine import lint
from ladder_check.lint.rule import World

WHOLE: dict[str, Any] = {
    "id": "a1",
    "what": "Pay fares on the day",
    "owner": "Finance lead",
    "partner": "People's group",
    "by": "2026-12-03",
    "cost": "nothing",
}


def found_in(*actions: dict[str, Any], today: str = "2026-11-10", **around: Any) -> list[Finding]:
    """What LC6xx finds in an assessment of 3 November 2026 with *actions*."""
    answers = around.pop("answers", {})
    keys = {"format": 1, "title": "Day", "assessed_on": "2026-11-03", "answers": answers}
    document = parse(yaml.safe_dump(keys | {"actions": list(actions)}, sort_keys=False).encode(), "day.yaml")
    world = World(date.fromisoformat(today), **around)
    found = lint(document, build_case(document, Shelf()), world)
    return [each for each in found if each.code.startswith("LC6")]


def codes(found: list[Finding]) -> list[str]:
    return [each.code for each in found]


def test_a_whole_action_is_let_alone() -> None:
    assert codes(found_in(WHOLE)) == []


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        ("owner", ["LC601"]),
        ("partner", ["LC602"]),
        # Without a day it is also no first step.
        ("by", ["LC606", "LC603"]),
        ("cost", ["LC605"]),
    ],
)
def test_each_part_that_is_missing_is_told(key: str, expected: list[str]) -> None:
    assert codes(found_in({each: value for each, value in WHOLE.items() if each != key})) == expected


@pytest.mark.parametrize("state", ["done", "dropped"])
def test_an_action_that_is_over_is_asked_nothing(state: str) -> None:
    assert codes(found_in({"id": "a1", "what": "Pay fares", "state": state}, today="2030-01-01")) == []


def test_overdue_begins_the_day_after_and_is_an_error_only_on_a_timetable() -> None:
    assert found_in(WHOLE, today="2026-12-03") == []
    weights = [found_in(WHOLE, today="2026-12-04", scheduled=each)[0] for each in (False, True)]
    assert [(each.code, each.severity) for each in weights] == [("LC604", "warning"), ("LC604", "error")]


def test_a_first_step_that_was_done_counts_and_one_that_was_dropped_does_not() -> None:
    later = WHOLE | {"id": "a2", "by": "2027-02-01"}
    assert codes(found_in(WHOLE | {"state": "done"}, later)) == []
    assert codes(found_in(WHOLE | {"state": "dropped"}, later)) == ["LC606"]


HARM = {"ladder": {"deciding.r1": {"staff": 4, "lived": 2}}}
"""The lived side says that somebody may be harmed, and there are too few answers for a rung."""


@pytest.mark.parametrize("because", ["deciding.r1", "ladder.deciding.r1"])
def test_harm_is_answered_by_an_open_action_about_it(because: str) -> None:
    assert codes(found_in(WHOLE | {"because": because}, answers=HARM)) == []
    assert codes(found_in(WHOLE | {"because": because, "state": "done"}, answers=HARM)) == ["LC607"]


def test_harm_is_not_answered_by_an_action_about_another_question() -> None:
    assert codes(found_in(WHOLE | {"because": "designing.r1"}, answers=HARM)) == ["LC607"]


def test_an_answer_that_nothing_shows_is_no_report_of_harm() -> None:
    """Staff say that nobody is treated badly and name no evidence: LC301 says so, and it is no report."""
    answers = {"ladder": {"deciding.r1": {"staff": 3, "lived": 3}}}
    assert codes(found_in(WHOLE, answers=answers)) == []


def test_harm_that_one_of_the_staff_reports_is_harm() -> None:
    answers = {"ladder": {"deciding.r1": {"leaders": 4, "frontline": 1, "lived": 3}}}
    assert "LC607" in codes(found_in(WHOLE, answers=answers))


def test_not_knowing_about_harm_is_no_harm_flag() -> None:
    assert codes(found_in(WHOLE, answers={"ladder": {"deciding.r1": {"lived": "not-sure"}}})) == []
