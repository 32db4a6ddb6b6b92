"""Where each value of a document stands.

The events of the parser are kept as they come; a Place is worked out only when somebody asks for one.
"""

from dataclasses import dataclass, field
from typing import Any, NamedTuple

from ladder_check.documents.finding import Place

Path = tuple[str | int, ...]
"""The way to a value: keys of mappings, numbers (from 0) of list items."""

Event = Any
"""An event of libyaml with its marks.  (Its published types allow marks to be missing; they never are.)"""


@dataclass(slots=True)
class Branch:
    """Where a mapping or a list begins and ends, and what stands in it: *values*, by key or by number.

    Only a mapping has *keys*.
    """

    start: Event
    end: Event
    values: "dict[str, Branch | Event] | list[Branch | Event]"
    keys: dict[str | int, Event] = field(default_factory=dict)

    def at(self, step: str | int) -> "Branch | Event":
        """What stands at *step*, or None."""
        if isinstance(self.values, dict):
            return self.values.get(step)  # type: ignore[arg-type]  # a number is no key: it finds nothing
        return self.values[step] if isinstance(step, int) and 0 <= step < len(self.values) else None

    @property
    def last(self) -> "Branch | Event":
        """What stands last in it; it is not empty."""
        values = self.values
        return values[-1] if isinstance(values, list) else values[next(reversed(values))]


class Found(NamedTuple):
    """The nearest thing to a path: its key if it has one, itself, and whether the whole path led there."""

    key: Event
    value: Branch | Event
    exact: bool


def find(root: Branch, path: Path) -> Found:
    """What stands at *path*, or at the longest beginning of it that exists."""
    key: Event = None
    value: Branch | Event = root
    for step in path:
        inner = value.at(step) if isinstance(value, Branch) else None
        if inner is None:
            return Found(key, value, exact=False)
        key, value = value.keys.get(step), inner
    return Found(key, value, exact=True)


def place_of(node: Branch | Event, text: str) -> Place:
    """The place of a branch or of the event of a scalar, in the *text* it was read from."""
    if not isinstance(node, Branch):
        return _place_of_scalar(node, text)
    start = point(node.start)
    end = _end_of(node, text)
    return Place(start.line, start.column, end.end_line, end.end_column)


def point(event: Event) -> Place:
    """The place where *event* begins, as a point."""
    line, column = event.start_mark.line + 1, event.start_mark.column + 1
    return Place(line, column, line, column)


def source_of(event: Event, text: str) -> str:
    """The characters of *text* that a scalar was read from, quotes and all."""
    return text[event.start_mark.index : event.end_mark.index].rstrip()


def _place_of_scalar(event: Event, text: str) -> Place:
    """From the first to the last character; the parser lets a block of text run on to the next key."""
    start = point(event)
    *above, last = source_of(event, text).split("\n")
    if above:
        return Place(start.line, start.column, start.line + len(above), len(last) + 1)
    return Place(start.line, start.column, start.line, start.column + len(last))


def _end_of(branch: Branch, text: str) -> Place:
    """The place that ends *branch*: its bracket, or the last thing in it."""
    if branch.start.flow_style or not branch.values:
        line, column = branch.end.end_mark.line + 1, branch.end.end_mark.column + 1
        return Place(line, column, line, column)
    return place_of(branch.last, text)
