"""The plan: what is listed, taken on, added, moved and closed; by hand and from a script."""

from collections.abc import Iterable
from datetime import date
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
import yaml

from ladder_check.documents.library import Shelf, read_case
from ladder_check.errors import LadderCheckError, UnknownName
from ladder_check.interview.plan_page import page, remarks
from ladder_check.interview.plan_wishes import PlanWishes, carry_out
from ladder_check.interview.planning import ask_plan, open_plan
from ladder_check.interview.terminal import Terminal
from ladder_check.model.action import Action

TODAY = date(2026, 11, 22)
SHELF = Shelf()
BOLT_ON = "answers: {rules: {hr3.practice: {leaders: 3}, hr3.belief: {leaders: 1}}}\n"
HEAD = f"format: 1\ntitle: Day  # ours\nassessed_on: 2026-11-22\n{BOLT_ON}missing_voices: [Deaf people]\n"
WALL = "{id: a1, what: Use the wall, because: designing.r3, owner: Lead, partner: Two people, by: 2026-12-01}"
FARES = "{id: a2, what: Pay fares, by: 2026-11-01, state: doing}"
DONE = "{id: a3, what: Sweep, state: done}"
ACTIONS = f"actions:\n  - {WALL}\n  - {FARES}\n  - {DONE}\n"
NO_MORE = [""] * 6
"""Nothing said of owner, partner, by, cost, done when and check back."""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """One pair that is bolt-on, one missing voice; two open actions."""
    path = tmp_path / "day.assessment.yaml"
    path.write_text(HEAD + ACTIONS, encoding="utf-8")
    return path


def _plain(out: StringIO) -> str:
    return " ".join(out.getvalue().split())


def talk(path: Path, lines: Iterable[str]) -> str:
    """What is said and typed when *lines* are the answers, without line breaks."""
    out = StringIO()
    terminal = Terminal(StringIO("".join(f"{line}\n" for line in lines)), out, lambda: 100, echo=True)
    assert ask_plan(open_plan(terminal, path, SHELF, TODAY))
    return _plain(out)


def script(path: Path, **wishes: Any) -> str:
    """What is said when everything is said beforehand."""
    out = StringIO()
    plan = open_plan(Terminal(StringIO(), out, lambda: 100, echo=False), path, SHELF, TODAY)
    assert carry_out(plan, PlanWishes(**wishes), can_ask=False)
    return _plain(out)


def actions(path: Path) -> list[Any]:
    read_case(path)  # What we write is always a file that can be used.
    listed: list[Any] = yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)["actions"]
    return listed


# The page


def test_open_actions_come_first_then_the_proposals_numbered_on(path: Path) -> None:
    """The pair and the missing voice call for one action each; r3 was not answered, so it is not known."""
    plan = open_plan(Terminal(StringIO(), StringIO(), lambda: 100, echo=False), path, SHELF, TODAY)
    remedy = next(pair.action for pair in SHELF.bank("rules").pairs if pair.id == "hr3")
    lines = page(plan.material(), plan.things, TODAY).splitlines()
    assert lines[:11] == [
        "The plan of Day.",
        "In your file:",
        "  1. Use the wall. (a1)",
        "     Who: Lead. With: Two people. By 1 December 2026. Agreed.",
        "     Because: “Designing the service: Being kept up to date”. Answer now: not known yet.",
        "  2. Pay fares. (a2)",
        "     Who: nobody is named yet. With: not yet shared. By 1 November 2026 (that day has passed). "
        "Being done.",
        "Proposed by your answers, most needed first:",
        f"  3. {remedy.do}",
        f"     Who: {remedy.owner}. With: {remedy.partner}. Done when: {remedy.done_when}",
        "     Because: Look at quality of life, not only the service: it is done, and not yet believed in.",
    ]
    assert lines[11].startswith("  4. Ask the people who were not here")
    assert lines[13] == "     Because: Not here this time: Deaf people."


def test_with_nothing_to_do_it_says_so(path: Path) -> None:
    path.write_text("format: 1\ntitle: Day\nassessed_on: 2026-11-22\n", encoding="utf-8")
    assert "Nothing is open, and the answers call for nothing more." in script(path, lists=True)


# Taking on and adding


def test_a_proposal_is_taken_on_part_by_part_and_keeps_its_number(path: Path) -> None:
    lines = ["3", "same", "Ann's group", "December", "£20", "SAME", "2027-01-15", "3", "doing", "done"]
    transcript = talk(path, lines)
    remedy = next(pair.action for pair in SHELF.bank("rules").pairs if pair.id == "hr3")
    assert actions(path)[3:] == [
        {
            "id": "a4",
            "what": remedy.do,
            "because": "rules.hr3",
            "owner": remedy.owner,
            "partner": "Ann's group",
            "by": "2026-12-31",
            "cost": "£20",
            "done_when": remedy.done_when,
            "check_back": "2027-01-15",
            "state": "doing",
        }
    ]
    assert f"Proposed: “{remedy.owner}”" in transcript
    assert remedy.do not in script(path, lists=True).partition("Proposed by")[2]


def test_enter_never_takes_what_is_proposed(path: Path) -> None:
    transcript = talk(path, ["4", *NO_MORE, "done"])
    assert {*actions(path)[3]} == {"id", "what", "because", "state"}
    assert actions(path)[3]["because"] == "Not here this time: Deaf people."
    assert "Without a partner it is not shared yet." in transcript


def test_an_action_in_ones_own_words(path: Path) -> None:
    transcript = talk(path, ["add", "", "Hang up a list", "Lead", *NO_MORE[1:], "5", "keep", "done"])
    assert actions(path)[3:] == [{"id": "a4", "what": "Hang up a list", "owner": "Lead", "state": "open"}]
    assert "It is number 5 now." in transcript
    assert "Hang up a list. (a4)" in transcript


def test_two_who_add_at_the_same_time_get_two_ids(path: Path) -> None:
    """Somebody else adds their a4 while we type the last part of ours."""

    class Meanwhile(StringIO):
        def readline(self, *_: Any) -> str:  # type: ignore[override]
            line = super().readline()
            if line == "15 January 2027\n":
                theirs = path.read_text(encoding="utf-8") + "  - {id: a4, what: Theirs}\n"
                path.write_text(theirs, encoding="utf-8")
            return line

    lines = Meanwhile("add\nOurs\n\n\n\n\n\n15 January 2027\n5\ndoing\ndone\n")
    ask_plan(open_plan(Terminal(lines, StringIO(), lambda: 100, echo=True), path, SHELF, TODAY))
    assert [(a["id"], a["what"], a.get("state")) for a in actions(path)[3:]] == [
        ("a4", "Theirs", None),
        ("a5", "Ours", "doing"),
    ]


def test_a_day_that_has_passed_is_not_a_day_to_do_it_by(path: Path) -> None:
    transcript = talk(path, ["add", "Talk", "", "", "2026-11-21", "2026-11-22", "", "", "", "done"])
    assert "2026-11-21 is before today" in transcript
    assert actions(path)[3]["by"] == "2026-11-22"


def test_half_an_action_is_kept_when_they_stop(path: Path) -> None:
    for stop in (["q"], ["", "q"], []):
        transcript = talk(path, ["add", "Talk", "Lead", *stop])
        assert actions(path)[-1].items() >= {"what": "Talk", "owner": "Lead", "state": "open"}.items()
        assert f"To go on, type: ladder-check plan {path}" in transcript


# Moving and closing


@pytest.mark.parametrize(
    ("typed", "state"), [("g", "doing"), ("done", "done"), ("d", "done"), ("being done", "doing")]
)
def test_an_action_is_moved(path: Path, typed: str, state: str) -> None:
    talk(path, ["1", typed, "done"])
    assert actions(path)[0]["state"] == state


def test_an_action_is_dropped_with_a_reason_that_goes_when_it_is_open_again(path: Path) -> None:
    talk(path, ["2", "dropped", "", "Fares are free now", "done"])
    assert actions(path)[1] | {"by": ""} == {
        "id": "a2",
        "what": "Pay fares",
        "by": "",
        "state": "dropped",
        "dropped_because": "Fares are free now",
    }
    script(path, states=["a2=open"])
    assert actions(path)[1] == {"id": "a2", "what": "Pay fares", "by": "2026-11-01", "state": "open"}


def test_any_part_is_changed_and_enter_changes_nothing(path: Path) -> None:
    talk(path, ["1", "change", "what", "Use the window", "4", "2026-12-24", "5", "", "", "done"])
    assert actions(path)[0] == {
        "id": "a1",
        "what": "Use the window",
        "because": "designing.r3",
        "owner": "Lead",
        "partner": "Two people",
        "by": "2026-12-24",
    }
    assert actions(path)[1:] == yaml.load(ACTIONS, yaml.BaseLoader)["actions"][1:]


def test_what_is_not_on_the_page_changes_nothing(path: Path) -> None:
    transcript = talk(path, ["", "5", "0", "perhaps", "done"])
    assert "Nothing was typed." in transcript
    assert "“5” is not on this page. Nothing has changed." in transcript
    assert path.read_text(encoding="utf-8") == HEAD + ACTIONS


def test_the_list_is_numbered_anew(path: Path) -> None:
    """Number 1 is done, so fares are the first that is open."""
    assert "1. Pay fares. (a2)" in talk(path, ["1", "done", "list", "done"])


# From a script


def test_a_script_adds_an_action_with_its_parts(path: Path) -> None:
    parts = {"because": "designing.r4", "aspect": "designing", "owner": "Lead", "by": date(2026, 12, 1)}
    assert "Saved as a4: Hang it up. Without a partner" in script(path, add="Hang it up", parts=parts)
    assert actions(path)[3] == {
        "id": "a4",
        "what": "Hang it up",
        **parts,
        "by": "2026-12-01",
        "state": "open",
    }


def test_today_is_still_a_day_to_come(path: Path) -> None:
    script(path, add="Say sorry", parts={"by": TODAY})
    assert actions(path)[3]["by"] == "2026-11-22"


@pytest.mark.parametrize("wanted", ["3", "rules.hr3"])
def test_a_script_takes_what_is_proposed_and_what_it_says_itself(path: Path, wanted: str) -> None:
    script(path, take=wanted, parts={"partner": "Ann's group"})
    remedy = next(pair.action for pair in SHELF.bank("rules").pairs if pair.id == "hr3")
    assert actions(path)[3] == {
        "id": "a4",
        "what": remedy.do,
        "because": "rules.hr3",
        "owner": remedy.owner,
        "partner": "Ann's group",
        "done_when": remedy.done_when,
        "state": "open",
    }


def test_a_script_moves_several_actions(path: Path) -> None:
    script(path, states=["a1=done", "a2=dropped"], reason="The wall is gone")
    assert [(a["state"], a.get("dropped_because")) for a in actions(path)[:2]] == [
        ("done", None),
        ("dropped", "The wall is gone"),
    ]


@pytest.mark.parametrize(
    ("wishes", "words"),
    [
        ({"states": ["a1=gone"]}, "States: open, doing, done, dropped"),
        ({"states": ["a9=done"]}, "There: a1, a2, a3"),
        ({"states": ["a1=done", "a2=dropped"]}, "--reason"),
        ({"take": "1"}, "Proposed: 3 to 4"),
        ({"take": "3", "add": "Talk"}, "one at a time"),
        ({"add": "  "}, "--add"),
        ({"add": "Talk", "parts": {"done_when": ""}}, "--done-when"),
        (
            {"add": "Talk", "parts": {"check_back": date(2026, 11, 21)}},
            "--check-back 2026-11-21 is before today",
        ),
        ({"add": "Talk", "parts": {"because": "designing.r99"}}, "designing.r99"),
        ({"parts": {"owner": "Lead"}}, "--add or --take"),
        ({"reason": "No time"}, "--state a1=dropped"),
    ],
)
def test_a_script_that_cannot_be_done_changes_nothing(path: Path, wishes: dict[str, Any], words: str) -> None:
    with pytest.raises(LadderCheckError, match=words):
        script(path, **wishes)
    assert path.read_text(encoding="utf-8") == HEAD + ACTIONS


def test_an_area_of_work_that_is_not_there_names_the_nearest(path: Path) -> None:
    with pytest.raises(UnknownName, match="Did you mean 'designing'"):
        script(path, add="Talk", parts={"aspect": "desining"})


# What a plan still lacks


def _action(name: str, **keys: Any) -> Action:
    return Action(id=name, what=name.upper(), **keys)


GOOD = [_action(name, partner="People", by=date(2026, 12, 22)) for name in "abc"]
"""Shared, and due on the thirtieth day."""


def test_a_plan_with_a_first_step_and_partners_lacks_nothing() -> None:
    assert remarks(GOOD, TODAY) == []


@pytest.mark.parametrize(
    ("plan", "words"),
    [
        ([], "Nothing is open in your file."),
        ([_action("d", partner="People", state="done")], "Nothing is open in your file."),
        ([*GOOD, _action("d")], "Not yet shared, because no partner on the lived side is named: “D”."),
        ([*GOOD, _action("d", partner="P", by=date(2026, 11, 21))], "The day has passed for “D”."),
        (
            [each.model_copy(update={"by": date(2026, 12, 23)}) for each in GOOD],
            "No first step falls within 30 days, by 22 December 2026.",
        ),
        (GOOD[:2], "Open: 2. Three to five is a good number"),
        (GOOD * 2, "Open: 6. More than five is much at once"),
    ],
)
def test_what_a_plan_lacks_is_said_plainly_and_alone(plan: list[Action], words: str) -> None:
    [said] = remarks(plan, TODAY)
    assert said.startswith(words)


def test_a_day_that_has_passed_is_no_first_step() -> None:
    past = [each.model_copy(update={"by": date(2026, 11, 21)}) for each in GOOD]
    assert [said[:22] for said in remarks(past, TODAY)] == [
        "The day has passed for",
        "No first step falls wi",
    ]
    today = [GOOD[0].model_copy(update={"by": TODAY}), *past[1:]]
    assert [said[:22] for said in remarks(today, TODAY)] == ["The day has passed for"]


def test_it_is_said_at_the_end(path: Path) -> None:
    ending = talk(path, ["done"]).partition("or done; q stops: done")[2]
    assert "Not yet shared" in ending
    assert "The day has passed for “Pay fares”" in ending
    assert "Open: 2." in ending
