"""Faults that pages have in the wild, planted one at a time: a gate that misses its fault proves nothing.

Each fault names the gate that must find it and says how a good page becomes a bad one.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from ladder_check.render.html import content_policy


@dataclass(frozen=True, slots=True)
class Fault:
    """A way to spoil a page, and the gate that must notice."""

    name: str
    gate: str
    spoil: Callable[[str], str]


def swap(old: str, new: str) -> Callable[[str], str]:
    """Replace the first match of the pattern *old*."""

    def spoil(html: str) -> str:
        spoilt, number = re.subn(old, new, html, count=1, flags=re.DOTALL)
        assert number == 1, f"{old!r} is not in the page: this fault would prove nothing"
        return spoilt

    return spoil


def restyle(old: str, new: str) -> Callable[[str], str]:
    """Replace the first *old* in the style sheet, with a policy that allows it: the hash must not find it."""

    def spoil(html: str) -> str:
        spoilt = swap(re.escape(old), new)(html)
        return spoilt.replace(_policy_of(html), _policy_of(spoilt))

    return spoil


def same_shapes(html: str) -> str:
    """Every square becomes a circle, so that staff and standing differ in colour alone."""
    assert "<rect" in html
    return re.sub(
        r'<rect class="f-staff"[^>]*/>',
        '<circle class="f-staff" cx="12" cy="12" r="9" fill="#00594f"/>',
        html,
    )


def no_row_headers(html: str) -> str:
    """Every row header becomes an ordinary cell."""
    return re.sub(r'<th scope="row">(.*?)</th>', r"<td>\1</td>", html, flags=re.DOTALL)


def _policy_of(html: str) -> str:
    style = html.partition("<style>")[2].partition("</style>")[0]
    return content_policy(style).replace("'", "&#39;")


FAULTS = (
    Fault("no language", "names_its_language", swap(' lang="en"', "")),
    Fault("no such language", "names_its_language", swap('lang="en"', 'lang="en_GB english"')),
    Fault("empty title", "has_no_empty_part", swap("<title>.*?</title>", "<title></title>")),
    Fault("heading level skipped", "skips_no_heading_level", swap("<h2(.*?)</h2>", r"<h4\1</h4>")),
    Fault("second h1", "has_one_h1", swap("<h2(.*?)</h2>", r"<h1\1</h1>")),
    Fault("faint text", "can_be_seen", restyle("--soft: #3d3d3d", "--soft: #9a9a9a")),
    Fault("table without caption", "has_tables_that_can_be_heard", swap("<caption>.*?</caption>", "")),
    Fault("header without scope", "has_tables_that_can_be_heard", swap(' scope="col"', "")),
    Fault("row header as a cell", "has_tables_that_can_be_heard", no_row_headers),
    Fault("meaning by colour only", "tells_marks_apart_by_shape", same_shapes),
    Fault("skip link to nowhere", "has_a_skip_link_to_main", swap('id="report"', 'id="elsewhere"')),
    Fault("no main", "has_a_skip_link_to_main", swap("<main(.*)</main>", r"<div\1</div>")),
    Fault("picture without a name", "names_its_pictures", swap('(role="img">)<title>.*?</title>', r"\1")),
    Fault("same id twice", "has_ids_that_lead_somewhere", swap("<p>", '<p id="report">')),
    Fault("zoom blocked", "lets_people_zoom", swap("initial-scale=1", "initial-scale=1, user-scalable=no")),
    Fault(
        "click here", "has_links_that_say_where_they_go", swap(r"(<a href[^>]*>).*?</a>", r"\1Click here</a>")
    ),
    Fault(
        "remote style sheet",
        "asks_nothing_of_the_network",
        swap("</head>", '<link rel="stylesheet" href="https://fonts.example/a.css"></head>'),
    ),
    Fault("fixed width", "has_no_fixed_width", restyle(".page { max-width: 38rem", ".page { width: 900px")),
    Fault("note not escaped", "holds_only_known_tags", swap("<p([^>]*)>", r"<p\1><script>alert(1)</script>")),
    Fault("tiny button", "has_nothing_to_press", swap("</main>", "<button>?</button></main>")),
    Fault("empty heading", "has_no_empty_part", swap("(<h2[^>]*>).*?</h2>", r"\1</h2>")),
    Fault("list that is no list", "has_lists_of_items", swap("<ul>(.*?)</ul>", r"<div>\1</div>")),
    Fault("direction of another language", "names_its_language", swap('lang="en"', 'lang="ar"')),
    Fault("style on an element", "keeps_to_its_policy", swap("<p>", '<p style="color:red">')),
    Fault("style sheet changed by hand", "keeps_to_its_policy", swap("--text: #1a1a1a", "--text: #000")),
)
