"""Editing keeps all that a person wrote, and what comes out says what was meant."""

import json
from collections import Counter
from copy import deepcopy
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from ladder_check.documents.document import parse
from ladder_check.documents.edit import CannotEdit, append, remove, set_value
from ladder_check.documents.finding import InvalidDocument

BY_HAND = """\
# yaml-language-server: $schema=assessment.json
format: 1
title: 'Day opportunities'      # the autumn one

# who was there
took_part:
  people:  {there: 5, invited: 8}   # eight were asked
  leaders: { there: 2 }

answers:
  ladder:
    designing.r4:
        leaders: 3      # after a long talk
        lived: {counts: [0, 1, 3, 2, 1], not-sure: 1}
        # evidence comes next
        evidence:
        - what: "autumn note"
          kind: written
          on: 2026-10-02
        note: |
          First line.

          # not a comment
    # end of designing

# things to do
actions: []
missing_voices:
"""


def data(text: str) -> Any:
    return parse(text.encode(), "test.yaml").data


def changed_lines(old: str, new: str) -> tuple[list[str], list[str]]:
    """Lines that went, and lines that came."""
    before, after = Counter(old.splitlines()), Counter(new.splitlines())
    return sorted((before - after).elements()), sorted((after - before).elements())


def test_a_changed_level_changes_nothing_but_its_digit() -> None:
    new = set_value(BY_HAND, ("answers", "ladder", "designing.r4", "leaders"), 2)
    assert changed_lines(BY_HAND, new) == (
        ["        leaders: 3      # after a long talk"],
        ["        leaders: 2      # after a long talk"],
    )


def test_a_second_perspective_takes_the_indent_of_the_first() -> None:
    new = set_value(BY_HAND, ("answers", "ladder", "designing.r4", "frontline"), "not-sure")
    assert changed_lines(BY_HAND, new) == ([], ["        frontline: not-sure"])
    assert data(new)["answers"]["ladder"]["designing.r4"]["note"] == "First line.\n\n# not a comment\n"


def test_a_new_question_stands_in_house_style_below_the_comment_of_the_last() -> None:
    new = set_value(BY_HAND, ("answers", "ladder", "designing.r5", "leaders"), 1)
    assert "    # end of designing\n    designing.r5:\n      leaders: 1\n\n# things to do" in new


def test_a_new_bank_and_all_above_it_are_made() -> None:
    assert set_value("format: 1\n", ("answers", "rules", "hr1.belief", "leaders"), "not-sure") == (
        "format: 1\nanswers:\n  rules:\n    hr1.belief:\n      leaders: not-sure\n"
    )


def test_evidence_is_added_where_the_dashes_of_the_others_stand() -> None:
    new = append(
        BY_HAND, ("answers", "ladder", "designing.r4", "evidence"), {"what": "the table", "kind": "seen"}
    )
    assert changed_lines(BY_HAND, new) == ([], ["        - {what: the table, kind: seen}"])


def test_a_long_action_stands_on_several_lines() -> None:
    action = {"id": "a1", "what": "Ask everybody what they think of the draft plan before the board meets",
              "owner": "Service manager", "partner": "People's group"}  # fmt: skip
    assert append("actions: []   # none yet\n", ("actions",), action) == (
        "actions:   # none yet\n"
        "  - id: a1\n"
        "    what: Ask everybody what they think of the draft plan before the board meets\n"
        "    owner: Service manager\n"
        "    partner: People's group\n"
    )


@pytest.mark.parametrize(
    ("before", "path", "value", "after"),
    [
        ("a: {b: 1}\n", ("a", "c"), 2, "a: {b: 1, c: 2}\n"),
        ("a: {b: 1,}\n", ("a", "c"), 2, "a: {b: 1, c: 2}\n"),
        ("a: {b: }\n", ("a", "c"), 2, "a: {b:  , c: 2}\n"),
        ("a: {b: [1, 2]}\n", ("a", "b", 2), 3, "a: {b: [1, 2, 3]}\n"),
        ("a: {b: 1, # one\n  c: 2 # two\n}\n", ("a", "d"), 3, "a: {b: 1, # one\n  c: 2, d: 3 # two\n}\n"),
        ("a: {}\n", ("a", "b", "c"), 2, "a:\n  b:\n    c: 2\n"),
        ("a:   # nothing yet\nb: 1\n", ("a", "c"), 2, "a:   # nothing yet\n  c: 2\nb: 1\n"),
        ("a:\nb: 1\n", ("a",), "x", "a: x\nb: 1\n"),
        ("l:\n-\n- b\n", ("l", 0), "a", "l:\n- a\n- b\n"),
        ("a: 1", ("b",), 2, "a: 1\nb: 2\n"),
        ("a: 1\r\n# c\r\n", ("b", "c"), 2, "a: 1\r\n# c\r\nb:\r\n  c: 2\r\n"),
        ("\ufeffa: 1\n", ("a",), 2, "\ufeffa: 2\n"),
        ("a: 1\n...\n", ("b",), 2, "a: 1\nb: 2\n...\n"),
        ("a: old  # why\nb: 1\n", ("a",), {"c": {"d": {"e": 1}}}, "a:  # why\n  c: {d: {e: 1}}\nb: 1\n"),
        ("a:\n  b: 1 # one\n  # two\n  c: 2 # three\n", ("a",), 5, "a: 5\n  # one\n  # two\n  # three\n"),
        ("a: |  # text\n  x\nb: 1\n", ("a",), "z", "a: z\n  # text\nb: 1\n"),
        ("a: |+\n  x\n\nb: 1\n", ("c",), 1, "a: |+\n  x\n\nb: 1\nc: 1\n"),
        ("a:\n  |\n  x\n\n# c\n", ("b",), 1, "a:\n  |\n  x\nb: 1\n\n# c\n"),
        ('"a#b": "x # y" # z\n', ("a#b",), 1, '"a#b": 1 # z\n'),
    ],
)  # fmt: skip
def test_set(before: str, path: tuple[str | int, ...], value: Any, after: str) -> None:
    assert set_value(before, path, value) == after


@pytest.mark.parametrize(
    ("before", "path", "after"),
    [
        ("a: 1\nb: 2\n", ("a",), "b: 2\n"),
        ("a: 1 # one\n# two\nb: 2\n", ("a",), "# one\n# two\nb: 2\n"),
        ("a:\n  b: 1\n", ("a", "b"), "a: {}\n"),
        ("a:\n  - b  # bee\n", ("a", 0), "a: []\n  # bee\n"),
        ("a:\n  - b\n  - c\n", ("a", 0), "a:\n  - c\n"),
        ("a:\n  - b\n  - c\n", ("a", 1), "a:\n  - b\n"),
        ("a:\n  - b: 1\n    c: 2\n", ("a", 0, "b"), "a:\n  - c: 2\n"),
        ("a:\n  - b: 1 # one\n    c: 2\n", ("a", 0, "b"), "a:\n  -  # one\n     c: 2\n"),
        ("a:\n  - - b\n    - c\n", ("a", 0, 0), "a:\n  - - c\n"),
        ("a: {b: 1, c: 2, d: 3}\n", ("a", "b"), "a: {c: 2, d: 3}\n"),
        ("a: {b: 1, c: 2, d: 3}\n", ("a", "d"), "a: {b: 1, c: 2}\n"),
        ("a: {b: 1}\nc: 1\n", ("a", "b"), "a: {}\nc: 1\n"),
        ("a: 1\nb: {c: ' # d' # e\n  }\n", ("b",), "a: 1\n# e\n"),
    ],
)
def test_remove(before: str, path: tuple[str | int, ...], after: str) -> None:
    assert remove(before, path) == after


@pytest.mark.parametrize(
    "word",
    ["no", "yes", "on", "y", "N", "null", "~", "true", "1", "123456", "010", "1e3", "12:30", "0x1f", "1_000",
     "-5", ".inf", "", " x", "x ", "a: b", "a #b", "- a", "# a", "a:", "[x]", "{x}", "*a", "&a", "!a", "@a",
     "%a", "|", ">", "? a", "'", '"', 'say "yes"', "back\\slash", "two\nlines\n", "tab\there", "2026-11-03",
     "`a`", "é", "–", "a, b", "https://example.org/a:b", "---", "...", "£400", "<<", "=",
     "x" * 150, "3f9ac1", "1e5777"],
)  # fmt: skip
def test_any_text_reads_back_as_itself_everywhere(word: str) -> None:
    for before in ("a: 1\n", "a: {}\n", "a: {x: 1}\n", "a: [1]\n", "a:\n  - 1\n", "a:\n  x: 1\n"):
        assert data(set_value(before, ("a",), word))["a"] == word
        assert data(set_value(before, ("a",), {"k": [word], "l": word}))["a"] == {"k": [word], "l": word}
        assert data(set_value(before, (word or "k",), 1))[word or "k"] == 1


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("3f9ac1", "3f9ac1"),
        ("1234567", '"1234567"'),
        ("1e5777", '"1e5777"'),
        ("no", '"no"'),
        ("1.0.0", "1.0.0"),
    ],
)
def test_quotes_only_where_they_are_needed(value: str, written: str) -> None:
    assert set_value("a: 1\n", ("a",), value) == f"a: {written}\n"


def test_the_same_value_again_changes_nothing() -> None:
    for path in [("answers",), ("took_part", "people"), ("title",), ("format",)]:
        there = data(BY_HAND)
        for step in path:
            there = there[step]
        assert data(set_value(BY_HAND, path, there)) == data(BY_HAND)
        if len(path) == 1 and path[0] == "answers":
            assert set_value(BY_HAND, path, there) == BY_HAND


@pytest.mark.parametrize("path", [("title", "x"), ("answers", 0), ("actions", 1), ("format", 0)])
def test_a_place_that_cannot_be_is_refused(path: tuple[str | int, ...]) -> None:
    with pytest.raises(CannotEdit, match="Nothing was written"):
        set_value("title: x\nformat: 1\nanswers: {a: 1}\nactions: []\n", path, 1)


def test_a_remark_further_right_than_the_text_above_it_is_kept_when_both_go() -> None:
    """With c gone alone, the remark would be a line of the text of b, and then go with it."""
    before = "a:\n  x: 1\n  b: |-\n    text\n  c:\n     # a remark\nd: 1\n"
    new = set_value(before, ("a",), {"x": 1})
    assert data(new) == {"a": {"x": 1}, "d": 1}
    assert "# a remark\n" in new


def test_nothing_to_remove_is_refused() -> None:
    with pytest.raises(CannotEdit):
        remove("a: 1\n", ("b",))


def test_an_unreadable_file_is_refused() -> None:
    with pytest.raises(InvalidDocument):
        set_value("a: &x 1\n", ("b",), 1)


def test_a_text_that_no_reader_would_take_is_refused() -> None:
    with pytest.raises(CannotEdit, match="read again"):
        set_value("a: 1\n", ("a",), "bell \a")


# Random documents with comments, and random edits

KEYS = st.sampled_from(["a", "b", "c", "designing.r4", "not-sure", "on", "two words", "1", "é"])
WORDS = st.one_of(
    st.sampled_from(["x", "no", "1e3", "a: b", "# c", "two\nlines", "it's", 'a "b"', "", "2026-11-03"]),
    st.text(alphabet="ab:#,[]{}'\" -\n0é", max_size=8),
)
PLAIN = st.one_of(st.none(), st.booleans(), st.integers(-9, 9999), WORDS)
VALUES = st.recursive(
    PLAIN,
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(KEYS, inner, max_size=3)),
    max_leaves=8,
)
TREES = st.dictionaries(KEYS, VALUES, min_size=1, max_size=4)


class Hand:
    """Somebody who writes YAML by hand: now in this style and now in that, with remarks between the lines."""

    def __init__(self, draw: Any) -> None:
        self.draw, self.remarks = draw, 0

    def choose(self, *ways: Any) -> Any:
        return self.draw(st.sampled_from(ways))

    def remark(self) -> str:
        self.remarks += 1
        return f"# remark {self.remarks}: it's {{so}}"

    def line_end(self) -> str:
        end = self.choose("", "", f"  {self.remark()}") + "\n"
        if self.choose(True, False, False):
            end += " " * self.choose(0, 2, 7) + self.remark() + "\n"
        return str(end + self.choose("", "", "\n"))

    def quoted(self, text: str) -> str:
        if "\n" in text or self.choose(True, False):
            return json.dumps(text, ensure_ascii=False)
        return "'" + text.replace("'", "''") + "'"

    def plain(self, value: Any) -> str:
        if isinstance(value, str):
            return "x" if value == "x" and self.choose(True, False) else self.quoted(value)
        return json.dumps(value)

    def brackets(self, value: Any) -> str:
        if not isinstance(value, dict | list):
            return self.plain(value)
        gap = self.choose("", " ", f" {self.remark()}\n    ")
        if isinstance(value, dict):
            inside = [f"{self.quoted(key)}: {self.brackets(each)}" for key, each in value.items()]
        else:
            inside = [self.brackets(each) for each in value]
        comma = self.choose("", ",") if inside else ""
        between = self.choose(", ", f", {self.remark()}\n    ")
        shut = self.choose("", f" {self.remark()}\n  ")
        left, right = "{}" if isinstance(value, dict) else "[]"
        return f"{left}{gap}{between.join(inside)}{comma}{shut}{right}"

    def value(self, value: Any, column: int) -> str:
        """What stands behind a colon or a dash, to the end of its last line."""
        if value is None and self.choose(True, False):
            return self.line_end()
        if isinstance(value, dict | list) and value and self.choose(True, True, False):
            return self.line_end() + self.block(value, column + self.choose(2, 4))
        if isinstance(value, str) and value.strip() == value and value and self.choose(True, False):
            lines = "".join(" " * (column + 2) + line + "\n" for line in value.split("\n"))
            return f" |-{self.choose('', ' ' + self.remark())}\n{lines}"
        return " " + self.brackets(value) + self.line_end()

    def block(self, value: Any, column: int) -> str:
        margin = " " * column
        if isinstance(value, dict):
            return "".join(
                f"{margin}{self.quoted(key)}:{self.value(each, column)}" for key, each in value.items()
            )
        return "".join(f"{margin}-{self.value(each, column)}" for each in value)


@st.composite
def documents(draw: Any) -> tuple[str, dict[str, Any]]:
    tree = draw(TREES)
    hand = Hand(draw)
    text = (hand.remark() + "\n" if hand.choose(True, False) else "") + hand.block(tree, 0)
    if hand.choose(True, False):
        text = text.replace("\n", "\r\n")
    return text[: -1 if hand.choose(True, False, False) and not text.endswith("\r\n") else None], tree


def paths(tree: Any, prefix: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    inside = tree.items() if isinstance(tree, dict) else enumerate(tree) if isinstance(tree, list) else ()
    return [p for step, each in inside for p in ((*prefix, step), *paths(each, (*prefix, step)))]


def at(tree: Any, path: tuple[str | int, ...]) -> Any:
    for step in path:
        tree = tree[step]
    return tree


def remarks(text: str) -> Counter[str]:
    return Counter(part.partition(":")[0] for part in text.split("# remark ")[1:])


def lines_of(text: str, path: tuple[str | int, ...]) -> range:
    """The lines that belong to what stands at *path*: from its key, or its dash, to its end."""
    document = parse(text.encode(), "t")
    first, lines = document.locate(path, key=True).line, text.split("\n")
    parent = document.locate(path[:-1])
    if lines[parent.line - 1][parent.column - 1 :].startswith("-"):
        dash = " " * (parent.column - 1) + "-"
        while not lines[first - 1].startswith(dash):
            first -= 1
    return range(first, document.locate(path).end_line + 1)


def kept_apart_from(text: str, new: str, own: range) -> bool:
    """Whether every line outside *own* is in *new*, in the same order."""
    lines = iter([line.rstrip("\r") for line in new.split("\n")])
    others = [line.rstrip("\r") for n, line in enumerate(text.split("\n"), 1) if n not in own]
    return all(any(line == other for line in lines) for other in others)


def remove_or_refuse(text: str, path: tuple[str | int, ...]) -> str:
    try:
        return remove(text, path)
    except CannotEdit:
        # Without the entry, a remark further right would become part of the block of text above it.
        assume("|-" not in text)
        raise


QUIET = settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@QUIET
@given(documents(), st.data())
def test_setting_a_value_is_the_same_as_in_the_model(
    document: tuple[str, dict[str, Any]], chosen: Any
) -> None:
    text, tree = document
    path = chosen.draw(st.sampled_from(paths(tree)))
    value = chosen.draw(VALUES)
    model = deepcopy(tree)
    at(model, path[:-1])[path[-1]] = value
    new = set_value(text, path, value)
    assert data(new) == model
    assert remarks(new) == remarks(text)
    assert kept_apart_from(text, new, lines_of(text, path))


@QUIET
@given(documents(), st.data())
def test_adding_a_key_or_an_item_only_adds(document: tuple[str, dict[str, Any]], chosen: Any) -> None:
    text, tree = document
    container = chosen.draw(
        st.sampled_from([p for p in [(), *paths(tree)] if isinstance(at(tree, p), dict | list)])
    )
    value = chosen.draw(VALUES)
    model = deepcopy(tree)
    there = at(model, container)
    if isinstance(there, list):
        there.append(value)
        new = append(text, container, value)
    else:
        there["new key"] = value
        new = set_value(text, (*container, "new key"), value)
    assert data(new) == model
    assert remarks(new) == remarks(text)
    block = at(tree, container) and "\n" in text
    own = lines_of(text, container) if container else range(0)
    assert not block or kept_apart_from(text, new, own)


@QUIET
@given(documents(), st.data())
def test_removing_takes_out_that_and_nothing_else(document: tuple[str, dict[str, Any]], chosen: Any) -> None:
    text, tree = document
    path = chosen.draw(st.sampled_from(paths(tree)))
    model = deepcopy(tree)
    del at(model, path[:-1])[path[-1]]
    new = remove_or_refuse(text, path)
    assert data(new) == model
    assert remarks(new) == remarks(text)
    sole = len(at(tree, path[:-1])) == 1 and len(path) > 1
    if len(path) > 1 or len(tree) > 1:
        assert kept_apart_from(text, new, lines_of(text, path[:-1] if sole else path))


@QUIET
@given(documents(), st.lists(st.tuples(KEYS, KEYS, KEYS, PLAIN), min_size=1, max_size=5))
def test_many_answers_one_after_the_other(document: tuple[str, dict[str, Any]], answers: list[Any]) -> None:
    text, tree = document
    model = {**tree, "answers": {}}
    for bank, question, voice, value in answers:
        text_before = text
        text = set_value(text, ("answers", bank, question, voice), value) if "answers" not in tree else text
        model["answers"].setdefault(bank, {}).setdefault(question, {})[voice] = value
        assert remarks(text) == remarks(text_before)
    assert data(text) == model
