"""A report as a page: what it says, in which order, and that it says it as plain text."""

import re
from base64 import b64encode
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest

from example_reports import NAMES, example, texts_of, with_every_text
from ladder_check.errors import LadderCheckError
from ladder_check.render.html import render_html, render_short
from ladder_check.render.templates import html_templates
from ladder_check.report.view import Report
from page_gates import Page, problems, read_page, words

NASTY = "</style><script>alert('x')</script><b onclick=\"x\">&amp; {{ 7 * 7 }} {% raw %}"


def _page(report: Report) -> Page:
    return read_page(render_html(report))


def _flat(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("name", NAMES)
def test_the_page_says_everything_that_the_view_says(name: str) -> None:
    """All but the short version, which is a page of its own, and the headings of parts that are empty."""
    report = example(name)
    page = _page(report)
    said = words(page.tree)
    headings = set(texts_of(report.heading))
    shown = replace(report, short=(), short_note="")
    missing = [text for text in texts_of(shown) if text not in headings and _flat(text) not in said]
    assert missing == []


def test_the_short_version_says_all_of_its_lines() -> None:
    report = example()
    said = words(read_page(render_short(report)).tree)
    assert [text for text in texts_of((report.short, report.short_note)) if _flat(text) not in said] == []


def test_the_parts_come_in_the_order_to_read_them() -> None:
    """Summary and actions before the ladder, the ladder before its parts, the annex after who was missing."""
    heads = [words(each) for each in _page(example()).all("//h2")]
    names = example().heading
    order = [
        names.in_short,
        names.actions,
        names.ladder,
        names.aspects,
        names.footing,
        names.ceilings,
        names.missing,
        names.annex,
        names.method,
        names.limits,
    ]
    assert [each for each in heads if each in order] == order


def test_a_part_with_nothing_to_say_has_no_heading() -> None:
    bare = replace(example(), actions=(), views=(), ceilings=(), linked=(), talk=(), whys=(), left_out=())
    heads = {words(each) for each in _page(replace(bare, not_enough=())).all("//h2")}
    names = example().heading
    gone = {names.actions, names.views, names.ceilings, names.linked, names.talk, names.whys, names.left_out}
    assert heads & gone == set()


@pytest.mark.parametrize("render", [render_html, render_short])
def test_whatever_people_typed_is_shown_as_they_typed_it(render: object) -> None:
    """Every single text of the view is made nasty; the page still holds only our own elements."""
    report = with_every_text(example(), lambda text: text + NASTY)
    html = render_html(report) if render is render_html else render_short(report)
    assert problems(html) == set()
    assert html.count("<script") == 0
    assert _flat(report.title) in words(read_page(html).tree)


def test_peoples_own_words_find_their_own_direction() -> None:
    arabic = with_every_text(example(), lambda text: text if text.isdigit() else f"قالوا {text}")
    page = _page(arabic)
    for path in ("//h1", "//blockquote/p", "//dd[not(*)]", "//section[@id='in-short']//li"):
        found = page.all(path)
        assert found
        assert {each.get("dir") for each in found if each.getparent().tag != "dl"} <= {"auto", None}
    assert all(each.get("dir") == "auto" for each in page.all("//h1 | //blockquote/p"))


def test_a_page_in_arabic_runs_from_right_to_left() -> None:
    page = _page(replace(example(), language="ar"))
    assert (page.tree.get("lang"), page.tree.get("dir")) == ("ar", "rtl")


def test_the_ladder_is_a_list_from_the_top_down() -> None:
    """Seven rungs, numbered 7 to 1, with names and words, and each mark beside its words."""
    [ladder] = _page(example()).all("//ol[@class='ladder']")
    rungs = [each for each in ladder if each.tag == "li"]
    assert [each.get("value") for each in rungs] == ["7", "6", "5", "4", "3", "2", "1"]
    assert ladder.get("reversed") is not None
    assert words(rungs[0]).startswith("7 Co-production")


def test_every_area_of_work_has_a_picture_whose_words_stand_in_it() -> None:
    page = _page(example())
    titles = [words(each) for each in page.all("//*[@class='strip']/*[local-name()='title']")]
    assert titles == [_flat(aspect.strip.words) for aspect in example().aspects if aspect.rungs]


def test_the_policy_allows_the_style_sheet_and_nothing_else() -> None:
    page = _page(example())
    digest = b64encode(sha256(page.style.encode()).digest()).decode()
    [policy] = page.all("//meta[@http-equiv='Content-Security-Policy']/@content")
    assert str(policy).split("; ") == [
        "default-src 'none'",
        f"style-src 'sha256-{digest}'",
        "img-src data:",
        "base-uri 'none'",
        "form-action 'none'",
    ]


def test_the_page_needs_no_script() -> None:
    assert "<script" not in render_html(example())


def test_the_same_report_gives_the_same_bytes() -> None:
    assert render_html(example()) == render_html(example())


def test_the_style_sheet_stays_small() -> None:
    """Whoever wants to change the look reads it in ten minutes."""
    assert len(_page(example()).style.encode()) <= 9 * 1024


def test_a_style_sheet_of_ones_own_is_allowed_by_its_own_policy(tmp_path: Path) -> None:
    (tmp_path / "report.css").write_text("body { color: #000 }\n", encoding="utf-8")
    page = read_page(render_html(example(), html_templates(tmp_path)))
    digest = b64encode(sha256(b"body { color: #000 }\n").digest()).decode()
    assert page.style == "body { color: #000 }\n"
    assert digest in page.text


def test_a_style_sheet_that_would_end_itself_is_refused(tmp_path: Path) -> None:
    (tmp_path / "report.css").write_text("/* </style><script>1</script> */", encoding="utf-8")
    with pytest.raises(LadderCheckError, match=re.escape("report.css holds '</'")):
        render_html(example(), html_templates(tmp_path))


def test_each_part_of_the_short_version_that_names_a_rung_has_its_picture_beside_it() -> None:
    report = example()
    page = read_page(render_short(report))
    titles = [words(each) for each in page.all("//*[@class='little']/*[local-name()='title']")]
    rungs = [part.picture.low for part in report.short if part.picture]
    assert len(rungs) == 1 + sum(aspect.has_rung for aspect in report.aspects)
    assert titles == [f"A ladder with 7 rungs. The mark is on rung {rung}." for rung in rungs]


def test_the_short_version_is_large_and_never_calls_itself_easy_read() -> None:
    html = render_short(example())
    assert read_page(html).tree.get("class") == "large"
    assert "easy read" not in html.lower()
    assert example().short_note in words(read_page(html).tree)
