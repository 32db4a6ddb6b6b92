"""The figures of a room in the report of an assessment, and the gaps in "Where views differ"."""

from typing import Any

from ladder_check.report.annex_view import QuestionView
from ladder_check.report.view import Report
from report_case import bank_of, climb_to, report_of

STAFF = {"counts": [0, 0, 0, 1, 4]}
LIVED = {"counts": [2, 2, 1, 0, 0]}
ALL_PAIRS = (
    "Take each pair of one member of staff and one of the people and carers. "
    "In 25 of 25 pairs staff chose higher, in 0 the same, in 0 lower. "
    "In the middle, staff chose 4, and people and carers 1."
)


def items(*given: dict[str, Any], **keys: Any) -> Report:
    """The report of some answers to a bank of items a1, a2 and so on."""
    said = {f"a{place}": each for place, each in enumerate(given, 1)}
    return report_of(climb_to(4), bank_of("more", "items", len(said)), others={"more": said}, **keys)


def question(report: Report, name: str) -> QuestionView:
    return next(each for group in report.annex.groups for each in group.questions if each.id == name)


def test_a_gap_stands_where_views_differ_and_beside_the_answer() -> None:
    """Staff 3, 4, 4, 4, 4 and people 0, 0, 1, 1, 2: staff are higher in all 5 x 5 pairs."""
    report = items({"leaders": STAFF, "people": LIVED})
    assert [(fact.label, fact.words) for fact in report.gaps] == [("A1", ALL_PAIRS)]
    beside = question(report, "more.a1").gap
    assert beside == (
        f"{ALL_PAIRS} From -1 to 1, where 0 is no gap, it is 1.00. "
        "Whichever one person had stayed away, it would be 1.00."
    )


def test_only_what_is_worth_talking_about_is_a_gap() -> None:
    """The same answers on both sides: 9 pairs the same, 8 higher and 8 lower."""
    same = {"counts": [0, 0, 2, 1, 2]}
    report = items({"leaders": same, "people": same})
    assert report.gaps == ()
    assert "Both sides have 3 in the middle." in question(report, "more.a1").gap


def test_the_largest_gap_is_first_and_after_five_they_are_counted() -> None:
    middling = {"counts": [0, 1, 2, 2, 0]}
    large = {"leaders": STAFF, "people": LIVED}
    report = items(*[{"leaders": STAFF, "people": middling}] * 6, large)
    assert [fact.label for fact in report.gaps] == [
        *("A7", "A1", "A2", "A3", "A4"),
        "And 2 questions more",
    ]


def test_an_area_that_is_left_out_has_no_gap() -> None:
    said = {"washing.q3": {"leaders": STAFF, "people": LIVED}}
    assert len(report_of({**climb_to(4), **said}).gaps) == 1
    left_out = {"washing": {"left_out": "Not today."}}
    assert report_of({**climb_to(4), **said}, aspects=left_out).gaps == ()


def test_each_counted_group_has_its_figures() -> None:
    """
    People 0, 0, 1, 1, 2 lie 1 + 1 + 1 = 3 steps from 1, over 5; D is 2 x 0.6 / 4 = 0.3.  P(1 or more) is
    (1 + 6 + 15 + 20)/64 = 42/64, P(2 or more) is 7/64, above 0.1: from 0 to 2.  Five of five came.
    """
    answer, leaders = question(items({"people": LIVED, "leaders": 3}), "more.a1").answers
    assert answer.figures == (
        "There is some spread among them, 0.6 steps from the middle on average. "
        "If a similar group came, its middle would likely lie from 0 to 2. "
        "Everybody who was invited answered."
    )
    assert leaders.figures == ""


def test_a_group_that_is_split_and_one_of_one_mind() -> None:
    split = question(items({"people": {"counts": [3, 0, 0, 0, 3]}}), "more.a1").answers[0]
    assert "This group is split: 3 people chose 0 or 1, and 3 people 3 or 4." in split.figures
    one_mind = question(items({"people": {"counts": [0, 0, 0, 5, 0]}}), "more.a1").answers[0]
    assert one_mind.figures.startswith("If a similar group came, its middle would likely be 3 too.")


def test_nobody_with_a_level_has_no_figures() -> None:
    answer = question(items({"people": {"counts": [0] * 5, "not-sure": 5}}), "more.a1").answers[0]
    assert (answer.words, answer.figures) == ("5 people answered. It counts as not known. Not sure: 5.", "")
