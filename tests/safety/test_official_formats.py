"""One broken folder in the formats that other programs read, each held against its official description."""

import json
import re
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import Any, Final
from urllib.parse import unquote_to_bytes

import pytest
from jsonschema import Draft202012Validator
from lxml import etree

from git_tree import commit, new_tree
from limited import check

ROOT: Final = Path(__file__).parents[2]
SCHEMAS: Final = ROOT / "tests" / "schemas"
FORMATS: Final = ("text", "github", "gitlab", "sarif", "junit", "json", "markdown")
DAY: Final = ("--today", "2026-11-22")


@pytest.fixture(scope="module")
def broken(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The broken folder in a repository of its own, below its top; and a file whose name is no UTF-8."""
    root = new_tree(tmp_path_factory.mktemp("work") / "tree")
    shutil.copytree(ROOT / "tests" / "broken", root / "team a")
    odd = root / "team a" / b"caf\xe9.ladder.yaml".decode("utf-8", "surrogateescape")
    odd.write_text("- x\n", encoding="utf-8")
    commit(root)
    return root / "team a"


@pytest.fixture(scope="module")
def shown(broken: Path) -> "dict[str, subprocess.CompletedProcess[str]]":
    """What `check` ends with and writes, by the name of the format."""
    return {name: check(broken, ".", *DAY, "--output-format", name) for name in FORMATS}


@pytest.fixture(scope="module")
def findings(shown: "dict[str, subprocess.CompletedProcess[str]]") -> list[dict[str, Any]]:
    """What was found, with each file as seen from the top of the repository."""
    told: list[dict[str, Any]] = json.loads(shown["json"].stdout)["findings"]
    return [each | {"file": f"team a/{each['file']}"} for each in told]


Shown = dict[str, "subprocess.CompletedProcess[str]"]


def test_the_folder_is_broken_enough(findings: list[dict[str, Any]]) -> None:
    weights = [each["severity"] for each in findings]
    assert weights.count("error") > 10
    assert weights.count("warning") > 10
    assert len({each["file"] for each in findings}) == 5


@pytest.mark.parametrize("name", FORMATS)
def test_the_status_is_the_same_and_nothing_goes_to_standard_error(name: str, shown: Shown) -> None:
    assert (shown[name].returncode, shown[name].stderr) == (1, "")


@cache
def _sarif_schema() -> Draft202012Validator:
    schema = json.loads((SCHEMAS / "sarif-2.1.0.json").read_text("utf-8"))
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


def test_sarif_is_valid_against_its_schema(shown: Shown) -> None:
    log = json.loads(shown["sarif"].stdout)
    assert [error.message for error in _sarif_schema().iter_errors(log)] == []
    # The schema is looked at: a result without a message is none.
    del log["runs"][0]["results"][0]["message"]
    assert not _sarif_schema().is_valid(log)


def _texts(data: Any) -> list[str]:
    if isinstance(data, dict):
        return [text for value in data.values() for text in _texts(value)]
    if isinstance(data, list):
        return [text for value in data for text in _texts(value)]
    return [data] if isinstance(data, str) else []


def test_sarif_keeps_to_what_github_asks_for(shown: Shown, findings: list[dict[str, Any]]) -> None:
    (run,) = json.loads(shown["sarif"].stdout)["runs"]
    rules, results = run["tool"]["driver"]["rules"], run["results"]
    assert run["columnKind"] == "unicodeCodePoints"
    assert run["automationDetails"]["id"].endswith("/")
    assert "" not in _texts(run)
    assert all(
        len(rule[each]["text"]) <= 1024 for rule in rules for each in ("shortDescription", "fullDescription")
    )
    assert all(rule["help"]["text"] for rule in rules)
    assert len(results) == len(findings)
    assert len({each["partialFingerprints"]["ladderCheck/v1"] for each in results}) == len(results)
    for each in results:
        assert rules[each["ruleIndex"]]["id"] == each["ruleId"]
        assert each["level"] in ("note", "warning", "error")
        region = each["locations"][0]["physicalLocation"]["region"]
        assert 1 <= region["startLine"] <= region["endLine"]
        assert min(region["startColumn"], region["endColumn"]) >= 1


def _uri(result: dict[str, Any]) -> str:
    uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert isinstance(uri, str)
    return uri


def test_the_uris_of_sarif_are_relative_and_lead_to_the_files(shown: Shown, broken: Path) -> None:
    (run,) = json.loads(shown["sarif"].stdout)["runs"]
    uris = {_uri(each) for each in run["results"]}
    assert len(uris) == 5
    for uri in uris:
        assert re.fullmatch(r"(?!/|\.)(?:[A-Za-z0-9._~/-]|%[0-9A-F]{2})+", uri)
        assert (broken.parent / unquote_to_bytes(uri).decode("utf-8", "surrogateescape")).is_file()


def test_junit_is_valid_but_for_the_file_that_gitlab_wants(shown: Shown) -> None:
    schema = etree.XMLSchema(etree.parse(str(SCHEMAS / "junit-10.xsd")))
    root = etree.fromstring(shown["junit"].stdout.encode())
    assert not schema.validate(root)
    assert all("The attribute 'file' is not allowed" in error.message for error in schema.error_log)  # type: ignore[attr-defined]
    for case in root.iter("testcase"):
        del case.attrib["file"]
    assert schema.validate(root), schema.error_log


def test_a_reader_of_junit_finds_the_failures(shown: Shown, findings: list[dict[str, Any]]) -> None:
    junitparser = pytest.importorskip("junitparser", reason="junitparser is not installed (group test)")
    read = junitparser.JUnitXml.fromstring(shown["junit"].stdout.encode())
    cases = [case for suite in read for case in suite]
    # Every file of the folder is a case, those in order too.
    assert len(cases) == read.tests == 6
    assert read.failures == 5
    failures = [result for case in cases for result in case.result]
    assert len(failures) == sum(each["severity"] != "notice" for each in findings)
    assert {failure.type for failure in failures} == {"error", "warning"}


GITLAB: Final = Draft202012Validator(
    {
        # From GitLab's documentation, "Code Quality report format": required keys and what they may hold.
        "type": "array",
        "items": {
            "type": "object",
            "required": ["description", "check_name", "fingerprint", "severity", "location"],
            "additionalProperties": False,
            "properties": {
                "description": {"type": "string", "minLength": 1},
                "check_name": {"type": "string", "minLength": 1},
                "fingerprint": {"type": "string", "minLength": 1},
                "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
                "location": {
                    "type": "object",
                    "required": ["path", "lines"],
                    "properties": {
                        "path": {"type": "string", "pattern": r"^(?!\./|/)."},
                        "lines": {
                            "type": "object",
                            "required": ["begin"],
                            "properties": {"begin": {"type": "integer", "minimum": 1}},
                        },
                    },
                },
            },
        },
    }
)


def test_gitlab_finds_what_its_documentation_asks_for(shown: Shown, findings: list[dict[str, Any]]) -> None:
    output = shown["gitlab"].stdout
    issues = json.loads(output)
    assert output.startswith("[")  # and with no byte order mark before it
    assert [error.message for error in GITLAB.iter_errors(issues)] == []
    assert len({issue["fingerprint"] for issue in issues}) == len(issues) == len(findings)
    assert [(issue["location"]["path"], issue["check_name"]) for issue in issues] == [
        (each["file"], each["code"]) for each in findings
    ]


UNESCAPED: Final = (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%"))
Command = tuple[str, dict[str, str], str]


def runner_reads(line: str) -> Command | None:
    """The command in *line* as GitHub's runner reads it (ActionCommand.TryParseV2), or None."""
    line = line.lstrip()
    end = line.find("::", 2)
    if not line.startswith("::") or end < 0:
        return None
    name, _, properties = line[2:end].partition(" ")
    pairs = (pair.partition("=") for pair in properties.strip().split(",") if pair)
    return name, {key.strip(): _unescape(value) for key, _, value in pairs}, _unescape(line[end + 2 :])


def _unescape(text: str) -> str:
    for written, meant in UNESCAPED:
        text = text.replace(written, meant)
    return text


def _expected(finding: dict[str, Any]) -> Command:
    place = finding["place"]
    where = {"line": place["line"], "endLine": place["end_line"]}
    if place["line"] == place["end_line"]:
        where |= {"col": place["column"], "endColumn": place["end_column"]}
    title = " ".join(filter(None, (finding["code"], finding["name"])))
    properties = {"file": finding["file"], "title": title} | {key: str(value) for key, value in where.items()}
    return finding["severity"], properties, " ".join(finding["message"].split())


def test_github_reads_the_worst_ten_of_each_weight_and_a_line_with_the_rest(
    shown: Shown, findings: list[dict[str, Any]]
) -> None:
    lines = shown["github"].stdout.splitlines()
    read = [command for line in lines if (command := runner_reads(line))]
    errors = [each for each in findings if each["severity"] == "error"]
    warnings = [each for each in findings if each["severity"] == "warning"]
    assert [_as_shown(each) for each in read[:-1]] == [
        _as_shown(_expected(each)) for each in (*errors[:10], *warnings[:10])
    ]
    assert read[-1][0] == "notice"
    assert f"{len(errors) - 10} errors, {len(warnings) - 10} warnings" in read[-1][2]
    assert len(read) == 21
    assert not any("##[" in line for line in lines)


def _as_shown(command: Command) -> Command:
    """A name that is no UTF-8 has a sign in JSON where the runner is shown the byte."""
    name, properties, message = command
    return name, properties | {"file": properties["file"].replace("\ufffd", "\\udce9")}, message


def test_under_github_its_format_is_chosen_and_says_the_same(shown: Shown, broken: Path) -> None:
    done = check(broken, ".", *DAY, GITHUB_ACTIONS="true")
    assert (done.returncode, done.stdout) == (1, shown["github"].stdout)
    elsewhere = check(broken.parent, ".", *DAY, "--output-format", "github")
    assert elsewhere.stdout == shown["github"].stdout


@pytest.mark.parametrize(("schema", "file"), [("vendor.github-actions", "action.yml")])
def test_the_action_is_one_to_github(schema: str, file: str) -> None:
    assert _valid(schema, ROOT / file)


def test_the_example_for_gitlab_is_one_to_it(tmp_path: Path) -> None:
    page = (ROOT / "docs" / "how-to" / "ci.md").read_text("utf-8")
    (example,) = re.findall(r"## GitLab\n\n```yaml\n(.+?)```", page, re.DOTALL)
    (tmp_path / "gitlab-ci.yml").write_text(example, encoding="utf-8")
    assert _valid("vendor.gitlab-ci", tmp_path / "gitlab-ci.yml")


def _valid(schema: str, file: Path) -> bool:
    pytest.importorskip("check_jsonschema", reason="check-jsonschema is not installed (group test)")
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, str(file)]
    done = subprocess.run(command, capture_output=True, check=False, text=True)
    assert "validation" in done.stdout, done.stderr
    return done.returncode == 0
