"""Every answer in words, the method, the ladders beside ours, and the banks."""

from typing import Any

from ladder_check.report.annex_view import AnswerView, Count, CrosswalkRow, EvidenceView, QuestionView
from ladder_check.report.view import Report
from report_case import SHOWN, bank_of, climb_to, report_of


def _question(report: Report, name: str) -> QuestionView:
    return next(each for group in report.annex.groups for each in group.questions if each.name == name)


def _answers(given: Any) -> tuple[AnswerView, ...]:
    answers = climb_to(4)
    answers["cooking.q2"] = given
    return _question(report_of(answers), "Question 2").answers


def test_a_rooms_answer_is_counted_with_a_mark_for_each_person() -> None:
    """
    Levels 0, 2, 2, 3: the lower of the two middle ones is 2, and they lie 2 + 1 = 3 steps from it, over 4.
    D is 2 x 0.75 / 4 = 0.375.  Of 5 people, as here, 7 answered.  P(2 or more) is 26/32, not the 29/32 that
    80 % takes, and P(1 or more) the same; P(0 or more) is 1.  P(3 or more) is 6/32, above 3.2/32, and P(4)
    is 1/32.
    """
    given = {"people": {"counts": [1, 0, 2, 1, 0], "not-sure": 1, "rather-not-say": 2}}
    assert _answers(given) == (
        AnswerView(
            "People who draw on care and support",
            "7 people answered. In the middle: 2: At times. Not sure: 1. Would rather not say: 2.",
            (Count("0: Never.", 1, "●"), Count("2: At times.", 2, "●●"), Count("3: Mostly.", 1, "●")),
            "There is some spread among them, 0.8 steps from the middle on average. If a similar group "
            "came, its middle would likely lie from 0 to 3. Everybody who was invited answered.",
        ),
    )


def test_a_room_too_large_to_count_by_eye_has_numbers_alone() -> None:
    (answer,) = _answers({"people": {"counts": [0, 0, 0, 40, 41]}})
    assert [(count.people, len(count.marks)) for count in answer.counts] == [(40, 40), (41, 0)]


def test_a_room_that_could_not_say_counts_as_not_known() -> None:
    assert _answers({"people": {"counts": [0, 0, 0, 1, 0], "not-sure": 2}})[0].words == (
        "3 people answered. It counts as not known. Not sure: 2."
    )


def test_answers_in_words_and_levels() -> None:
    assert _answers({"carers": "rather-not-say", "leaders": 4, "partners": "not-sure"}) == (
        AnswerView("Carers", "Would rather not say.", ()),
        AnswerView("Leaders", "4: Always.", ()),
        AnswerView("Partner organisations", "Not sure.", ()),
    )


def test_what_stands_beside_an_answer_is_kept() -> None:
    answers = climb_to(4)
    answers["cooking.q2"] = {
        "leaders": 2,
        "evidence": [
            {**SHOWN[0], "where": "kitchen", "from": "lived"},
            {"what": "A smell", "kind": "happened"},
        ],
        "note": "We were four.",
        "in_their_words": {"people": "It smells good."},
        "lowered": "We had guessed",
    }
    question = _question(report_of(answers), "Question 2")
    assert question.evidence == (
        EvidenceView(
            "A list on the door", "Something seen; 1 October 2026; kitchen; told by people or carers"
        ),
        EvidenceView("A smell", "Something that happened; no date"),
    )
    assert question.note == "We were four."
    assert question.quotes[0].words == "It smells good."
    assert question.remarks == ("Lower than last time. Why: We had guessed",)


def test_what_an_answer_counts_as_is_said_beside_it() -> None:
    answers = climb_to(5)
    del answers["cooking.q3"]["evidence"]
    answers["cooking.q4"]["evidence"] = [{**SHOWN[0], "on": "2020-01-01"}]
    answers["cooking.q5"]["people"] = 1
    answers["cooking.q2"]["people"] = 1
    report = report_of(answers)
    # Question 2 needs nobody's yes but staff's own.
    assert [_question(report, f"Question {n}").remarks for n in (2, 3, 4, 5)] == [
        (),
        ("Said, and not shown yet: for staff this counts as 2.",),
        ("What shows this is too old: for staff this counts as 2.",),
        ("For staff this counts only when people and carers say so too.",),
    ]


def test_questions_that_nobody_answered_are_named() -> None:
    answers = climb_to(4)
    del answers["cooking.q2"]
    (group,) = report_of(answers).annex.groups
    assert group.title == "Cooking"
    assert [question.name for question in group.questions] == [f"Question {n}" for n in (1, 3, 4, 5)]
    assert group.unanswered == ("Question 2",)


def test_both_halves_of_a_pair_are_told_apart() -> None:
    bank = bank_of("rules", "pairs", 1)
    report = report_of(climb_to(4), bank, others={"rules": {"a1.practice": {"leaders": 3}}})
    group = report.annex.groups[-1]
    assert (group.title, group.questions[0].name, group.unanswered) == (
        "The rules",
        "A1 (what we do)",
        ("A1 (what we believe)",),
    )


def test_parked_answers_and_waived_checks_are_said() -> None:
    report = report_of(
        climb_to(4),
        parked={"ladder": {"baking.q1": {"leaders": 3}}},
        waive=[{"rule": "LC603", "until": "2027-03-31", "reason": "The shop moves", "by": "The cook"}],
    )
    assert report.annex.parked == ("Kept, and not counted: ladder.baking.q1",)
    assert report.annex.waivers == (
        "Check LC603 is set aside until 31 March 2027. Set aside by: The cook. Reason: The shop moves",
    )


def test_other_ladders_say_about_where_the_match_is_loose() -> None:
    (view,) = report_of(climb_to(4)).annex.crosswalks
    assert view.ladder == "Garden ladder"
    assert view.rows == (
        CrosswalkRow("Rung 5, together", "Rung 3, equal", ""),
        CrosswalkRow("Rung 4, asked", "about rung 2, heard", "Cooking"),
        CrosswalkRow("Rung 3, told", "no match", ""),
        CrosswalkRow("Rung 2, taught", "no match", ""),
        CrosswalkRow("Rung 1, the bottom of the ladder: no say", "no match", ""),
    )


def test_only_reported_harm_is_matched_with_the_lowest_rung_of_another_ladder() -> None:
    """Cooking is at the bottom and no more; people report harm in washing."""
    answers = climb_to(1) | climb_to(4, aspect="washing")
    answers["washing.q1"]["people"] = 0
    (view,) = report_of(answers).annex.crosswalks
    assert view.rows[-2:] == (
        CrosswalkRow("Rung 1, forced", "Rung 1, shut-out", "Washing"),
        CrosswalkRow("Rung 1, the bottom of the ladder: no say", "no match", "Cooking"),
    )


def test_a_bank_says_how_far_it_was_tested_and_whether_it_is_ones_own() -> None:
    tested = bank_of("rules", "pairs", 1, status="tested-with-people")
    report = report_of(climb_to(4), tested, banks={"rules": "1.0.0"}, replaced=("rules",))
    assert [(note.title, note.status, note.replaced) for note in report.annex.banks] == [
        ("Kitchen questions", "drafted; not yet tested with people who draw on services", ""),
        (
            "The rules",
            "tested with people who draw on services",
            "Your own questions, in place of the ones that come with the tool.",
        ),
    ]
    assert report.status_line == "The questions are drafted; not yet tested with people who draw on services."


def test_every_rung_is_explained_in_the_word_list() -> None:
    words = {fact.label: fact.words for fact in report_of(climb_to(4)).annex.words}
    assert words["Rung 1, Forced"] == "People are forced. We use this name only where somebody reports it."
    assert words["Rung 4, Asked"] == "People are asked."


def test_what_was_left_out_is_said_with_its_reason() -> None:
    assert [(fact.label, fact.words) for fact in report_of(climb_to(4)).left_out] == [
        ("Washing", "Not today.")
    ]
