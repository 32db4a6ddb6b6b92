"""The word gate: may a question be read aloud to anybody, and understood?

Words decide, not formulas: every word is in vocabulary.txt or the test fails, and adding one is a
reviewed one-line change.  Grades are only taken over a whole bank, where they mean something.
A computer checks words and lengths here; whether people understand, only people can say.
"""

import re
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import Any

import pytest
import yaml

HERE = Path(__file__).parent
QUESTIONS = HERE.parents[1] / "questions"
LINTED = HERE.parents[1] / "src/ladder_check/lint/words.yaml"
BANKS = sorted(QUESTIONS.glob("*.bank.yaml"))
LADDERS = sorted(QUESTIONS.glob("*.ladder.yaml"))

# What is read as sentences, and what is read as a label.  A rung's name is a fixed term and not checked,
# because it is never shown without its meaning; nor is a ladder's note, which is about its source.
SENTENCES = {"ask", "why", "anchors", "anchors_for", "note", "cards", "do", "done_when", "both_sides"}
LABELS = {"name", "title", "about", "short", "owner", "partner", "groups", "start", "rule", "stop_if"}
OF_A_RUNG = {"means", "test"}
NEGATIVES = {"not", "no", "never", "nobody", "nothing", "none", "neither", "without", "cannot"}


def read_list(name: str) -> list[str]:
    """The lines of the word list *name*, without comments and empty lines."""
    lines = (HERE / name).read_text(encoding="utf-8").splitlines()
    return [line.strip() for line in lines if line.strip() and not line.startswith("#")]


def read_pairs(name: str) -> dict[str, str]:
    """What stands before and after the first ' = ' on each line of the word list *name*."""
    return dict(line.split(" = ", 1) for line in read_list(name) if " = " in line)


def load(path: Path) -> Any:
    """The data of the YAML file at *path*."""
    return yaml.safe_load(path.read_text(encoding="utf-8"))


VOCABULARY = frozenset(read_list("vocabulary.txt"))
# What `check` holds an organisation's own words to, our questions are held to as well.
SHARED = {word: say for part in load(LINTED).values() for word, say in part.items()}
AVOID = SHARED | read_pairs("avoid.txt")
ALLOWED = read_pairs("allowed.txt")


def texts(node: Any, keys: set[str], under: str = "", place: str = "") -> Iterator[tuple[str, str]]:
    """Every text in *node* that stands under one of *keys*, with the place it was found at.

    >>> list(texts({"items": [{"id": "a1", "ask": "Who?", "owner": "Staff"}]}, {"ask"}))
    [('/items/a1/ask', 'Who?')]
    """
    if isinstance(node, str) and under in keys:
        yield place, node
    for name, key, child in children(node, under):
        yield from texts(child, keys, key, f"{place}/{name}")


def children(node: Any, under: str) -> Iterator[tuple[str, str, Any]]:
    """What lies in *node*: its name, the key it is read under, and itself.

    A list, and a map from aspects or rungs to texts, passes on the key it stands under itself.
    """
    if isinstance(node, list):
        for n, child in enumerate(node):
            yield str(child.get("id", n) if isinstance(child, dict) else n), under, child
    elif isinstance(node, dict):
        passes_on = under in {"ask", "cards", "anchors_for"}
        yield from (
            (key, under if passes_on else key, child) for key, child in node.items() if key != "source"
        )


def words(text: str) -> list[str]:
    """The words of *text* in small letters, without numbers and without the ending 's.

    >>> words("People's plans, this year: 3 co-produced ones.")
    ['people', 'plans', 'this', 'year', 'co-produced', 'ones']
    """
    found = re.findall(r"[a-z]+(?:['-][a-z]+)*", text.lower().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'"))
    return [re.sub(r"'s?$", "", word) for word in found]


def sentences(text: str) -> list[str]:
    """The sentences of *text*; what has no full stop is one too.

    >>> sentences("No. Staff decide. People hear")
    ['No', 'Staff decide', 'People hear']
    """
    return [part.strip() for part in re.split(r"[.?!]+", text) if words(part)]


def syllables(word: str) -> int:
    """How many syllables *word* has, by its groups of vowels: roughly right, and right on average.

    >>> [syllables(word) for word in ("staff", "people", "made", "asked", "wanted", "decision", "day-to-day")]
    [1, 2, 1, 1, 2, 3, 3]
    """
    if "-" in word:
        return sum(syllables(part) for part in word.split("-"))
    stem = re.sub(r"(?<![td])ed$|(?<!l)e$|(?<=[aeiouy]l)e$", "", word)
    return max(1, len(re.findall(r"[aeiouy]+", stem)))


def grade(many: list[str]) -> float:
    """The Flesch-Kincaid grade of *many* texts taken together: a school year in the USA, age less five.

    >>> round(grade(["The cat sat on the mat."]), 2)
    -1.45

    Source:
        J. P. Kincaid and others, "Derivation of New Readability Formulas", US Navy, 1975.
    """
    read = [word for text in many for word in words(text)]
    said = sum(len(sentences(text)) for text in many)
    return 0.39 * len(read) / said + 11.8 * sum(map(syllables, read)) / len(read) - 15.59


def unquoted(text: str) -> str:
    """*text* without what stands in double quotation marks: what others say is not ours to change."""
    return re.sub(r'"[^"]*"', " ", text)


def avoided(text: str) -> list[str]:
    """The words to avoid that *text* uses outside quotation marks, with what to say instead."""
    found = []
    for entry, instead in AVOID.items():
        pattern = re.escape(entry).replace(r"\*", r"[\w-]*")
        if re.search(rf"(?<![\w-]){pattern}(?![\w-])", unquoted(text), re.IGNORECASE):
            found.append(f"{entry!r}: say {instead!r}")
    return found


def unknown_words(text: str) -> list[str]:
    """The words of *text* that nobody has put into vocabulary.txt."""
    return sorted(set(words(text)) - VOCABULARY)


def faults(question: str) -> list[str]:
    """What is hard about *question*, one line for each rule it misses."""
    bare = question
    for phrase in ALLOWED:
        bare = bare.replace(phrase, " ")
    said = words(bare)
    broken = {
        "more than 20 words": len(words(question)) > 20,
        "more than one sentence": len(sentences(question)) != 1 or not question.endswith("?"),
        "asks two things ('or')": "or" in said,
        "asks two things (a second 'and')": said.count("and") > 1,
        "says no twice": sum(word in NEGATIVES for word in said) > 1,
        "has letters for words": bool(re.search(r"\b[A-Z]{2,}\b", question)),
    }
    return [fault for fault, is_so in broken.items() if is_so]


def bank_questions(path: Path) -> list[tuple[str, str]]:
    """Every question of the bank at *path*, with its place."""
    return list(texts(load(path), {"ask"}))


def sentences_of(path: Path) -> list[str]:
    """Every text in the file at *path* that is written in sentences."""
    return [text for _, text in texts(load(path), OF_A_RUNG if path in LADDERS else SENTENCES)]


def checked(path: Path) -> list[tuple[str, str]]:
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
    assert SHARED.keys() & read_pairs("avoid.txt").keys() == set()


@each_file
def test_no_text_uses_a_word_to_avoid(path: Path) -> None:
    assert [f"{place}: {found}" for place, text in checked(path) for found in avoided(text)] == []


@each_file
def test_every_word_is_in_the_vocabulary(path: Path) -> None:
    assert [f"{word}, in {place}" for place, text in checked(path) for word in unknown_words(text)] == []


@each_file
def test_no_text_has_letters_for_words(path: Path) -> None:
    assert [place for place, text in checked(path) if re.search(r"\b[A-Z]{2,}\b", text)] == []


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
        ("Are people told. Or asked?", "more than one sentence"),
        ("Do people decide about the money", "more than one sentence"),
        ("Do people choose the plan or the place?", "asks two things ('or')"),
        ("Do people plan and run and check it?", "asks two things (a second 'and')"),
        ("Is nobody left without help?", "says no twice"),
        ("Do people sit on the ICB?", "has letters for words"),
        (f"Do {'very ' * 19}old plans count?", "more than 20 words"),
    ],
)
def test_the_gate_sees_what_is_hard_about_a_question(question: str, fault: str) -> None:
    assert fault in faults(question)


def test_the_gate_lets_a_plain_question_through() -> None:
    assert faults("Who chooses the provider or worker, and when?") == []


@pytest.mark.parametrize(
    ("text", "entry"),
    [
        ("Service users were there.", "service user*"),
        ("It had impact.", "impact*"),
        ("People were involved.", "involv*"),
        ("The HARD-TO-REACH groups", "hard-to-reach"),
    ],
)
def test_the_gate_sees_a_word_to_avoid(text: str, entry: str) -> None:
    assert any(found.startswith(repr(entry)) for found in avoided(text))


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


@pytest.mark.parametrize("name", ["avoid.txt", "allowed.txt"])
def test_each_entry_of_a_reviewed_list_gives_its_reason(name: str) -> None:
    assert [line for line in read_list(name) if not re.fullmatch(r"\S.* = \S.*", line)] == []


def test_each_allowed_phrase_is_still_needed() -> None:
    asked = " ".join(ask for path in BANKS for _, ask in bank_questions(path))
    assert [phrase for phrase in ALLOWED if phrase not in asked] == []
