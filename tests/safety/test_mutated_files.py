"""Shipped files after accidents: a part of what `python tests/mutated.py` does with many more."""

import re
from collections import Counter
from datetime import date
from pathlib import Path

from ladder_check.cli.checking import Request, judge
from mutated import SHIPPED, faults


def test_two_thousand_files_after_accidents_end_as_findings_with_a_line(tmp_path: Path) -> None:
    outcomes: Counter[str] = Counter()
    assert list(faults(2_000, 2026, tmp_path, outcomes)) == []
    # Some stay in order, some are no YAML, and some are YAML that makes no sense.
    assert min(outcomes["in order"], outcomes["LC001"], outcomes["LC007"], outcomes["LC202"]) > 20


def test_a_link_that_was_left_empty_is_none(tmp_path: Path) -> None:
    """Found by 50,000 of them: `link: null` stopped us."""
    shipped = next(path for path in SHIPPED if path.name == "deciding-together.ladder.yaml").read_text(
        "utf-8"
    )
    text = re.sub(r'link: "[^"]*"', "link: null", shipped)
    assert text != shipped
    path = tmp_path / "deciding-together.ladder.yaml"
    path.write_text(text, encoding="utf-8")
    judged = judge(path, Request(today=date(2026, 11, 22)), None)
    assert (judged.status, judged.findings) == (0, ())
