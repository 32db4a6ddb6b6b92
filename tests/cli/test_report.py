"""`report`: where it goes, what may be left out, how large it is, and whose templates."""

import os
import subprocess
import sys
from pathlib import Path

EXAMPLE = Path(__file__).parents[2] / "examples" / "riverside-day-opportunities.assessment.yaml"
COMMAND = [sys.executable, "-m", "ladder_check", "report", str(EXAMPLE)]


def _run(*arguments: str, folder: Path, **env: str) -> subprocess.CompletedProcess[bytes]:
    env = {**os.environ, **env}
    return subprocess.run([*COMMAND, *arguments], capture_output=True, check=False, cwd=folder, env=env)


def test_a_file_holds_what_standard_output_would(tmp_path: Path) -> None:
    printed = _run("--format", "html", folder=tmp_path)
    saved = _run("--format", "html", "-o", "report.html", folder=tmp_path)
    assert saved.stdout == b""
    assert saved.stderr.decode() == "Saved as report.html.\n"
    assert (tmp_path / "report.html").read_bytes() == printed.stdout


def test_a_report_never_takes_the_place_of_an_assessment(tmp_path: Path) -> None:
    """A slip of the hand: the name that stands before -o, once more after it."""
    mine = tmp_path / "day.assessment.yaml"
    mine.write_bytes(EXAMPLE.read_bytes())
    refused = _run("-o", "day.assessment.yaml", folder=tmp_path)
    assert refused.returncode == 2
    assert refused.stderr.decode() == (
        "day.assessment.yaml: this is the name of an assessment, so nothing else was written there. "
        "Name another file, such as report.html.\n"
    )
    assert mine.read_bytes() == EXAMPLE.read_bytes()


def test_a_document_is_utf_8_whatever_the_terminal_is(tmp_path: Path) -> None:
    ascii_only = _run("--format", "markdown", folder=tmp_path, PYTHONIOENCODING="ascii")
    assert ascii_only.stdout == _run("--format", "markdown", folder=tmp_path).stdout
    assert "“" in ascii_only.stdout.decode("utf-8")


def test_brief_leaves_out_the_answers_and_keeps_the_actions_and_the_method(tmp_path: Path) -> None:
    for format in ("html", "markdown"):
        whole = _run("--format", format, folder=tmp_path).stdout.decode()
        brief = _run("--format", format, "--brief", folder=tmp_path).stdout.decode()
        assert "Every answer" in whole
        assert "Every answer" not in brief
        for heading in ("What we will do", "How answers become a rung", "In short"):
            assert heading in brief
        assert len(brief) < 0.7 * len(whole)


def test_large_print_is_for_pages_only(tmp_path: Path) -> None:
    assert b'class="large"' in _run("--format", "html", "--large-print", folder=tmp_path).stdout
    refused = _run("--format", "markdown", "--large-print", folder=tmp_path)
    assert refused.returncode == 2
    assert "Large print is for html and short" in refused.stderr.decode()


def test_a_template_of_ones_own_comes_first(tmp_path: Path) -> None:
    (tmp_path / "report.md.j2").write_text("Ours: {{ report.title }}\n", encoding="utf-8")
    assert _run("--templates", ".", folder=tmp_path).stdout == b"Ours: Day opportunities\n"


def test_a_broken_template_is_named_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "report.md.j2").write_text("Fine\n{{ report.titel }}\n", encoding="utf-8")
    done = _run("--templates", ".", folder=tmp_path)
    assert done.returncode == 2
    assert b"report.md.j2:2" in done.stderr
    assert b"titel" in done.stderr
