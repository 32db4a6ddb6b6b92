"""Nothing that stands in a file or in its name gets out of the format it is shown in."""

import json
import random
import re
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from markdown_it import MarkdownIt

from findings_sample import CHECKED, PLAIN, SAMPLE, hostile, hostile_findings, many, show
from ladder_check.documents.finding import Finding
from ladder_check.render.findings.checked import Checked
from ladder_check.render.findings.safe import harmless
from ladder_check.render.formats import FINDINGS
from ladder_check.render.look import Look

OWN_COLOURS = re.compile("\x1b\\[(?:0|1|1;31|1;33|1;36)m")
GITHUB = MarkdownIt("commonmark").enable(["table", "strikethrough"])
WORD_JOINER = "\N{WORD JOINER}"


def commands_in(output: str) -> list[str]:
    """The lines a build service takes for commands: GitHub's two ways of reading, Azure's and TeamCity's."""
    lines = re.split("\r\n|\n|\r", output)
    return [line for line in lines if line.strip().startswith("::") or re.search(r"##\w*\[", line)]


def hostile_check(findings: Sequence[Finding], source: str) -> Checked:
    """All the files hold the same *source*, which is as hostile; the profiles say it too."""
    files = sorted({each.file for each in findings})
    return Checked(files, dict.fromkeys(files, source), dict.fromkeys(files, (source, f"{source}: {source}")))


def shown(name: str, findings: Sequence[Finding], source: str, look: Look = PLAIN) -> str:
    output = show(name, *findings, checked=hostile_check(findings, source), look=look)
    output.encode("utf-8")
    return output


def unseen_in(output: str) -> set[str]:
    return {character for character in output if not character.isprintable()} - {"\n"}


LISTS = st.lists(hostile_findings, min_size=1, max_size=4)


def test_the_reader_of_commands_used_here_finds_them() -> None:
    assert len(commands_in("  ::error::a\nx ##[group]\rb ##vso[c]\n## [d] a::b")) == 3


@pytest.mark.parametrize("name", sorted(set(FINDINGS) - {"github"}))
@settings(max_examples=40, deadline=None)
@given(LISTS, hostile)
def test_no_build_log_finds_a_command(name: str, findings: list[Finding], source: str) -> None:
    assert commands_in(shown(name, findings, source)) == []


@settings(max_examples=150, deadline=None)
@given(LISTS, hostile)
def test_github_finds_one_command_for_each_finding(findings: list[Finding], source: str) -> None:
    lines = shown("github", findings, source).splitlines()
    assert len(lines) == len(findings) + 1
    assert commands_in("\n".join(lines)) == lines[:-1]
    assert all(re.match("::(error|warning|notice) file=[^:,]+,[^:]*::", line) for line in lines[:-1])


@pytest.mark.parametrize("name", sorted(FINDINGS))
@settings(max_examples=40, deadline=None)
@given(LISTS, hostile)
def test_a_terminal_sees_nothing_but_characters(name: str, findings: list[Finding], source: str) -> None:
    assert unseen_in(shown(name, findings, source).replace(WORD_JOINER, "")) == set()


@settings(max_examples=150, deadline=None)
@given(LISTS, hostile, st.integers(20, 100))
def test_the_only_colours_are_ours(findings: list[Finding], source: str, width: int) -> None:
    output = shown("text", findings, source, Look(colour=True, width=width))
    assert unseen_in(OWN_COLOURS.sub("", output)) == set()
    assert commands_in(OWN_COLOURS.sub("", output)) == []


@settings(max_examples=150, deadline=None)
@given(LISTS, hostile)
def test_xml_holds_as_many_failures_as_there_are(findings: list[Finding], source: str) -> None:
    root = etree.fromstring(shown("junit", findings, source).encode())
    assert len(root.findall(".//failure")) == sum(each.severity != "notice" for each in findings)
    assert {element.tag for element in root.iter()} <= {
        "testsuites",
        "testsuite",
        "testcase",
        "failure",
        "system-out",
    }


@settings(max_examples=150, deadline=None)
@given(LISTS, hostile)
def test_a_markdown_table_keeps_its_rows_and_cells(findings: list[Finding], source: str) -> None:
    output = shown("markdown", findings, source)
    rows = [line for line in output.splitlines() if line.startswith("| ")][2:]
    assert len(rows) == len(findings)
    assert all(len(re.findall(r"(?<!\\)(?:\\\\)*\|", row)) == 5 for row in rows)
    assert not re.search(r"<|(?<!\\)(?:\\\\)*[`\[*]|&(?!amp;|lt;|gt;)", output)


@settings(max_examples=150, deadline=None)
@given(LISTS, hostile)
def test_a_reader_of_markdown_finds_nothing_but_words_in_it(findings: list[Finding], source: str) -> None:
    tokens = GITHUB.parse(shown("markdown", findings, source))
    inside = {part.type for token in tokens for part in token.children or ()}
    assert inside - {"text_special"} == {"text"}
    blocks = [token.type for token in tokens if token.nesting == 1]
    files = len({each.file for each in findings})
    assert blocks.count("tr_open") == len(findings) + 1
    assert blocks.count("list_item_open") == 2 * files
    assert blocks.count("heading_open") == 2


@settings(max_examples=100, deadline=None)
@given(LISTS, hostile)
def test_json_gives_back_what_was_written(findings: list[Finding], source: str) -> None:
    told = json.loads(shown("json", findings, source))["findings"]
    written = [each.message.replace("\udc80", "\ufffd") for each in sorted(findings)]
    assert [each["message"] for each in told] == written


@pytest.mark.parametrize("name", sorted(FINDINGS))
def test_the_order_in_which_findings_come_changes_nothing(name: str) -> None:
    findings = [*SAMPLE, *many(15), *many(15, "notice", "other.yaml")]
    output = show(name, *findings, checked=CHECKED)
    for seed in range(5):
        mixed = random.Random(seed).sample(findings, len(findings))
        assert show(name, *mixed, checked=CHECKED) == output


@given(hostile)
def test_what_is_harmless_stays_so(text: str) -> None:
    assert harmless(harmless(text)) == harmless(text)
