"""Of a file with very many faults the first are told, and that there are more: bounded time and room."""

import re
import sys
from pathlib import Path

import pytest

from ladder_check.documents.decode import decode
from ladder_check.documents.document import MAX_BYTES, parse
from ladder_check.documents.finding import MAX_FINDINGS, Finding, InvalidDocument
from ladder_check.documents.library import read_case
from ladder_check.lint.fixes import fix_form
from ladder_check.model.assessment import Assessment
from limited import run

HEAD = "format: 1\ntitle: Day opportunities\nassessed_on: 2026-11-03\n"
AFTER_HEAD = 4
ONE_MORE = MAX_FINDINGS + 1


def refused(text: str, folder: Path) -> tuple[Finding, ...]:
    file = folder / "day.assessment.yaml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(InvalidDocument) as error:
        read_case(file)
    return error.value.findings


@pytest.mark.parametrize(
    ("before", "line", "code"),
    [
        ("", "k{}: 1\n", "LC006"),
        ("answers:\n  ladder:\n", "    designing.q{}: {{leaders: 2}}\n", "LC201"),
        ("", "k{}: yes\n", "LC007"),
        ("missing_voices:\n", "- A \u200bvoice {}\n", "LC002"),
    ],
    ids=["unknown keys", "unknown questions", "words without quotes", "unseen characters"],
)
def test_after_a_hundred_one_says_that_there_are_more(
    before: str, line: str, code: str, tmp_path: Path
) -> None:
    def found(faults: int) -> tuple[Finding, ...]:
        return refused(HEAD + before + "".join(line.format(n) for n in range(faults)), tmp_path)

    first = AFTER_HEAD + before.count("\n")
    exactly, more = found(MAX_FINDINGS), found(5 * MAX_FINDINGS)
    assert {each.code for each in (*exactly, *more)} == {code}
    assert [each.place and each.place.line for each in exactly] == [*range(first, first + MAX_FINDINGS)]
    assert more[:-1] == exactly
    assert [each.place.line for each in more[-1:] if each.place] == [first + MAX_FINDINGS]
    assert "There is more to put right" in more[-1].message
    assert not any("There is more" in each.message for each in exactly)


@pytest.mark.parametrize(
    ("before", "line"),
    [("", "k{}: 1\n"), ("answers:\n  ladder:\n", "    designing.q{}: {{leaders: 2}}\n")],
    ids=["unknown keys", "unknown questions"],
)
def test_the_largest_file_of_faults_is_told_in_a_second_or_two(
    before: str, line: str, tmp_path: Path
) -> None:
    """Each finding looks for the nearest known name: for all of them this took 8 to 15 seconds."""
    text, number = [HEAD + before], 0
    size = len(text[0])
    while size < MAX_BYTES - 50:
        text.append(line.format(number))
        size, number = size + len(text[-1]), number + 1
    (tmp_path / "day.assessment.yaml").write_text("".join(text), encoding="utf-8")
    script = 'ulimit -t 5; exec "$0" -m ladder_check check day.assessment.yaml'
    done = run(["bash", "-c", script, sys.executable], tmp_path)
    assert (done.returncode, done.stderr) == (1, "")
    assert re.search(rf"^Checked 1 file: {ONE_MORE} errors\.$", done.stdout, re.MULTILINE)


def test_a_file_of_very_many_slips_is_left_as_it_is() -> None:
    """A key of an action that can only be `what`, a hundred and one times over."""
    actions = "actions:\n" + "- {id: a1, waht: Ask., because: claims}\n" * ONE_MORE
    assert fix_form(HEAD + actions, Assessment) == HEAD + actions
    with pytest.raises(InvalidDocument):
        decode(parse((HEAD + actions).encode(), "day.yaml"), Assessment)
