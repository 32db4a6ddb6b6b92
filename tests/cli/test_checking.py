"""What is kept of a file until all are checked, and how long words are written."""

from datetime import date
from pathlib import Path

import pytest

from ladder_check.cli import stream
from ladder_check.cli.checking import Request, judge

TODAY = date(2026, 11, 10)


def test_only_the_lines_with_findings_are_kept_each_at_its_place(tmp_path: Path) -> None:
    """Unknown keys on lines 3 and 5, and a missing one (told on line 1): no format shows another line."""
    file = tmp_path / "day.assessment.yaml"
    file.write_bytes(
        b"\xef\xbb\xbfformat: 1\r\ntitle: Day\r\nwrok: x\r\norganisation: Us\r\nteam: them\r\n# end\r\n"
    )
    judged = judge(file, Request(today=TODAY), None)
    assert {finding.place.line for finding in judged.findings if finding.place} == {1, 3, 5}
    assert judged.text == "format: 1\r\n\nwrok: x\r\n\nteam: them\r"


def test_a_file_that_is_not_text_has_its_line_too(tmp_path: Path) -> None:
    file = tmp_path / "day.assessment.yaml"
    file.write_bytes(b"format: 1\ntitle: caf\xe9\nwork: x\n")
    assert judge(file, Request(today=TODAY), None).text == "\ntitle: caf\ufffd"


@pytest.mark.parametrize("end", ["", "\n", "\n\n\n"])
@pytest.mark.parametrize("length", [0, 10, stream.PIECE - 1, stream.PIECE, 3 * stream.PIECE + 1])
def test_long_words_are_said_whole_and_end_with_one_line_break(
    length: int, end: str, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ("One line.\n" * length)[:length].rstrip("\n")
    stream.say(words + end)
    assert capsys.readouterr().out == words + "\n"


def test_a_long_document_is_written_whole(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    document = "é – 日\n" * stream.PIECE
    stream.emit(document)
    assert capfdbinary.readouterr().out == document.encode()
