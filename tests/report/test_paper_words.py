"""What papers say: numbers, order, who is offered what, and plain words."""

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ladder_check.model.answer import PERSPECTIVES, Perspective
from ladder_check.report.facilitator import build_guide
from ladder_check.report.paper_view import Guide, Printing
from ladder_check.report.papers import NOT_SURE, RATHER_NOT, build_ballots, build_tally, number_ballots
from paper_day import printing, session

WELSH = "cy"


def _with(**changed: object) -> Printing:
    return replace(printing(), session=session(**changed))


def test_numbers_run_through_the_perspectives_and_spares_follow() -> None:
    """Two people, a carer and a leader are numbers 5 to 8; then the first spare of each, then the second."""
    invited: dict[Perspective, int] = {"people": 2, "carers": 1, "leaders": 1}
    assert number_ballots(invited, first=5, spare=2) == (
        (5, "people"),
        (6, "people"),
        (7, "carers"),
        (8, "leaders"),
        (9, "people"),
        (10, "carers"),
        (11, "leaders"),
        (12, "people"),
        (13, "carers"),
        (14, "leaders"),
    )


@given(
    st.dictionaries(st.sampled_from(PERSPECTIVES), st.integers(0, 12), min_size=1),
    st.integers(0, 5),
    st.integers(0, 5),
)
def test_a_number_speaks_for_the_same_perspective_however_many_spares_there_are(
    invited: dict[Perspective, int], fewer: int, more: int
) -> None:
    fewer, more = sorted((fewer, more))
    assert number_ballots(invited, spare=more)[: sum(invited.values()) + fewer * len(invited)] == (
        number_ballots(invited, spare=fewer)
    )


def test_every_round_has_the_same_ballots() -> None:
    first, second = (build_ballots(printing(number)) for number in (1, 2))
    assert first.ballots == second.ballots
    assert first.questions != second.questions


def test_no_number_comes_twice() -> None:
    numbers = [ballot.number for ballot in build_ballots(printing(), spare=7).ballots]
    assert len(set(numbers)) == len(numbers) == 5 + 7 * 4


def test_the_highest_step_comes_first_for_claims_and_for_questions() -> None:
    (claim,) = build_ballots(printing(1)).questions
    assert [step.number for step in claim.steps] == [7, 6, 5, 4, 3, 2, 1]
    assert (claim.steps[0].name, claim.steps[-1].name) == ("Co-production", "Coercion")
    question = build_ballots(printing(2)).questions[0]
    assert [step.number for step in question.steps] == [4, 3, 2, 1, 0]
    assert {step.name for step in question.steps} == {""}


def test_only_people_and_carers_are_offered_not_to_answer() -> None:
    offered = {ballot.who: ballot.words for ballot in build_ballots(printing()).ballots}
    assert offered == {
        "people who draw on care and support": (NOT_SURE, RATHER_NOT),
        "carers": (NOT_SURE, RATHER_NOT),
        "staff who give support": (NOT_SURE,),
        "leaders": (NOT_SURE,),
    }


def test_what_is_counted_is_what_is_offered() -> None:
    sides = {side.name: (side.voices, side.words) for side in build_tally(printing()).sides}
    assert sides == {
        "People and carers": (("people", "carers"), (NOT_SURE, RATHER_NOT)),
        "Staff": (("frontline", "leaders"), (NOT_SURE,)),
    }


@pytest.mark.parametrize(
    ("size", "sentence"),
    [
        ({"small-group": 5}, "Groups of fewer than 5 are not shown."),
        ({"small-group": 10}, "Groups of fewer than 10 are not shown."),
        (
            {"small-group": 3, "agreed-by": "the carers, on the day"},
            "Groups of 1 or 2 are not shown. Of groups of 3 or 4 we show the middle answer only.",
        ),
    ],
)
def test_a_ballot_says_from_how_many_on_a_group_is_shown(size: dict[str, object], sentence: str) -> None:
    assert sentence in build_ballots(_with(**size)).ballots[0].first


def test_a_ballot_says_its_number_and_what_becomes_of_it() -> None:
    said = " ".join(build_ballots(printing()).ballots[3].first)
    for part in ("Your number is 4.", "confidential", "no names", "destroy", "carries the same one"):
        assert part in said
    assert "anonymous" not in said


def test_the_purpose_of_a_session_comes_first_where_it_has_one() -> None:
    made_of = _with(purpose="To choose what we change in spring.")
    assert build_ballots(made_of).ballots[0].first[0] == "To choose what we change in spring."
    assert build_guide(made_of).purpose == "To choose what we change in spring."


def test_questions_keep_the_language_of_their_bank() -> None:
    made_of = replace(printing(2), languages={"ladder": WELSH})
    assert {question.language for question in build_ballots(made_of).questions} == {WELSH}


def test_the_sheet_says_who_has_which_numbers() -> None:
    numbers = next(part for part in build_guide(printing()).before if part.id == "numbers")
    assert numbers.points == (
        "People who draw on care and support: 1 to 2, 6, 10.",
        "Carers: 3, 7, 11.",
        "Staff who give support: 4, 8, 12.",
        "Leaders: 5, 9, 13.",
    )


def test_there_is_a_script_for_every_question_and_claims_come_first() -> None:
    made_of = printing()
    scripts = build_guide(made_of).scripts
    read = [question.id for script in scripts for question in script.questions]
    assert read == [asked.id for asked in made_of.questions]
    assert [script.id for script in scripts] == ["claims", "questions"]


def test_without_claims_there_is_no_round_of_them() -> None:
    made_of = printing()
    questions = tuple(each for each in made_of.questions if not each.is_claim)
    guide = build_guide(replace(made_of, questions=questions))
    assert "Claims" in [move.name for move in build_guide(made_of).moves]
    assert "Claims" not in [move.name for move in guide.moves]
    assert [script.id for script in guide.scripts] == ["questions"]


def test_commands_name_the_record_as_it_is_typed() -> None:
    commands = [command for move in build_guide(printing()).moves for command in move.commands]
    assert all(command.startswith("ladder-check ") for command in commands)
    assert not any("{" in command for command in commands)
    assert sum(printing().record in command for command in commands) >= 8


def _sentences(guide: Guide) -> list[str]:
    """Every sentence of ours on the ballots and on the facilitator's sheet."""
    parts = [*guide.before, *guide.during, guide.reading, *guide.after]
    texts = [text for part in parts for text in (*part.lines, *part.points)]
    texts += [line for move in guide.moves for line in move.lines]
    texts += [line for ballot in build_ballots(printing()).ballots for line in ballot.first]
    return [each for text in dict.fromkeys(texts) for each in re.split(r"(?<=[.?!:])\s+", text)]


def test_sentences_are_short() -> None:
    lengths = {each: len(each.split()) for each in _sentences(build_guide(printing()))}
    assert len(lengths) > 90
    assert [each for each, length in lengths.items() if length > 20] == []
    assert sum(lengths.values()) / len(lengths) <= 12
