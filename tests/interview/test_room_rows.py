"""What is typed from paper: rows, numbers and tallies, read and said back."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ladder_check.interview.room_rows import (
    Unreadable,
    read_number,
    read_row,
    read_tally,
    say_row,
    say_tally,
)
from ladder_check.model.room import Asked, RoomAnswer
from room_record import CLAIM, HR1, R4, R5, asked

THREE = tuple(map(asked, (R4, R5, HR1)))
ANSWERS: st.SearchStrategy[RoomAnswer | None] = st.sampled_from(
    [0, 1, 2, 3, 4, "not-sure", "rather-not-say", None]
)


@pytest.mark.parametrize(
    ("typed", "number"),
    [("12", "12"), ("007", "7"), ("0", "0"), ("A12", "A12"), ("k-3", "k-3")]
    + [(wrong, None) for wrong in ("Ashley", "", "1 2", "12345678901234", "3?", "-", "tally:1", "١٢")],
)
def test_a_ballot_number_has_a_digit_and_no_name(typed: str, number: str | None) -> None:
    assert read_number(typed) == number


@pytest.mark.parametrize(
    ("typed", "row"),
    [
        ("3 ? x", {R4: 3, R5: "not-sure", HR1: "rather-not-say"}),
        ("0,-,4", {R4: 0, R5: None, HR1: 4}),
        ("2", {R4: 2}),
        ("-", {R4: None}),
        ("not sure", {R4: "not-sure"}),
        ("RATHER NOT SAY", {R4: "rather-not-say"}),
    ],
)
def test_a_row_is_all_answers_in_the_order_of_the_paper_or_the_first_alone(
    typed: str, row: dict[str, RoomAnswer | None]
) -> None:
    assert read_row(typed, THREE) == row


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("3 2", "2 answers, and there are 3 questions"),
        ("1 2 3 4", "4 answers, and there are 3 questions"),
        ("3 5 1", "“5” is not an answer to “about ladder.designing.r5”. Please type 0 to 4, ?"),
        ("1.5", "is not an answer"),
        ("-1", "is not an answer"),
    ],
)
def test_a_row_that_does_not_fit_says_what_does(typed: str, told: str) -> None:
    with pytest.raises(Unreadable) as refused:
        read_row(typed, THREE)
    assert told in str(refused.value)


def test_a_claim_takes_a_rung_by_its_number_or_its_name_in_files() -> None:
    claim = replace(
        asked(CLAIM), values=("coercion", "educating", "informing", "consultation", "e", "f", "g")
    )
    assert read_row("4", [claim]) == read_row("consultation", [claim]) == {CLAIM: 4}
    with pytest.raises(Unreadable, match="Please type 1 to 7"):
        read_row("0", [claim])


@given(st.lists(ANSWERS, min_size=3, max_size=3))
def test_what_is_said_back_is_what_was_typed(answers: list[RoomAnswer | None]) -> None:
    row = {each.id: answer for each, answer in zip(THREE, answers, strict=True)}
    assert read_row(say_row(row, THREE), THREE) == row


@pytest.mark.parametrize(
    "typed",
    [
        "staff: 0 1 3 0 6",
        "staff 0 1 3 0 6",
        "Staff 0,1,3,0,6",
        "staff:0 1 3 0 6 ? 0 x 0",
        "staff 0 1 3 0 6 x 0",
    ],
)
def test_a_tally_is_who_and_how_many_for_each_step_lowest_first(typed: str) -> None:
    assert read_tally(typed, THREE[0]) == ("staff", {1: 1, 2: 3, 4: 6})


@pytest.mark.parametrize("typed", ["people 0 0 0 2 0 ? 1 x 2", "people 0 0 0 2 0 x2 ?1"])
def test_a_tally_may_end_with_those_who_are_not_sure_or_would_rather_not_say(typed: str) -> None:
    assert read_tally(typed, THREE[0]) == ("people", {3: 2, "not-sure": 1, "rather-not-say": 2})


@pytest.mark.parametrize(
    "typed",
    [
        "staff",
        "staff 0 1 3 8",
        "staff 0 1 3 8 6 2",
        "staff 0 1 3 8 6 ?",
        "staff 0 1 3 8 6 ? 1 ? 1",
        "staff a b c d e",
        "staff -1 0 0 0 0",
        "staff 0 1 3 8 1000",
        "staff 0 1 ? 8 6",
        "staff 1.5 0 0 0 0",
    ],
)
def test_a_tally_that_does_not_fit_shows_one_that_does(typed: str) -> None:
    with pytest.raises(Unreadable, match="such as: people 0 1 2 3 0"):
        read_tally(typed, THREE[0])


def test_the_example_of_a_tally_is_one() -> None:
    for question in (*THREE, asked(CLAIM)):
        with pytest.raises(Unreadable) as refused:
            read_tally("staff", question)
        example = str(refused.value).partition("such as: ")[2].partition(".")[0]
        assert read_tally(example, question)[0] == "people"


def test_a_tally_is_said_in_words_with_its_sum() -> None:
    assert (
        say_tally({1: 1, 2: 3, "not-sure": 2}, THREE[0])
        == "nobody at 0, 1 at 1, 3 at 2, nobody at 3, nobody at 4 and 2 not sure; together 6"
    )


@given(st.dictionaries(ANSWERS.filter(lambda each: each is not None), st.integers(1, 999)))
def test_no_head_of_a_tally_is_lost(counts: dict[RoomAnswer, int]) -> None:
    question: Asked = THREE[0]
    steps = " ".join(str(counts.get(step, 0)) for step in question.scale.steps)
    words = f"? {counts.get('not-sure', 0)} x {counts.get('rather-not-say', 0)}"
    assert read_tally(f"lived {steps} {words}", question) == ("lived", counts)
    assert say_tally(counts, question).endswith(f"together {sum(counts.values())}")
