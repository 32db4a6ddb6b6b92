"""What is put right without asking, and what is left for people."""

from textwrap import dedent

import pytest

from ladder_check.documents.document import parse
from ladder_check.documents.library import Shelf, build_case
from ladder_check.lint.fixes import fix_form, fix_seen
from ladder_check.model.assessment import Assessment
from ladder_check.model.bank import Bank
from ladder_check.model.ladder import Ladder
from ladder_check.model.seen import fingerprint

TOP = "format: 1\ntitle: Day\nassessed_on: 2026-11-03\n"


def _seen(text: str) -> str:
    return fix_seen(text, build_case(parse(text.encode(), "day.assessment.yaml"), Shelf()))


def _words_of(question: str) -> str:
    return fingerprint(next(each for each in Shelf().bank("ladder").questions if each.id == question))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("titel: Day  # ours\nassessed_on: 2026-11-03\nformat: 1\n", "title: Day  # ours\n"),
        ('"titel" : "Day"\nassessed_on: 2026-11-03\nformat: 1\n', 'title : "Day"\n'),
        ("titel: Day\r\nassessed_on: 2026-11-03\r\nformat: 1\r\n", "title: Day\r\n"),
        ("\ufefftitel: Day\nassessed_on: 2026-11-03\nformat: 1\n", "\ufefftitle: Day\n"),
    ],
)
def test_a_slip_in_a_key_is_put_right_and_all_else_stays(before: str, after: str) -> None:
    first_line = before.splitlines(keepends=True)[0]
    assert fix_form(before, Assessment) == before.replace(first_line, after)


def test_slips_below_a_slip_are_put_right_too() -> None:
    text = TOP + "acttions:  # what we do\n- {id: a1, what: Ask, owener: Sam}  # soon\n"
    right = TOP + "actions:  # what we do\n- {id: a1, what: Ask, owner: Sam}  # soon\n"
    assert fix_form(text, Assessment) == right


@pytest.mark.parametrize(
    "left",
    [
        pytest.param("titel: Evening\n", id="the right key is there"),
        pytest.param("organization: A\norganisatoin: B\n", id="two slips of one key"),
        pytest.param("everything: 1\n", id="like none"),
        pytest.param("works_on: Buses\n", id="not very like"),
        pytest.param("actions: [{id: a1, what: Ask, date: 2027-01-31}]\n", id="a date is no state"),
        pytest.param("answers: {ladder: {designing.r4: {leader: 3}}}\n", id="who answered"),
        pytest.param("parked: {ladder: {designing.r4: {leader: 3}}}\n", id="who answered once"),
        pytest.param(
            "answers: {ladder: {designing.r4: {leaders: {counts: [0, 0, 1, 0, 0], not_sure: 1}}}}\n",
            id="how many answered what",
        ),
    ],
)
def test_what_could_be_meant_otherwise_is_left(left: str) -> None:
    assert fix_form(TOP + left, Assessment) == TOP + left


def test_what_stands_beside_an_answer_is_put_right() -> None:
    text = TOP + "answers: {ladder: {designing.r4: {leaders: 3, notes: Asked, evidance: []}}}\n"
    right = TOP + "answers: {ladder: {designing.r4: {leaders: 3, note: Asked, evidence: []}}}\n"
    assert fix_form(text, Assessment) == right


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("# Ours\n\ntitle: Day\n", "# Ours\n\nformat: 1\ntitle: Day\n"),
        ("# Ours\r\ntitle: Day\r\n", "# Ours\r\nformat: 1\r\ntitle: Day\r\n"),
        ("{title: Day}  # ours\n", "{format: 1, title: Day}  # ours\n"),
        ("fromat: 1\ntitle: Day\n", "format: 1\ntitle: Day\n"),
        ("fromat: 2\ntitle: Day\n", "fromat: 2\ntitle: Day\n"),
        ("format: 2\ntitle: Day\n", "format: 2\ntitle: Day\n"),
        ("format:\ntitle: Day\n", "format:\ntitle: Day\n"),
        ("{}\n", "{format: 1}\n"),
    ],
)
def test_the_format_is_put_on_top_where_nothing_says_one(text: str, right: str) -> None:
    assert fix_form(text, Assessment) == right


@pytest.mark.parametrize("model", [Bank, Ladder])
def test_banks_and_ladders_too(model: type[Bank | Ladder]) -> None:
    assert fix_form("id: ours\ntitel: x\n", model) == "format: 1\nid: ours\ntitle: x\n"


def test_seen_is_written_for_answers_on_the_version_at_hand() -> None:
    text = TOP + dedent(f"""\
        banks: {{ladder: {Shelf().bank("ladder").version}}}
        answers:
          ladder:
            designing.r1: {{leaders: 3}}  # agreed
            designing.r2:
              leaders: 2  # agreed
            designing.r3: {{leaders: 3, seen: "000000"}}
            designing.r4: {{note: Nobody answered yet}}
        """)
    fixed = _seen(text)
    data = parse(fixed.encode(), "x").data["answers"]["ladder"]
    assert data["designing.r1"] == {"leaders": 3, "seen": _words_of("designing.r1")}
    assert data["designing.r2"] == {"leaders": 2, "seen": _words_of("designing.r2")}
    assert data["designing.r3"]["seen"] == "000000"
    assert data["designing.r4"] == {"note": "Nobody answered yet"}
    assert fixed.count("# agreed") == 2
    assert _seen(fixed) == fixed


@pytest.mark.parametrize("banks", ["", "banks: {word: 0.9.0}\n", "banks: {word: 9.0.0}\n"])
def test_seen_of_another_version_is_not_known(banks: str) -> None:
    text = TOP + banks + "answers: {word: {jm1: {leaders: 3}}}\n"
    assert _seen(text) == text
