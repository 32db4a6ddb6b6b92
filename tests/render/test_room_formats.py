"""What a room said on terminals and pages: the same words in every format, and words that do no harm."""

import re
from pathlib import Path
from typing import Any

import pytest

from example_reports import texts_of
from ladder_check.errors import LadderCheckError
from ladder_check.render.formats import ROOMS, room_renderer
from ladder_check.render.look import Look
from ladder_check.report.room import build_room_report
from ladder_check.report.room_view import GroupView
from page_gates import problems, read_page, words
from room_said import R4, material

NASTY = "</style><script>alert('x')</script> | *b* [x](http://a.example) ::error:: \x1b[31m =1+1"
FOR_PEOPLE = ("table", "plain", "markdown", "html")


def _said(name: str, look: Look | None = None, **other: Any) -> str:
    return room_renderer(name)(material(**other), look or Look())


def _plain_text(name: str) -> str:
    """All words of a format on one line, as they are read."""
    text = _said(name)
    if name == "html":
        return words(read_page(text).tree)
    return " ".join(re.sub(r"\\([^\w\s])|\N{WORD JOINER}", r"\1", text).split())


@pytest.mark.parametrize("name", FOR_PEOPLE)
def test_every_format_says_everything_that_the_view_says(name: str) -> None:
    """Marks are for the eye, and short step names stand for the whole sentence of a rung."""
    report = build_room_report(material())
    headings = set(texts_of(report.heading))
    views = [step for each in (*report.claims, *report.questions) for step in each.steps]
    of_rungs = {step.words for step in views if step.name}
    marks = {text for text in texts_of(report) if set(text) <= set("▲■● ")}
    skipped = headings | of_rungs | marks | {report.made_by, *(point.kind for point in report.talk)}
    skipped |= {
        group.kind for each in (*report.claims, *report.questions) for r in each.rounds for group in r.groups
    }
    said = _plain_text(name)
    ids = {point.id for point in report.talk}
    assert [
        text for text in set(texts_of(report)) - skipped - ids if " ".join(text.split()) not in said
    ] == []


def test_a_table_has_a_mark_for_each_person_and_words_alone_have_none() -> None:
    groups: list[GroupView] = [
        group
        for each in build_room_report(material()).questions
        for said in each.rounds
        for group in said.groups
    ]
    people = sum(count.people for group in groups for count in group.counts)
    claims = 12 + 7 + 5 + 26 + 20 + 6  # everybody together are 38: no marks for so many
    for name in ("table", "html"):
        assert sum(_said(name).count(mark) for mark in "▲■●") == people + claims
    for name in ("plain", "markdown"):
        assert sum(_said(name).count(mark) for mark in "▲■●") == 0


@pytest.mark.parametrize("name", ["table", "plain"])
@pytest.mark.parametrize("width", [40, 80])
def test_no_line_is_wider_than_the_terminal(name: str, width: int) -> None:
    lines = _said(name, Look(width=width)).splitlines()
    assert max(map(len, lines)) <= width


def test_a_terminal_without_these_characters_gets_others() -> None:
    text = _said("table", Look(unicode=False))
    assert text.isascii()
    assert "/\\/\\/\\" in text


def test_the_page_passes_every_gate() -> None:
    assert problems(_said("html")) == set()


def test_the_page_in_large_print_passes_every_gate() -> None:
    page = room_renderer("html", large_print=True)(material(), Look())
    assert problems(page) == set()
    assert '<html lang="en" dir="ltr" class="large">' in page


@pytest.mark.parametrize("name", ROOMS)
def test_hostile_words_do_nothing(name: str) -> None:
    text = _said(name, title=NASTY, purpose=NASTY, organisation=NASTY)
    if name in ("table", "plain"):
        assert "\x1b" not in text
    if name == "html":
        assert problems(text) == set()
    if name == "markdown":
        assert "<script" not in text
        assert not re.search(r"(?<!\\)\]\(", text)


def test_a_cell_that_a_spreadsheet_would_run_is_quoted() -> None:
    from dataclasses import replace

    said = material()
    asked = {name: replace(each, values=("=1+1", *each.values[1:])) for name, each in said.asked.items()}
    text = room_renderer("csv")(replace(said, asked=asked), Look())
    assert ",'=1+1," in text
    assert ",=1+1," not in text


def test_ones_own_template_comes_first(tmp_path: Path) -> None:
    (tmp_path / "room.md.j2").write_text("{{ report.title }}: {{ report.questions | length }} *x*")
    assert room_renderer("markdown", tmp_path)(material(), Look()) == "Day opportunities, autumn: 3 *x*\n"


@pytest.mark.parametrize("name", ["json", "csv", "table", "plain"])
def test_what_has_no_templates_and_no_print_size_says_so(name: str, tmp_path: Path) -> None:
    with pytest.raises(LadderCheckError, match="no templates"):
        room_renderer(name, tmp_path)
    with pytest.raises(LadderCheckError, match="no print size"):
        room_renderer(name, large_print=True)


def test_a_format_that_is_none_is_named() -> None:
    with pytest.raises(LadderCheckError, match="Did you mean 'json'"):
        room_renderer("jsn")


def test_the_same_record_gives_the_same_bytes() -> None:
    for name in ROOMS:
        assert _said(name) == _said(name)


def test_a_question_of_which_nothing_is_shown_is_still_there() -> None:
    page = room_renderer("html")(material([{R4: {"people": [1, 2, 3]}}]), Look())
    assert problems(page) == set()
    assert "A say before it is settled" in page
