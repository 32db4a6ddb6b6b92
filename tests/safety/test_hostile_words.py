"""Names and free text that try to break out, through whole commands and every format of theirs."""

import csv
import io
import json
import re
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Final

import pytest
from lxml import etree
from markdown_it import MarkdownIt

from ladder_check.cli.app import run

Runs = Callable[..., tuple[int, str, str]]
GITHUB: Final = MarkdownIt("commonmark").enable(["table", "strikethrough"])
FORMATS: Final = ("text", "github", "gitlab", "sarif", "junit", "json", "markdown")
NAMES: Final = (
    "with spaces",
    "two\nlines",
    "-dash",
    "--output-file=x",
    "caf\udce9",
    "a:b::c",
    "100%0A%25",
    "n" * 238,
    "é" * 119,
    "🙂" * 59,
    "::error::x",
    "##[error]x",
    "##vso[task.complete]x",
    "\x1b[31mred",
    "\u202eturned",
    "=1+1",
    "[a](http:b)<b>|`*_@all#1",
    "'\"&]]>",
    "tab\tand\rreturn",
    "{{ 7 * 7 }} ${{ x }}",
)
WORDS: Final = (
    "::error file=x::y",
    "##[error]x ##vso[task.complete]y ##teamcity[z]",
    '=HYPERLINK(\\"http://a.example\\")',
    "[click](javascript:x) <script>alert(1)</script> | ` * _ # @all",
    "]]> &amp; <!-- {{ 7 * 7 }} {% x %}",
)


def _hostile(word: str) -> str:
    """An assessment that says *word* wherever anybody may write what they like."""
    block = "\n".join(["|", *(f"          {each}" for each in ("first", word, "last"))]).replace('\\"', '"')
    return f"""\
format: 1
title: "{word}"
organisation: "{word}"
work: "{word}"
assessed_on: 2026-11-03
banks: {{ladder: 1.0.0}}
took_part: {{people: {{there: 5, invited: 8}}, leaders: {{there: 2}}}}
missing_voices: ["{word}"]
aspects:
  designing:
    claimed: {{leaders: co-design}}
    ceiling:
      decision: "{word}"
      rung: consultation
      kind: law
      reason: "{word}"
      talked_with: [people]
      said_openly: "{word}"
      agreed_on: 2026-03-01
      review_by: 2027-03-01
  own_support: {{left_out: "{word}"}}
  governing:
    left_out: {block}
answers:
  ladder:
    designing.r1: {{leaders: 3, lived: 3, evidence: [{{what: "{word}", kind: written, on: 2026-10-02}}]}}
    designing.r4:
      leaders: 3
      lived: {{counts: [0, 1, 3, 2, 1]}}
      evidence: [{{what: "{word}", kind: written, on: 2026-10-02, where: "{word}"}}]
      note: {block}
      in_their_words: {{lived: "{word}"}}
actions:
  - {{id: a1, what: "{word}", because: designing.r4, owner: "{word}", partner: "{word}", by: 2026-12-01,
     cost: "{word}", done_when: "{word}"}}
"word ##[error] and ::error::": 1
"""


def _commands_in(output: str) -> list[str]:
    lines = re.split("\r\n|\n|\r", output)
    return [line for line in lines if line.strip().startswith("::") or re.search(r"##\w*\[", line)]


@pytest.fixture
def runs(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Runs:
    """Run a command: its status, and what it wrote to standard output and error."""

    def runs(*arguments: str) -> tuple[int, str, str]:
        monkeypatch.delenv("GITHUB_ACTIONS", raising=False)
        monkeypatch.setattr(sys, "argv", ["ladder-check", *arguments])
        status = run()
        said = capsys.readouterr()
        return status, said.out, said.err

    return runs


@pytest.fixture(scope="module")
def odd(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of broken files with odd names."""
    folder = tmp_path_factory.mktemp("odd")
    for name in NAMES:
        (folder / f"{name}.assessment.yaml").write_text("- ::error::x ##[error]\n", encoding="utf-8")
    return folder


@pytest.mark.parametrize("name", FORMATS)
def test_names_stay_names_in_every_format(
    name: str, odd: Path, monkeypatch: pytest.MonkeyPatch, runs: Runs
) -> None:
    monkeypatch.chdir(odd)
    status, out, err = runs("check", ".", "--output-format", name)
    assert (status, err) == (1, "")
    expected = 11 if name == "github" else 0
    assert len(_commands_in(out)) == expected
    assert {character for character in out if not character.isprintable()} <= {"\n", "\N{WORD JOINER}"}
    if name == "json":
        assert len({each["file"] for each in json.loads(out)["findings"]}) == len(NAMES)
    elif name == "junit":
        assert len(etree.fromstring(out.encode()).findall(".//failure")) == len(NAMES)
    elif name == "markdown":
        assert _kinds(out) <= {"text", "text_special"}


def _kinds(page: str) -> set[str]:
    return {part.type for token in GITHUB.parse(page) for part in token.children or ()}


def test_odd_names_can_be_named_one_by_one(odd: Path, monkeypatch: pytest.MonkeyPatch, runs: Runs) -> None:
    monkeypatch.chdir(odd)
    for name in NAMES:
        status, out, _ = runs("check", "--output-format", "json", "--", f"{name}.assessment.yaml")
        assert (status, json.loads(out)["files"]) == (1, 1)
    assert {each.name for each in odd.iterdir()} == {f"{name}.assessment.yaml" for name in NAMES}


def test_a_name_that_is_not_there_gives_no_orders(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, runs: Runs
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in NAMES:
        for command in ("check", "score", "report"):
            status, out, err = runs(command, "--", name)
            assert (status, out) == (2, "")
            assert err
            assert _commands_in(err) == []
            assert err.replace("\n", "").isprintable()


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("word", WORDS)
def test_words_stay_words_in_every_format_of_check(
    word: str, name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, runs: Runs
) -> None:
    monkeypatch.chdir(tmp_path)
    hostile = _hostile(word)
    Path("broken.assessment.yaml").write_text(hostile, encoding="utf-8")
    Path("day.assessment.yaml").write_text(hostile.rsplit('"word', 1)[0], encoding="utf-8")
    status, out, _ = runs("check", ".", "--output-format", name, "--today", "2026-11-22")
    assert status == 1
    ours = re.compile(r"::(error|warning|notice) (file=(broken|day)\.ass|title=ladder-check)[^:]*::")
    orders = _commands_in(out)
    assert all(ours.match(each) and not re.search(r"##\w*\[", each) for each in orders)
    assert bool(orders) == (name == "github")
    if name == "markdown":
        assert _kinds(out) <= {"text", "text_special"}
    if name == "junit":
        etree.fromstring(out.encode())


FORMULA: Final = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
OTHERS: Final = (
    ("score", "--format", "table"),
    ("score", "--format", "plain"),
    ("score", "--format", "json"),
    ("score", "--format", "csv"),
    ("report", "--format", "markdown"),
    ("report", "--format", "html"),
    ("report", "--format", "json"),
    ("plan", "--list"),
)


@pytest.mark.parametrize("command", OTHERS, ids=" ".join)
@pytest.mark.parametrize("word", WORDS)
def test_words_give_a_build_log_no_orders(
    word: str, command: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, runs: Runs
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("day.assessment.yaml").write_text(_hostile(word).rsplit('"word', 1)[0], encoding="utf-8")
    name, *options = command
    status, out, err = runs(name, "day.assessment.yaml", *options)
    assert (status, err) == (0, "")
    assert _commands_in(out) == []


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\\t=", "\\n=", "＝", "＋", "－", "＠"])
def test_no_cell_of_a_table_is_a_formula(
    sign: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, runs: Runs
) -> None:
    monkeypatch.chdir(tmp_path)
    text = f'format: 1\ntitle: x\norganisation: "{sign}1+1"\nassessed_on: 2026-11-03\n'
    left_out = f'aspects: {{designing: {{left_out: "{sign}cmd()"}}}}\n'
    Path("day.assessment.yaml").write_text(text + left_out, encoding="utf-8")
    status, out, _ = runs("score", "day.assessment.yaml", "--format", "csv")
    assert status == 0
    cells = [cell for row in csv.reader(io.StringIO(out)) for cell in row]
    assert any("1+1" in cell for cell in cells)
    assert not [cell for cell in cells if cell.startswith(FORMULA)]
