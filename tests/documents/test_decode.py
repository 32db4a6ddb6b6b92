"""Every fault of a file at its place, with what was found and the way out."""

import pytest

from ladder_check.documents.decode import decode
from ladder_check.documents.document import parse
from ladder_check.documents.finding import Finding, InvalidDocument, Place
from ladder_check.model.assessment import Assessment
from ladder_check.model.bank import Bank

HEAD = "format: 1\ntitle: Day opportunities\nassessed_on: 2026-11-03\n"


def findings(text: str, model: type[Assessment] | type[Bank] = Assessment) -> tuple[Finding, ...]:
    with pytest.raises(InvalidDocument) as refused:
        decode(parse(text.encode(), "day.yaml"), model)
    return refused.value.findings


BANK = """\
format: 1
id: our-own
version: 1.0.0
title: Ours
about: Ours.
source: {name: Our group}
kind: items
minutes: 5
items:
  - id: q1
    name: Welcome
    ask: Are people met?
    why: It counts.
    action: {do: Plan it., owner: Manager, partner: Two people, done_when: New people say so.}
"""


def finding(text: str) -> Finding:
    (only,) = findings(HEAD + text)
    return only


def test_a_good_file_becomes_a_model() -> None:
    assert decode(parse(HEAD.encode(), "day.yaml"), Assessment).title == "Day opportunities"


def test_a_finding_has_code_file_place_and_words() -> None:
    """The level stands on line 6, in columns 14 and on: one character, so it ends before column 15."""
    found = finding("answers:\n  ladder:\n    designing.r4: {leaders: 7}\n")
    assert found == Finding(
        "LC202",
        "7 is not an answer. Write a level from 0 to 4, or not-sure, rather-not-say or does-not-fit.",
        "day.yaml",
        Place(6, 29, 6, 30),
    )


def test_the_counts_of_a_room_without_their_key_are_told_how_to_be_written() -> None:
    found = finding("answers:\n  ladder:\n    designing.r4: {lived: [0, 1, 3, 2, 1]}\n")
    assert found.message == (
        "A list alone is not an answer. Write the counts of a room as {counts: [0, 1, 3, 2, 1]}."
    )


@pytest.mark.parametrize("near", ["not sure", "not_sure", "notsure", "Not-sure"])
def test_a_word_that_is_nearly_an_answer_is_told_the_right_one(near: str) -> None:
    found = finding(f"answers:\n  ladder:\n    designing.r4: {{lived: {near}}}\n")
    assert f"{near!r} is not an answer. Did you mean 'not-sure'?" in found.message


def test_a_list_with_a_wrong_entry_is_not_called_too_short_as_well() -> None:
    """A text with a colon in it reads as keys with values: one fault, though only four texts are left."""
    with pytest.raises(InvalidDocument) as caught:
        decode(
            parse(f"{BANK}    anchors: [{{Only here: never}}, b, c, d, e]\n".encode(), "our-own.bank.yaml"),
            Bank,
        )
    assert [each.message for each in caught.value.findings] == [
        "'anchors' needs text. Put quotes around it; found keys with values."
    ]


def test_anchors_say_how_many_there_are() -> None:
    with pytest.raises(InvalidDocument) as caught:
        decode(parse(f"{BANK}    anchors: [a, b, c, d]\n".encode(), "our-own.bank.yaml"), Bank)
    assert [each.message for each in caught.value.findings] == [
        "Anchors are five texts, for the levels 0 to 4, lowest first; found 4."
    ]


def test_all_faults_are_told_in_the_order_of_the_file() -> None:
    text = "format: 1\ntitle: 3\nassessed_on: soon\nat_level: serivce\n"
    assert [(f.code, f.place.line) for f in findings(text) if f.place] == [
        ("LC007", 2),
        ("LC007", 3),
        ("LC007", 4),
    ]


@pytest.mark.parametrize(
    ("text", "code", "line_and_column", "words"),
    [
        ("titel: x\n", "LC006", (4, 1), "key 'titel' here. Did you mean 'title'?"),
        (
            "took_part: {poeple: {there: 3}}\n",
            "LC006",
            (4, 13),
            "key 'poeple' here. Did you mean 'people'?",
        ),
        (
            "took_part: {everybody: {there: 3}}\n",
            "LC006",
            (4, 13),
            "Known here: carers, frontline, leaders, partners, people.",
        ),
        (
            "answers: {ladder: {designing.r4: {leader: 3}}}\n",
            "LC006",
            (4, 35),
            "key 'leader' here. Did you mean 'leaders'?",
        ),
        (
            "answers: {ladder: {designing.r4: {leaders: {counts: [0, 0, 1, 0, 0], not_sure: 1}}}}\n",
            "LC006",
            (4, 70),
            "key 'not_sure' here. Did you mean 'not-sure'?",
        ),
        (
            "answers: {ladder: {designing.r4: {evidence: [{what: notes, kind: said, form: staff}]}}}\n",
            "LC006",
            (4, 72),
            "key 'form' here. Did you mean 'from'?",
        ),
        (
            "aspects: {designing: {celing: {rung: informing}}}\n",
            "LC006",
            (4, 23),
            "key 'celing' here. Did you mean 'ceiling'?",
        ),
        ("took_part: {people: {}}\n", "LC010", (4, 21), "key 'there' is missing. Add it."),
        ("actions: [{id: a1}]\n", "LC010", (4, 11), "key 'what' is missing. Add it."),
        (
            "answers: {ladder: 3}\n",
            "LC007",
            (4, 19),
            "'ladder' needs keys with values, such as `key: value`; found 3.",
        ),
        ("answers: [3]\n", "LC007", (4, 10), "needs keys with values, such as `key: value`; found a list."),
        (
            "aspects: {designing: }\n",
            "LC007",
            (4, 22),
            "'designing' needs keys with values, such as `key: value`; found nothing.",
        ),
        (
            "missing_voices: Deaf people\n",
            "LC007",
            (4, 17),
            "needs a list, with one entry on each line after a dash; found Deaf people.",
        ),
        (
            "missing_voices: [3]\n",
            "LC007",
            (4, 18),
            "'missing_voices' needs text. Put quotes around it; found 3.",
        ),
        ("organisation: ''\n", "LC007", (4, 15), "'organisation' is empty. Either write it, or, if it"),
        (
            "aspects: {designing: {led_by_people: 2}}\n",
            "LC007",
            (4, 38),
            "'led_by_people' needs true or false; found 2.",
        ),
        (
            "aspects: {designing: {claimed: {leader: informing}}}\n",
            "LC007",
            (4, 33),
            "called 'leader'. Did you mean 'leaders'?",
        ),
        (
            "aspects: {designing: {ceiling: {talked_with: [leaders, peeple]}}}\n",
            "LC007",
            (4, 56),
            "called 'peeple'. Did you mean 'people'?",
        ),
        (
            "banks: {ladder: 1.0}\n",
            "LC007",
            (4, 17),
            "1.0 is not a version. Write three numbers, such as 1.0.0.",
        ),
        (
            "banks: {ladder: 1.10}\n",
            "LC007",
            (4, 17),
            "1.10 is not a version. Write three numbers, such as 1.0.0.",
        ),
        (
            "answers: {ladder: {designing.r4: {leaders: 1.50}}}\n",
            "LC202",
            (4, 44),
            "1.50 is not an answer. Write a level from 0 to 4",
        ),
        ("answers: {ladder: {designing.r4: {leaders: }}}\n", "LC202", (4, 44), "There is no answer here."),
    ],
)
def test_a_fault(text: str, code: str, line_and_column: tuple[int, int], words: str) -> None:
    found = finding(text)
    assert found.place is not None
    assert (found.code, (found.place.line, found.place.column)) == (code, line_and_column)
    assert words in found.message


def test_what_is_long_is_shown_by_its_beginning() -> None:
    found = finding(f"missing_voices: {'a' * 60}\n")
    assert found.message.endswith(f"found {'a' * 40}….")


@pytest.mark.parametrize(("written", "shown"), [("2", "2"), ("0", "0"), ('"1"', "'1'"), ("one", "'one'")])
def test_another_format_is_named_with_the_one_we_read(written: str, shown: str) -> None:
    (found,) = findings(f"format: {written}\ntitle: x\nassessed_on: 2026-11-03\n")
    assert found.code == "LC008"
    assert f"file says format {shown};" in found.message
    assert "reads format 1." in found.message


def test_a_key_of_a_bank_is_known_where_it_stands() -> None:
    """`anchor` is no key of an item, whose keys are not those of the bank."""
    text = (
        "format: 1\nid: mine\nversion: 1.0.0\ntitle: t\nabout: a\nsource: {name: us}\n"
        "kind: items\nminutes: 5\n"
        "items:\n  - id: i1\n    name: Power\n    ask: a\n    why: w\n    anchor: x\n"
        '    anchors: ["a", "b", "c", "d", "e"]\n'
        "    action: {do: d, owner: o, partner: p, done_when: w}\n"
    )
    (found,) = findings(text, Bank)
    assert found.place == Place(14, 5, 14, 11)
    assert "key 'anchor' here. Did you mean 'anchors'?" in found.message


def test_what_spans_lines_is_shown_on_one() -> None:
    found = finding("missing_voices: 3\n  ::error::4\n")
    assert found.message.endswith("found 3 ::error::4.")
