"""What a file sets aside: hidden, counted, and only as far as it says."""

from collections.abc import Callable, Sequence
from datetime import date
from time import process_time
from typing import Any

import pytest

from ladder_check.documents.comments import read_comments
from ladder_check.documents.document import parse
from ladder_check.documents.library import Shelf, build_case
from ladder_check.lint.engine import Inspected, inspect
from ladder_check.lint.rule import Rule, World
from ladder_check.lint.rules import RULES
from ladder_check.model.config import Config

TOP = "format: 1\ntitle: Day opportunities\nassessed_on: 2026-11-03\n"
CLAIM = "answers:\n  ladder:\n    deciding.r5: {staff: 4}"
"""Line 6 of a file: the level is said and not shown, so LC301 finds it."""
ONLY = [rule for rule in RULES if rule.code == "LC301" or rule.code.startswith("LC9")]


def inspected(
    text: str, *, today: str = "2026-11-10", rules: Sequence[Rule] = ONLY, **config: Any
) -> Inspected:
    document = parse((TOP + text + "\n").encode(), "day.assessment.yaml")
    world = World(date.fromisoformat(today), Config.model_validate(config))
    return inspect(document, build_case(document, Shelf()), world, rules)


def found(text: str, **config: Any) -> list[tuple[str, int]]:
    return [(each.code, each.place.line) for each in inspected(text, **config).findings if each.place]


def test_what_is_hidden_is_counted() -> None:
    seen = inspected(f"{CLAIM}  # ladder-check: ignore[LC301] the minutes come in May")
    assert (seen.findings, [each.code for each in seen.hidden]) == ((), ["LC301"])


def test_without_a_reason_nothing_is_hidden() -> None:
    assert found(f"{CLAIM}  # ladder-check: ignore[LC301]") == [("LC301", 6), ("LC901", 6)]


def test_without_a_code_nothing_is_hidden() -> None:
    assert found(f"{CLAIM}  # ladder-check: ignore because") == [("LC301", 6), ("LC901", 6)]


def test_a_comment_on_a_line_of_its_own_is_about_the_next() -> None:
    text = "answers:\n  ladder:\n    # ladder-check: ignore[LC301] in May\n    # typed by Ann\n"
    assert found(text + "    deciding.r5: {staff: 4}\n    deciding.r6: {staff: 4}") == [("LC301", 9)]


def test_a_comment_beside_something_is_not_about_the_next_line() -> None:
    text = "answers:\n  ladder:  # ladder-check: ignore[LC301] in May\n    deciding.r5: {staff: 4}"
    assert found(text) == [("LC902", 5), ("LC301", 6)]


def test_a_text_that_looks_like_a_comment_is_a_text() -> None:
    note = 'note: "# ladder-check: ignore[LC301] so"'
    assert found("answers: {ladder: {deciding.r5: {staff: 4, " + note + "}}}") == [("LC301", 4)]


def test_a_block_of_text_has_no_comments() -> None:
    text = "a: |\n  # mark in a block\nb: 'x # mark' # mark at the end\n# mark alone\n"
    assert [(c.text, c.place.line, c.alone) for c in read_comments(text, "mark")] == [
        ("# mark at the end", 3, False),
        ("# mark alone", 4, True),
    ]


def test_a_letter_of_four_bytes_moves_no_comment() -> None:
    (comment,) = read_comments("a: '🙂🙂 # mark' # mark\n", "mark")
    assert (comment.place.column, comment.text) == (16, "# mark")


def test_an_unknown_code_is_said_and_is_not_called_unused() -> None:
    assert found(f"{CLAIM}  # ladder-check: ignore[LC309x] in May") == [("LC301", 6), ("LC905", 6)]


def test_a_rule_that_was_not_asked_does_not_make_its_ignore_unused() -> None:
    assert found(f"{CLAIM}  # ladder-check: ignore[LC301] in May", rules=ONLY[1:]) == []


WAIVED = CLAIM + "\nwaive: [{rule: LC301, until: 2026-12-31, reason: in May}]"


def test_a_waiver_hides_until_its_day_and_that_day_too() -> None:
    seen = inspected(WAIVED, today="2026-12-31")
    assert (seen.findings, [each.code for each in seen.hidden]) == ((), ["LC301"])


def test_the_day_after_a_waiver_is_an_error_and_hides_nothing() -> None:
    seen = inspected(WAIVED, today="2027-01-01")
    assert [(each.code, each.severity) for each in seen.findings] == [
        ("LC301", "warning"),
        ("LC903", "error"),
    ]


def test_nothing_in_the_file_hides_what_is_said_about_the_linter() -> None:
    waive = "waive: [{rule: LC301, until: 2026-01-31, reason: x}]  # ladder-check: ignore[LC903] later"
    assert ("LC903", 4) in found(waive)


def test_a_slip_in_the_config_is_found_in_each_of_its_settings_though_no_rule_was_asked() -> None:
    config = {"select": ["LC9", "lc3", "LX"], "ignore": ["LY"], "per-file-ignores": {"other/*": ["LZ"]}}
    assert found("", rules=(), **config) == [("LC906", 1)] * 3


@pytest.mark.parametrize(
    "line",
    [
        "    # ladder-check: ignore[LC301]\n",
        "    - said # ladder-check: ignore[LC3019] so\n",
        "    # ladder-check: ignore[LC301] so\n",
    ],
)
def test_a_comment_on_each_of_many_lines_takes_time_that_grows_with_the_lines(line: str) -> None:
    """Four times the lines take about four times as long; sixteen times, if each looked at all others."""
    text = TOP + "missing_voices:\n{}    - Deaf people\n"
    few, many = (_seconds(text.format(line * n)) for n in (2_000, 8_000))
    assert many < 9 * few


def _seconds(text: str) -> float:
    document = parse(text.encode(), "day.assessment.yaml")
    case = build_case(document, Shelf())
    return min(timed(lambda: inspect(document, case, World(date(2026, 11, 10)), ONLY)) for _ in range(2))


def timed(work: Callable[[], object]) -> float:
    """The seconds of processor time that *work* takes."""
    start = process_time()
    work()
    return process_time() - start
