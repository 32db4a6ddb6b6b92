"""What is printed for a workshop: axe on the screen, and every sheet of paper as a browser prints it."""

import re
from dataclasses import replace
from functools import cache
from io import BytesIO
from unicodedata import normalize

import pytest
from pypdf import PdfReader

from in_a_browser import MODES, NEEDS_A_BROWSER, SPACED, Open, overflow, violations
from ladder_check.render.papers import Paper, render_ballots
from ladder_check.report.paper_view import BallotSheets, PaperQuestion, Printing
from ladder_check.report.papers import build_ballots, build_cards, build_tally
from page_faults import restyle
from paper_day import PAPERS, printing

pytestmark = NEEDS_A_BROWSER
MILLIMETRE = 96 / 25.4
SIZES = pytest.mark.parametrize("size", [18, 24])


@cache
def everything(*, claims: bool) -> BallotSheets:
    """One ballot, with all claims or with every question of every bank that we ship."""
    sheets = build_ballots(printing(1 if claims else 2, everything=True), first=26)
    return replace(sheets, ballots=sheets.ballots[:1])


def printed(show: Open, html: str) -> list[str]:
    """The text of every sheet of paper, without spaces: where lines break is no matter."""
    reader = PdfReader(BytesIO(show(html).pdf(prefer_css_page_size=True)))
    return [squeezed(page.extract_text()) for page in reader.pages]


def squeezed(text: str) -> str:
    """*text* without white space, and with letters that are drawn as one (such as ff) taken apart."""
    return re.sub(r"\s", "", normalize("NFKC", text))


def words_of(question: PaperQuestion) -> list[str]:
    """All that a sheet with *question* says, in the order in which it says it."""
    steps = [f"{step.number}{f'{step.name}.' if step.name else ''}{step.words}" for step in question.steps]
    return [squeezed(text) for text in (question.ask, *steps)]


def place_of(question: PaperQuestion) -> str:
    """How a sheet says which question is on it."""
    return squeezed(f"Question {question.number} of {question.of}.")


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("name", PAPERS)
def test_axe_finds_nothing_in_what_is_printed(show: Open, name: str, mode: str) -> None:
    assert violations(show(PAPERS[name](printing(), Paper()), **MODES[mode])) == []


@pytest.mark.parametrize("name", PAPERS)
def test_nothing_that_is_printed_is_wider_than_a_small_screen(show: Open, name: str) -> None:
    page = show(PAPERS[name](printing(), Paper()), viewport={"width": 320, "height": 640})
    assert overflow(page) == 0
    page.evaluate(SPACED)
    assert overflow(page) == 0


@pytest.mark.parametrize("name", PAPERS)
def test_what_is_printed_asks_for_itself_only_and_complains_of_nothing(show: Open, name: str) -> None:
    asked: list[str] = []
    complaints: list[str] = []
    show(PAPERS[name](printing(), Paper()), asked, complaints).wait_for_load_state("networkidle")
    assert [url for url in asked if not url.startswith("data:")] == [asked[0]]
    assert complaints == []


@SIZES
@pytest.mark.parametrize("claims", [True, False])
def test_each_question_has_one_sheet_to_itself(show: Open, size: int, claims: bool) -> None:
    """The longest texts that we ship included: a sheet to begin with, then as many as there are questions."""
    sheets = everything(claims=claims)
    pages = printed(show, render_ballots(sheets, Paper(size)))
    assert len(pages) == 1 + len(sheets.questions)
    for question, page in zip(sheets.questions, pages[1:], strict=True):
        places = [page.find(words) for words in (place_of(question), *words_of(question))]
        assert -1 not in places, question.id
        assert places == sorted(places), question.id
        assert squeezed("I am not sure") in page
        assert squeezed("I do not want to answer") in page
        assert page.endswith(squeezed(question.note)), question.id
        assert page.startswith(squeezed("Ballot 26, people, round"))


@SIZES
def test_a_booklet_breaks_no_question(show: Open, size: int) -> None:
    sheets = everything(claims=False)
    pages = printed(show, render_ballots(sheets, Paper(size, booklet=True)))
    for question in sheets.questions:
        (page,) = [page for page in pages if place_of(question) in page]
        of_this = page[page.index(place_of(question)) :]
        assert all(words in of_this for words in words_of(question)), question.id
        assert squeezed(question.note) in of_this, question.id


def test_a_booklet_needs_less_paper(show: Open) -> None:
    sheets = everything(claims=False)
    pages = printed(show, render_ballots(sheets, Paper(18, booklet=True)))
    assert len(pages) <= 0.8 * len(sheets.questions)


def test_questions_that_may_break_would_be_seen(show: Open) -> None:
    sheets = everything(claims=False)
    spoilt = restyle("break-before: auto; break-inside: avoid", "break-before: auto; break-inside: auto")(
        render_ballots(sheets, Paper(18, booklet=True)).replace("break-inside: avoid }\n.box", "}\n.box")
    )
    pages = printed(show, spoilt)
    broken = [
        question.id
        for question in sheets.questions
        for page in pages
        if place_of(question) in page and not all(words in page for words in words_of(question))
    ]
    assert broken


@SIZES
def test_letters_and_boxes_are_as_large_as_promised(show: Open, size: int) -> None:
    page = show(PAPERS["ballots"](printing(), Paper(size)))
    page.emulate_media(media="print")
    letters = page.evaluate(
        "[...new Set([...document.querySelectorAll('.ballot li, .ballot p:not(.credits)')].map("
        "each => parseFloat(getComputedStyle(each).fontSize)))]"
    )
    boxes = page.evaluate(
        "[...document.querySelectorAll('.box')].flatMap(each => [each.offsetWidth, each.offsetHeight])"
    )
    assert letters == [pytest.approx(size * 4 / 3, abs=0.1)]
    assert set(boxes) == {round(11 * MILLIMETRE)}


@SIZES
def test_no_word_and_no_box_reaches_over_the_edge(show: Open, size: int) -> None:
    """A4 is 210 mm wide, and 12 mm on each side are left free."""
    width = int((210 - 24) * MILLIMETRE)
    page = show(
        render_ballots(everything(claims=True), Paper(size)), viewport={"width": width, "height": 900}
    )
    page.emulate_media(media="print")
    assert overflow(page) == 0
    right = page.evaluate(
        "Math.max(...[...document.querySelectorAll('.ballot *')].map("
        "each => each.getBoundingClientRect().right))"
    )
    assert right <= width


@SIZES
def test_every_card_is_one_sheet(show: Open, size: int) -> None:
    made_of = printing(everything=True)
    cards = build_cards(made_of).cards
    pages = printed(show, PAPERS["cards"](made_of, Paper(size)))
    assert len(pages) == len(cards) == 7
    for card, page in zip(cards, pages, strict=True):
        rungs = [page.find(squeezed(f"{step.number}{step.name}.{step.words}")) for step in card.rungs]
        assert -1 not in rungs, card.name
        assert rungs == sorted(rungs), card.name


@pytest.mark.parametrize("round_", [1, 2])
def test_every_question_is_counted_on_one_sheet(show: Open, round_: int) -> None:
    made_of: Printing = printing(round_, everything=True)
    questions = build_tally(made_of).questions
    pages = printed(show, PAPERS["tally"](made_of, Paper()))
    assert len(pages) == len(questions)
    for question, page in zip(questions, pages, strict=True):
        assert squeezed(question.id) in page
        assert page.count(squeezed("I am not sure")) == 2


def test_no_question_that_is_read_aloud_is_broken(show: Open) -> None:
    made_of = printing(2, everything=True)
    pages = printed(show, PAPERS["facilitator"](made_of, Paper()))
    for question in build_ballots(made_of).questions:
        sheet = [page for page in pages if squeezed(f"{question.of}: {question.id}") in page]
        assert any(all(words in page for words in words_of(question)) for page in sheet), question.id
