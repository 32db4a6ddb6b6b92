"""Findings as JSON: keys that stay."""

import json

from findings_sample import CHECKED, DAY, EMPTY, NOT_SHOWN, show
from ladder_check.documents.finding import Finding
from ladder_check.render.findings.checked import Checked


def test_the_keys_of_format_1() -> None:
    checked = Checked(CHECKED.files, rules=CHECKED.rules, hidden=2, version="9.8.7")
    assert json.loads(show("json", EMPTY, NOT_SHOWN, checked=checked)) == {
        "format": 1,
        "tool": "ladder-check 9.8.7",
        "files": 3,
        "hidden": 2,
        "findings": [
            {
                "file": "empty.yaml",
                "place": None,
                "severity": "error",
                "code": "LC001",
                "name": "not-yaml",
                "message": "The file is empty.",
            },
            {
                "file": DAY,
                "place": {"line": 4, "column": 12, "end_line": 4, "end_column": 23},
                "severity": "warning",
                "code": "LC301",
                "name": "claim-without-evidence",
                "message": "Nothing shows this. Either add evidence, or answer 2.",
            },
        ],
    }


def test_a_code_without_a_page_has_no_name() -> None:
    told = json.loads(show("json", Finding("LC999", "New.", "a.yaml", None)))["findings"][0]
    assert told["name"] is None


def test_ordinary_words_stay_readable_and_odd_ones_stay_the_same() -> None:
    message = "Café 日本 \U0001f600 \x9b ##[x] \U000e0001"
    output = show("json", Finding("LC201", message, "a", None))
    assert "Café 日本 \U0001f600 \\u009b #\\u0023[x] \\udb40\\udc01" in output
    assert json.loads(output)["findings"][0]["message"] == message
