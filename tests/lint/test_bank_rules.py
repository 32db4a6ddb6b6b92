"""Another version of a bank, and questions that changed (LC12x)."""

from collections.abc import Callable

import pytest

import lint_sheets
from ladder_check.documents.library import Shelf
from ladder_check.lint.rules import banks
from ladder_check.model.bank import Bank
from ladder_check.model.seen import fingerprint
from linted import found, lines

WORD = "banks: {word: 1.0.0}\n"


def at_version(version: str) -> Callable[[Bank], Bank]:
    return lambda bank: bank.model_copy(update={"version": version})


def reworded(bank: Bank) -> Bank:
    """The bank word at version 1.1.0, with other words in the question jm1."""
    keys = bank.model_dump(by_alias=True)
    for item in keys["items"]:
        if item["id"] == "jm1":
            item["ask"] = "Other words than before?"
    return Bank.model_validate(keys | {"version": "1.1.0"}) if bank.id == "word" else bank


def seen_now(question: str) -> str:
    """What `seen` says of a question of the shipped bank word today."""
    return next(fingerprint(each) for each in Shelf().bank("word").questions if each.id == question)


@pytest.mark.parametrize(
    ("at_hand", "code"),
    [("1.0.0", None), ("1.0.1", "LC121"), ("1.10.0", "LC121"), ("2.0.0", "LC122"), ("0.9.0", "LC122")],
)
def test_only_another_first_number_is_an_error(at_hand: str, code: str | None) -> None:
    both = [*found("LC121", WORD, bank=at_version(at_hand)), *found("LC122", WORD, bank=at_version(at_hand))]
    weights = {"LC121": "notice", "LC122": "error"}
    assert [(each.code, each.severity) for each in both] == ([(code, weights[code])] if code else [])


def test_a_bank_that_the_file_does_not_name_has_no_other_version() -> None:
    assert found("LC122", "answers: {word: {jm1: {leaders: 3}}}", bank=at_version("2.0.0")) == []


def test_what_another_version_means_for_this_file_is_said() -> None:
    text = f"""\
    banks:
      word: 1.0.0
    answers:
      word:
        jm1: {{leaders: 3, seen: "{seen_now("jm1")}"}}
        jm2: {{leaders: 3}}
    """
    (finding,) = found("LC121", text, bank=reworded)
    assert lines([finding]) == [5]
    assert finding.message == (
        "This file names word 1.0.0, and 1.1.0 is at hand: the same questions in meaning. "
        "Of 2 answered here, 1 has other words now (jm1), and of 1 nothing tells which words they had "
        "(no `seen`). "
        "Either read the answers again (`assess --changed` asks what changed) and write word: 1.1.0, "
        "or keep word 1.0.0 in a folder of your own (`questions`)."
    )
    assert lines(found("LC123", text, bank=reworded)) == [8]


def test_of_many_changed_questions_the_first_eight_are_named() -> None:
    ladder = Shelf().bank("ladder")
    asked = [each.id for each in ladder.questions if each.aspect in ("deciding", "designing")]
    answers = "".join(f'        {each}: {{leaders: 1, seen: "000000"}}\n' for each in asked)
    text = f"    banks:\n      ladder: 0.9.0\n    answers:\n      ladder:\n{answers}"
    (finding,) = found("LC122", text)
    assert len(asked) == 16
    named = "r1, deciding.r2, deciding.r3, deciding.r4, deciding.r5, deciding.r6, deciding.r7a, deciding.r7b"
    assert f"Of 16 answered here, 16 have other words now (deciding.{named} and 8 more). " in finding.message


def test_a_file_of_a_newer_bank_points_to_a_newer_ladder_check() -> None:
    (finding,) = found("LC121", "banks: {word: 1.2.0}")
    assert finding.message.endswith(
        "Nothing of it is answered here yet. Either use a newer ladder-check that has word 1.2.0, "
        "or write word: 1.0.0."
    )


def test_a_bank_that_everybody_is_to_answer_is_named_until_somebody_does() -> None:
    """Named under banks is not answered yet; an assessment that answers nothing has only been begun."""
    asked = {"require": ["word", "rules"]}
    named = {"banks": {"word": "1.0.0"}, "answers": {"rules": {"hr1.practice": {"lived": 2}}}}
    assert [path for path, _ in lint_sheets.found(banks.required_bank_unanswered, named, asked)] == [
        ("banks", "word")
    ]
    assert lint_sheets.found(banks.required_bank_unanswered, {"banks": {"word": "1.0.0"}}, asked) == []


def test_a_question_with_the_words_of_its_answer_has_not_changed() -> None:
    text = f'answers: {{word: {{jm1: {{leaders: 3, seen: "{seen_now("jm1")}"}}}}}}'
    assert found("LC123", text) == []


def test_a_changed_question_that_nobody_answered_has_nothing_to_answer_again() -> None:
    assert found("LC123", 'answers: {word: {jm1: {note: Next time., seen: "000000"}}}') == []
