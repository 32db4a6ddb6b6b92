"""Findings for the tests of their formats, and texts that try to break out of them."""

from hypothesis import strategies as st

from ladder_check.documents.finding import Finding, Place, Weight
from ladder_check.lint.rules import PAGES
from ladder_check.render.findings.checked import Checked
from ladder_check.render.formats import findings_renderer
from ladder_check.render.look import Look

PLAIN = Look()
DAY = "team a/day.assessment.yaml"
TEXT = """format: 1
title: Day opportunities
answers:
  ladder: {deciding.r5: {staff: 4}}
"""
NOT_SHOWN = Finding(
    "LC301", "Nothing shows this. Either add evidence, or answer 2.", DAY, Place(4, 12, 4, 23), "warning"
)
REPEATED = Finding("LC003", "The key title is here twice, first on line 2.", DAY, Place(2, 1, 2, 6), "error")
EMPTY = Finding("LC001", "The file is empty.", "empty.yaml", None, "error")
LOWERED = Finding("LC702", "Lower than before, with a reason.", DAY, Place(3, 1, 4, 36), "notice")
SAMPLE = (REPEATED, LOWERED, NOT_SHOWN, EMPTY)
# Only some pages, so that what is expected here does not change with every new rule.
CHECKED = Checked(
    files=(DAY, "empty.yaml", "good.yaml"),
    texts={DAY: TEXT, "empty.yaml": ""},
    profiles={DAY: ("One area.", "Deciding: rung 3"), "good.yaml": ("Nothing yet.",)},
    rules=[page for page in PAGES if page.code in ("LC001", "LC003", "LC301")],
)


def show(name: str, *findings: Finding, checked: Checked = CHECKED, look: Look = PLAIN) -> str:
    """The findings in the format called *name*."""
    return findings_renderer(name)(findings, checked, look)


def many(count: int, severity: Weight = "error", file: str = "many.yaml") -> list[Finding]:
    """As many findings, one a line."""
    return [Finding("LC201", f"Number {n}.", file, Place(n, 1, n, 2), severity) for n in range(1, count + 1)]


_COMMANDS = ("::error", "file=a::b", "::stop-commands::x", "##[error]", "##vso[task]", "##teamcity[x]")
_MARKUP = ("<script>", "]]>", "<!--", "&", "&amp;", "|", "`", "```", "*", "](", "http://a.example", "@all")
_SIGNS = (*'#:[]%,;=+-_\\"/.~é日', "'", "##", "::", "%0A", "%3A", "%25", "./")
_UNSEEN = (
    "\n",
    "\r",
    "\r\n",
    "\t",
    " ",
    "\0",
    "\x1b[31m",
    "\x1b]0;t\x07",
    "\x9b2J",
    "\x85",
    "\u2028",
    "\u202e",
    "\ufffe",
)
_PIECES = (*_COMMANDS, *_MARKUP, *_SIGNS, *_UNSEEN, "a", "\udc80")
hostile = st.lists(st.sampled_from(_PIECES), min_size=1, max_size=8).map("".join)
hostile_findings = st.builds(
    Finding,
    st.just("LC301"),
    hostile,
    hostile,
    st.none() | st.integers(1, 9).map(lambda column: Place(1, column, 1, column + 3)),
    st.sampled_from(("error", "warning", "notice")),
)
