"""The edges of the rules on answers (LC2xx); the plain cases are the examples on their pages."""

import pytest

from linted import found, lines

INDICATORS = ("r1", "r2", "r3", "r4", "r5", "r6", "r7a", "r7b")
WHOLE = "".join(f"    deciding.{each}: {{staff: 2}}\n" for each in INDICATORS)


def test_an_area_of_work_with_an_answer_to_each_question_was_not_only_begun() -> None:
    assert found("LC211", "answers:\n  ladder:\n" + WHOLE) == []


def test_what_was_begun_is_said_once_for_an_area_with_what_is_left() -> None:
    text = "answers:\n  ladder:\n" + WHOLE.replace("    deciding.r7b: {staff: 2}\n", "")
    (finding,) = found("LC211", text + "    designing.r1: {people: 2}\n")[:1]
    assert finding.message.startswith(
        "This was begun, and 1 question is not answered by anybody: deciding.r7b."
    )
    assert lines(found("LC211", text + "    designing.r1: {people: 2}\n")) == [6, 13]


def test_a_note_alone_is_no_answer() -> None:
    note = "answers: {word: {jm1: {leaders: 3}, jm2: {note: Next time.}}}"
    assert [each.message[:62] for each in found("LC211", note)] == [
        "This was begun, and 1 question is not answered by anybody: jm2"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "banks: {word: 1.0.0}",
        "answers: {word: {jm1: {note: Next time.}}}",
        "aspects: {deciding: {left_out: Not ours.}}\nanswers: {ladder: {deciding.r1: {leaders: 3}}}",
    ],
    ids=["nothing", "only a note", "left out"],
)
def test_what_was_not_begun_or_is_left_out_is_not_asked_after(text: str) -> None:
    assert found("LC211", text) == []


def test_rather_not_say_in_the_counts_of_a_staff_room_is_found_at_that_voice() -> None:
    text = """\
    answers:
      word:
        jm1:
          lived: {counts: [0, 1, 3, 2, 1], rather-not-say: 2}
          frontline: {counts: [0, 1, 3, 2, 1], rather-not-say: 1}
          partners: {counts: [0, 1, 3, 2, 1], not-sure: 1}
          staff: rather-not-say
    """
    assert lines(found("LC212", text)) == [8, 10]


def test_parked_answers_are_said_once_for_a_bank() -> None:
    text = "parked:\n  ladder: {deciding.r8: {leaders: 3}, deciding.r9: {leaders: 3}}\n  word: {}\n"
    (finding,) = found("LC213", text)
    assert lines([finding]) == [5]
    assert finding.message.startswith("2 answers are kept here of questions that are not asked any more")
    assert "deciding.r8, deciding.r9" in finding.message


@pytest.mark.parametrize(
    ("took_part", "voice", "how_many"),
    [
        ("people: {there: 7}", "people", 0),
        ("people: {there: 6}", "people", 1),
        ("people: {there: 5}, carers: {there: 2}", "lived", 0),
        ("people: {there: 5}, carers: {there: 1}", "lived", 1),
        ("people: {there: 5}, frontline: {there: 6}", "staff", 1),
        ("frontline: {there: 6}, leaders: {there: 1}, partners: {there: 0}", "staff", 0),
        ("leaders: {there: 1}", "people", 0),
        ("people: {there: 0}", "people", 1),
    ],
)
def test_the_answers_of_seven_are_held_against_who_was_there(
    took_part: str, voice: str, how_many: int
) -> None:
    """Four with a level, two not sure, one who would rather not say; nothing is said where nobody counted."""
    tally = "{counts: [0, 1, 2, 1, 0], not-sure: 2, rather-not-say: 1}"
    text = f"took_part: {{{took_part}}}\nanswers: {{word: {{jm1: {{{voice}: {tally}}}}}}}\n"
    assert len(found("LC214", text)) == how_many


def test_one_level_for_a_whole_group_is_not_counted() -> None:
    assert found("LC214", "took_part: {people: {there: 0}}\nanswers: {word: {jm1: {people: 3}}}") == []
