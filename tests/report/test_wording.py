"""The word gate for what the report itself says: short sentences, ordinary words, no blame.

What people typed, what banks ask and what ladders are called is taken out first: we do not correct it.
"""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from example_reports import EXAMPLES, NAMES, texts_of
from ladder_check.documents.library import read_case
from ladder_check.model.case import Case
from ladder_check.report.build import build_report
from ladder_check.report.view import Report
from ladder_check.scoring.profile import score

WORDS = Path(__file__).parents[2] / "src/ladder_check/lint/words.yaml"
MOST_WORDS = 20
MEAN_WORDS = 12
BLAME_AND_PRAISE = re.compile(
    r"(?i)\b(fail\w*|bad|poor|weak|wrong|excellent|good|great|congratulations|well done|should)\b"
)


def _strings(node: Any) -> Iterator[str]:
    if isinstance(node, str):
        yield node
    elif isinstance(node, dict):
        for key, value in node.items():
            yield from _strings(key)
            yield from _strings(value)
    elif isinstance(node, list | tuple):
        for each in node:
            yield from _strings(each)


def _given(case: Case) -> list[str]:
    """What others wrote, longest first: texts and names, but not the words for programs."""
    models = [case.assessment, *case.banks.values(), *case.ladders.values()]
    found = {text for model in models for text in _strings(model.model_dump(mode="json"))}
    names = {name.lower() for ladder in case.ladders.values() for name in (r.name for r in ladder.rungs)}
    bands = {band.name.lower() for band in case.ladder.bands}
    texts = {each for text in found if " " in text or text[:1].isupper() for each in (text, text.rstrip("."))}
    return sorted(texts | names | bands, key=len, reverse=True)


@cache
def _cases() -> list[tuple[Case, Report]]:
    cases = [read_case(EXAMPLES / f"{name}.assessment.yaml", ladders=None) for name in NAMES]
    return [(case, build_report(case, score(case))) for case in cases]


@cache
def _own_sentences() -> list[str]:
    """Each sentence of the reports of all examples, with X for what others wrote."""
    found: dict[str, None] = {}
    for case, report in _cases():
        given = re.compile("|".join(rf"(?<!\w){re.escape(text)}(?!\w)" for text in _given(case)))
        for text in dict.fromkeys(texts_of(report)):
            for sentence in re.split(r"(?<=[.?!])\s+|(?<=[.?!]”)\s+", given.sub("X", text)):
                if _words(sentence) != []:
                    found.setdefault(sentence)
    return list(found)


def _words(sentence: str) -> list[str]:
    """Our own words of a sentence: the names that stand in it are not ours."""
    return [word for word in re.findall(r"[A-Za-z]+(?:['-][A-Za-z]+)*", sentence) if word != "X"]


def test_there_is_something_to_read() -> None:
    assert len(_own_sentences()) > 150


def test_no_sentence_has_more_than_twenty_words() -> None:
    assert [each for each in _own_sentences() if len(_words(each)) > MOST_WORDS] == []


def test_sentences_have_twelve_words_or_fewer_on_average() -> None:
    # Labels and names are no sentences, and would make the mean look better than it is.
    lengths = [len(_words(each)) for each in _own_sentences() if each.endswith((".", "?"))]
    assert sum(lengths) / len(lengths) <= MEAN_WORDS


def _avoided() -> list[str]:
    """What our questions do without, beside what `check` looks for everywhere."""
    return list(yaml.safe_load(WORDS.read_text(encoding="utf-8"))["questions"])


@pytest.mark.parametrize("entry", _avoided())
def test_words_we_avoid_in_questions_we_avoid_in_reports(entry: str) -> None:
    pattern = re.compile(rf"(?i)(?<![\w-]){re.escape(entry)}(?![\w-])".replace(r"\*", r"[\w-]*"))
    assert [each for each in _own_sentences() if pattern.search(each)] == []


def test_nobody_is_blamed_and_nobody_is_praised() -> None:
    found = [each for each in _own_sentences() if BLAME_AND_PRAISE.search(each)]
    # How we say what a rung is not, and how we ask who was not there.
    assert found == [
        "Ask who should have been here.",
        "It does not say how good the support is.",
    ]


@pytest.mark.parametrize("place", range(len(NAMES)), ids=NAMES)
def test_coercion_is_named_only_where_somebody_reports_harm(place: int) -> None:
    _, report = _cases()[place]
    words = set(texts_of(report.annex.words))
    named = [text for text in texts_of(report) if text not in words and "coercion" in text.lower()]
    assert bool(named) == any(aspect.harm for aspect in report.aspects)
