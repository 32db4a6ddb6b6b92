"""The summary of a job: the heaviest first, every profile, and never too large."""

from findings_sample import CHECKED, EMPTY, LOWERED, NOT_SHOWN, show
from ladder_check.documents.finding import Finding
from ladder_check.render.findings.checked import Checked
from ladder_check.render.findings.markdown import MAX_BYTES


def test_the_whole_page() -> None:
    assert show("markdown", LOWERED, NOT_SHOWN, EMPTY) == (
        "## ladder-check\n"
        "\n"
        "Checked 3 files: 1 error, 1 warning, 1 notice in 2 of them.\n"
        "\n"
        "| | Where | Rule | What was found |\n"
        "| --- | --- | --- | --- |\n"
        "| error | empty.yaml | LC001 not-yaml | The file is empty. |\n"
        "| warning | team a/day.assessment.yaml:4:12 | LC301 claim-without-evidence "
        "| Nothing shows this. Either add evidence, or answer 2. |\n"
        "| notice | team a/day.assessment.yaml:3:1 | LC702 | Lower than before, with a reason. |\n"
        "\n"
        "### Where things stand\n"
        "\n"
        "- good.yaml: Nothing yet.\n"
        "- team a/day.assessment.yaml: One area.\n"
        "  - Deciding: rung 3\n"
    )


def test_nothing_found_has_no_table() -> None:
    assert (
        show("markdown", checked=Checked(["a"]))
        == "## ladder-check\n\nChecked 1 file: nothing to put right.\n"
    )


def test_a_page_that_would_be_too_large_says_what_it_leaves_out() -> None:
    findings = [Finding("LC201", f"{'é' * 500} {n}", f"{n:05}.yaml", None, "warning") for n in range(3_000)]
    worst = Finding("LC001", "The heaviest.", "z.yaml", None, "error")
    profiles = {f"{n:05}.yaml": ["One area.", "Deciding: rung 3 " + "x" * 100] for n in range(10_000)}
    output = show("markdown", *findings, worst, checked=Checked(list(profiles), {}, profiles))
    assert len(output.encode()) <= MAX_BYTES
    lines = output.splitlines()
    rows = [line for line in lines if line.startswith(("| error", "| warning"))]
    listed = [line for line in lines if line.startswith("- ")]
    assert "The heaviest." in rows[0]
    assert f"More findings than this page can hold: {3_001 - len(rows)}." in lines
    assert f"More assessments than this page can hold: {10_000 - len(listed)}." in lines


def test_markup_in_a_profile_is_words() -> None:
    output = show(
        "markdown", checked=Checked(["a"], profiles={"a": ("<b>**x** @all", "**y**")}, rules=CHECKED.rules)
    )
    assert "- a: &lt;b&gt;\\*\\*x\\*\\* @\N{WORD JOINER}all\n  - \\*\\*y\\*\\*\n" in output
