"""The formats of a report by name."""

import json
from collections.abc import Mapping
from dataclasses import asdict
from enum import StrEnum
from pathlib import Path
from typing import Any

import pytest

from example_reports import example
from ladder_check.cli.report import ReportFormat
from ladder_check.cli.schema import Kind
from ladder_check.cli.score import ScoreFormat
from ladder_check.errors import LadderCheckError, UnknownName
from ladder_check.render.formats import FORMATS, SCORES, renderer
from ladder_check.render.schema import SCHEMAS


@pytest.mark.parametrize(
    ("choices", "table"), [(ReportFormat, FORMATS), (ScoreFormat, SCORES), (Kind, SCHEMAS)]
)
def test_what_the_command_line_offers_is_what_there_is(
    choices: type[StrEnum], table: Mapping[str, Any]
) -> None:
    """The commands name their choices themselves, so that help need not import what makes them."""
    assert list(choices) == list(table)


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_names_the_work_and_is_the_same_each_time(name: str) -> None:
    report = example()
    assert report.title in renderer(name)(report)
    assert renderer(name)(report) == renderer(name)(report)


def test_the_data_holds_the_whole_report() -> None:
    report = example()
    data = json.loads(renderer("json")(report))
    assert data.pop("format") == 1
    assert data == json.loads(json.dumps(asdict(report)))


@pytest.mark.parametrize(("name", "template"), [("markdown", "report.md.j2"), ("short", "short.html.j2")])
def test_templates_of_ones_own_are_used(tmp_path: Path, name: str, template: str) -> None:
    (tmp_path / template).write_text("Mine: {{ report.title }}", encoding="utf-8")
    assert renderer(name, tmp_path)(example()).strip() == f"Mine: {example().title}"


def test_a_format_without_templates_takes_none(tmp_path: Path) -> None:
    with pytest.raises(LadderCheckError, match="The format json has no templates"):
        renderer("json", tmp_path)


def test_an_unknown_format_names_the_nearest() -> None:
    with pytest.raises(UnknownName, match="Did you mean 'markdown'"):
        renderer("markdwon")
