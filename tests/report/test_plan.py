"""What the answers call for, most needed first, and nothing that is already being done."""

from typing import Any

import pytest

from cases import ENOUGH, aspect_answers, bank, case_of
from ladder_check.model.bank import Remedy
from ladder_check.report.plan import Proposal, propose
from ladder_check.report.remedies import FIND_OUT, FIND_OUT_IN_PRIVATE, INVITE, SAY_IT, SHOW_IT
from ladder_check.scoring.profile import score

EVERY_NEED: dict[str, Any] = {
    "answers": {
        "ladder": {
            **aspect_answers("deciding", people="NNNNNNNN"),
            **aspect_answers("designing", people="YNYYNYNN"),
            **aspect_answers("choosing", people="YNYYYNNN"),
            **aspect_answers("doing", people="YNNNNNNN"),
            **aspect_answers("checking", people="YNYYYN?N"),
        },
        "rules": {"hr1.practice": {"people": 3}, "hr1.belief": {"people": 1}},
        "missing": {"lg1": {"people": 1}, "lg2": {"people": 3}},
    },
    "aspects": {"choosing": {"claimed": {"leaders": "co-production"}}},
    "missing_voices": ["Deaf people", "Young carers"],
}


def proposals(**keys: Any) -> tuple[Proposal, ...]:
    case = case_of(**({"took_part": ENOUGH} | keys))
    return propose(case, score(case))


def needs(found: tuple[Proposal, ...]) -> list[tuple[str, str]]:
    return [(each.need, each.about) for each in found]


def ladder(**rows: str) -> dict[str, Any]:
    return {"ladder": aspect_answers("designing", **rows)}


def bank_action(question: str) -> Remedy:
    return next(each.action for each in bank("ladder").questions if each.id == question)


def action(because: str, state: str = "open") -> dict[str, Any]:
    return {"id": "a1", "what": "Ask earlier", "because": because, "state": state}


def test_the_order_of_needs_worked_by_hand() -> None:
    """
    Deciding: the gate fails.  Designing stands on 4, and 5 holds back 6.  The lowest are deciding and doing:
    deciding needs its gate, which is said already, and doing rung 3.  Choosing claims 7 and stands on 5.
    Then the bolted-on pair, who is missing, and what is not known.
    """
    assert needs(proposals(**EVERY_NEED)) == [
        ("harm", "ladder.deciding.r1"),
        ("held-back", "ladder.designing.r5"),
        ("next-rung", "ladder.doing.r3"),
        ("illusion", "claims"),
        ("bolt-on", "rules.hr1"),
        ("missing", "missing_voices"),
        ("missing", "missing.lg1"),
        ("find-out", "ladder.checking.r7a"),
    ]


def test_each_proposal_says_why_and_what_to_do() -> None:
    """The bank says what to do where an answer is low; where it is no question's, we do."""
    found = {each.about: each for each in proposals(**EVERY_NEED)}
    assert found["ladder.deciding.r1"].remedy == bank_action("deciding.r1")
    assert found["ladder.deciding.r1"].because == bank("ladder").indicators[0].ask["deciding"]
    assert found["ladder.deciding.r1"].aspect == "deciding"
    assert found["rules.hr1"].remedy == bank("rules").pairs[0].action
    assert found["missing.lg1"].remedy == bank("missing").items[0].action
    assert found["missing_voices"].remedy == INVITE
    assert found["missing_voices"].because == "Not here this time: Deaf people, Young carers."
    assert found["claims"].remedy == SAY_IT
    assert "Choosing who does the work" in found["claims"].because
    assert found["ladder.checking.r7a"].remedy == FIND_OUT


@pytest.mark.parametrize("because", ["ladder.designing.r5", "designing.r5"])
@pytest.mark.parametrize(("state", "covered"), [("open", True), ("doing", True), ("done", False)])
def test_what_an_open_action_covers_is_not_proposed_again(because: str, state: str, covered: bool) -> None:
    """An action names the question with its bank or without.  One that is done has not closed the gap."""
    found = needs(proposals(**EVERY_NEED, actions=[action(because, state)]))
    assert (("held-back", "ladder.designing.r5") not in found) is covered
    assert len(found) == 8 - covered


def test_a_dropped_action_covers_nothing() -> None:
    dropped = action("rules.hr1", "dropped") | {"dropped_because": "nobody had the time"}
    assert ("bolt-on", "rules.hr1") in needs(proposals(**EVERY_NEED, actions=[dropped]))


@pytest.mark.parametrize("about", ["rules.hr1", "missing_voices", "missing.lg1", "claims"])
def test_an_action_may_cover_what_is_no_question_of_the_ladder(about: str) -> None:
    assert about not in [each.about for each in proposals(**EVERY_NEED, actions=[action(about)])]


def test_an_action_about_something_else_covers_nothing() -> None:
    assert len(proposals(**EVERY_NEED, actions=[action("designing.r4")])) == 8


def test_nothing_is_proposed_twice() -> None:
    """Both sides are held back by r4, the lowest aspect needs r4 next, and the room is not sure of it."""
    found = proposals(answers=ladder(leaders="YYY?YNNN", people="YYY?YNNN"))
    assert needs(found) == [("held-back", "ladder.designing.r4")]


def test_both_sides_are_lifted_where_different_things_hold_them_back() -> None:
    """Staff stand on 3 with 4 in the way of 5; people on 2, with 3 in the way of 4, which is next too."""
    found = proposals(answers=ladder(leaders="YYYNYNNN", people="YYNYNNNN"))
    assert needs(found) == [("held-back", "ladder.designing.r4"), ("held-back", "ladder.designing.r3")]


def test_only_the_side_that_stands_lower_says_what_the_next_rung_needs() -> None:
    """Staff stand on 5, people on 3: the aspect stands on 3 and people need r4."""
    found = proposals(answers=ladder(leaders="YYYYYNNN", people="YYYNNNNN"))
    assert needs(found) == [("next-rung", "ladder.designing.r4")]


def test_an_aspect_on_the_top_rung_needs_nothing() -> None:
    assert proposals(answers=ladder(leaders="YYYYYYYY", people="YYYYYYYY")) == ()


def test_harm_is_said_even_where_too_few_answered() -> None:
    """People answered the gate and nothing else: no rung, and still the first thing to do."""
    found = proposals(answers=ladder(leaders="YYYYYNNN", people="N......."))
    assert needs(found)[0] == ("harm", "ladder.designing.r1")
    assert found[0].remedy == bank_action("designing.r1")


def test_an_aspect_that_is_left_out_calls_for_nothing() -> None:
    notes = {"designing": {"left_out": "not ours", "claimed": {"leaders": "co-production"}}}
    assert proposals(answers=ladder(people="NNNNNNNN"), aspects=notes) == ()


@pytest.mark.parametrize(
    ("row", "question", "remedy"),
    [
        ("YYYN?NNN", "designing.r4", bank_action("designing.r4")),
        ("YYY?NNNN", "designing.r4", FIND_OUT),
        ("?YYYYNNN", "designing.r1", FIND_OUT_IN_PRIVATE),
    ],
)
def test_what_is_not_known_is_to_be_found_out(row: str, question: str, remedy: Remedy) -> None:
    """Where it fails, do what the bank says; where it is open, find out; if people are safe, in private."""
    found = next(each for each in proposals(answers=ladder(people=row)) if each.about == f"ladder.{question}")
    assert found.remedy == remedy


def unproven(indicator: str) -> dict[str, Any]:
    answers = aspect_answers("designing", leaders="YYYYYNNN")
    return {"ladder": answers | {f"designing.{indicator}": {"leaders": 4}}}


@pytest.mark.parametrize(("indicator", "remedy"), [("r4", SHOW_IT), ("r1", FIND_OUT_IN_PRIVATE)])
def test_what_is_only_said_is_to_be_shown(indicator: str, remedy: Remedy) -> None:
    """Leaders say 4 and show nothing, so it counts as 2.  That people are safe is not shown in a meeting."""
    found = proposals(answers=unproven(indicator))[0]
    assert (found.about, found.remedy) == (f"ladder.designing.{indicator}", remedy)


def test_where_staff_say_yes_and_people_were_not_asked_the_next_step_is_to_ask_them() -> None:
    """Staff hold everything; r6 needs the other key, and nobody of the lived side has answered."""
    found = proposals(answers=ladder(leaders="YYYYYYYY"))
    assert (needs(found), found[0].remedy) == ([("next-rung", "ladder.designing.r6")], FIND_OUT)
