"""`rule`: the manual page of each rule."""

import json
import sys

import pytest

from ladder_check.cli.app import run
from ladder_check.lint.rules import PAGES


def _rule(monkeypatch: pytest.MonkeyPatch, *arguments: str) -> int:
    monkeypatch.setattr(sys, "argv", ["ladder-check", "rule", *arguments])
    return run()


def test_every_rule_is_listed(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    assert _rule(monkeypatch) == 0
    assert [line.split()[0] for line in capsys.readouterr().out.splitlines()] == [each.code for each in PAGES]


@pytest.mark.parametrize("name", ["LC301", "lc301", "claim-without-evidence"])
def test_a_rule_is_explained_by_its_code_or_name(
    name: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _rule(monkeypatch, name) == 0
    page = capsys.readouterr().out
    assert page.startswith("LC301 claim-without-evidence (warning)\n")
    for part in ("\nWhy: ", "\nFails:\n    answers", "\nPasses:\n    answers"):
        assert part in page


def test_a_rule_of_banks_says_so(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    assert _rule(monkeypatch, "LC132") == 0
    assert capsys.readouterr().out.startswith("LC132 dead-link (warning, in a bank or a ladder)\n")


def test_all_of_them_as_data(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    assert _rule(monkeypatch, "--all", "--output-format", "json") == 0
    read = json.loads(capsys.readouterr().out)
    assert [each["code"] for each in read] == [each.code for each in PAGES]
    assert all(each["fails"] and each["passes"] and each["why"] for each in read)


def test_a_rule_that_is_not_there_is_status_2_and_the_nearest_is_named(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _rule(monkeypatch, "claim-without-evidense") == 2
    assert "Did you mean 'claim-without-evidence'?" in capsys.readouterr().err
