"""Reading a file gives plain data, and the place of every part of it."""

import pytest
import yaml

from ladder_check.documents import events
from ladder_check.documents.document import Document, parse
from ladder_check.documents.finding import Finding, InvalidDocument, Place

SAMPLE = """\
# yaml-language-server: $schema=assessment.json
format: 1
title: Café by the river
version: 1.10
disputed: false
note:
took_part:
  people: {there: 5, invited: 8}
voices: ["Deaf people", 'people''s group']
answers:
  - level: 3
    why: |
      We were asked,
      but late.

  - level: ~
on: 2026-11-03
"""


@pytest.fixture
def document() -> Document:
    return parse(SAMPLE.encode(), "day.yaml")


def test_a_file_becomes_plain_data(document: Document) -> None:
    assert document.data == {
        "format": 1,
        "title": "Café by the river",
        "version": 1.1,
        "disputed": False,
        "note": None,
        "took_part": {"people": {"there": 5, "invited": 8}},
        "voices": ["Deaf people", "people's group"],
        "answers": [{"level": 3, "why": "We were asked,\nbut late.\n"}, {"level": None}],
        "on": "2026-11-03",
    }


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("0", 0),
        ("-12", -12),
        ("0.25", 0.25),
        ("-3.50", -3.5),
        ("true", True),
        ("True", True),
        ("FALSE", False),
        ("null", None),
        ("~", None),
        ("", None),
        ("2026-02-30", "2026-02-30"),
        ("1.0.0", "1.0.0"),
        ("3f9ac1", "3f9ac1"),
        ("=", "="),
        ("None", "None"),
        ("never", "never"),
        ("'no'", "no"),
        ('"010"', "010"),
        ("!!str yes", "yes"),
        ("2 of 8 people came", "2 of 8 people came"),
        ("-", None),
        ("https://example.org/a", "https://example.org/a"),
    ],
)
def test_a_value_is_read_as_every_reader_of_yaml_reads_it(written: str, value: object) -> None:
    if written == "-":
        value = [None]
        written = "\n  -"
    read = parse(f"a: {written}\n".encode(), "f").data["a"]
    assert (type(read), read) == (type(value), value)


@pytest.mark.parametrize(
    ("path", "place"),
    [
        (("format",), Place(2, 9, 2, 10)),
        (("title",), Place(3, 8, 3, 25)),  # 17 characters, é being one of them
        (("took_part", "people"), Place(8, 11, 8, 33)),  # from { to }
        (("took_part", "people", "invited"), Place(8, 31, 8, 32)),
        (("took_part",), Place(8, 3, 8, 33)),
        (("voices", 1), Place(9, 25, 9, 42)),
        (("answers", 0, "level"), Place(11, 12, 11, 13)),
        (("answers", 0, "why"), Place(12, 10, 14, 16)),  # from | to the last full stop
        (("answers", 0), Place(11, 5, 14, 16)),
        (("answers",), Place(11, 3, 16, 13)),
        ((), Place(2, 1, 17, 15)),
    ],
)
def test_a_value_has_its_place(document: Document, path: tuple[str | int, ...], place: Place) -> None:
    assert document.locate(path) == place


@pytest.mark.parametrize(
    ("path", "place"),
    [
        (("took_part", "people", "invited"), Place(8, 22, 8, 29)),
        (("answers", 1, "level"), Place(16, 5, 16, 10)),
        (("voices", 1), Place(9, 25, 9, 42)),
        ((), Place(2, 1, 17, 15)),
    ],
)
def test_a_key_has_its_place_and_what_has_no_key_has_its_value(
    document: Document, path: tuple[str | int, ...], place: Place
) -> None:
    assert document.locate(path, key=True) == place


def test_what_is_missing_is_placed_at_the_nearest_thing_above_it(document: Document) -> None:
    people = Place(8, 11, 8, 33)
    assert document.locate(("took_part", "people", "absent")) == people
    assert document.locate(("took_part", "people", "absent", 3, "x")) == people
    assert document.locate(("took_part", "people", "absent"), key=True) == Place(8, 3, 8, 9)
    assert document.locate(("answers", 7), key=True) == Place(10, 1, 10, 8)
    assert document.locate(("format", "x")) == Place(2, 9, 2, 10)
    assert document.locate(("absent",)) == document.locate(())


def test_a_value_keeps_its_source(document: Document) -> None:
    assert document.source(("version",)) == "1.10"
    assert document.source(("voices", 1)) == "'people''s group'"
    assert document.source(("note",)) == ""
    assert document.source(("took_part",)) is None
    assert document.source(("absent",)) is None


def test_lines_that_end_as_on_windows_are_the_same_data_at_the_same_places() -> None:
    unix, windows = parse(SAMPLE.encode(), "f"), parse(SAMPLE.replace("\n", "\r\n").encode(), "f")
    assert windows.data == unix.data
    for path in [("on",), ("answers", 0, "why"), ("took_part", "people")]:
        assert windows.locate(path).line == unix.locate(path).line
        assert windows.locate(path).column == unix.locate(path).column
    assert windows.source(("version",)) == "1.10"


def test_a_text_that_begins_with_a_number_is_a_key_wherever_else_it_stands() -> None:
    """Words met before are remembered: as values and as keys each for themselves."""
    data = {"came": "8 people", "more": {"8 people": "8 people", "9 people": 1}, "also": "9 people"}
    text = "came: 8 people\nmore: {8 people: 8 people, 9 people: 1}\nalso: 9 people\n"
    assert parse(text.encode(), "f").data == data
    assert parse(text.encode(), "f").data == data


def test_what_is_refused_is_refused_again_in_the_next_file() -> None:
    for _ in range(2):
        with pytest.raises(InvalidDocument) as caught:
            parse(b"a: yes\nb: 010\n010: a\nb: [yes]\n", "f")
        assert [(f.code, f.place and f.place.line) for f in caught.value.findings] == [
            ("LC007", 1),
            ("LC007", 2),
            ("LC007", 3),
            ("LC003", 4),
            ("LC007", 4),
        ]


def test_however_many_words_there_are_each_means_what_it_says() -> None:
    """More than are remembered, and some too long to be."""
    texts = [f"word-{n}" for n in range(5000)] + ["long " * 100 + "end", "0.5 of " + "very " * 100 + "many"]
    written = "".join(f"{text if len(text) < 40 else n}x: {text}\n" for n, text in enumerate(texts))
    assert list(parse(written.encode(), "f").data.values()) == texts


def test_one_byte_order_mark_is_no_part_of_the_text() -> None:
    document = parse(b"\xef\xbb\xbfformat: 1\n", "f")
    assert document.data == {"format": 1}
    assert document.locate(("format",), key=True) == Place(1, 1, 1, 7)


def test_a_key_is_the_same_however_its_accents_are_made() -> None:
    decomposed = parse("cafe\u0301: 1\n".encode(), "f")
    assert decomposed.data == {"caf\u00e9": 1}
    assert decomposed.locate(("caf\u00e9",)) == Place(1, 8, 1, 9)


@pytest.mark.parametrize(
    "text", ["👩‍👩‍👧 came", "می‌خواهم", "🏴\U000e0067\U000e0062\U000e0077\U000e006c\U000e0073\U000e007f Cymru"]
)
def test_joiners_that_a_script_or_an_emoji_needs_are_text(text: str) -> None:
    assert parse(f"a: {text}\n".encode(), "f").data == {"a": text}


def test_every_problem_of_form_is_told_at_once_in_order() -> None:
    """Line 5 is not YAML, so what follows is not read: the last 'no' is not told."""
    with pytest.raises(InvalidDocument) as caught:
        parse(b"a: yes\nb: &x 010\na: 1\nc: *x\nd: e: f\ng: no\n", "f.yaml")
    told = [(finding.code, finding.place and finding.place.line) for finding in caught.value.findings]
    assert told == [("LC007", 1), ("LC004", 2), ("LC007", 2), ("LC003", 3), ("LC004", 4), ("LC001", 5)]
    assert str(caught.value).splitlines()[0].startswith("f.yaml:1:4: LC007 Some readers of YAML take yes")


def test_the_slower_parser_reads_the_same(monkeypatch: pytest.MonkeyPatch, document: Document) -> None:
    monkeypatch.setattr(events, "LOADER", yaml.SafeLoader)
    slow = parse(SAMPLE.encode(), "day.yaml")
    assert slow.data == document.data
    for path in [("title",), ("took_part",), ("answers", 0, "why"), ("answers",), ()]:
        assert slow.locate(path) == document.locate(path)


def test_findings_sort_by_file_then_place_then_code() -> None:
    first = Finding("LC009", "m", "a.yaml", None)
    second = Finding("LC001", "m", "a.yaml", Place(2, 3, 2, 4))
    third = Finding("LC002", "m", "a.yaml", Place(2, 3, 2, 4))
    fourth = Finding("LC001", "m", "a.yaml", Place(10, 1, 10, 2))
    last = Finding("LC001", "m", "b.yaml", Place(1, 1, 1, 2))
    assert InvalidDocument([last, fourth, third, second, first]).findings == (
        first,
        second,
        third,
        fourth,
        last,
    )
    assert str(first) == "a.yaml: LC009 m"
    assert str(second) == "a.yaml:2:3: LC001 m"
