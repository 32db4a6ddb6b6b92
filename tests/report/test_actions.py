"""The actions: harm first, then what was agreed, then what the answers call for."""

from typing import Any

from ladder_check.report.aspect_view import Fact
from ladder_check.report.view import ActionCard, Report
from report_case import SHOWN, bank_of, climb_to, report_of

FULL = {
    "id": "a1",
    "what": "Hang up a list",
    "because": "cooking.q3",
    "aspect": "cooking",
    "owner": "The cook",
    "partner": "Those who eat",
    "by": "2026-11-20",
    "cost": "£2",
    "done_when": "It hangs",
    "check_back": "2026-12-20",
    "state": "doing",
}


def _whats(report: Report) -> list[str]:
    return [card.what for card in report.actions]


def _facts(card: ActionCard) -> dict[str, str]:
    return {fact.label: fact.words for fact in card.facts}


def test_an_action_of_the_team_is_said_whole() -> None:
    report = report_of(climb_to(4), actions=[FULL])
    assert report.actions[0] == ActionCard(
        what="Hang up a list",
        because="“Cooking: Question 3”. Answer now: “Mostly.”",
        facts=(
            Fact("Area of work", "Cooking"),
            Fact("Who", "The cook"),
            Fact("Together with", "Those who eat"),
            Fact("By", "20 November 2026"),
            Fact("What it costs", "£2"),
            Fact("Done when", "It hangs"),
            Fact("We check on", "20 December 2026"),
        ),
        state="Being done",
        proposed=False,
        shared=True,
    )


def test_an_action_without_a_partner_is_not_yet_shared() -> None:
    card = report_of(climb_to(4), actions=[{"id": "a", "what": "Talk"}]).actions[0]
    assert not card.shared
    assert card.facts == (
        Fact("Who", "Nobody is named yet."),
        Fact("Together with", "Not yet shared: no partner on the lived side is named."),
        Fact("By", "No date yet."),
    )


def test_the_teams_open_actions_come_before_what_the_answers_call_for() -> None:
    """Rung 5 fails for both sides: the bank says to mend it."""
    assert _whats(report_of(climb_to(4), actions=[FULL])) == ["Hang up a list", "Mend 5."]


def test_harm_never_waits_behind_other_actions() -> None:
    answers = climb_to(4)
    answers["cooking.q1"] = {"people": 0, "leaders": 3, "evidence": SHOWN}
    kept = [{"id": f"a{n}", "what": f"Do {n}"} for n in range(6)]
    report = report_of(answers, actions=kept)
    assert _whats(report) == ["Mend 1.", "Do 0", "Do 1", "Do 2", "Do 3"]
    assert [card.what for card in report.more_actions][:2] == ["Do 4", "Do 5"]


def test_what_is_done_or_dropped_comes_last_and_is_never_among_the_first() -> None:
    done = {"id": "b", "what": "Sweep", "state": "done"}
    dropped = {"id": "c", "what": "Paint", "state": "dropped", "dropped_because": "The wall is gone"}
    report = report_of(climb_to(4), actions=[done, dropped])
    assert _whats(report) == ["Mend 5."]
    assert [(card.what, card.state) for card in report.more_actions] == [
        ("Sweep", "Done"),
        ("Paint", "Dropped"),
    ]
    assert _facts(report.more_actions[1])["Dropped because"] == "The wall is gone"


def test_a_first_step_is_due_within_thirty_days_unless_the_team_has_one() -> None:
    """30 days after 3 November is 3 December."""
    assert _facts(report_of(climb_to(4)).actions[0])["A first step by"] == "3 December 2026"
    soon = report_of(climb_to(4), actions=[FULL]).actions[1]
    assert "A first step by" not in _facts(soon)
    late = report_of(climb_to(4), actions=[{**FULL, "by": "2026-12-04"}]).actions[1]
    assert _facts(late)["A first step by"] == "3 December 2026"


def test_the_reason_is_the_root_that_was_found() -> None:
    whys = [{"about": "cooking.q3", "root": "Nobody has a pen"}]
    assert report_of(climb_to(4), actions=[FULL], whys=whys).actions[0].because == "Nobody has a pen"


def test_a_reason_in_words_stays_as_it_was_written() -> None:
    report = report_of(climb_to(4), actions=[{"id": "a", "what": "Talk", "because": "They asked us to"}])
    assert report.actions[0].because == "They asked us to"


def test_what_is_not_known_is_one_card() -> None:
    """Staff are not sure of 4, which holds back 5: that comes first.  People are not sure of 2."""
    answers: dict[str, Any] = climb_to(5)
    answers["cooking.q2"]["people"] = "not-sure"
    answers["cooking.q4"]["leaders"] = "not-sure"
    assert [card.because for card in report_of(answers).actions] == [
        "Not known yet: “Cooking: Question 4”, “Cooking: Question 2”."
    ]


def test_harm_that_is_reported_comes_before_harm_that_nobody_looked_for() -> None:
    """Staff show nothing on cooking; on washing people say that somebody is treated badly."""
    answers = climb_to(4) | climb_to(4, aspect="washing")
    del answers["cooking.q1"]["evidence"]
    answers["washing.q1"]["people"] = 0
    first, second, *_ = report_of(answers).actions
    assert (first.what, _facts(first)["Area of work"]) == ("Mend 1.", "Washing")
    assert second.because == "“Cooking: Question 1”. Answer now: said, and not shown yet."


def test_a_pair_that_is_not_known_is_found_out_by_its_name() -> None:
    given = {"a1.practice": {"leaders": 3}, "a1.belief": {"leaders": "not-sure"}}
    report = report_of(climb_to(5), bank_of("rules", "pairs", 1), others={"rules": given})
    assert [card.because for card in report.actions] == ["Not known yet: “A1”."]


def test_two_pairs_with_the_same_remedy_are_one_card() -> None:
    """a1 and a2 are both done and not believed in, and the bank says the same of both."""
    bank = bank_of("rules", "pairs", 2)
    given = {
        f"a{n}.{part}": {"leaders": 3 if part == "practice" else 1}
        for n in (1, 2)
        for part in ("practice", "belief")
    }
    report = report_of(climb_to(5), bank, others={"rules": given})
    assert [(card.what, card.because) for card in report.actions] == [
        ("Mend it.", "A1: it is done, and not yet believed in. A2: it is done, and not yet believed in.")
    ]


def test_a_low_answer_is_acted_on_even_where_others_only_say_that_it_is_well() -> None:
    """Leaders say 4 and show nothing; staff who give support say 0: there is nothing to look for."""
    answers = climb_to(4)
    answers["cooking.q3"] = {"leaders": 4, "frontline": 0, "people": 3}
    assert report_of(answers).actions[0].what == "Mend 3."
