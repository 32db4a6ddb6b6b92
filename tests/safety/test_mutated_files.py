"""Shipped files after accidents: a part of what `python tests/mutated.py` does with many more."""

from collections import Counter
from pathlib import Path

from mutated import faults


def test_two_thousand_files_after_accidents_end_as_findings_with_a_line(tmp_path: Path) -> None:
    outcomes: Counter[str] = Counter()
    assert list(faults(2_000, 2026, tmp_path, outcomes)) == []
    # Some stay in order, some are no YAML, and some are YAML that makes no sense.
    assert min(outcomes["in order"], outcomes["LC001"], outcomes["LC007"], outcomes["LC202"]) > 20
