"""What changed since the base: what goes down aloud passes, and what goes down unsaid does not."""

from datetime import date
from typing import Any

import pytest
import yaml

from ladder_check.documents.document import Document, parse
from ladder_check.documents.finding import Finding
from ladder_check.documents.library import Shelf, build_case
from ladder_check.lint.engine import inspect, lint
from ladder_check.lint.rule import World
from ladder_check.model.case import Case
from ladder_check.model.config import Config

Keys = dict[str, Any]


def case_of(keys: Keys) -> tuple[Document, Case]:
    basic = {"format": 1, "title": "Day opportunities", "assessed_on": "2026-11-03"}
    document = parse(yaml.safe_dump(basic | keys, sort_keys=False).encode(), "day.assessment.yaml")
    return document, build_case(document, Shelf())


def since(base: Keys | None, now: Keys, **around: Any) -> list[Finding]:
    """What LC7xx finds in *now*, which was *base* before."""
    config = Config.model_validate(around.pop("config", {}))
    before = case_of(base)[1] if base is not None else None
    world = World(date.fromisoformat(around.pop("today", "2026-11-10")), config, base=before, **around)
    return [found for found in lint(*case_of(now), world) if found.code.startswith("LC7")]


def codes(found: list[Finding]) -> list[str]:
    return sorted(each.code for each in found)


def deciding(**changed: Any) -> Keys:
    """Both sides say that r1 to r3 hold and the rest does not: lived rung 3, informing."""
    levels: Keys = {f"r{n}": {"lived": 4 if n <= 3 else 1} for n in range(1, 7)} | {"r7a": {"lived": 1}}
    levels |= changed
    return {"answers": {"ladder": {f"deciding.{r}": given for r, given in levels.items() if given}}}


def test_a_level_and_its_rung_that_went_down_are_told_at_the_answer() -> None:
    found = since(deciding(), deciding(r3={"lived": 2}))
    # Worked by hand: five lines down to `ladder:`, two each for r1 and r2; r3 is line 10.
    assert [(each.code, each.severity, each.place and each.place.line) for each in found] == [
        ("LC702", "error", 10),
        ("LC703", "error", 10),
    ]


def test_with_a_reason_both_pass_and_a_notice_says_so() -> None:
    found = since(deciding(), deciding(r3={"lived": 2, "lowered": "People told us in May."}))
    assert [(each.code, each.severity) for each in found] == [("LC704", "notice")]
    assert "People told us in May." in found[0].message


def test_a_reason_of_another_year_at_an_answer_that_did_not_change_explains_no_rung() -> None:
    old = {"r2": {"lived": 4, "lowered": "That was last year."}}
    assert codes(since(deciding(**old), deciding(**old, r3={"lived": "not-sure"}))) == ["LC702"]


def test_answers_that_were_taken_out_hide_no_rung() -> None:
    found = since(deciding(), deciding(r4=None, r5=None))
    assert codes(found) == ["LC702"]
    assert "too few answers" in found[0].message


def test_an_aspect_that_is_left_out_says_why_there() -> None:
    assert since(deciding(), {"aspects": {"deciding": {"left_out": "Not ours any more"}}}) == []


def test_a_rung_that_sank_with_who_took_part_is_told_there() -> None:
    high: Keys = {f"r{n}": {"lived": 4} for n in (1, 2, 3, 4, 5, 6)} | {"r7a": {"lived": 4}}
    high["r7b"] = {"lived": 4}
    three, two = ({"took_part": {"people": {"there": n}}} for n in (3, 2))
    (found,) = since(deciding(**high) | three, deciding(**high) | two)
    # Five lines down to `ladder:`, two for each of eight answers, and then took_part.
    assert (found.code, found.place and found.place.line) == ("LC702", 5 + 2 * 8 + 1)


def test_what_went_up_or_stayed_is_let_alone() -> None:
    assert since(deciding(), deciding(r4={"lived": 4})) == []
    assert since(deciding(), deciding()) == []


def test_without_a_base_nothing_is_compared() -> None:
    assert since(None, deciding(r3={"lived": 0})) == []


def test_another_major_version_is_told_once_and_nothing_is_compared() -> None:
    before = deciding() | {"banks": {"ladder": "1.0.0", "rules": "1.0.0"}}
    now = deciding(r3={"lived": 0}) | {"banks": {"ladder": "2.0.0", "rules": "2.1.0"}}
    (found,) = since(before, now)
    assert (found.code, found.severity) == ("LC707", "notice")
    assert "ladder, rules" in found.message


def test_a_waiver_for_a_change_is_not_called_unused_where_there_is_no_base() -> None:
    waive = {"waive": [{"rule": "LC702", "until": "2026-12-31", "reason": "Agreed on the 3rd"}]}
    document, case = case_of(waive)
    today = date(2026, 11, 10)
    alone = inspect(document, case, World(today)).findings
    beside = inspect(document, case, World(today, base=case)).findings
    assert [each.code for each in alone if each.code == "LC904"] == []
    assert [each.code for each in beside if each.code == "LC904"] == ["LC904"]


@pytest.mark.parametrize(("scheduled", "severity"), [(False, "warning"), (True, "error")])
def test_an_old_assessment_is_an_error_only_on_a_timetable(scheduled: bool, severity: str) -> None:
    around: Keys = {"today": "2027-02-04", "config": {"stale-after": "3 months"}, "scheduled": scheduled}
    assert [(each.code, each.severity) for each in since(None, {}, **around)] == [("LC701", severity)]
    assert since(None, {}, **around | {"today": "2027-02-03"}) == []


def test_a_low_rung_fails_only_where_somebody_set_one() -> None:
    assert since(None, deciding()) == []
    assert codes(since(None, deciding(), config={"min-rung": "consultation"})) == ["LC705"]
    assert codes(since(None, deciding(), config={"min-rung": "informing"})) == []


def test_a_rung_that_is_not_on_the_ladder_is_said_and_not_passed_over() -> None:
    (found,) = since(None, deciding(), config={"min-rung": "partnership"})
    assert (found.code, "'partnership'" in found.message) == ("LC705", True)


def test_a_fall_with_a_reason_fails_only_where_somebody_asked_for_that() -> None:
    """r3 falls from 4 to 2, with its reason: the rung falls with it from 3 to 1."""
    fell = deciding(r3={"lived": 2, "lowered": "People told us in May."})
    asked = since(deciding(), fell, config={"no-regression": True})
    assert [(each.code, each.severity) for each in asked] == [("LC704", "notice"), ("LC708", "error")]
    assert codes(since(deciding(), deciding(), config={"no-regression": True})) == []


def test_a_note_is_no_new_answer_to_look_at_a_ceiling_for() -> None:
    ceiling = {"aspects": {"deciding": {"ceiling": {"rung": "informing", "review_by": "2027-03-01"}}}}
    noted = deciding(r3={"lived": 4, "note": "Said again in June"})
    assert since(deciding() | ceiling, noted | ceiling) == []
    assert codes(since(deciding() | ceiling, deciding(r4={"lived": 2}) | ceiling)) == ["LC706"]
