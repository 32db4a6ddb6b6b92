"""Rules about banks and ladders themselves, on files as people write them."""

from datetime import date
from pathlib import Path

import pytest
import yaml

from ladder_check.cli.checking import Request, judge
from ladder_check.cli.judged import Judged
from ladder_check.lint.links import link_fault
from ladder_check.lint.rule import FileState
from ladder_check.render.starter import render_starter

SHIPPED = Path(__file__).parents[2] / "questions"
LINK = "https://www.thinklocalactpersonal.org.uk/"
BANK = f"""\
format: 1
id: ours
version: 1.0.0
title: Our questions
about: What matters to us.
source: {{name: Our group, link: "{LINK}"}}
kind: items
minutes: 5
items:
  - id: q1
    name: A warm welcome
    ask: Are people made welcome?
    why: The first visit counts.
    anchors: [Never., Once., Sometimes., Usually., Always.]
    action: {{do: Plan the first visit together., owner: Manager, partner: Two people,
      done_when: People say so.}}
"""


def judged(folder: Path, text: str, name: str = "ours.bank.yaml") -> Judged:
    """What `check` says of a file with this *text*."""
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return judge(path, Request(date(2026, 11, 10)), None)


def found(folder: Path, text: str, name: str = "ours.bank.yaml") -> list[tuple[int, str, str]]:
    """The line, the weight and the code of each finding about a file with this *text*."""
    findings = judged(folder, text, name).findings
    return [(each.place.line if each.place else 0, each.severity, each.code) for each in findings]


def test_a_plain_bank_of_ones_own_has_nothing_to_put_right(tmp_path: Path) -> None:
    assert found(tmp_path, BANK) == []


def test_what_is_wrong_with_a_bank_is_told_at_its_line(tmp_path: Path) -> None:
    text = BANK.replace(LINK, "https://localhost/report")
    text = text.replace("Are people made welcome?", "Are people welcome or asked to leave?")
    text = text.replace("Two people,", "Service users of the ICB,")
    assert found(tmp_path, text) == [
        (6, "warning", "LC132"),
        (12, "warning", "LC134"),
        (15, "warning", "LC136"),
        (15, "warning", "LC137"),
    ]


def test_an_ignore_with_a_reason_sets_a_finding_of_a_bank_aside(tmp_path: Path) -> None:
    text = BANK.replace(f', link: "{LINK}"}}', "}  # ladder-check: ignore[LC131] on paper only")
    answer = judged(tmp_path, text)
    assert (answer.findings, answer.hidden) == ((), 1)


def test_an_ignore_in_a_bank_needs_a_reason_a_use_and_a_code_that_there_is(tmp_path: Path) -> None:
    text = BANK.replace("kind: items", "kind: items  # ladder-check: ignore[LC131]")
    text = text.replace("minutes: 5", "minutes: 5  # ladder-check: ignore[LC132] it moved")
    text = text.replace("id: q1", "id: q1  # ladder-check: ignore[LC199] it moved")
    assert found(tmp_path, text) == [
        (7, "error", "LC901"),
        (8, "warning", "LC902"),
        (10, "error", "LC905"),
    ]


@pytest.mark.parametrize("key", ["do", "owner", "partner", "done_when"])
def test_a_question_needs_every_part_of_its_action(tmp_path: Path, key: str) -> None:
    data = yaml.safe_load(BANK)
    del data["items"][0]["action"][key]
    assert [code for _, _, code in found(tmp_path, yaml.safe_dump(data))] == ["LC010"]


@pytest.mark.parametrize("key", ["why", "anchors", "action", "ask"])
def test_a_question_needs_its_why_its_anchors_and_its_action(tmp_path: Path, key: str) -> None:
    data = yaml.safe_load(BANK)
    del data["items"][0][key]
    assert [code for _, _, code in found(tmp_path, yaml.safe_dump(data))] == ["LC010"]


def test_a_bank_needs_a_source_with_a_name(tmp_path: Path) -> None:
    text = BANK.replace("name: Our group, ", "")
    assert found(tmp_path, text) == [(6, "error", "LC010")]


def test_a_ladder_bank_whose_gate_became_a_step_is_told(tmp_path: Path) -> None:
    text = (SHIPPED / "ladder.bank.yaml").read_text(encoding="utf-8")
    assert text.count("role: gate") == 1
    (line,) = [n for n, each in enumerate(text.split("\n"), 1) if each.startswith("indicators:")]
    codes = found(tmp_path, text.replace("role: gate", "role: step"), "ladder.bank.yaml")
    assert codes == [(line, "warning", "LC133")]


def test_only_english_words_are_looked_at(tmp_path: Path) -> None:
    text = BANK.replace("kind: items", "kind: items\nlanguage: LANGUAGE")
    text = text.replace("Are people made welcome?", "Fragt ihr die Leute or die Clients des ICB?")
    assert [code for _, _, code in found(tmp_path, text.replace("LANGUAGE", "en-GB"))] == [
        "LC134",
        "LC136",
        "LC137",
    ]
    assert found(tmp_path, text.replace("LANGUAGE", "de")) == []


def test_a_rule_that_is_left_out_is_not_asked_of_a_bank(tmp_path: Path) -> None:
    (tmp_path / "ladder-check.toml").write_text('ignore = ["LC13"]\n', encoding="utf-8")
    assert found(tmp_path, BANK.replace("Are people", "Are service users")) == []


def test_a_ladder_is_looked_at_too(tmp_path: Path) -> None:
    text = (SHIPPED / "deciding-together.ladder.yaml").read_text(encoding="utf-8")
    text = text.replace("http://helensanderson.net", "ftp://helensanderson.net")
    assert [code for _, _, code in found(tmp_path, text, "deciding-together.ladder.yaml")] == ["LC132"]


def _nothing_there(_: str) -> FileState:
    return "missing"


@pytest.mark.parametrize(
    "link",
    [
        "ftp://ladders.org.uk/a",
        "javascript:alert(1)",
        "https://",
        "https:///report",
        "https://example.org/report",
        "http://our.example.com",
        "http://localhost:8000/",
        "http://127.0.0.1/",
        "http://intranet/report",
        "https://[::1/",
        "https://ladders.org.uk/a report",
        "www.ladders.org.uk",
        "reports/2019.pdf",
    ],
)
def test_a_link_that_can_lead_nowhere_is_seen(link: str) -> None:
    assert link_fault(link, _nothing_there) is not None


@pytest.mark.parametrize(
    "link",
    [
        "https://ladders.org.uk",
        "http://ladders.org.uk:80/a?b=c#d",
        "https://doi.org/10.1080/01944366908977225",
    ],
)
def test_a_web_address_is_taken_at_its_word(link: str) -> None:
    assert link_fault(link, _nothing_there) is None


def test_a_file_beside_the_bank_is_looked_up_without_its_fragment(tmp_path: Path) -> None:
    (tmp_path / "report.md").write_text("# Ladders\n", encoding="utf-8")
    assert found(tmp_path, BANK.replace(LINK, "report.md#ladders")) == []
    assert found(tmp_path, BANK.replace(LINK, "no-report.md")) == [(6, "warning", "LC132")]
    assert found(tmp_path, BANK.replace(LINK, "../report.md")) == [(6, "warning", "LC132")]


def test_a_new_bank_of_ones_own_has_nothing_to_put_right(tmp_path: Path) -> None:
    answer = judged(tmp_path, render_starter("ours", "."))
    assert answer.findings == ()


def test_an_area_of_work_may_be_called_source(tmp_path: Path) -> None:
    """Its questions stand under `source` then, and are questions all the same."""
    text = (SHIPPED / "ladder.bank.yaml").read_text(encoding="utf-8")
    text = text.replace("id: doing", "id: source").replace(" doing:", " source:")
    assert found(tmp_path, text, "ladder.bank.yaml") == []
    hard = next(
        each for each in text.split("\n") if each.startswith("      source: ") and each.endswith('?"')
    )
    text = text.replace(hard, '      source: "Do staff or people run it?"')
    assert [code for _, _, code in found(tmp_path, text, "ladder.bank.yaml")] == ["LC134"]
