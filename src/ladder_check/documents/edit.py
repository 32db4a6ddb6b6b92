"""One change in the text of a YAML file: all that a person wrote around it stays as it is, to the byte.

Each function takes a text and gives the new text.  Comments, order, quotes, empty lines and line ends
of everything that is not changed are kept; a comment inside a part that is taken out stays on a line
of its own.  The result is read again before it is given back: were it to say anything else than the
old text with this one change, nothing is given back at all.
"""

import json
from collections.abc import Callable
from contextlib import suppress
from copy import deepcopy
from functools import lru_cache
from typing import Any, Final

from ladder_check.documents import splice
from ladder_check.documents.document import parse
from ladder_check.documents.finding import InvalidDocument
from ladder_check.documents.nodes import compose, find
from ladder_check.documents.places import Path
from ladder_check.documents.spelling import plain_data
from ladder_check.errors import LadderCheckError

_MARK: Final = "\ufeff"


class CannotEdit(LadderCheckError):
    """A place in a file that we cannot change without touching what a person wrote around it."""

    def __init__(self, path: Path, why: str) -> None:
        self.path = path
        where = ".".join(str(step) for step in path) or "the whole file"
        way_out = "Nothing was written. Please change it by hand."
        super().__init__(f"{where} cannot be changed here: {why}. {way_out}")


def set_value(text: str, path: Path, value: Any) -> str:
    """*text* with *value* at *path*; what is missing on the way there is made.

    A number in the path is an item of a list; the number after its last item adds one.

    >>> print(set_value("title: Day   # ours", ("answers", "ladder", "designing.r4"), {"leaders": 3}))
    title: Day   # ours
    answers:
      ladder:
        designing.r4: {leaders: 3}
    <BLANKLINE>

    Raises:
        InvalidDocument: *text* is not a file that we read.
        CannotEdit: something on the way is neither a mapping nor a list, or the result would not read back.
    """
    value = plain_data(value)
    return _checked(text, path, lambda body: _set(body, path, value), lambda data: _put(data, path, value))


def append(text: str, path: Path, value: Any) -> str:
    r"""*text* with *value* added at the end of the list at *path*, which is made if it is missing.

    >>> append("aspects: []\n", ("aspects",), "doing")
    'aspects:\n  - doing\n'
    """
    return set_value(text, (*path, _length(_read(text), path)), value)


def remove(text: str, path: Path) -> str:
    r"""*text* without what stands at *path*.  What holds nothing then stays, as `{}` or `[]`.

    >>> remove("a: 1\nb: 2  # two\nc: 3\n", ("b",))
    'a: 1\n# two\nc: 3\n'
    """
    return _checked(text, path, lambda body: _remove(body, path), lambda data: _take(data, path))


def rename_key(text: str, path: Path, key: str) -> str:
    r"""*text* with the key at the end of *path* called *key*; its value stays as it is written.

    >>> rename_key("titel: Day  # ours\n", ("titel",), "title")
    'title: Day  # ours\n'
    """

    def rename(data: Any) -> None:
        holder = get(data, path[:-1])
        if not isinstance(holder, dict) or key in holder:
            raise KeyError
        holder[key] = holder.pop(path[-1])

    return _checked(
        text, path, lambda body: splice.rename(body, find(compose(body), path)[0][-1], key), rename
    )


def put_first(text: str, key: str, value: Any) -> str:
    r"""*text* with *value* under a new *key* above all others, below the comments that the file begins with.

    >>> put_first("# Ours\ntitle: Day\n", "format", 1)
    '# Ours\nformat: 1\ntitle: Day\n'
    """
    value = plain_data(value)
    return _checked(
        text,
        (key,),
        lambda body: splice.put_first(body, compose(body), key, value),
        lambda data: _put(data, (key,), value),
    )


def _checked(text: str, path: Path, edit: Callable[[str], str], change: Callable[[Any], None]) -> str:
    """The edited text, if it reads back as the old data with the change."""
    body = text.removeprefix(_MARK)
    expected = deepcopy(_read(body))
    try:
        change(expected)
    except (KeyError, IndexError, TypeError, AttributeError):
        raise CannotEdit(path, "there is no such place in the file") from None
    edited = edit(body)
    try:
        is_right = _same(_read(edited), expected)
    except InvalidDocument as error:
        raise CannotEdit(path, f"it would not be read again ({error.findings[0].message})") from None
    if not is_right:
        raise CannotEdit(path, "the file would say something else than was meant")
    return text[: len(text) - len(body)] + edited


@lru_cache(maxsize=4)
def _read(text: str) -> Any:
    """The data of *text*, not to be changed: what one edit reads at its end, the next one begins with."""
    return parse(text.encode(), "this file").data


def _same(one: Any, other: Any) -> bool:
    # Not ==, for which True is 1 and 1 is 1.0.
    return json.dumps(one, sort_keys=True) == json.dumps(other, sort_keys=True)


def _length(data: Any, path: Path) -> int:
    there = get(data, path)
    return len(there) if isinstance(there, list) else 0


def get(data: Any, path: Path) -> Any:
    """What stands at *path* of plain *data*; None if nothing does."""
    for step in path:
        if isinstance(data, dict):
            data = data.get(str(step))
        elif isinstance(data, list) and isinstance(step, int) and 0 <= step < len(data):
            data = data[step]
        else:
            return None
    return data


def _put(data: Any, path: Path, value: Any) -> None:
    """Put *value* at *path* of plain *data*, and what is missing on the way."""
    step, *rest = path
    if isinstance(data, dict) is isinstance(step, int):
        raise TypeError
    if isinstance(data, list) and step == len(data):
        data.append(None)
    if not rest:
        data[step] = value
        return
    there = data.get(step) if isinstance(data, dict) else data[step]
    if there in (None, [], {}):
        data[step] = [] if isinstance(rest[0], int) else {}
    _put(data[step], tuple(rest), value)


def _take(data: Any, path: Path) -> None:
    """Take what stands at *path* out of plain *data*."""
    *way, last = path
    for step in way:
        data = data[step]
    del data[last]


def _set(text: str, path: Path, value: Any) -> str:
    nodes, missing = find(compose(text), path)
    node = nodes[-1]
    if not missing and value and node.children and isinstance(value, dict if node.is_mapping else list):
        # Where an entry cannot be taken out alone without losing a remark, the whole is written anew.
        with suppress(CannotEdit):
            return _merge(text, path, value)
    if missing and node.children:
        return splice.add(text, node, missing, value)
    return splice.replace(text, nodes, missing, value)


def _merge(text: str, path: Path, value: Any) -> str:
    """The mapping or list at *path* made the same as *value*, one entry after the other."""
    old = get(_read(text), path)
    for step, each in value.items() if isinstance(value, dict) else enumerate(value):
        if get(old, (step,)) is None or not _same(get(old, (step,)), each):
            text = _set(text, (*path, step), each)
    gone = [key for key in old if key not in value] if isinstance(old, dict) else range(len(value), len(old))
    for step in reversed(gone):
        # Each is checked: what comes after may hide that a remark has become part of a text.
        text = remove(text, (*path, step))
    return text


def _remove(text: str, path: Path) -> str:
    nodes, _ = find(compose(text), path)
    parent = nodes[-2]
    if len(parent.children) == 1:
        return splice.replace(text, nodes[:-1], (), {} if parent.is_mapping else [])
    return splice.take_out(text, parent, nodes[-1])
