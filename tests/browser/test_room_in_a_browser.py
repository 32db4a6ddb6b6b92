"""What a room said, in a browser: axe, reflow, dark and forced colours, requests, and paper."""

import re
from functools import cache

import pytest

from in_a_browser import MODES, NEEDS_A_BROWSER, SPACED, Open, overflow, violations
from ladder_check.render.formats import room_renderer
from ladder_check.render.look import Look
from page_faults import swap
from room_said import material

pytestmark = NEEDS_A_BROWSER


@cache
def page(*, large: bool = False) -> str:
    return room_renderer("html", large_print=large)(material(), Look())


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("large", [False, True])
def test_axe_finds_nothing_in_what_a_room_said(show: Open, mode: str, large: bool) -> None:
    assert violations(show(page(large=large), **MODES[mode])) == []


def test_axe_would_find_a_list_that_is_none(show: Open) -> None:
    spoilt = swap('<ol class="talk">(.*?)</ol>', r"<div>\1</div>")(page())
    assert violations(show(spoilt)) != []


@pytest.mark.parametrize("width", [320, 256])
@pytest.mark.parametrize("large", [False, True])
def test_nothing_a_room_said_is_wider_than_a_small_screen(show: Open, width: int, large: bool) -> None:
    shown = show(page(large=large), viewport={"width": width, "height": 640})
    assert overflow(shown) == 0
    shown.evaluate(SPACED)
    assert overflow(shown) == 0


def test_it_asks_for_itself_only_and_complains_of_nothing(show: Open) -> None:
    asked: list[str] = []
    complaints: list[str] = []
    show(page(), asked, complaints).wait_for_load_state("networkidle")
    assert [url for url in asked if not url.startswith("data:")] == [asked[0]]
    assert complaints == []


def test_marks_are_for_the_eye_and_their_number_for_everybody(show: Open) -> None:
    """What is read aloud of each cell is its number alone, and there are as many marks."""
    cells = show(page()).evaluate(
        """[...document.querySelectorAll('td')].map(cell => {
             const dots = cell.querySelector('[aria-hidden=true]')
             const marks = dots ? dots.textContent.replaceAll(' ', '').length : 0
             return [cell.firstChild.textContent.trim(), marks]
           })"""
    )
    assert len(cells) > 50
    counted = [(int(people), marks) for people, marks in cells]
    assert {marks for people, marks in counted if people == 0} == {0}
    assert all(marks in (0, people) for people, marks in counted)
    assert any(marks == 11 for _, marks in counted)


def test_in_forced_colours_the_marks_have_the_colour_of_text(show: Open) -> None:
    same = show(page(), forced_colors="active").evaluate(
        """[...document.querySelectorAll('.dots')].map(mark =>
           getComputedStyle(mark).color === getComputedStyle(document.querySelector('h1')).color)"""
    )
    assert same
    assert all(same)


def test_those_who_read_in_the_dark_print_what_a_room_said_black_on_white(show: Open) -> None:
    shown = show(page(), color_scheme="dark")
    shown.emulate_media(media="print", color_scheme="dark")
    style = (
        "(({color, backgroundColor}) => [color, backgroundColor])(getComputedStyle(document.documentElement))"
    )
    assert shown.evaluate(style) == ["rgb(0, 0, 0)", "rgb(255, 255, 255)"]


@pytest.mark.parametrize(("large", "points"), [(False, 14), (True, 18)])
def test_it_prints_as_large_as_a_report_and_breaks_no_table_row(show: Open, large: bool, points: int) -> None:
    shown = show(page(large=large))
    shown.emulate_media(media="print")
    size = shown.evaluate("parseFloat(getComputedStyle(document.querySelector('main p')).fontSize)")
    assert size == pytest.approx(points * 4 / 3, abs=0.1)
    assert shown.evaluate("getComputedStyle(document.querySelector('tr')).breakInside") == "avoid"
    sheets = re.findall(rb"/Type\s*/Page\b", shown.pdf(prefer_css_page_size=True))
    assert 3 <= len(sheets) <= (30 if large else 15)
