"""The word gate: may a question be read aloud to anybody, and understood?

Words decide, not formulas: every word is in vocabulary.txt or the test fails, and adding one is a
reviewed one-line change.  Grades are only taken over a whole bank, where they mean something.
A computer checks words and lengths here; whether people understand, only people can say.  Only the
vocabulary is for our own banks: the rest is what `check` looks at in every bank.
"""

from itertools import chain
from pathlib import Path
from typing import Any

import pytest
import yaml

from ladder_check.documents.places import Path as Step
from ladder_check.lint.avoid import uses, words_to_avoid
from ladder_check.lint.plain import (
    LABELS,
    OF_A_RUNG,
    SENTENCES,
    faults,
    grade,
    has_letters_for_words,
    sentences,
    texts,
    words,
)

HERE = Path(__file__).parent
QUESTIONS = HERE.parents[1] / "questions"
WORDS = HERE.parents[1] / "src/ladder_check/lint/words.yaml"
BANKS = sorted(QUESTIONS.glob("*.bank.yaml"))
LADDERS = sorted(QUESTIONS.glob("*.ladder.yaml"))


def read_list(name: str) -> list[str]:
    """The lines of the word list *name*, without comments and empty lines."""
    lines = (HERE / name).read_text(encoding="utf-8").splitlines()
    return [line.strip() for line in lines if line.strip() and not line.startswith("#")]


def load(path: Path) -> Any:
    """The data of the YAML file at *path*."""
    return yaml.safe_load(path.read_text(encoding="utf-8"))


VOCABULARY = frozenset(read_list("vocabulary.txt"))
LISTS = load(WORDS)
AVOID = tuple(word for about in ("people", "work", "questions") for word in words_to_avoid(about))


def avoided(text: str) -> list[str]:
    """The words to avoid that *text* uses outside quotation marks."""
    return [found for found, _ in uses(text, AVOID)]


def unknown_words(text: str) -> list[str]:
    """The words of *text* that nobody has put into vocabulary.txt."""
    return sorted(set(words(text)) - VOCABULARY)


def bank_questions(path: Path) -> list[tuple[Step, str]]:
    """Every question of the bank at *path*, with its place."""
    return list(texts(load(path), frozenset({"ask"})))


def sentences_of(path: Path) -> list[str]:
    """Every text in the file at *path* that is written in sentences."""
    return [text for _, text in texts(load(path), OF_A_RUNG if path in LADDERS else SENTENCES)]


def checked(path: Path) -> list[tuple[Step, str]]:
    """Every text in the file at *path* whose words are checked, with its place."""
    return list(texts(load(path), OF_A_RUNG if path in LADDERS else SENTENCES | LABELS))


def by_name(path: Path) -> str:
    return path.name


each_bank = pytest.mark.parametrize("path", BANKS, ids=by_name)
each_file = pytest.mark.parametrize("path", [*BANKS, *LADDERS], ids=by_name)


@each_bank
def test_each_question_is_one_short_sentence_that_asks_one_thing(path: Path) -> None:
    hard = {place: found for place, ask in bank_questions(path) if (found := faults(ask))}
    assert hard == {}


@each_bank
def test_at_most_a_quarter_of_the_questions_are_over_fifteen_words(path: Path) -> None:
    asked = bank_questions(path)
    long = [ask for _, ask in asked if len(words(ask)) > 15]
    assert len(long) <= len(asked) / 4, long


def test_no_word_to_avoid_is_listed_twice() -> None:
    listed = [word for about in ("people", "work", "questions") for word in LISTS[about]]
    assert len(listed) == len(set(listed))


@each_file
def test_no_text_uses_a_word_to_avoid(path: Path) -> None:
    assert [f"{place}: {found}" for place, text in checked(path) for found in avoided(text)] == []


@each_file
def test_every_word_is_in_the_vocabulary(path: Path) -> None:
    assert [f"{word}, in {place}" for place, text in checked(path) for word in unknown_words(text)] == []


@each_file
def test_no_text_has_letters_for_words(path: Path) -> None:
    assert [place for place, text in checked(path) if has_letters_for_words(text)] == []


@each_file
def test_a_whole_file_reads_at_about_age_ten(path: Path) -> None:
    """Grade 5 at most, where there are the 100 words without which a grade means nothing."""
    pooled = sentences_of(path)
    count = sum(len(words(text)) for text in pooled)
    assert count < 100 or grade(pooled) <= 5
    assert count >= 100 or path in LADDERS


@each_file
def test_the_sentences_of_a_file_have_twelve_words_on_average_at_most(path: Path) -> None:
    said = [len(words(sentence)) for text in sentences_of(path) for sentence in sentences(text)]
    assert sum(said) / len(said) <= 12


@pytest.mark.parametrize(
    ("question", "fault"),
    [
        ("Are people told. Or asked?", "it is not one sentence that ends with a question mark"),
        ("Do people decide about the money", "it is not one sentence that ends with a question mark"),
        ("Do people choose the plan or the place?", "it asks two things ('or')"),
        ("Do people plan and run and check it?", "it asks two things (a second 'and')"),
        ("Is nobody left without help?", "it says no twice"),
        ("Do people sit on the ICB?", "it has letters for words"),
        (f"Do {'very ' * 19}old plans count?", "it has more than 20 words"),
    ],
)
def test_the_gate_sees_what_is_hard_about_a_question(question: str, fault: str) -> None:
    assert fault in faults(question)


def test_the_gate_lets_a_plain_question_through() -> None:
    assert faults("Who chooses the provider or worker, and when?") == []


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Service users were there.", "Service users"),
        ("It had impact.", "impact"),
        ("People were involved.", "involved"),
        ("The HARD-TO-REACH groups", "HARD-TO-REACH"),
    ],
)
def test_the_gate_sees_a_word_to_avoid(text: str, word: str) -> None:
    assert avoided(text) == [word]


def test_a_word_in_quotation_marks_or_inside_another_word_is_let_through() -> None:
    assert avoided('They ask for "a patient" and avoid it.') == []


def test_a_word_nobody_has_looked_at_is_named() -> None:
    assert unknown_words("People share the zeitgeist.") == ["zeitgeist"]


def test_the_vocabulary_is_kept_in_order_and_holds_no_word_twice() -> None:
    listed = read_list("vocabulary.txt")
    assert listed == sorted(set(listed))


def test_the_vocabulary_holds_only_words_that_are_used() -> None:
    used = chain.from_iterable(words(text) for path in [*BANKS, *LADDERS] for _, text in checked(path))
    assert sorted(VOCABULARY - set(used)) == []


@pytest.mark.parametrize("about", LISTS)
def test_each_entry_of_a_reviewed_list_says_what_to_say_or_why(about: str) -> None:
    assert [entry for entry, reason in LISTS[about].items() if not reason or not reason.strip()] == []


def test_each_allowed_phrase_is_still_needed() -> None:
    asked = " ".join(ask for path in BANKS for _, ask in bank_questions(path))
    assert [phrase for phrase in LISTS["one thing"] if phrase not in asked] == []
