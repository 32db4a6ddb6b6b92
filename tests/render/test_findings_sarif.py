"""SARIF with what GitHub's code scanning requires of it."""

import json
from typing import Any
from urllib.parse import unquote

import pytest

from findings_sample import CHECKED, DAY, EMPTY, LOWERED, NOT_SHOWN, REPEATED, SAMPLE, many, show
from ladder_check.documents.finding import Finding, Place
from ladder_check.lint.rules import PAGES
from ladder_check.render.findings.checked import Checked


def run_of(*findings: Finding, checked: Checked = CHECKED) -> dict[str, Any]:
    log = json.loads(show("sarif", *findings, checked=checked))
    assert set(log) == {"$schema", "version", "runs"}
    assert log["version"] == "2.1.0"
    (run,) = log["runs"]
    assert isinstance(run, dict)
    return run


def result_of(finding: Finding, checked: Checked = CHECKED) -> dict[str, Any]:
    (result,) = run_of(finding, checked=checked)["results"]
    assert isinstance(result, dict)
    return result


def uri_of(finding: Finding, checked: Checked = CHECKED) -> str:
    uri = result_of(finding, checked)["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    return str(uri)


def test_every_rule_has_the_words_that_github_requires() -> None:
    rules = run_of(checked=Checked([]))["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == sorted({page.code for page in PAGES})
    for rule in rules:
        for key in ("shortDescription", "fullDescription"):
            assert 0 < len(rule[key]["text"]) <= 1024
        assert rule["help"]["text"]
        assert rule["defaultConfiguration"]["level"] in {"error", "warning", "note"}
        assert "security-severity" not in rule["properties"]


def test_a_code_without_a_page_has_a_rule_too() -> None:
    run = run_of(Finding("LC999", "New.", "a.yaml", None))
    rule = run["tool"]["driver"]["rules"][run["results"][0]["ruleIndex"]]
    assert rule["id"] == "LC999"
    assert all(rule[key]["text"] for key in ("shortDescription", "fullDescription", "help"))


def test_a_result_points_to_its_rule_and_place() -> None:
    run = run_of(*SAMPLE)
    for result in run["results"]:
        assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
        assert len(result["locations"]) == 1
        assert result["message"]["text"]
        assert all(result["partialFingerprints"].values())
    assert run["columnKind"] == "unicodeCodePoints"
    assert [result["level"] for result in run["results"]] == ["error", "error", "warning", "note"]


@pytest.mark.parametrize(
    ("finding", "region"),
    [(NOT_SHOWN, (4, 12, 4, 23)), (LOWERED, (3, 1, 4, 36)), (EMPTY, (1, 1, 1, 1))],
)
def test_the_end_of_a_region_is_just_after_the_last_character(
    finding: Finding, region: tuple[int, int, int, int]
) -> None:
    keys = ("startLine", "startColumn", "endLine", "endColumn")
    assert result_of(finding)["locations"][0]["physicalLocation"]["region"] == dict(
        zip(keys, region, strict=True)
    )


def test_paths_are_relative_and_percent_encoded() -> None:
    assert uri_of(NOT_SHOWN) == "team%20a/day.assessment.yaml"
    assert uri_of(Finding("LC201", "x", "./é#?.yaml", None)) == "%C3%A9%23%3F.yaml"
    assert uri_of(Finding("LC201", "x", "/srv/day/a.yaml", None), Checked([], root="/srv/day")) == "a.yaml"


def test_a_name_with_a_colon_is_no_other_scheme() -> None:
    uri = uri_of(Finding("LC201", "x", "javascript:alert(1)", None))
    assert ":" not in uri
    assert unquote(uri) == "javascript:alert(1)"


def test_a_link_in_a_message_is_none() -> None:
    assert "](" not in result_of(Finding("LC201", "[here](http://a.example)", "a", None))["message"]["text"]


def test_a_fingerprint_outlives_moved_lines() -> None:
    text = "# new\n" + CHECKED.texts[DAY]
    moved = Finding("LC003", REPEATED.message, DAY, Place(3, 1, 3, 6), "error")
    after = result_of(moved, Checked([DAY], {DAY: text}))["partialFingerprints"]
    assert after == result_of(REPEATED)["partialFingerprints"]
    assert set(after) == {"ladderCheck/v1"}


def test_github_takes_25000_results_and_the_heaviest_are_among_them() -> None:
    results = run_of(*many(25_001, "warning", "a"), *many(1, "error", "z"))["results"]
    assert len(results) == 25_000
    assert results[0]["level"] == "error"
