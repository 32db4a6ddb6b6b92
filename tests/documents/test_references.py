"""What a file names must be there."""

from datetime import date
from pathlib import Path

import pytest

from ladder_check.cli.checking import Request, judge_all
from ladder_check.documents.finding import Finding, InvalidDocument
from ladder_check.documents.library import read_banks, read_case

HEAD = "format: 1\ntitle: Day opportunities\nassessed_on: 2026-11-03\n"
SHIPPED = Path(__file__).parents[2] / "questions"


def findings(folder: Path, text: str) -> tuple[Finding, ...]:
    file = folder / "day.assessment.yaml"
    file.write_text(HEAD + text, encoding="utf-8")
    with pytest.raises(InvalidDocument) as refused:
        read_case(file, [folder])
    return refused.value.findings


@pytest.mark.parametrize(
    ("text", "code", "line_and_column", "words"),
    [
        (
            "banks: {rulez: 1.0.0}\n",
            "LC101",
            (4, 9),
            "There is no bank called 'rulez'. Did you mean 'rules'? Known: balance, ",
        ),
        (
            "answers: {ladder: {designing.r4: {agreed: {answer: does-not-fit}}}}\n",
            "LC203",
            (4, 52),
            "does-not-fit is not among the answers to this question.",
        ),
        (
            "aspects: {designing: {claim_agreed: {rung: consulting}}}\n",
            "LC205",
            (4, 44),
            "There is no rung called 'consulting'. Did you mean 'consultation'?",
        ),
        (
            "answers: {lader: {designing.r4: {leaders: 3}}}\n",
            "LC101",
            (4, 11),
            "called 'lader'. Did you mean 'ladder'?",
        ),
        (
            "answers: {ladder: {designing.r44: {leaders: 3}}}\n",
            "LC201",
            (4, 20),
            "There is no question called 'designing.r44'. Did you mean 'designing.r4'?",
        ),
        (
            "answers: {rules: {hr1: {leaders: 3}}}\n",
            "LC201",
            (4, 19),
            "`ladder-check banks show rules` lists them.",
        ),
        (
            "aspects: {desining: {left_out: x}}\n",
            "LC204",
            (4, 11),
            "There is no aspect called 'desining'. Did you mean 'designing'?",
        ),
        (
            "aspects: {designing: {claimed: {leaders: codesign}}}\n",
            "LC205",
            (4, 42),
            "There is no rung called 'codesign'. Did you mean 'co-design'?",
        ),
        (
            "aspects: {designing: {ceiling: {rung: top}}}\n",
            "LC205",
            (4, 39),
            "There is no rung called 'top'. Known: coercion, educating,",
        ),
        (
            "answers: {ladder: {designing.r4: {leaders: does-not-fit}}}\n",
            "LC203",
            (4, 44),
            "does-not-fit is not among the answers to this question.",
        ),
        (
            "answers: {blocks: {bl1: {people: does-not-fit}}}\n",
            "LC203",
            (4, 34),
            "does-not-fit is not among the answers to this question.",
        ),
    ],
)
def test_a_name_that_is_not_there(
    tmp_path: Path, text: str, code: str, line_and_column: tuple[int, int], words: str
) -> None:
    (found,) = findings(tmp_path, text)
    assert found.place is not None
    assert (found.code, (found.place.line, found.place.column)) == (code, line_and_column)
    assert words in found.message


def test_a_question_that_may_not_fit_may_be_answered_so(tmp_path: Path) -> None:
    file = tmp_path / "day.assessment.yaml"
    file.write_text(HEAD + "answers: {blocks: {bl3: {people: does-not-fit}}}\n", encoding="utf-8")
    assert read_case(file).assessment.answers_to("blocks", "bl3").people == "does-not-fit"


def test_a_bank_that_is_named_and_answered_is_told_once_where_it_is_named(tmp_path: Path) -> None:
    text = "answers: {lader: {}}\nbanks: {lader: 1.0.0}\n"
    assert [(found.code, found.place and found.place.line) for found in findings(tmp_path, text)] == [
        ("LC101", 5)
    ]


def test_every_name_that_is_not_there_is_told(tmp_path: Path) -> None:
    text = (
        "aspects: {desining: {left_out: x}, designing: {claimed: {leaders: top, people: bottom}}}\n"
        "answers: {ladder: {designing.r9: {leaders: 3}}}\n"
    )
    assert [found.code for found in findings(tmp_path, text)] == ["LC204", "LC205", "LC205", "LC201"]


def own_ladder_bank(folder: Path, old: str, new: str) -> tuple[Finding, ...]:
    """What is found in a bank of one's own, made from the shipped one with *old* replaced by *new*."""
    text = (SHIPPED / "ladder.bank.yaml").read_text(encoding="utf-8")
    assert old in text
    own = text.replace("\nid: ladder\n", "\nid: own\n").replace(old, new)
    (folder / "own.bank.yaml").write_text(own, encoding="utf-8")
    return findings(folder, "banks: {own: 1.0.0}\n")


def test_a_bank_names_rungs_of_its_ladder_and_asks_about_each(tmp_path: Path) -> None:
    """r5 alone asks about engagement: misspelt, its rung is unknown and nobody asks about engagement."""
    found = own_ladder_bank(tmp_path, "rung: engagement", "rung: engagment")
    assert {each.code for each in found} == {"LC110", "LC111"}
    messages = " ".join(each.message for each in found)
    assert "There is no rung called 'engagment'. Did you mean 'engagement'?" in messages
    assert "indicator asks about the rung 'engagement'. Add one." in messages


def test_a_card_of_a_rung_that_is_not_there(tmp_path: Path) -> None:
    found = own_ladder_bank(tmp_path, 'consultation: "You are asked', 'consulting: "You are asked')
    assert [each.code for each in found] == ["LC111"]
    assert "There is no rung called 'consulting'. Did you mean 'consultation'?" in found[0].message


def test_a_ladder_that_is_not_there(tmp_path: Path) -> None:
    (found,) = own_ladder_bank(tmp_path, "ladder: tlap", "ladder: tlpa")
    assert found.place is not None
    assert (found.code, found.place.line) == ("LC111", 11)
    assert "There is no ladder called 'tlpa'. Did you mean 'tlap'?" in found.message
    assert found.file.endswith("own.bank.yaml")


@pytest.mark.parametrize(
    ("old", "new", "line", "words"),
    [
        ("  arnstein:", "  arnsteen:", 49, "There is no ladder called 'arnsteen'. Did you mean 'arnstein'?"),
        (
            "to: placation,",
            "to: plakation,",
            53,
            "There is no rung called 'plakation'. Did you mean 'placation'?",
        ),
    ],
)
def test_a_crosswalk_leads_to_rungs_of_ladders_that_are_there(
    tmp_path: Path, old: str, new: str, line: int, words: str
) -> None:
    text = (SHIPPED / "tlap.ladder.yaml").read_text(encoding="utf-8")
    assert text.count(old) == 1
    assert text.split("\n")[line - 1].count(old) == 1
    file = tmp_path / "tlap.ladder.yaml"
    file.write_text(text.replace(old, new), encoding="utf-8")
    with pytest.raises(InvalidDocument) as refused:
        read_banks([file])
    (found,) = refused.value.findings
    assert found.place is not None
    assert (found.code, found.place.line) == ("LC111", line)
    assert found.message.startswith(words)
    (told,), _ = judge_all([str(file)], Request(date(2026, 11, 10)), None)
    assert told.findings == (found,)


def named_by_a_bank(folder: Path, more: str) -> list[tuple[str, int, int, str]]:
    """What `check` finds in a bank of three items with *more* at its end; lines count from there."""
    text = (SHIPPED / "balance.bank.yaml").read_text(encoding="utf-8").partition("\nlinked:")[0] + "\n"
    own = text.replace("\nid: balance\n", "\nid: own\n")
    (folder / "own.bank.yaml").write_text(own + more, encoding="utf-8")
    (judged,), _ = judge_all([str(folder / "own.bank.yaml")], Request(date(2026, 11, 3)), None)
    places = [(each, each.place) for each in judged.findings if each.severity == "error"]
    return [(e.code, p.line - own.count("\n"), p.column, e.message) for e, p in places if p]


@pytest.mark.parametrize(
    ("more", "code", "line_and_column", "words"),
    [
        ("linked: [[own.hb9, rules.hr3.practice, life]]\n", "LC201", (1, 11), "Did you mean 'hb3'?"),
        ("linked: [[own.hb3, rules.hr3.practise, life]]\n", "LC201", (1, 20), "Did you mean 'hr3.practice'?"),
        ("linked: [[own.hb3, rulez.hr3.practice, life]]\n", "LC101", (1, 20), "Did you mean 'rules'?"),
        ("linked: [[own.hb3, rules, life]]\n", "LC201", (1, 20), "There is no question called 'rules'."),
        (
            "migrations:\n  - {from: 1.0.0, to: 1.1.0, rename: {b3: hb33}}\n",
            "LC201",
            (2, 43),
            "There is no question called 'hb33'. Did you mean 'hb3'?",
        ),
    ],
)
def test_a_bank_names_questions_that_are_there(
    tmp_path: Path, more: str, code: str, line_and_column: tuple[int, int], words: str
) -> None:
    ((found, line, column, message),) = named_by_a_bank(tmp_path, more)
    assert (found, (line, column)) == (code, line_and_column)
    assert words in message
    with pytest.raises(InvalidDocument, match=code):
        read_banks([tmp_path / "own.bank.yaml"])


@pytest.mark.parametrize(
    "more",
    [
        "linked: [[own.hb3, rules.hr3.practice, life]]\n",
        "linked: [[rules.hr3.practice, ladder.designing.r4, life]]\n",
        # b3 became c3, and c3 became hb3.
        "migrations:\n  - {from: 1.0.0, to: 1.1.0, rename: {b3: c3}}\n"
        "  - {from: 1.1.0, to: 1.2.0, rename: {c3: hb3}}\n",
    ],
)
def test_a_bank_may_name_what_is_there(tmp_path: Path, more: str) -> None:
    assert named_by_a_bank(tmp_path, more) == []


def test_banks_that_name_each_other_are_read(tmp_path: Path) -> None:
    text = (SHIPPED / "balance.bank.yaml").read_text(encoding="utf-8").partition("\nlinked:")[0]
    for own, other in (("ours", "yours"), ("yours", "ours")):
        bank = text.replace("\nid: balance\n", f"\nid: {own}\n")
        link = f"\nlinked: [[{own}.hb3, {other}.hb2, life]]\n"
        (tmp_path / f"{own}.bank.yaml").write_text(bank + link, encoding="utf-8")
    banks = read_banks([tmp_path / "ours.bank.yaml", tmp_path / "yours.bank.yaml"])
    assert [bank.id for bank in banks] == ["ours", "yours"]


@pytest.mark.parametrize("shipped", ["balance.bank.yaml", "tlap.ladder.yaml"])
def test_a_bank_or_ladder_of_another_name_than_its_file_is_told_where_it_is_checked(
    tmp_path: Path, shipped: str
) -> None:
    """Answers are looked up by the id, and files by their name: such a bank could never be used."""
    kind = shipped.partition(".")[2]
    file = tmp_path / f"ours.{kind}"
    file.write_text((SHIPPED / shipped).read_text(encoding="utf-8"), encoding="utf-8")
    (judged,), _ = judge_all([str(file)], Request(date(2026, 11, 3)), None)
    (found,) = judged.findings
    assert (found.code, found.place and found.place.column) == ("LC112", 5)
    assert "The file is named for 'ours', and its id is" in found.message
    with pytest.raises(InvalidDocument, match="LC112"):
        read_banks([file])
