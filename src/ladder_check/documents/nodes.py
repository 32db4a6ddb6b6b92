"""Where each part of a YAML text begins and ends, down to the character, and which comments stand in it."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

import yaml

from ladder_check.documents.places import Path

_LOADER: Final[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_COMMENT: Final = re.compile(r"(?:^|(?<=\s))#[^\r\n]*", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Node:
    """One value in *text*: its composed YAML node, and the key it stands under, if it has one."""

    text: str
    yaml: Any
    key: Any = None

    @property
    def is_mapping(self) -> bool:
        """Whether it is a mapping."""
        return isinstance(self.yaml, yaml.MappingNode)

    @property
    def is_list(self) -> bool:
        """Whether it is a list."""
        return isinstance(self.yaml, yaml.SequenceNode)

    @property
    def is_container(self) -> bool:
        """Whether it is a mapping or a list."""
        return isinstance(self.yaml, yaml.CollectionNode)

    @property
    def in_brackets(self) -> bool:
        """Whether it is a mapping or a list in brackets."""
        return self.is_container and bool(self.yaml.flow_style)

    @property
    def is_nothing(self) -> bool:
        """Whether nothing is written where the value would stand."""
        return not self.is_container and not self.yaml.style and self.yaml.value == ""

    @property
    def start(self) -> int:
        """Where the value begins."""
        return int(self.yaml.start_mark.index)

    @property
    def entry_start(self) -> int:
        """Where its key begins; for an item of a list, where the value does."""
        return int(self.key.start_mark.index) if self.key is not None else self.start

    @property
    def column(self) -> int:
        """The column of its first character; for a block, that of its entries."""
        return int(self.yaml.start_mark.column)

    @property
    def end(self) -> int:
        """Where the value ends.  Comments and empty lines after it are not part of it."""
        if self.is_container and not self.in_brackets and self.yaml.value:
            return self.children[-1].end
        end = int(self.yaml.end_mark.index)
        if self.is_container or self.yaml.style not in ("|", ">"):
            return end
        return self._end_of_block_text(end)

    def _end_of_block_text(self, end: int) -> int:
        header = self.text[self.start : end].partition("\n")[0]
        # `|+` keeps the empty lines that follow it: there, they are part of the text.
        last = self.text.rfind("\n", 0, end) if "+" in header.partition("#")[0] else end
        written = self.text[self.start : max(last, self.start)]
        return self.start + len(written if last != end else written.rstrip())

    @property
    def children(self) -> list["Node"]:
        """The values inside it, in order."""
        if self.is_mapping:
            return [Node(self.text, value, key) for key, value in self.yaml.value]
        return [Node(self.text, value) for value in self.yaml.value] if self.is_list else []

    def child(self, step: str | int) -> "Node | None":
        """The value under the key, or at the number, *step*; None if there is none."""
        if self.is_mapping:
            return next((each for each in self.children if _name(each.key) == step), None)
        if self.is_list and isinstance(step, int) and 0 <= step < len(self.yaml.value):
            return self.children[step]
        return None

    @property
    def comments(self) -> list[str]:
        """The comments between its beginning and its end."""
        return comments(self.text, self.start, self.end, self)


def compose(text: str) -> Node:
    """The whole of *text*, which our own reader has accepted."""
    return Node(text, yaml.compose(text, Loader=_LOADER))


def find(root: Node, path: Path) -> tuple[list[Node], Path]:
    """The nodes on the way to *path*, *root* first, as far as they exist, and the steps that are left."""
    nodes = [root]
    for n, step in enumerate(path):
        child = nodes[-1].child(step)
        if child is None:
            return nodes, path[n:]
        nodes.append(child)
    return nodes, ()


def comments(text: str, start: int, end: int, within: Node) -> list[str]:
    """The comments of *text* from *start* to *end*; what looks like one inside a text of *within* is none."""
    spans = [(a, b) for a, b in _texts(within) if a < end and b > start]
    found = []
    while match := _COMMENT.search(text, start, end):
        inside = [b for a, b in spans if a <= match.start() < b]
        # Behind the text that it was found in, a real one may stand on the same line.
        start = max(inside, default=match.end())
        found += [] if inside else [match[0].rstrip()]
    return found


def _texts(node: Node) -> Iterator[tuple[int, int]]:
    """From where to where a text stands, for every text in *node*, its keys too."""
    if node.key is not None:
        yield int(node.key.start_mark.index), int(node.key.end_mark.index)
    for child in node.children:
        yield from _texts(child)
    if not node.is_container:
        start, end = node.start, node.end
        # Behind the mark of a block of text, on its first line, a comment may stand.
        yield (node.text.find("\n", start, end) if node.yaml.style in ("|", ">") else start, end)


def _name(key: Any) -> str:
    return unicodedata.normalize("NFC", key.value)
