"""Papers as pages: every gate, the order of steps, and nothing that asks for a name."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from ladder_check.render.papers import Paper, render_ballots, render_cards
from ladder_check.render.templates import html_templates
from ladder_check.report.papers import build_ballots, build_cards
from page_gates import problems, read_page, words
from paper_day import PAPERS, printing

LOOKS = [Paper(18), Paper(24), Paper(18, booklet=True)]


@pytest.mark.parametrize("paper", LOOKS, ids=["18", "24", "booklet"])
@pytest.mark.parametrize("round_", [1, 2])
@pytest.mark.parametrize("name", PAPERS)
def test_every_paper_passes_every_gate(name: str, round_: int, paper: Paper) -> None:
    assert problems(PAPERS[name](printing(round_), paper)) == set()


def test_words_in_another_language_say_so() -> None:
    made_of = replace(printing(2), languages={"ladder": "cy"})
    page = PAPERS["ballots"](made_of, Paper())
    assert problems(page) == set()
    tree = read_page(page)
    assert {each.get("lang") for each in tree.all("//h3")} == {"cy"}
    assert not tree.all("//p[@class='place'][@lang]")


@pytest.mark.parametrize("round_", [1, 2])
def test_steps_have_one_order_on_ballots_and_tally_sheets_and_when_read_aloud(round_: int) -> None:
    numbers = [7, 6, 5, 4, 3, 2, 1] if round_ == 1 else [4, 3, 2, 1, 0]
    ballots = read_page(PAPERS["ballots"](printing(round_), Paper()))
    for steps in ballots.all("//ul[@class='steps']"):
        assert [int(words(each)) for each in steps.xpath("./li/b")] == numbers
    tally = read_page(PAPERS["tally"](printing(round_), Paper()))
    for table in tally.all("//table"):
        assert [int(words(each)) for each in table.xpath(".//th/b")] == numbers
    guide = read_page(PAPERS["facilitator"](printing(round_), Paper()))
    read = guide.all(f"//section[@id='{'claims' if round_ == 1 else 'questions'}']//ul[@class='steps']")
    assert [[int(words(each)) for each in steps.xpath("./li/b")] for steps in read] == [numbers] * len(read)
    assert read


def test_cards_have_the_top_rung_at_the_top() -> None:
    page = read_page(render_cards(build_cards(printing()), Paper()))
    (ladder,) = page.all("//ol[@class='ladder']")
    assert [each.get("value") for each in ladder] == ["7", "6", "5", "4", "3", "2", "1"]


def test_every_step_has_one_box_and_every_page_says_whose_it_is() -> None:
    sheets = build_ballots(printing(2))
    page = read_page(render_ballots(sheets, Paper()))
    for ballot, section in zip(sheets.ballots, page.all("//section"), strict=True):
        places = [words(each) for each in section.xpath(".//p[@class='place']")]
        assert len(places) == len(sheets.questions)
        assert all(each.startswith(f"Ballot {ballot.number}, {ballot.short}, round 2.") for each in places)
        for item in section.xpath(".//ul[contains(@class, 'steps')]/li"):
            assert len(item.xpath("./span[@class='box']")) == 1


def test_nothing_asks_for_a_name() -> None:
    page = read_page(PAPERS["ballots"](printing(1), Paper()))
    said = re.findall(r"(?i)[\w ]*\bnames?\b", words(page.all("//main")[0]))
    assert set(said) == {" Please do not write your name", " We keep no names"}
    assert len(said) == 2 * 13


def test_a_template_of_ones_own_is_used_first(tmp_path: Path) -> None:
    (tmp_path / "cards.html.j2").write_text("mine: {{ sheets.cards[0].name }}", encoding="utf-8")
    paper = Paper(templates=html_templates(tmp_path))
    assert render_cards(build_cards(printing()), paper) == "mine: Designing the service"


def test_what_people_typed_is_escaped() -> None:
    sheets = replace(build_ballots(printing()), day="<script>alert(1)</script>")
    assert problems(render_ballots(sheets, Paper())) == set()
