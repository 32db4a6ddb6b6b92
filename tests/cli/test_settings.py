"""What is wrong with a setting is told once, before any file, and never looks like a clean run."""

import re
from pathlib import Path

import pytest

from limited import check

DAY = "format: 1\ntitle: Day\nassessed_on: 2026-11-03\nanswers: {word: {jm1: {people: 3}}}\n"


@pytest.fixture
def two(tmp_path: Path) -> Path:
    """A folder with two assessments, each in a folder of its own."""
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        (tmp_path / name / f"{name}.assessment.yaml").write_text(DAY, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("config", "arguments", "told"),
    [
        (
            'questions = ["questons"]\n',
            (),
            "ladder-check.toml: questions names .*/questons, and there is no such",
        ),
        ('questions = ["a/a.assessment.yaml"]\n', (), "and there is no such folder. Either correct its name"),
        ("", ("--questions", "nope"), "--questions names nope, and there is no such folder."),
        (
            'require = ["wrod"]\n',
            (),
            "ladder-check.toml: require: There is no bank called 'wrod'. Did you mean 'word'",
        ),
        ("", ("--today", "2026-13-01"), "--today: '2026-13-01' is not a date. Write year-month-day, such as"),
        ("", ("--today", ""), "--today: '' is not a date."),
    ],
)
def test_a_setting_that_leads_nowhere_is_told_once(
    config: str, arguments: tuple[str, ...], told: str, two: Path
) -> None:
    (two / "ladder-check.toml").write_text(config, encoding="utf-8")
    done = check(two, ".", *arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert len(done.stderr.splitlines()) == 1
    assert re.search(told, done.stderr)


def test_a_bank_of_ones_own_may_be_required(two: Path) -> None:
    (two / "ladder-check.toml").write_text('require = ["word"]\n', encoding="utf-8")
    assert check(two, ".", "--select", "LC124").returncode == 0


def test_files_are_counted_that_were_asked_for_and_not_their_config(two: Path) -> None:
    (two / "ladder-check.toml").write_text('ignore = ["LD3"]\n', encoding="utf-8")
    done = check(two, ".", "--select", "LC124")
    assert done.stdout.splitlines()[-1] == "Checked 2 files: 1 error."
    assert '"files": 2,' in check(two, ".", "--select", "LC124", "--output-format", "json").stdout
