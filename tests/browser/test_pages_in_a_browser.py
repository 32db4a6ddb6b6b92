"""What only a browser can tell: axe, reflow, dark and forced colours, requests, focus, and paper."""

import re
from collections.abc import Callable
from dataclasses import replace
from functools import cache

import pytest

from example_reports import example
from in_a_browser import MODES, NEEDS_A_BROWSER, SPACED, Open, overflow, violations
from ladder_check.render.html import render_html, render_short
from ladder_check.report.view import Report
from page_faults import restyle, swap

pytestmark = NEEDS_A_BROWSER


@cache
def sample() -> Report:
    """The fullest report with an annex of a few answers: everything is there, and axe is done in seconds."""
    report = example()
    groups = tuple(replace(group, questions=group.questions[:3]) for group in report.annex.groups[:2])
    annex = replace(report.annex, groups=groups)
    return replace(report, annex=annex, more_actions=report.more_actions[:2])


PAGES: dict[str, Callable[[], str]] = {
    "report": lambda: render_html(sample()),
    "large": lambda: render_html(sample(), large_print=True),
    "short": lambda: render_short(sample()),
}
# What paper leaves for words: A4 less the margins of the style sheet, at 96 pixels an inch.
SHEET_WIDTH, SHEET_HEIGHT = int((210 - 34) / 25.4 * 96), int((297 - 38) / 25.4 * 96)


def sheets(pdf: bytes) -> int:
    """How many pages a PDF has."""
    return len(re.findall(rb"/Type\s*/Page\b", pdf))


def test_axe_finds_nothing_in_the_whole_report(show: Open) -> None:
    assert violations(show(render_html(example()))) == []


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("kind", PAGES)
def test_axe_finds_nothing(show: Open, kind: str, mode: str) -> None:
    assert violations(show(PAGES[kind](), **MODES[mode])) == []


@pytest.mark.parametrize(
    "spoil",
    [
        swap(' lang="en"', ""),
        swap("<title>.*?</title>", "<title></title>"),
        restyle("--soft: #3d3d3d", "--soft: #bbb"),
        swap("<ul>(.*?)</ul>", r"<div>\1</div>"),
        swap('(role="img">)<title>.*?</title>', r"\1"),
    ],
    ids=["language", "title", "faint", "list", "picture"],
)
def test_axe_would_find_something(show: Open, spoil: Callable[[str], str]) -> None:
    assert violations(show(spoil(PAGES["report"]()))) != []


@pytest.mark.parametrize("width", [320, 256])
@pytest.mark.parametrize("kind", PAGES)
def test_nothing_is_wider_than_a_small_screen(show: Open, kind: str, width: int) -> None:
    page = show(PAGES[kind](), viewport={"width": width, "height": 640})
    assert overflow(page) == 0
    page.evaluate(SPACED)
    assert overflow(page) == 0


def test_a_fixed_width_would_be_seen(show: Open) -> None:
    spoilt = restyle(".page { max-width: 38rem", ".page { width: 900px")(PAGES["report"]())
    assert overflow(show(spoilt, viewport={"width": 320, "height": 640})) > 500


@pytest.mark.parametrize("kind", PAGES)
def test_the_page_asks_for_itself_only_and_complains_of_nothing(show: Open, kind: str) -> None:
    asked: list[str] = []
    complaints: list[str] = []
    show(PAGES[kind](), asked, complaints).wait_for_load_state("networkidle")
    assert [url for url in asked if not url.startswith("data:")] == [asked[0]]
    assert complaints == []


def test_a_copy_that_was_tampered_with_runs_and_fetches_nothing(show: Open) -> None:
    """A script, a handler, a style and a picture from elsewhere are added; the page's policy stops them."""
    added = (
        "<script>document.title = 'ran'</script><img src='data:,' onerror=\"document.title = 'ran'\">"
        "<style>h1 { color: rgb(1, 2, 3) }</style><img src='https://elsewhere.example/spy.png'>"
    )
    asked: list[str] = []
    complaints: list[str] = []
    page = show(PAGES["report"]().replace("</main>", f"{added}</main>"), asked, complaints)
    page.wait_for_load_state("networkidle")
    assert page.title() == example().title
    assert page.evaluate("getComputedStyle(document.querySelector('h1')).color") != "rgb(1, 2, 3)"
    assert len([text for text in complaints if "Content Security Policy" in text]) >= 4


def test_the_skip_link_comes_first_and_is_seen_when_it_has_the_focus(show: Open) -> None:
    page = show(PAGES["report"]())
    page.keyboard.press("Tab")
    box = page.locator(":focus").bounding_box()
    assert page.locator(":focus").get_attribute("href") == "#report"
    assert box is not None
    assert box["y"] >= 0
    assert box["height"] >= 24


def test_every_link_is_large_enough_to_hit(show: Open) -> None:
    heights = show(PAGES["report"]()).evaluate(
        "[...document.querySelectorAll('a')].map(link => link.getBoundingClientRect().height)"
    )
    assert heights
    assert min(heights) >= 24


def test_in_forced_colours_every_mark_has_the_colour_of_text(show: Open) -> None:
    page = show(PAGES["report"](), forced_colors="active")
    fills = page.evaluate(
        """[...document.querySelectorAll('.f-staff, .f-people, .f-standing')].map(mark =>
           getComputedStyle(mark).fill === getComputedStyle(document.querySelector('h1')).color)"""
    )
    assert fills
    assert all(fills)


def test_those_who_read_in_the_dark_print_black_on_white(show: Open) -> None:
    page = show(PAGES["report"](), color_scheme="dark")
    page.emulate_media(media="print", color_scheme="dark")
    style = (
        "(({color, backgroundColor}) => [color, backgroundColor])(getComputedStyle(document.documentElement))"
    )
    assert page.evaluate(style) == ["rgb(0, 0, 0)", "rgb(255, 255, 255)"]


@pytest.mark.parametrize(("kind", "points"), [("report", 14), ("large", 18), ("short", 18)])
def test_print_is_as_large_as_promised(show: Open, kind: str, points: int) -> None:
    page = show(PAGES[kind]())
    page.emulate_media(media="print")
    size = page.evaluate("parseFloat(getComputedStyle(document.querySelector('main p')).fontSize)")
    assert size == pytest.approx(points * 4 / 3, abs=0.1)


def test_heading_and_ladder_fit_on_one_sheet_and_are_kept_on_it(show: Open) -> None:
    page = show(PAGES["report"](), viewport={"width": SHEET_WIDTH, "height": SHEET_HEIGHT})
    page.emulate_media(media="print")
    box = page.locator("#ladder .keep").bounding_box()
    assert box is not None
    assert box["height"] <= SHEET_HEIGHT
    assert page.evaluate("getComputedStyle(document.querySelector('#ladder .keep')).breakInside") == "avoid"


def test_in_large_print_the_ladder_starts_a_sheet_and_breaks_only_between_rungs(show: Open) -> None:
    """Seven rungs in large print are longer than a sheet: heading, key and the first rungs stay together."""
    page = show(PAGES["large"](), viewport={"width": SHEET_WIDTH, "height": SHEET_HEIGHT})
    page.emulate_media(media="print")
    breaks = "each => getComputedStyle(document.querySelector(each))"
    assert page.evaluate(f"({breaks})('#ladder').breakBefore") == "page"
    assert page.evaluate(f"({breaks})('.ladder > li').breakInside") == "avoid"
    first = page.locator(".ladder > li").nth(1).bounding_box()
    top = page.locator("#ladder").bounding_box()
    assert first is not None
    assert top is not None
    assert first["y"] + first["height"] - top["y"] <= SHEET_HEIGHT


def test_paper_holds_a_report_of_a_sensible_length(show: Open) -> None:
    """The whole report with its annex is longer than the short version, and neither is endless."""
    report, short = (
        sheets(show(html).pdf(prefer_css_page_size=True))
        for html in (render_html(example()), render_short(example()))
    )
    assert 1 <= short <= 8
    assert short < report <= 70
