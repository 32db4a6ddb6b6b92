"""Where the characters of a change go: what is put in, what is cut out, and the comments that stay."""

import re
from collections.abc import Sequence
from typing import Any, Final, NamedTuple

from ladder_check.documents.nodes import Node, comments
from ladder_check.documents.places import Path
from ladder_check.documents.spelling import entry, in_line, spell_key

_COMMA: Final = re.compile(r"\s*(?:#[^\n]*\n\s*)*,")
_COMMENT_LINE: Final = re.compile(r"([ \t]*)#[^\n]*(?:\n|\Z)")


class Splice(NamedTuple):
    """*text* in the place of the characters from *start* to *end*."""

    start: int
    end: int
    text: str


def add(text: str, node: Node, missing: Path, value: Any) -> str:
    """*text* with a new entry at the end of *node*, a mapping or list with something in it."""
    if node.in_brackets:
        return _apply(text, [_in_brackets(text, node, missing, value)])
    lines = entry(missing, value, node.column)
    return _apply(text, [_lines_after(text, _below(text, node), lines)])


def replace(text: str, nodes: Sequence[Node], missing: Path, value: Any) -> str:
    """*text* with *value*, under the keys of *missing*, in the place of the last of *nodes*."""
    *way, node = nodes
    brackets = any(each.in_brackets for each in way)
    if node.key is None or brackets:
        return _apply(text, _in_place(text, node, in_line(_nest(missing, value), brackets=brackets)))
    first, *below = entry((node.key.value, *missing), value, node.key.start_mark.column)
    tail = first[node.key.start_mark.column + len(spell_key(node.key.value)) + 1 :]
    return _apply(text, _behind_key(text, node, tail, below))


def rename(text: str, node: Node, key: str) -> str:
    """*text* with *key* as the key of *node*."""
    start, end = node.key.start_mark.index, node.key.end_mark.index
    return _apply(text, [Splice(start, end, spell_key(key))])


def put_first(text: str, root: Node, key: str, value: Any) -> str:
    """*text* with a new entry before all others of *root*, a mapping with something in it."""
    new = f"{spell_key(key)}: {in_line(value, brackets=root.in_brackets)}"
    if root.in_brackets:
        start, behind = root.start + 1, ", " if root.children else ""
    else:
        start, behind = root.start, _newline(text) + " " * root.column
    return _apply(text, [Splice(start, start, new + behind)])


def take_out(text: str, parent: Node, node: Node) -> str:
    """*text* without *node*, one of several entries of *parent*; its comments stay."""
    place = [each.start for each in parent.children].index(node.start)
    start = _begin(text, parent, place)
    last = place + 1 == len(parent.children)
    if parent.in_brackets:
        before = parent.children[place - 1].end
        if last and "\n" not in text[before : node.end]:
            return _cut(text, parent, before, node.end)
        return _cut(text, parent, start, _behind_comma(text, node))
    if text[_line_start(text, start) : start].strip():
        return _cut(text, parent, start, _begin(text, parent, place + 1))
    end = _line_end(text, node.end)
    kept = [" " * parent.column + each for each in comments(text, start, end, parent)]
    return _apply(text, [Splice(_line_start(text, start), end, _joined(text, kept))])


def _cut(text: str, parent: Node, start: int, end: int) -> str:
    """*text* without a part of its lines; comments in it end their lines, as they must."""
    kept = comments(text, start, end, parent)
    margin = " " * (parent.column + 1)
    return _apply(text, [Splice(start, end, "".join(f" {each}{_newline(text)}{margin}" for each in kept))])


def _behind_comma(text: str, node: Node) -> int:
    comma = _COMMA.match(text, node.end)
    end = comma.end() if comma else node.end
    rest = text[end:].lstrip(" ")
    return end if rest.startswith("#") else len(text) - len(rest)


def _in_brackets(text: str, node: Node, missing: Path, value: Any) -> Splice:
    new = in_line(_nest(missing[1:], value), brackets=True)
    if node.is_mapping:
        new = f"{spell_key(str(missing[0]))}: {new}"
    last = node.children[-1]
    if comma := _COMMA.match(text, last.end, node.end):
        return Splice(comma.end(), comma.end(), f" {new}")
    return Splice(last.end, last.end, f"{' ' if last.is_nothing else ''}, {new}")


def _in_place(text: str, node: Node, new: str) -> list[Splice]:
    """*new* where *node* stands, on one line; comments inside the node go below that line."""
    new = f" {new}" if node.is_nothing else new
    below = [" " * node.column + each for each in node.comments]
    return [Splice(node.start, node.end, new), _lines_after(text, node.end, below)]


def _behind_key(text: str, node: Node, tail: str, below: list[str]) -> list[Splice]:
    """*tail* behind the key of *node*, and *below* on the lines after it."""
    colon = text.index(":", node.key.end_mark.index) + 1
    margin = " " * (node.key.start_mark.column + 2)
    lines = [*below, *(margin + each for each in node.comments)]
    if node.is_nothing:
        return [Splice(colon, node.start, tail), _lines_after(text, colon, lines)]
    if "\n" not in text[colon : node.start]:
        return [Splice(colon, node.end, tail), _lines_after(text, node.end, lines)]
    return [Splice(colon, colon, tail), *_whole_lines(text, node, lines)]


def _whole_lines(text: str, node: Node, lines: list[str]) -> list[Splice]:
    """*lines* where *node* stands on lines of its own; a comment behind it stays."""
    start, end = _line_start(text, node.start), _line_end(text, node.end)
    behind = text[node.end : end].strip()
    kept = [" " * node.column + behind] if behind else []
    return [Splice(start, end, _joined(text, [*lines, *kept]))]


def _nest(path: Path, value: Any) -> Any:
    """*value* under the keys of *path*; a number makes a list."""
    for step in reversed(path):
        value = [value] if isinstance(step, int) else {step: value}
    return value


def _begin(text: str, parent: Node, place: int) -> int:
    """Where the entry at *place* begins: at its key, or at the dash of an item."""
    node = parent.children[place]
    if parent.is_mapping or parent.in_brackets:
        return node.entry_start
    return parent.start if place == 0 else _dash(text, node.start, parent.column)


def _dash(text: str, index: int, column: int) -> int:
    """The dash at *column* that an item, which begins at *index*, stands behind."""
    start = _line_start(text, index)
    line = text[start:index]
    if len(line) > column and line[column] == "-" and not line.lstrip().startswith("#"):
        return start + column
    return _dash(text, start - 1, column) if start else index


def _below(text: str, node: Node) -> int:
    """The end of the last line of a block, and of comments right below it that are not further left."""
    end = _line_end(text, node.end)
    while end < len(text) and (line := _COMMENT_LINE.match(text, end)) and len(line[1]) >= node.column:
        end = line.end()
    return max(end - 1, node.end) if text[end - 1 : end] == "\n" else end


def _line_start(text: str, index: int) -> int:
    return text.rfind("\n", 0, index) + 1


def _line_end(text: str, index: int) -> int:
    """Where the next line begins."""
    end = text.find("\n", index)
    return len(text) if end < 0 else end + 1


def _lines_after(text: str, index: int, lines: list[str]) -> Splice:
    """*lines* after the line that *index* is on."""
    end = _line_end(text, index)
    missing = "" if text[end - 1 : end] == "\n" or not lines else _newline(text)
    return Splice(end, end, missing + _joined(text, lines))


def _joined(text: str, lines: list[str]) -> str:
    return "".join(line + _newline(text) for line in lines)


def _newline(text: str) -> str:
    return "\r\n" if "\r\n" in text else "\n"


def _apply(text: str, splices: list[Splice]) -> str:
    for start, end, new in sorted(splices, reverse=True):
        text = text[:start] + new + text[end:]
    return text
