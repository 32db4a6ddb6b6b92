"""What only a browser can tell: axe, reflow, dark and forced colours, requests, focus, and paper."""

import os
import re
import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from example_reports import example
from ladder_check.render.html import render_html, render_short
from ladder_check.report.view import Report
from page_faults import restyle, swap

CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium") or "/usr/bin/chromium"
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-dev-shm-usage"]
pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(
        not Path(CHROMIUM).exists(), reason="no Chromium: install it, or name it in the variable CHROMIUM"
    ),
]


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
MODES: dict[str, dict[str, Any]] = {
    "light": {},
    "dark": {"color_scheme": "dark"},
    "forced": {"forced_colors": "active"},
    "narrow": {"viewport": {"width": 320, "height": 640}},
}
# What paper leaves for words: A4 less the margins of the style sheet, at 96 pixels an inch.
SHEET_WIDTH, SHEET_HEIGHT = int((210 - 34) / 25.4 * 96), int((297 - 38) / 25.4 * 96)
# The distances of WCAG 1.4.12, set as a reader's own extension would set them.
SPACED = """() => {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(`
    * { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
    p { margin-block-end: 2em !important }`)
  document.adoptedStyleSheets = [sheet]
}"""
Open = Callable[..., Page]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield chromium
        chromium.close()


@pytest.fixture
def show(browser: Browser, tmp_path: Path) -> Iterator[Open]:
    """Open a page from a file.  What it asks for and complains of stands in *asked* and *complaints*."""
    contexts = []

    def open_page(
        html: str, asked: list[str] | None = None, complaints: list[str] | None = None, **mode: Any
    ) -> Page:
        (tmp_path / "page.html").write_text(html, encoding="utf-8")
        context = browser.new_context(**mode)
        contexts.append(context)
        page = context.new_page()
        page.on("request", lambda request: asked.append(request.url) if asked is not None else None)
        page.on("console", lambda line: complaints.append(line.text) if complaints is not None else None)
        page.goto((tmp_path / "page.html").as_uri())
        return page

    yield open_page
    for context in contexts:
        context.close()


@cache
def _axe() -> str:
    return (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")


def violations(page: Page) -> list[str]:
    """What axe-core finds wrong, each with the first place."""
    page.evaluate(_axe())
    found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")["violations"]
    return [f"{each['id']}: {each['nodes'][0]['html'][:120]}" for each in found]


def overflow(page: Page) -> int:
    """By how many pixels the page is wider than the window."""
    width: int = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    return width


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
