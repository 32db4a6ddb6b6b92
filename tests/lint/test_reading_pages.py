"""The pages of what reading finds are true, and say the same as docs/findings.md."""

import pytest

from ladder_check.lint.rule import Rule
from ladder_check.lint.rules import PAGES, RULES, find_rule
from snippets import PAGE, Snippet, findings_in, sections

TEXT = PAGE.read_text(encoding="utf-8")
SECTIONS = sections(TEXT)
READ = [page for page in PAGES if page not in RULES]


def _codes(text: str, code: str, place: int) -> set[str]:
    """What is found in a file made of an example's *text*, of the kind that findings.md says."""
    snippet = Snippet("either", SECTIONS[code][place].kind, text + "\n")
    return {found.code for found in findings_in(snippet, TEXT)}


@pytest.mark.parametrize("page", READ, ids=lambda page: page.code)
def test_the_failing_example_is_found(page: Rule) -> None:
    assert _codes(page.fails, page.code, 0) == {page.code}


@pytest.mark.parametrize("page", READ, ids=lambda page: page.code)
def test_the_passing_example_is_a_file_that_can_be_used(page: Rule) -> None:
    assert _codes(page.passes, page.code, 1) == set()


@pytest.mark.parametrize("page", READ, ids=lambda page: page.code)
def test_the_examples_are_those_of_the_docs(page: Rule) -> None:
    fails, passes = (each.text.split() for each in SECTIONS[page.code])
    assert (page.fails.split(), page.passes.split()) == (fails, passes)


def test_every_code_of_the_docs_has_its_page() -> None:
    assert [page.code for page in READ] == sorted(SECTIONS)


def test_no_code_and_no_name_is_of_two_pages() -> None:
    assert len({page.code for page in PAGES}) == len({page.name for page in PAGES}) == len(PAGES)


def test_a_page_is_found_by_its_code_or_its_name() -> None:
    found = find_rule("lc003")
    assert found is not None
    assert found is find_rule("repeated-key")
    assert "people: {there: 6}" in found.fails
