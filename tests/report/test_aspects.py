"""What is said of one aspect, for cases worked by hand on the ladder of report_case."""

from typing import Any

import pytest

from example_reports import texts_of
from ladder_check.report.aspect_view import RungRow, Span, Strip
from ladder_check.report.view import Report
from report_case import ANCHORS, SHOWN, climb_to, cooking, lines, report_of

STAFF = "By what staff say"
PEOPLE = "By what people and carers say"
BOTH = "By what both sides say"


def _all_but_the_word_list(report: Report) -> str:
    words = {fact.label for fact in report.annex.words} | {fact.words for fact in report.annex.words}
    return "\n".join(text for text in texts_of(report) if text not in words).lower()


def test_a_standing_is_said_with_what_it_looks_like_there() -> None:
    """Both sides hold questions 1 to 4 and fail 5: both climb to rung 4, asked."""
    aspect = cooking(report_of(climb_to(4)))
    assert aspect.sentence == "This stands on rung 4, asked. In cooking, people are asked."
    assert aspect.rungs == (
        RungRow("claimed", "What was claimed", "Nothing was claimed.", ""),
        RungRow("shown", STAFF, "Rung 4, asked.", ""),
        RungRow("lived", PEOPLE, "Rung 4, asked.", ""),
        RungRow("standing", "Where it stands", "Rung 4, asked.", ""),
    )
    assert aspect.strip == Strip(
        top=5,
        claimed=None,
        shown=Span(4, 4),
        lived=Span(4, 4),
        standing=Span(4, 4),
        ceiling=None,
        ceiling_agreed=False,
        words="Cooking. Claimed: nothing. Staff: rung 4. People and carers: rung 4. It stands on: rung 4. "
        "Rungs on the ladder: 5.",
    )


def test_a_rung_comes_with_what_holds_it() -> None:
    """Both sides stand on 4: questions 1 to 4 hold.  With people's 2 open, theirs are 1, 3 and 4."""
    answers = climb_to(4)
    assert lines(cooking(report_of(answers)), "holds") == (
        f"{BOTH}: “Question 1”, “Question 2”, “Question 3”, “Question 4”.",
    )
    answers["cooking.q2"]["people"] = "not-sure"
    assert lines(cooking(report_of(answers)), "holds") == (
        f"{STAFF}: “Question 1”, “Question 2”, “Question 3”, “Question 4”.",
        f"{PEOPLE}: “Question 1”, “Question 3”, “Question 4”.",
    )


def test_what_would_lift_it_and_what_it_hangs_on() -> None:
    """
    Rung 5 is the next step.  Every answer is a 3.  One level less on 3 leaves rung 1 or 2, on 4 it
    leaves rung 3: the rung hangs most on 3.  (It hangs on 1 as well, as every rung does.)
    """
    aspect = cooking(report_of(climb_to(4)))
    assert lines(aspect, "lifts") == (
        f"{BOTH}, what is missing is “Question 5”. That would lift it to rung 5, together.",
    )
    assert lines(aspect, "hangs-on") == (
        f"{BOTH}: “Question 3”. One level lower, and this would be rung 2, taught.",
    )


def test_a_range_is_said_with_both_ends() -> None:
    """People are not sure about 4: they stand on 3, or on 4 if it holds; rung 5 fails."""
    answers = climb_to(4)
    answers["cooking.q4"]["people"] = "not-sure"
    aspect = cooking(report_of(answers))
    assert aspect.sentence == (
        "This stands on rung 3, told. In cooking, people are told. "
        "It could be as high as rung 4, asked: some answers are not known."
    )
    assert aspect.rungs[2].rung == "Rung 3 to 4, from told to asked."
    assert lines(aspect, "open") == (f"{PEOPLE}: “Question 4”.",)


def test_what_holds_back_is_named_with_its_answer_and_the_rung_without_it() -> None:
    """Both sides fail 3 and hold 4: they stand on 2, and with 3 in place on 4."""
    answers = climb_to(4)
    answers["cooking.q3"] = {"leaders": 1, "people": 1}
    aspect = cooking(report_of(answers))
    assert aspect.sentence == "This stands on rung 2, taught. In cooking, people are taught."
    assert lines(aspect, "held-back") == (
        f"{BOTH}, it is “Question 3”. Answer now: “Once.” With that in place, it would be rung 4, asked.",
    )
    assert aspect.point("lifts") is None


def test_harm_that_is_reported_comes_first_and_is_called_by_its_name() -> None:
    """People answer 1 to the gate: rung 1, and only here the rung is called forced."""
    answers = climb_to(4)
    answers["cooking.q1"] = {"leaders": 3, "people": 1, "evidence": SHOWN}
    report = report_of(answers)
    aspect = cooking(report)
    assert aspect.harm
    assert aspect.sentence == (
        "This stands on rung 1, forced. Somebody reports that people are treated badly. "
        "This comes before everything else."
    )
    assert aspect.points[0].lines == (
        "People and carers say: “Once.”",
        "This comes before everything else. Ask nobody to prove it.",
        "Ask in private, with somebody people trust, what has to stop.",
    )
    assert (
        report.in_short[0] == "Somebody reports that people are treated badly: “Cooking”. This comes first."
    )
    assert report.actions[0].what == "Mend 1."
    assert report.ladder[-1].name == "Forced"
    assert aspect.rungs[1].rung == "Rung 4, asked."


def test_harm_that_nobody_reported_is_not_called_harm() -> None:
    """Leaders answer 3 to the gate and show nothing, so it counts as 2; people answer 3."""
    answers = climb_to(4)
    del answers["cooking.q1"]["evidence"]
    report = report_of(answers)
    aspect = cooking(report)
    assert not aspect.harm
    assert aspect.sentence == (
        "This stands on rung 1, the bottom of the ladder: no say. "
        "Nobody reports harm. But nothing shows that anyone looked."
    )
    assert aspect.points[0].heading == "Nothing shows that anyone looked"
    assert "forced" not in _all_but_the_word_list(report)


def test_the_bottom_without_harm_is_not_called_by_the_name_of_harm() -> None:
    """The gate holds and 2, 3 and 4 fail: rung 1, without a harm flag."""
    report = report_of(climb_to(1))
    assert cooking(report).sentence == (
        "This stands on rung 1, the bottom of the ladder: no say. "
        "No answer reports harm. The rungs above do not hold yet."
    )
    assert report.ladder[-1].name == "Bottom of the ladder: no say"
    assert report.ladder[-1].marks[-1].aspects == ("Cooking",)
    assert "forced" not in _all_but_the_word_list(report)


def test_a_gate_that_is_open_is_to_be_found_out_in_private() -> None:
    answers = climb_to(4)
    answers["cooking.q1"]["people"] = "rather-not-say"
    assert cooking(report_of(answers)).sentence == (
        "This stands on rung 1, the bottom of the ladder: no say. "
        "It is not known if people are treated badly. Find out, in private. "
        "It could be as high as rung 4, asked: some answers are not known."
    )


def test_harm_is_said_even_where_there_is_no_rung() -> None:
    """One answer of five is too few for a rung."""
    report = report_of({"cooking.q1": {"people": 0}})
    aspect = cooking(report)
    assert (aspect.has_rung, aspect.harm) == (False, True)
    assert aspect.sentence == (
        "There are not enough answers for a rung. But somebody reports that people are treated badly."
    )
    assert lines(aspect, "harm")[0] == "People and carers say: “Never.”"
    assert report.headline[-1] == "Harm is reported where there are too few answers for a rung: “Cooking”."


def test_a_few_low_answers_on_harm_are_not_lost_in_the_middle() -> None:
    """Seven of eight people say 3; the middle answer is 3, so the gate holds; one person says 0."""
    answers = climb_to(4)
    answers["cooking.q1"]["people"] = {"counts": [1, 0, 0, 7, 0]}
    aspect = cooking(report_of(answers))
    assert not aspect.harm
    assert aspect.points[0].heading == "Some people gave a lower answer on being treated badly"


def test_a_few_low_answers_where_nothing_shows_that_anyone_looked_are_said_once_and_in_order() -> None:
    """As above, and staff show nothing, so that the gate fails by what they say."""
    answers = climb_to(4)
    del answers["cooking.q1"]["evidence"]
    answers["cooking.q1"]["people"] = {"counts": [1, 0, 0, 7, 0]}
    assert lines(cooking(report_of(answers)), "harm") == (
        "Most answers report no harm, and some do.",
        "Ask in private, with somebody from outside, what happened.",
        "Write down that you asked. Never write who said what.",
    )


def test_staff_answers_that_nothing_shows() -> None:
    """Question 4 has no evidence, so staff's 3 counts as 2 and they stand on 3."""
    answers = climb_to(4)
    del answers["cooking.q4"]["evidence"]
    aspect = cooking(report_of(answers))
    assert lines(aspect, "said-not-shown") == (
        "Staff said yes to “Question 4”.",
        "Nothing is written down yet that someone else could see or ask about. "
        "Until then each counts as 2 out of 4.",
    )


def test_evidence_of_more_than_two_years_ago() -> None:
    """The assessment is of 3 November 2026; the day before 3 November 2024 is too long ago."""
    answers = climb_to(4)
    answers["cooking.q4"]["evidence"] = [{**SHOWN[0], "on": "2024-11-02"}]
    aspect = cooking(report_of(answers))
    assert lines(aspect, "old-evidence")[0] == (
        "What shows “Question 4” has no date, or is more than 24 months old."
    )
    assert aspect.point("said-not-shown") is None


def test_what_staff_cannot_award_themselves_waits_for_people() -> None:
    """All of staff's answers hold; people fail 5, which they have to confirm."""
    answers = climb_to(5)
    answers["cooking.q5"]["people"] = 1
    assert lines(cooking(report_of(answers)), "lifts") == (
        f"{STAFF}, what is missing is that people say yes to “Question 5” too. "
        "That would lift it to rung 5, together.",
        f"{PEOPLE}, what is missing is “Question 5”. That would lift it to rung 5, together.",
    )
    answers["cooking.q5"]["people"] = "not-sure"
    assert lines(cooking(report_of(answers)), "open") == (
        f"{PEOPLE}: “Question 5”.",
        "Waits for what people and carers say: “Question 5”.",
    )


@pytest.mark.parametrize(
    ("claim", "heading"),
    [
        ("asked", None),
        ("together", "The claim is one rung above the answers"),
    ],
)
def test_a_claim_one_rung_too_high_is_worth_a_note(claim: str, heading: str | None) -> None:
    point = cooking(report_of(climb_to(4), aspects={"cooking": {"claimed": {"leaders": claim}}})).point(
        "illusion"
    )
    assert (point.heading if point else None) == heading


def test_a_claim_two_rungs_too_high_shows_both_views_side_by_side() -> None:
    claimed = {"leaders": "together", "people": "told"}
    report = report_of(climb_to(3), aspects={"cooking": {"claimed": claimed}})
    aspect = cooking(report)
    assert aspect.rungs[0].note == ("Claimed by leaders. People who draw on care and support: rung 3, told.")
    assert lines(aspect, "illusion") == (
        "Claimed: rung 5, together.",
        f"{STAFF}: rung 3, told.",
        f"{PEOPLE}: rung 3, told.",
        "Talk about this together, staff and people.",
    )
    assert report.in_short[1] == "More is claimed than the answers show: “Cooking”."


def test_what_comes_of_who_was_asked_is_said_beside_the_gap() -> None:
    """Both sides climb to 5, but only two people took part: the standing is held at rung 3."""
    report = report_of(
        climb_to(5),
        took_part={"people": {"there": 2}},
        aspects={"cooking": {"claimed": {"leaders": "together"}}},
    )
    assert lines(cooking(report), "illusion")[-3:] == (
        f"{PEOPLE}: rung 5, together.",
        "Part of this gap is there because fewer than 3 people on the lived side took part.",
        "Talk about this together, staff and people.",
    )


def test_a_gap_that_comes_of_an_open_gate_is_said_to_be_not_known() -> None:
    """Everything holds but the gate, which is not known: low 1, high 5, as claimed."""
    answers = climb_to(5)
    answers["cooking.q1"] = {"leaders": "not-sure", "people": "not-sure"}
    report = report_of(answers, aspects={"cooking": {"claimed": {"leaders": "together"}}})
    assert (
        "Not all of it is known. With the open answers found out, the claim could still be right."
        in lines(cooking(report), "illusion")
    )


@pytest.mark.parametrize(
    ("staff", "people", "words"),
    [
        (4, 3, "Staff see it 1 rung higher than people and carers do."),
        (3, 5, "People and carers see it 2 rungs higher than staff do. That is worth hearing about."),
    ],
)
def test_views_that_differ_are_said_in_both_directions(staff: int, people: int, words: str) -> None:
    answers: dict[str, Any] = {
        question: {**given, "people": 3 if place <= people else 2, "leaders": 3 if place <= staff else 2}
        for place, (question, given) in enumerate(climb_to(5).items(), 1)
    }
    report = report_of(answers)
    assert lines(cooking(report), "views-differ") == (words,)
    assert [(row.about, row.words) for row in report.views] == [("Cooking", words)]


def test_a_question_seen_two_levels_apart_is_shown_in_both_sides_words() -> None:
    """Two levels apart is far, one is not.  Both sides fail question 5, so no rung differs."""
    answers = climb_to(4)
    answers["cooking.q5"] = {"leaders": 2, "people": 0}
    assert lines(cooking(report_of(answers)), "views-differ") == (
        f"“Question 5”. Staff: “{ANCHORS[2]}” People and carers: “{ANCHORS[0]}”",
    )
    answers["cooking.q5"] = {"leaders": 2, "people": 1}
    assert lines(cooking(report_of(answers)), "views-differ") == ()


def test_only_the_side_that_stands_lower_is_asked_what_the_rung_hangs_on() -> None:
    """Staff climb to 4 and people to 3: losing one of staff's answers above 3 would change nothing."""
    answers = climb_to(4)
    answers["cooking.q4"]["people"] = 1
    assert lines(cooking(report_of(answers)), "hangs-on") == (
        f"{PEOPLE}: “Question 3”. One level lower, and this would be rung 2, taught.",
    )


def test_a_gate_that_fails_comes_before_any_lift() -> None:
    """People fail the gate and all above it: nothing holds that could be held back."""
    answers = climb_to(1)
    answers["cooking.q1"]["people"] = 0
    answers["cooking.q2"]["people"] = 0
    assert lines(cooking(report_of(answers)), "lifts")[-1] == (
        f"{PEOPLE}, what is missing is “Question 1”. That comes first."
    )


def test_a_support_that_is_missing_is_a_gap_and_not_a_barrier() -> None:
    answers = climb_to(4)
    answers["cooking.q2"] = {"leaders": 1, "people": 1}
    assert lines(cooking(report_of(answers)), "stepped-over") == (f"{BOTH}: “Question 2”.",)


def test_one_side_alone_and_too_few_people_are_said_beside_the_rung() -> None:
    """Only leaders answered, and nobody else came: the rung stays below the top two of five."""
    answers = {question: {"leaders": 3, "evidence": SHOWN} for question in climb_to(5)}
    aspect = cooking(report_of(answers, took_part={"leaders": {"there": 2}}))
    assert aspect.provisional
    assert aspect.rungs[3] == RungRow(
        "standing",
        "Where it stands",
        "Rung 3, told.",
        "Staff view only. Provisional: fewer than 3 people on the lived side took part.",
    )
    assert lines(aspect, "lifts")[-1] == (
        "A higher rung is shown once 3 people or more on the lived side have taken part."
    )


def test_work_led_by_people_is_beyond_the_ladder() -> None:
    aspect = cooking(report_of(climb_to(5), aspects={"cooking": {"led_by_people": True}}))
    assert lines(aspect, "led-by-people") == (
        "People lead this work themselves.",
        "The ladder is about sharing power, so it has no rung for this.",
    )


def test_peoples_own_words_come_with_the_side_and_nothing_more() -> None:
    answers = climb_to(4)
    answers["cooking.q3"]["in_their_words"] = {"lived": "We heard it from the cat."}
    (quote,) = cooking(report_of(answers)).quotes
    assert (quote.words, quote.by, quote.about) == (
        "We heard it from the cat.",
        "People and carers",
        "Question 3",
    )


def test_no_aspect_changes_what_is_said_of_another() -> None:
    """All that mixes aspects is the headline."""
    alone = cooking(report_of(climb_to(4), aspects={"washing": {"claimed": {}}}))
    for rung in range(1, 6):
        both = report_of(climb_to(4) | climb_to(rung, aspect="washing"))
        assert cooking(both) == alone


def test_nobody_is_quoted_with_what_they_did_not_say() -> None:
    """Leaders answer 3 to question 3 and show nothing.  It counts as 2, and anchor 2 is nobody's answer."""
    answers = climb_to(4)
    del answers["cooking.q3"]["evidence"]
    report = report_of(answers)
    assert lines(cooking(report), "held-back") == (
        f"{STAFF}, it is “Question 3”. Answer now: said, and not shown yet. "
        "With that in place, it would be rung 4, asked.",
    )
    assert report.actions[0].because == "“Cooking: Question 3”. Answer now: said, and not shown yet."
    assert ANCHORS[2].lower() not in _all_but_the_word_list(report)
