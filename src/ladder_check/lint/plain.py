"""The word gate: may a text of a bank be read aloud to anybody, and understood?

A computer sees words and lengths.  Whether people understand, only people can say.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Any, Final

from ladder_check.documents.places import Path
from ladder_check.lint.avoid import one_thing

# What is read as sentences, and what is read as a label.  A rung's name is a fixed term and not looked at,
# because it is never shown without its meaning; nor is a ladder's note, which is about its source.
SENTENCES: Final = frozenset(
    {"ask", "why", "anchors", "anchors_for", "note", "cards", "do", "done_when", "both_sides"}
)
LABELS: Final = frozenset(
    {"name", "title", "about", "short", "owner", "partner", "groups", "start", "rule", "stop_if"}
)
OF_A_RUNG: Final = frozenset({"means", "test"})
LONGEST: Final = 20
LONG: Final = 15
"""Words of a question: the first at most, and more than the second in a quarter of a bank at most."""
AVERAGE: Final = 12
"""Words of a sentence, over a whole bank."""
GRADE: Final = 5
ENOUGH: Final = 100
"""So many words are needed for a grade to mean anything."""

_NEGATIVES: Final = frozenset(
    {"not", "no", "never", "nobody", "nothing", "none", "neither", "without", "cannot"}
)
_LETTERS: Final = re.compile(r"\b(?!(?:NHS|GP|UK|TV|OK)\b)[A-Z]{2,}\b")
"""All but the few that everybody says, and says more easily than the words."""
_PASSES_ON: Final = frozenset({"ask", "cards", "anchors_for"})


def texts(node: Any, keys: frozenset[str], path: Path = (), under: str = "") -> Iterator[tuple[Path, str]]:
    """Every text in *node* that stands under one of *keys*, with its path.

    >>> list(texts({"items": [{"id": "a1", "ask": "Who?", "owner": "Staff"}]}, frozenset({"ask"})))
    [(('items', 0, 'ask'), 'Who?')]
    """
    if isinstance(node, str) and under in keys:
        yield path, node
    for step, key, child in _children(node, under):
        yield from texts(child, keys, (*path, step), key)


def _children(node: Any, under: str) -> Iterator[tuple[str | int, str, Any]]:
    """What lies in *node*: the step to it, the key it is read under, and itself.

    A list, and a map from aspects or rungs to texts, passes on the key it stands under itself.  What a
    source is called is not ours to reword.
    """
    if isinstance(node, list):
        yield from ((n, under, child) for n, child in enumerate(node))
    elif isinstance(node, dict):
        if under in _PASSES_ON:
            yield from ((key, under, child) for key, child in node.items())
        else:
            yield from ((key, key, child) for key, child in node.items() if key != "source")


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


def has_letters_for_words(text: str) -> bool:
    """Whether *text* has capital letters where words would be.

    >>> has_letters_for_words("What the ICB says"), has_letters_for_words("What the NHS says")
    (True, False)
    """
    return _LETTERS.search(text) is not None


def faults(question: str) -> list[str]:
    """What is hard about *question*, one line for each thing.

    >>> faults("Do people choose the plan or the place?")
    ["it asks two things ('or')"]
    """
    bare = question
    for phrase in one_thing():
        bare = bare.replace(phrase, " ")
    said = words(bare)
    broken = {
        f"it has more than {LONGEST} words": len(words(question)) > LONGEST,
        "it is not one sentence that ends with a question mark": len(sentences(question)) != 1
        or not question.endswith("?"),
        "it asks two things ('or')": "or" in said,
        "it asks two things (a second 'and')": said.count("and") > 1,
        "it says no twice": sum(word in _NEGATIVES for word in said) > 1,
        "it has letters for words": has_letters_for_words(question),
    }
    return [fault for fault, is_so in broken.items() if is_so]


def faults_of_all(questions: Sequence[str], read: Sequence[str]) -> list[str]:
    """What is hard about a bank as a whole: its *questions*, and all that is *read* as sentences."""
    long = sum(len(words(question)) > LONG for question in questions)
    said = [len(words(each)) for text in read for each in sentences(text)]
    broken = {
        f"{long} of {len(questions)} questions have more than {LONG} words, and a quarter may": (
            long > len(questions) / 4
        ),
        f"its sentences have more than {AVERAGE} words on average": bool(said)
        and sum(said) > AVERAGE * len(said),
        f"it reads harder than at about age {GRADE + 5}": sum(said) >= ENOUGH and grade(read) > GRADE,
    }
    return [fault for fault, is_so in broken.items() if is_so]


def grade(many: Sequence[str]) -> float:
    """The Flesch-Kincaid grade of *many* texts taken together: a school year in the USA, age less five.

    >>> round(grade(["The cat sat on the mat."]), 2)
    -1.45

    Source:
        J. P. Kincaid and others, "Derivation of New Readability Formulas", US Navy, 1975.
    """
    read = [word for text in many for word in words(text)]
    said = sum(len(sentences(text)) for text in many)
    return 0.39 * len(read) / said + 11.8 * sum(map(_syllables, read)) / len(read) - 15.59


def _syllables(word: str) -> int:
    """How many syllables *word* has, by its groups of vowels: roughly right, and right on average.

    >>> [_syllables(word) for word in ("staff", "people", "made", "asked", "wanted", "day-to-day")]
    [1, 2, 1, 1, 2, 3]
    """
    if "-" in word:
        return sum(_syllables(part) for part in word.split("-"))
    stem = re.sub(r"(?<![td])ed$|(?<!l)e$|(?<=[aeiouy]l)e$", "", word)
    return max(1, len(re.findall(r"[aeiouy]+", stem)))
