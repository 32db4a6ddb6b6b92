"""Workflow commands, read with a parser of their documented grammar."""

import re

import pytest

from findings_sample import DAY, EMPTY, LOWERED, NOT_SHOWN, many, show
from ladder_check.documents.finding import Finding, Place
from ladder_check.render.findings.checked import Checked

GRAMMAR = re.compile(r"::(?P<command>error|warning|notice) (?P<properties>[^:]*)::(?P<message>.*)")


def parse(line: str) -> tuple[str, dict[str, str], str]:
    """The command, its properties and its message, with the escapes undone."""
    found = GRAMMAR.fullmatch(line)
    assert found is not None, line
    pairs = (pair.split("=", 1) for pair in found["properties"].split(","))
    return found["command"], {key: unescape(value) for key, value in pairs}, unescape(found["message"])


def unescape(text: str) -> str:
    for written, meant in (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
        text = text.replace(written, meant)
    return text


def commands(output: str) -> list[tuple[str, dict[str, str], str]]:
    return [parse(line) for line in output.splitlines() if line.startswith("::")]


def test_a_finding_is_a_command_with_its_place() -> None:
    where = {"file": DAY, "line": "4", "endLine": "4", "col": "12", "endColumn": "23"}
    title = {"title": "LC301 claim-without-evidence"}
    assert commands(show("github", NOT_SHOWN)) == [("warning", where | title, NOT_SHOWN.message)]


def test_what_spans_lines_has_no_columns_and_what_has_no_place_no_lines() -> None:
    (_, empty, _), (_, lowered, _) = commands(show("github", LOWERED, EMPTY))
    assert set(empty) == {"file", "title"}
    assert set(lowered) == {"file", "line", "endLine", "title"}


@pytest.mark.parametrize("text", ["50%, then: done", "%0A is written so", "a,b=c:d", "100%25"])
def test_percent_comma_and_colon_come_through(text: str) -> None:
    ((_, properties, message),) = commands(show("github", Finding("LC201", text, f"{text}.yaml", None)))
    assert (properties["file"], message) == (f"{text}.yaml", text)


def test_a_line_break_in_a_name_is_escaped_as_github_wants_it() -> None:
    ((_, properties, _),) = commands(show("github", Finding("LC201", "x", "a\nb.yaml", None)))
    assert properties["file"] == "a\nb.yaml"


def test_errors_come_first_ten_of_each_are_shown_and_one_line_has_the_rest() -> None:
    """
    Worked by hand: of 12 errors and 11 warnings ten each are shown, of 15 notices nine, and the tenth
    notice says that 2 errors, 1 warning and 6 notices are left.
    """
    findings = [*many(15, "notice", "a"), *many(11, "warning", "b"), *many(12, "error", "c")]
    told = commands(show("github", *findings))
    assert [command for command, _, _ in told] == ["error"] * 10 + ["warning"] * 10 + ["notice"] * 10
    assert told[-1][2].startswith("Not shown here: 2 errors, 1 warning, 6 notices. ")


def test_the_summary_is_a_plain_line_at_the_end() -> None:
    output = show("github", *many(10), checked=Checked(["many.yaml"]))
    assert output.splitlines()[-1] == "Checked 1 file: 10 errors."
    assert len(commands(output)) == 10


def test_paths_are_as_seen_from_the_root() -> None:
    finding = Finding("LC201", "x", "./team/../a.yaml", Place(1, 1, 1, 2))
    ((_, properties, _),) = commands(
        show("github", Finding("LC201", "x", "/home/day/a.yaml", None), checked=Checked([], root="/home/day"))
    )
    assert properties["file"] == "a.yaml"
    ((_, properties, _),) = commands(show("github", finding))
    assert properties["file"] == "team/../a.yaml"
