"""Every page passes every gate, and every gate finds the fault that it is there for."""

from functools import cache

import pytest

from example_reports import NAMES, example
from ladder_check.render.html import render_html, render_short
from page_faults import FAULTS, Fault
from page_gates import problems, read_page
from palette import palettes


@pytest.mark.parametrize("name", NAMES)
def test_the_report_of_every_example_passes_every_gate(name: str) -> None:
    assert problems(render_html(example(name))) == set()


@pytest.mark.parametrize("name", NAMES)
def test_the_short_version_of_every_example_passes_every_gate(name: str) -> None:
    assert problems(render_short(example(name))) == set()


def test_large_print_passes_every_gate() -> None:
    assert problems(render_html(example(), large_print=True)) == set()


@cache
def _page() -> str:
    return render_html(example())


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name)
def test_a_planted_fault_is_found_by_its_own_gate(fault: Fault) -> None:
    page = _page()
    spoilt = fault.spoil(page)
    assert spoilt != page
    assert fault.gate in {problem.partition(":")[0] for problem in problems(spoilt)}


def test_light_dark_and_print_have_colours_of_their_own() -> None:
    """What the contrast gate checks is there: three palettes, each with the same nine names or more."""
    light, dark, printed = palettes(read_page(render_html(example())).style)
    assert light.keys() == dark.keys() == printed.keys()
    assert (light["page"], dark["page"], printed["page"]) == ("#fff", "#16181b", "#fff")
