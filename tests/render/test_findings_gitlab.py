"""GitLab's report of code quality: the keys it requires, and fingerprints that last."""

import json
from typing import Any

from findings_sample import CHECKED, DAY, EMPTY, NOT_SHOWN, SAMPLE, TEXT, show
from ladder_check.documents.finding import Finding, Place
from ladder_check.render.findings.checked import Checked


def issues(*findings: Finding, checked: Checked = CHECKED) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(show("gitlab", *findings, checked=checked))
    return found


def test_every_issue_has_the_keys_that_gitlab_requires() -> None:
    for issue in issues(*SAMPLE):
        assert set(issue) == {"description", "check_name", "fingerprint", "severity", "location"}
        assert issue["severity"] in {"info", "minor", "major", "critical", "blocker"}
        assert isinstance(issue["location"]["lines"]["begin"], int)
        assert not issue["location"]["path"].startswith(("./", "/"))


def test_a_finding_is_an_issue() -> None:
    (issue,) = issues(NOT_SHOWN)
    del issue["fingerprint"]
    assert issue == {
        "description": "LC301: Nothing shows this. Either add evidence, or answer 2.",
        "check_name": "LC301",
        "severity": "minor",
        "location": {"path": DAY, "lines": {"begin": 4, "end": 4}},
    }


def test_what_has_no_place_is_about_the_first_line() -> None:
    assert issues(EMPTY)[0]["location"] == {"path": "empty.yaml", "lines": {"begin": 1}}


def test_nothing_found_is_an_empty_list() -> None:
    assert show("gitlab") == "[]\n"


def test_a_fingerprint_outlives_moved_lines_and_indents() -> None:
    moved = Finding("LC301", "Said in other words.", DAY, Place(7, 14, 7, 25), "warning")
    text = TEXT.replace("title", "# one\n# two\n# three\ntitle").replace("  ladder", "    ladder")
    (before,), (after,) = issues(NOT_SHOWN), issues(moved, checked=Checked([DAY], {DAY: text}))
    assert before["fingerprint"] == after["fingerprint"]


def test_without_the_line_the_message_counts_but_for_its_line_numbers() -> None:
    one = Finding("LC003", "The key title is here twice, first on line 2.", "gone.yaml", Place(8, 1, 8, 6))
    other = Finding(
        "LC003", "The key title is here twice, first on line 12.", "gone.yaml", Place(18, 1, 18, 6)
    )
    assert issues(one)[0]["fingerprint"] == issues(other)[0]["fingerprint"]


def test_no_two_fingerprints_are_the_same() -> None:
    same_line = [Finding("LC201", "Twice.", DAY, Place(4, column, 4, column + 1)) for column in (3, 12, 26)]
    same_words = [Finding("LC201", "Twice.", file, Place(1, 1, 1, 2)) for file in ("a.yaml", "b.yaml")]
    found = issues(*same_line, *same_words, *SAMPLE)
    assert len({issue["fingerprint"] for issue in found}) == len(found) == 9


def test_a_second_finding_leaves_the_first_its_fingerprint() -> None:
    below = Finding("LC301", "x", DAY, Place(4, 26, 4, 31), "warning")
    assert issues(NOT_SHOWN)[0]["fingerprint"] == issues(NOT_SHOWN, below)[0]["fingerprint"]
