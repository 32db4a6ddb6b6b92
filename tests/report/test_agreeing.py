"""What a room agreed stands beside its votes, and a minority is printed in every format."""

import json
from typing import Any

import pytest

from ladder_check.render.formats import renderer
from ladder_check.report.annex_view import AgreedView
from ladder_check.report.view import Report, without_answers
from ladder_check.scoring.profile import score
from report_case import bank_of, climb_to, make_case, report_of

MINORITY = "We see <b>0</b> | *here*"
AGREED = {"answer": 2, "minority": MINORITY}
CLAIM = {
    "cooking": {"claimed": {"leaders": "asked"}, "claim_agreed": {"rung": "told", "minority": "Taught."}}
}


def room(agreed: dict[str, Any] = AGREED, **keys: Any) -> Report:
    """Both sides stand on asked, all with 3; the room agreed on something about question 2."""
    answers = climb_to(4)
    answers["cooking.q2"]["agreed"] = agreed
    return report_of(answers, **keys)


def test_it_is_told_with_what_counts() -> None:
    assert room(aspects=CLAIM).agreed == (
        AgreedView("Cooking", "When it had talked, the room agreed on rung 3, told.", "Taught."),
        AgreedView(
            "Cooking: Question 2",
            "When it had talked, the room agreed on 2: At times. "
            "It changes no score: the score is made from the answers, which count as 3.",
            MINORITY,
        ),
    )


def test_what_counts_the_same_needs_no_remark() -> None:
    assert room({"answer": 3}).agreed[0].words == "When it had talked, the room agreed on 3: Mostly."


def test_words_without_a_level() -> None:
    said = {"a1": {"leaders": "not-sure", "agreed": {"answer": "not-sure"}}}
    said["a2"] = {"agreed": {"answer": "does-not-fit"}}
    report = report_of(climb_to(4), bank_of("more", "items", 2), others={"more": said})
    assert [view.words for view in report.agreed] == [
        "When it had talked, the room agreed that it is not sure.",
        "When it had talked, the room agreed that this does not fit here.",
    ]


def test_no_score_changes() -> None:
    plain = make_case(climb_to(4), aspects={"cooking": {"claimed": {"leaders": "asked"}}})
    answers = climb_to(4)
    for each in answers.values():
        each["agreed"] = {"answer": 0}
    assert score(make_case(answers, aspects=CLAIM)) == score(plain)


def test_an_area_that_is_left_out_says_nothing() -> None:
    answers = {**climb_to(4), "washing.q2": {"agreed": {"answer": 2}}}
    assert len(report_of(answers).agreed) == 1
    assert report_of(answers, aspects={"washing": {"left_out": "Not today."}}).agreed == ()


@pytest.mark.parametrize(
    ("format", "as_written"),
    [
        ("markdown", r"We see &lt;b&gt;0&lt;/b&gt; \| \*here\*"),
        ("html", "We see &lt;b&gt;0&lt;/b&gt; | *here*"),
        ("short", "We see &lt;b&gt;0&lt;/b&gt; | *here*"),
    ],
)
def test_a_minority_is_printed_and_escaped(format: str, as_written: str) -> None:
    assert as_written in renderer(format)(room())
    if format != "short":
        assert as_written in renderer(format)(without_answers(room()))


def test_a_minority_is_in_the_data() -> None:
    data = json.loads(renderer("json")(room(aspects=CLAIM)))
    assert [each["minority"] for each in data["agreed"]] == ["Taught.", MINORITY]


def test_the_short_version_tells_only_what_not_everybody_agreed_on() -> None:
    headings = [part.heading for part in room({"answer": 3}).short]
    assert "What not everybody agreed on" not in headings
    part = next(part for part in room().short if part.heading == "What not everybody agreed on")
    assert part.lines[-2:] == ("Not everybody agreed.", f"Those who did not say: “{MINORITY}”")
