"""A report as Markdown: it says what the view says, and what people typed stays plain text."""

import re
from dataclasses import replace
from functools import cache
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from example_reports import FULLEST, NAMES, example, texts_of, with_every_text
from ladder_check.render.escape import WORD_JOINER, escape_markdown
from ladder_check.render.markdown import render_markdown
from ladder_check.report.view import Report

GITHUB = MarkdownIt("commonmark").enable(["table", "strikethrough"])
SIGNS = "\\`*_{}[]()<>#+-.!|~&=:$^@%/\"'"
HOSTILE = [
    "# A heading",
    "- a list",
    "+ a list",
    "1. a list",
    "1) a list",
    "> a quote",
    "---",
    "===",
    "```\ncode\n```",
    "~~~",
    "    four spaces",
    "\ttab",
    "**bold** _slanted_ ~~struck~~ `code`",
    "[a link](http://a.example) ![picture](x.png) [ref]",
    "[ref]: http://a.example",
    "<script>alert(1)</script><b onclick='x'>",
    "<!-- hidden -->",
    "&lt;b&gt; &amp; &#60;",
    "a | b | c",
    "two\n\nparagraphs",
    "trailing \\",
    "<http://a.example>",
    "{{ 7 * 7 }} {% raw %}",
]
# The shapes of GitHub's own links, which are found after the Markdown has been read.
AUTOLINKS = re.compile(r"(?i)(?:https?|ftp)://|www\.|mailto:|xmpp:|@\w|#\d|GH-\d")


def _inline(tokens: list[Token]) -> list[Token]:
    return [child for token in tokens for child in token.children or []]


def _text(tokens: list[Token]) -> str:
    return "".join(each.content for each in _inline(tokens)).replace(WORD_JOINER, "")


def _shape(text: str) -> list[str]:
    tokens = GITHUB.parse(text)
    blocks = [token.type for token in tokens]
    return blocks + [child.type for child in _inline(tokens) if child.type != "text"]


TYPED = st.text(st.sampled_from(SIGNS + "ab1 \n") | st.characters(exclude_categories=["C"]), max_size=40)


@pytest.mark.parametrize(
    "place", ["{}", "- {}", "1. {}", "> {}", "### {}", "**Note:** {}", "| a |\n| --- |\n| {} |"]
)
@given(typed=TYPED)
def test_what_was_typed_is_read_as_typed_wherever_it_stands(place: str, typed: str) -> None:
    expected = " ".join(typed.replace(WORD_JOINER, "").split())
    tokens = GITHUB.parse(place.format(escape_markdown(typed) or "x"))
    cell = _text(tokens).removeprefix("a" if "|" in place else "Note: " if "Note" in place else "")
    assert cell == (expected or "x")
    assert _shape(place.format(escape_markdown(typed) or "x")) == _shape(place.format("x"))


@pytest.mark.parametrize("typed", HOSTILE)
def test_hostile_words_are_read_as_typed(typed: str) -> None:
    assert _text(GITHUB.parse(escape_markdown(typed))) == " ".join(typed.split())
    assert _shape(escape_markdown(typed)) == _shape("x")


@pytest.mark.parametrize(
    "typed",
    [
        "http://a.example",
        "HTTPS://a.example",
        "www.a.example",
        "mailto:a@a.example",
        "ask @somebody",
        "see #12",
        "GH-12",
    ],
)
def test_nothing_typed_becomes_a_link_of_the_code_host(typed: str) -> None:
    assert AUTOLINKS.search(typed)
    assert not AUTOLINKS.search(escape_markdown(typed))


def test_ordinary_sentences_stay_as_they_are() -> None:
    words = "We met on 3 May (twice), at 10.30 - and it cost £4: half of last year's sum!"
    assert escape_markdown(words) == words


@cache
def _plain_shape() -> list[str]:
    return _shape(render_markdown(with_every_text(example(), lambda _: "x")))


@pytest.mark.parametrize("hostile", HOSTILE)
def test_no_text_of_a_report_changes_the_shape_of_the_page(hostile: str) -> None:
    assert _shape(render_markdown(with_every_text(example(), lambda _: hostile))) == _plain_shape()


def _shown_in_pictures_only(report: Report) -> Report:
    """*report* without what a page of text has no place for: pictures, their key, the short version."""
    aspects = tuple(replace(each, short="", strip=replace(each.strip, words="")) for each in report.aspects)
    return replace(report, aspects=aspects, key=(), short=(), short_note="", missing_voices=())


@pytest.mark.parametrize("name", NAMES)
def test_the_page_says_everything_that_the_view_says(name: str) -> None:
    report = replace(_shown_in_pictures_only(example(name)), heading=example(name).heading)
    page = " ".join(_text(GITHUB.parse(render_markdown(report))).split())
    headings = set(texts_of(report.heading))
    missing = [
        text for text in texts_of(report) if text not in headings and " ".join(text.split()) not in page
    ]
    assert missing == []


@pytest.mark.parametrize("name", NAMES)
def test_headings_go_down_one_step_at_a_time(name: str) -> None:
    levels = [int(t.tag[1]) for t in GITHUB.parse(render_markdown(example(name))) if t.type == "heading_open"]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_tables_have_at_most_four_columns() -> None:
    tables = re.findall(r"(?m)^\| --- .*$", render_markdown(example(FULLEST)))
    assert len(tables) > 5
    assert all(table.count("---") <= 4 for table in tables)


def test_there_are_no_gaps_in_the_page() -> None:
    page = render_markdown(example(FULLEST))
    assert page.endswith("\n")
    assert not re.search(r"\n{3,}|[ \t]\n|\n\n\Z", page)
