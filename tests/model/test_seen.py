"""A short hash tells which words a question had."""

from dataclasses import replace
from typing import Any

import pytest

from ladder_check.model.bank import Question, Remedy
from ladder_check.model.ladder import Source
from ladder_check.model.seen import fingerprint

QUESTION = Question(
    id="designing.r4",
    name="a say",
    ask="Do people have their say in time?",
    why="It counts.",
    anchors=("No.", "Once.", "Sometimes.", "Usually.", "Always."),
    action=Remedy(do="Ask", owner="We", partner="They", done_when="Then"),
    source=Source(name="Us"),
)


def changed(**what: Any) -> Question:
    return replace(QUESTION, **what)


def test_it_is_six_hexadecimal_digits_and_stays_the_same_for_ever() -> None:
    """Files keep it, so it may never change: sha256 of the question and its anchors, a line each."""
    import hashlib

    words = "Do people have their say in time?\nNo.\nOnce.\nSometimes.\nUsually.\nAlways."
    assert fingerprint(QUESTION) == hashlib.sha256(words.encode()).hexdigest()[:6] == "c0c8d7"


@pytest.mark.parametrize(
    "other",
    [
        changed(ask="Do people have a say in time?"),
        changed(anchors=("No.", "Once.", "Sometimes.", "Usually.", "Always!")),
        changed(anchors=("Once.", "No.", "Sometimes.", "Usually.", "Always.")),
    ],
)
def test_other_words_have_another(other: Question) -> None:
    assert fingerprint(other) != fingerprint(QUESTION)


@pytest.mark.parametrize(
    "same",
    [
        changed(ask="Do people have\n their  say in time?"),
        changed(why="Because."),
        changed(note="Now."),
        changed(id="x"),
    ],
)
def test_the_same_words_have_the_same(same: Question) -> None:
    assert fingerprint(same) == fingerprint(QUESTION)
