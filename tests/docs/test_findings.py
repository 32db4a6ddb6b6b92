"""docs/findings.md has every code there is, with a piece of a file that brings it up and one put right."""

import re
from pathlib import Path

import pytest

from snippets import PAGE, Snippet, findings_in, sections, snippets_of

SOURCE = Path(__file__).parents[2] / "src"
TEXT = PAGE.read_text(encoding="utf-8")
SECTIONS = sections(TEXT)
CASES = [(code, snippet) for code, snippets in SECTIONS.items() for snippet in snippets]


RULE_PAGES = (PAGE.parent / "rules.md").read_text(encoding="utf-8")


def test_every_code_has_a_section_here_or_among_the_rules() -> None:
    # LC000 is a file that could not be checked at all: no piece of a file brings it up.
    # LC999 is an example of a code that is none.
    used = {
        code for file in SOURCE.rglob("*.py") for code in re.findall(r"\bLC\d{3}\b", file.read_text("utf-8"))
    }
    assert set(SECTIONS) | set(re.findall(r"^## (LC\d{3}): ", RULE_PAGES, re.MULTILINE)) == used - {
        "LC000",
        "LC999",
    }


def test_every_section_shows_the_fault_and_the_way_out() -> None:
    assert all([each.use for each in snippets] == ["fails", "passes"] for snippets in SECTIONS.values())


@pytest.mark.parametrize(("code", "snippet"), CASES, ids=[f"{code}-{each.use}" for code, each in CASES])
def test_a_piece_says_what_its_section_says(code: str, snippet: Snippet) -> None:
    found = {finding.code for finding in findings_in(snippet, TEXT)}
    assert found == ({code} if snippet.use == "fails" else set())


ELSEWHERE = {
    f"{page.name}, {number}": snippet
    for page in sorted(PAGE.parent.rglob("*.md"))
    if page != PAGE
    for number, snippet in enumerate(snippets_of(page.read_text(encoding="utf-8")), 1)
}


@pytest.mark.parametrize("place", ELSEWHERE)
def test_a_piece_of_a_file_on_another_page_can_be_used(place: str) -> None:
    assert findings_in(ELSEWHERE[place], TEXT) == ()
