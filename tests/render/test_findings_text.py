"""Findings for people: the place, the line, the mark under it, the way out."""

import pytest

from findings_sample import CHECKED, DAY, EMPTY, LOWERED, NOT_SHOWN, PLAIN, REPEATED, SAMPLE, many, show
from ladder_check.documents.finding import Finding, Place
from ladder_check.errors import UnknownName
from ladder_check.render.findings.checked import Checked
from ladder_check.render.findings.excerpt import columns
from ladder_check.render.formats import findings_renderer
from ladder_check.render.look import Look


def marked(line: str, place: Place, look: Look = PLAIN) -> tuple[str, str]:
    """The line as shown, and what stands above the mark."""
    output = show(
        "text", Finding("LC201", "Said.", "a", place), checked=Checked(["a"], {"a": line}), look=look
    )
    _, shown, mark, *_ = output.splitlines()
    before = len(mark) - len(mark.lstrip(" |"))
    end = before + len(mark.strip(" |"))
    return shown, shown[before:end]


def test_a_finding_has_its_place_first_then_the_line_then_the_way_out() -> None:
    assert show("text", NOT_SHOWN, look=Look(width=45)) == (
        "team a/day.assessment.yaml:4:12: warning LC301 claim-without-evidence\n"
        "    4 |   ladder: {deciding.r5: {staff: 4}}\n"
        "      |            ^^^^^^^^^^^\n"
        "  Nothing shows this. Either add evidence, or\n"
        "  answer 2.\n"
        "\n"
        "Checked 3 files: 1 warning in 1 of them.\n"
    )


def test_what_has_no_place_has_no_line() -> None:
    assert show("text", EMPTY).splitlines()[:2] == [
        "empty.yaml: error LC001 not-yaml",
        "  The file is empty.",
    ]


def test_a_place_that_the_text_does_not_have_shows_no_line() -> None:
    place = Place(9, 1, 9, 2)
    assert "|" not in show("text", Finding("LC201", "Gone.", DAY, place))


def test_several_lines_are_marked_to_the_end_of_the_first() -> None:
    assert "    3 | answers:\n      | ^^^^^^^^\n" in show("text", LOWERED)


def test_the_files_come_in_order_and_the_summary_last() -> None:
    lines = show("text", *reversed(SAMPLE)).splitlines()
    places = ["empty.yaml:", f"{DAY}:2:1:", f"{DAY}:3:1:", f"{DAY}:4:12:"]
    assert [line.partition(": ")[0] + ":" for line in lines if " LC" in line] == places
    assert lines[-1] == "Checked 3 files: 2 errors, 1 warning, 1 notice in 2 of them."


def test_nothing_found_is_one_line() -> None:
    assert show("text") == "Checked 3 files: nothing to put right.\n"
    assert show("text", checked=Checked(["a"], hidden=2)) == (
        "Checked 1 file: nothing to put right. 2 findings are set aside (an ignore or a waiver).\n"
    )


@pytest.mark.parametrize(
    ("line", "place", "above"),
    [
        ("title: Tag", Place(1, 8, 1, 11), "Tag"),
        ("title: Café", Place(1, 8, 1, 12), "Café"),
        ("\ttitle: x", Place(1, 2, 1, 7), "title"),
        ("a: ##[x] end", Place(1, 10, 1, 13), "end"),
        ("a: \x1b[1m end", Place(1, 9, 1, 12), "end"),
        ("a: ", Place(1, 3, 1, 3), ""),
        ("windows: yes\r", Place(1, 10, 1, 13), "yes"),
    ],
)
def test_the_mark_stands_under_what_is_meant(line: str, place: Place, above: str) -> None:
    assert marked(line, place)[1] == above


def test_wide_characters_take_two_columns() -> None:
    """Worked by hand: 日 and 本 take two columns each, the accent of e + U+0301 none."""
    assert columns(["日", "本", "e\u0301", "!"]) == 6


def test_a_long_line_is_cut_around_the_place() -> None:
    line = "x" * 500_000 + "HERE" + "y" * 500_000
    shown, above = marked(line, Place(1, 500_001, 1, 500_005))
    assert above == "HERE"
    assert len(shown) <= 80
    assert shown.startswith("    1 | …x")
    assert shown.endswith("y…")


def test_colour_only_where_the_stream_has_it() -> None:
    plain, coloured = show("text", *SAMPLE), show("text", *SAMPLE, look=Look(colour=True))
    assert "\x1b" not in plain
    assert "\x1b[1;31merror\x1b[0m LC003" in coloured
    assert f"\x1b[1m{DAY}:2:1:\x1b[0m" in coloured


def test_a_stream_of_plain_characters_gets_plain_marks() -> None:
    line = "x" * 200
    place = Place(1, 150, 1, 151)
    finding = Finding("LC201", "A – and a …", "a", place)
    output = show("text", finding, checked=Checked(["a"], {"a": line}), look=Look(unicode=False))
    assert output.isascii()
    assert "  A - and a ...\n" in output


def test_five_thousand_findings_are_five_thousand_paragraphs() -> None:
    text = "0123456789\n" * 5_000
    output = show("text", *many(5_000), checked=Checked(["many.yaml"], {"many.yaml": text}))
    assert output.count("\n      | ^\n") == 5_000


def test_a_format_that_is_not_there_is_told_with_those_that_are() -> None:
    with pytest.raises(UnknownName, match="sarif"):
        findings_renderer("sarfi")


def test_the_repeated_key_is_shown_once() -> None:
    assert show("text", REPEATED, checked=CHECKED).count("title: Day opportunities") == 1
