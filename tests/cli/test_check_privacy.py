"""What should not be in a file is not repeated by `check`, in any format."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from ladder_check.cli.app import app
from ladder_check.cli.check import FindingsFormat

PRIVATE = """\
format: 1
title: Day opportunities
assessed_on: 2026-11-03
answers: {ladder: {deciding.r3: {people: 2, note: "Ring 07700 900456, or write to ash@example.org"}}}
actions:
  - {id: a1, what: Ask Mrs Sample again, owner: Ashley Sample}
"""


@pytest.mark.parametrize("output_format", list(FindingsFormat))
def test_no_format_repeats_personal_data(output_format: FindingsFormat, tmp_path: Path) -> None:
    file = tmp_path / "day.assessment.yaml"
    file.write_text(PRIVATE, encoding="utf-8")
    told = CliRunner().invoke(
        app, ["check", str(file), "--output-format", output_format, "--select", "LC412,LC413,LC414"]
    )
    assert told.exit_code == 1
    assert "LC412" in told.output
    assert not [part for part in ("900456", "ash@", "Sample") if part in told.output]
