"""Templates of one's own: used before ours, safe by default, and wrong only with a place."""

from collections.abc import Callable
from pathlib import Path

import pytest

from ladder_check.errors import LadderCheckError
from ladder_check.render.templates import Templates, html_templates, markdown_templates

BOTH = pytest.mark.parametrize("make", [html_templates, markdown_templates])
Make = Callable[[Path | None], Templates]
REPORT = {"title": "<b> *x*"}


def _folder(tmp_path: Path, template: str | bytes, name: str = "report.md.j2") -> Path:
    data = template.encode() if isinstance(template, str) else template
    (tmp_path / name).write_bytes(data)
    return tmp_path


def test_ones_own_template_comes_before_ours(tmp_path: Path) -> None:
    templates = markdown_templates(_folder(tmp_path, "Mine: {{ report.title }}"))
    assert templates.fill("report.md.j2", report=REPORT) == "Mine: &lt;b&gt; \\*x\\*"


def test_what_one_did_not_replace_is_ours(tmp_path: Path) -> None:
    templates = html_templates(_folder(tmp_path, "mine"))
    assert templates.source("report.css") == html_templates().source("report.css")


def test_values_are_escaped_unless_they_are_marked_safe(tmp_path: Path) -> None:
    templates = html_templates(_folder(tmp_path, "{{ report.title }}{{ report.title|safe }}"))
    assert templates.fill("report.md.j2", report=REPORT) == "&lt;b&gt; *x*<b> *x*"


def test_joined_values_are_escaped_too(tmp_path: Path) -> None:
    templates = markdown_templates(_folder(tmp_path, "{{ [report.title, '_'] | join('; ') }}"))
    assert templates.fill("report.md.j2", report=REPORT) == "&lt;b&gt; \\*x\\*; \\_"


@BOTH
@pytest.mark.parametrize(
    ("template", "line", "message"),
    [
        ("one\n{{ report.titel }}", 2, "has no attribute 'titel'"),
        ("{{ nothing }}", 1, "'nothing' is undefined"),
        ("one\ntwo\n{% if %}", 3, "Expected an expression"),
        ("{% for x in report %}", 1, "Unexpected end of template"),
        ("one\n{{ 1 + 'a' }}", 2, "unsupported operand"),
        ("{{ 1 / 0 }}", 1, "division by zero"),
        ("one\n{% include 'nix.j2' %}", 2, "there is no template called nix.j2."),
        ("{{ report.__class__.__mro__ }}", 1, "unsafe"),
    ],
)
def test_a_broken_template_says_where(
    tmp_path: Path, make: Make, template: str, line: int, message: str
) -> None:
    folder = _folder(tmp_path, template)
    with pytest.raises(LadderCheckError) as caught:
        make(folder).fill("report.md.j2", report=REPORT)
    assert str(caught.value).startswith(f"{folder / 'report.md.j2'}:{line}: ")
    assert message in str(caught.value)


def test_a_folder_named_from_here_works_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _folder(tmp_path, "one\n{{ nothing }}")
    monkeypatch.chdir(tmp_path)
    with pytest.raises(LadderCheckError, match=r"report\.md\.j2:2: 'nothing' is undefined"):
        markdown_templates(Path()).fill("report.md.j2", report=REPORT)


@BOTH
def test_a_template_that_is_not_text_is_refused(tmp_path: Path, make: Make) -> None:
    with pytest.raises(LadderCheckError, match="not UTF-8 text"):
        make(_folder(tmp_path, b"\xff\xfe")).fill("report.md.j2", report=REPORT)


def test_a_style_sheet_that_is_not_text_is_refused(tmp_path: Path) -> None:
    with pytest.raises(LadderCheckError, match=r"report\.css: this file is not UTF-8 text"):
        html_templates(_folder(tmp_path, b"\xff", "report.css")).source("report.css")


def test_a_folder_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(LadderCheckError, match="There is no folder"):
        html_templates(tmp_path / "nowhere")


def test_a_folder_that_would_change_nothing_is_refused(tmp_path: Path) -> None:
    with pytest.raises(LadderCheckError, match=r"none of the templates we know: .*report\.md\.j2"):
        html_templates(_folder(tmp_path, "x", "reprot.md.j2"))


def test_a_fault_of_ours_stays_a_fault_of_ours(tmp_path: Path) -> None:
    """The user's folder replaces the style sheet only; the shipped page lacks its report."""
    templates = html_templates(_folder(tmp_path, "p {}", "report.css"))
    with pytest.raises(Exception, match="report") as caught:
        templates.fill("report.html.j2")
    assert not isinstance(caught.value, LadderCheckError)
