"""A publication in the text of a file: what is new goes in, and what a person wrote stays."""

from textwrap import dedent
from typing import Any

from ladder_check.documents.places import Path
from ladder_check.workshop.completing import clashes, complete

R4 = ("answers", "ladder", "designing.r4")
LIVED = {"counts": [0, 1, 3, 2, 1], "not-sure": 1}
OURS = "From the workshop of 3 November 2026, round 1: each person's own answer, counted."
FILE = """\
    # Ours, by hand.
    title: Day opportunities
    took_part:
      people: {there: 7}   # counted at the door
    answers:
      ladder:
        designing.r4:
          leaders: 3   # agreed in their meeting
          evidence: [{what: the autumn note, kind: written, on: 2026-10-02}]
          in_their_words: {lived: It was already printed.}
          note: Ask again in spring.
    actions: [{id: a1, what: Ask again}]   # soon
    """


def entries(**more: Any) -> dict[Path, Any]:
    return {(*R4, key): value for key, value in {"lived": LIVED, "note": OURS, **more}.items()}


def test_all_that_a_person_wrote_stays() -> None:
    text = dedent(FILE)
    said: dict[Path, Any] = {
        ("took_part", "people"): {"there": 7, "invited": 9},
        **entries(),
        (*R4, "in_their_words", "lived"): "Nobody asked me.",
    }
    assert clashes(text, said) == ()
    assert complete(text, said) == dedent("""\
        # Ours, by hand.
        title: Day opportunities
        took_part:
          people: {there: 7, invited: 9}   # counted at the door
        answers:
          ladder:
            designing.r4:
              leaders: 3   # agreed in their meeting
              evidence: [{what: the autumn note, kind: written, on: 2026-10-02}]
              in_their_words: {lived: It was already printed. / Nobody asked me.}
              note: Ask again in spring.
              lived: {counts: [0, 1, 3, 2, 1], not-sure: 1}
        actions: [{id: a1, what: Ask again}]   # soon
        """)


def test_twice_is_the_same_as_once() -> None:
    said: dict[Path, Any] = {
        **entries(agreed={"answer": 2, "minority": "Not us."}),
        (*R4, "in_their_words", "lived"): "A / B",
    }
    once = complete(dedent(FILE), said)
    assert "minority: Not us." in once
    assert complete(once, said) == once
    assert clashes(once, said) == ()


def test_what_says_something_else_is_named_with_both() -> None:
    text = dedent("""\
        answers: {ladder: {designing.r4: {lived: 2}}}
        took_part: {people: {there: 6}}
        banks: {ladder: "1.0.0"}
        """)
    said: dict[Path, Any] = {**entries(), ("took_part", "people"): {"there": 7}, ("banks", "ladder"): "1.1.0"}
    assert list(map(str, clashes(text, said))) == [
        "answers.ladder.designing.r4.lived: 2 in the file, "
        "{counts: [0, 1, 3, 2, 1], not-sure: 1} from the workshop",
        "took_part.people: {there: 6} in the file, {there: 7} from the workshop",
        "banks.ladder: 1.0.0 in the file, 1.1.0 from the workshop",
    ]


def test_counts_without_a_word_are_the_same_with_none_of_it() -> None:
    text = "answers: {ladder: {designing.r4: {lived: {counts: [0, 0, 5, 0, 0], not-sure: 0}}}}\n"
    said: dict[Path, Any] = {(*R4, "lived"): {"counts": [0, 0, 5, 0, 0]}}
    assert clashes(text, said) == ()
    assert complete(text, said) == text


def test_older_counts_of_a_group_that_is_not_shown_now_go() -> None:
    """Eight people beside a side of nine would tell of one; leaders are of another side."""
    text = dedent("""\
        answers:
          ladder:
            designing.r4:
              people: {counts: [0, 0, 8, 0, 0]}
              leaders: {counts: [0, 0, 5, 0, 0]}
              carers: 2
        """)
    said: dict[Path, Any] = {(*R4, "lived"): LIVED}
    assert list(map(str, clashes(text, said))) == [
        "answers.ladder.designing.r4.people: {counts: [0, 0, 8, 0, 0]} in the file, nothing from the workshop"
    ]
    assert complete(text, said) == dedent("""\
        answers:
          ladder:
            designing.r4:
              leaders: {counts: [0, 0, 5, 0, 0]}
              carers: 2
              lived: {counts: [0, 1, 3, 2, 1], not-sure: 1}
        """)


def test_a_minority_is_never_dropped_from_a_file() -> None:
    text = "answers: {ladder: {designing.r4: {agreed: {answer: 3, minority: Not us.}}}}\n"
    said: dict[Path, Any] = {(*R4, "agreed"): {"answer": 2, "minority": "Nor us."}}
    assert len(clashes(text, said)) == 1
    assert "agreed: {answer: 2, minority: Not us. / Nor us.}" in complete(text, said)
    assert complete(text, {(*R4, "agreed"): {"answer": 3}}) == text


def test_a_note_of_an_earlier_round_of_ours_is_brought_up_to_date() -> None:
    text = complete("title: Day\n", entries())
    newer = OURS.replace("round 1", "round 2")
    assert clashes(text, {(*R4, "note"): newer}) == ()
    assert "round 2" in complete(text, {(*R4, "note"): newer})
