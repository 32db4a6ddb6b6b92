"""What every page must keep, checked without a browser: each gate takes a page and says what is wrong."""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from lxml.etree import tostring
from lxml.html import HtmlElement, document_fromstring

from ladder_check.render.html import content_policy, direction
from palette import faint_pairs

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
# A note that was not escaped brings in something that no template of ours writes.
KNOWN_TAGS = frozenset(
    re.findall(
        r"\w+",
        """html head meta link title style body a main header footer section div span p br small b h1 h2 h3 h4
        ul ol li dl dt dd table caption thead tbody tr th td blockquote svg path rect circle text""",
    )
)
BANNED_LINK_TEXT = frozenset({"here", "click here", "more", "read more", "link", "this", "this page"})
PAINT = frozenset({"fill", "stroke", "class"})


@dataclass(frozen=True, slots=True)
class Page:
    """A page as text, as a tree, and its style sheet."""

    text: str
    tree: HtmlElement
    style: str

    def all(self, path: str) -> list[HtmlElement]:
        """Every element at *path*."""
        found: list[HtmlElement] = self.tree.xpath(path)
        return found


Gate = Callable[[Page], Iterator[str]]


def read_page(html: str) -> Page:
    """Read a page from its text."""
    style = re.search(r"<style>(.*?)</style>", html, re.DOTALL)
    return Page(html, document_fromstring(html), style.group(1) if style else "")


def problems(html: str) -> set[str]:
    """What is wrong with a page, each with the name of the gate that found it."""
    page = read_page(html)
    return {f"{gate.__name__}: {problem}" for gate in GATES for problem in gate(page)}


def has_one_h1(page: Page) -> Iterator[str]:
    if (number := len(page.all("//h1"))) != 1:
        yield f"{number} h1"


def skips_no_heading_level(page: Page) -> Iterator[str]:
    headings = [each for each in page.tree.iter() if each.tag in HEADINGS]
    for above, below in pairwise(headings):
        if int(below.tag[1]) > int(above.tag[1]) + 1:
            yield f"{words(below)!r} is {below.tag} after {above.tag}"


def has_no_empty_part(page: Page) -> Iterator[str]:
    for element in page.all("//title | //h1 | //h2 | //h3 | //h4 | //caption | //th | //dt | //li | //p"):
        if not words(element):
            yield f"an empty {element.tag}"


def labels_sections_by_their_heading(page: Page) -> Iterator[str]:
    for section in page.all("//section"):
        headings = [each.get("id") for each in section.iter() if each.tag in HEADINGS]
        if not headings or section.get("aria-labelledby") != headings[0]:
            yield f"section {section.get('id')!r} is not labelled by its heading"


def names_its_language(page: Page) -> Iterator[str]:
    if page.tree.get("lang") is None or page.tree.get("dir") is None:
        yield "html needs lang and dir"
    for element in page.all("//*[@lang]"):
        language = element.get("lang", "")
        if not re.fullmatch(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*", language):
            yield f"{language!r} is not a language"
        elif element.get("dir") != direction(language):
            yield f"{language!r} is not written {element.get('dir')}"


def has_a_skip_link_to_main(page: Page) -> Iterator[str]:
    mains = page.all("//main")
    first = page.all("//body/*[1]")
    if len(mains) != 1:
        yield f"{len(mains)} main"
    elif not first or first[0].get("href") != f"#{mains[0].get('id')}":
        yield "the first thing in the page is no link to main"


def has_tables_that_can_be_heard(page: Page) -> Iterator[str]:
    for table in page.all("//table"):
        caption = table.find("caption")
        if caption is None:
            yield "a table without a caption"
        if any(cell.tag != "th" or cell.get("scope") != "col" for cell in table.xpath("./thead/tr/*")):
            yield "a column header that is not th scope=col"
        if any(row[0].tag != "th" or row[0].get("scope") != "row" for row in table.xpath("./tbody/tr")):
            yield "a row header that is not th scope=row"
        if any(len(row) > 4 for row in table.xpath(".//tr")):
            yield "a table of more than four columns"


def asks_nothing_of_the_network(page: Page) -> Iterator[str]:
    for element in page.all("//*[self::link or self::script or self::img or self::iframe or self::source]"):
        if re.match(r"(?i)\s*(https?:|//)", element.get("href") or element.get("src") or ""):
            yield f"{element.tag} fetches something"
    if re.search(r"(?i)@import|url\(", page.style):
        yield "the style sheet fetches something"


def keeps_to_its_policy(page: Page) -> Iterator[str]:
    metas = [(each.get("charset"), each.get("http-equiv")) for each in page.all("//head/*")[:2]]
    if metas != [("utf-8", None), (None, "Content-Security-Policy")]:
        yield "the policy does not come first after the charset"
    given = [each.get("content") for each in page.all("//meta[@http-equiv]")]
    if given != [content_policy(page.style)]:
        yield "the policy does not match the style sheet"
    for element in page.tree.iter():
        if any(name == "style" or name.startswith("on") for name in element.attrib):
            yield f"{element.tag} carries a style or a script"
        if (element.get("href") or "").lower().startswith("javascript:"):
            yield "a link that runs a script"


def holds_only_known_tags(page: Page) -> Iterator[str]:
    tags = {str(element.tag) for element in page.tree.iter()}
    yield from (f"<{tag}> is none of ours" for tag in sorted(tags - KNOWN_TAGS))


def names_its_pictures(page: Page) -> Iterator[str]:
    for picture in page.all("//*[local-name()='svg']"):
        if not "".join(picture.xpath("./*[local-name()='title']//text()")).strip():
            yield "a picture without a title"
        if picture.get("aria-hidden") != "true" and picture.get("role") != "img":
            yield "a picture that is neither hidden nor an image"


def tells_marks_apart_by_shape(page: Page) -> Iterator[str]:
    """No meaning by colour alone: every mark has a shape of its own, and words beside it."""
    shapes: dict[str, set[str]] = {}
    for mark in page.all("//*[local-name()='svg'][contains(@class, 'mk')]"):
        title = words(mark[0])
        shapes.setdefault(title, set()).add(" ".join(_shape(each) for each in mark[1:]))
        beside = mark.getparent()
        if beside is None or words(beside) == title:
            yield f"{title} has no words beside it"
    drawn = Counter(shape for shape_set in shapes.values() for shape in shape_set)
    if any(len(each) != 1 for each in shapes.values()) or any(number > 1 for number in drawn.values()):
        yield "two marks have the same shape, or one has two"


def has_ids_that_lead_somewhere(page: Page) -> Iterator[str]:
    ids = Counter(each.get("id") for each in page.all("//*[@id]"))
    yield from (f"id {name!r} stands {number} times" for name, number in ids.items() if number > 1)
    targets = [each.get("href", "")[1:] for each in page.all("//a[starts-with(@href, '#')]")]
    targets += [each.get("aria-labelledby", "") for each in page.all("//*[@aria-labelledby]")]
    yield from (f"nothing has the id {name!r}" for name in targets if name not in ids)


def has_links_that_say_where_they_go(page: Page) -> Iterator[str]:
    for link in page.all("//a"):
        text = words(link).lower().strip(" .:…>»")
        if not text or text in BANNED_LINK_TEXT:
            yield f"a link that says {text!r}"


def has_nothing_to_press(page: Page) -> Iterator[str]:
    """Without a script a button or field does nothing."""
    yield from (
        f"a {each.tag}"
        for each in page.all("//*[self::button or self::input or self::select or self::textarea]")
    )


def has_lists_of_items(page: Page) -> Iterator[str]:
    for item in page.all("//li"):
        parent = item.getparent()
        if parent is None or parent.tag not in ("ul", "ol"):
            yield "an item outside a list"
    if any(each.tag != "li" for each in page.all("//ul/* | //ol/*")):
        yield "something in a list that is no item"
    if not page.all("//ol[contains(@class, 'ladder')][@reversed]") and page.all("//*[@class='ladder']"):
        yield "a ladder that is no list"


def lets_people_zoom(page: Page) -> Iterator[str]:
    views = "".join(each.get("content", "") for each in page.all("//meta[@name='viewport']"))
    if "width=device-width" not in views or re.search(r"user-scalable|maximum-scale", views):
        yield f"the viewport is {views!r}"


def has_no_fixed_width(page: Page) -> Iterator[str]:
    for width, unit in re.findall(r"(?<!max-)(?:width|inline-size):\s*([\d.]+)(px|rem|em|pt)", page.style):
        if float(width) * {"px": 1, "pt": 4 / 3, "em": 19, "rem": 19}[unit] > 256:
            yield f"a width of {width}{unit}"


def can_be_seen(page: Page) -> Iterator[str]:
    yield from faint_pairs(page.style)


def words(element: HtmlElement) -> str:
    """The text in an element, on one line."""
    return " ".join(str(element.text_content()).split())


def _shape(element: HtmlElement) -> str:
    outline = {name: value for name, value in element.attrib.items() if name not in PAINT}
    return f"{tostring(element, encoding='unicode').split()[0]} {sorted(outline.items())}"


GATES: tuple[Gate, ...] = (
    has_one_h1,
    skips_no_heading_level,
    has_no_empty_part,
    labels_sections_by_their_heading,
    names_its_language,
    has_a_skip_link_to_main,
    has_tables_that_can_be_heard,
    asks_nothing_of_the_network,
    keeps_to_its_policy,
    holds_only_known_tags,
    names_its_pictures,
    tells_marks_apart_by_shape,
    has_ids_that_lead_somewhere,
    has_links_that_say_where_they_go,
    has_nothing_to_press,
    has_lists_of_items,
    lets_people_zoom,
    has_no_fixed_width,
    can_be_seen,
)
