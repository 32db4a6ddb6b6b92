"""How a value is spelt in YAML, so that our own reader, and every other, reads back the same value."""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Final

from ladder_check.documents.refused import Refused
from ladder_check.documents.scalars import resolve, resolve_key

WIDTH: Final = 100
"""A short mapping or list stands on one line, up to this many characters."""
DEPTH: Final = 2
"""A mapping in brackets may hold lists or mappings in brackets, and these only plain values."""

# What stands without quotes begins with a letter or a number, and cannot be taken for a comment or a key.
_BARE: Final = re.compile(r"(?!.*(?:: | #|:$| $|[\t]))(?:\w|-\d).*")
_BRACKETS: Final = re.compile(r"[\[\]{},:]")
_ESCAPES: Final = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}


def plain_data(value: Any) -> Any:
    """*value* as the reader gives it back: only dict, list, str, int, float, bool and None; days as text."""
    if isinstance(value, Mapping):
        return {str(key): plain_data(each) for key, each in value.items()}
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [plain_data(each) for each in value]
    return value


def in_line(value: Any, *, brackets: bool = False) -> str:
    """*value* on one line; *brackets* says that it will stand inside a list or mapping in brackets.

    >>> in_line({"counts": [0, 1, 3, 2, 1], "not-sure": 1})
    '{counts: [0, 1, 3, 2, 1], not-sure: 1}'
    >>> in_line("no"), in_line("1e3"), in_line("3f9ac1"), in_line(None)
    ('"no"', '"1e3"', '3f9ac1', 'null')
    """
    if isinstance(value, dict):
        return "{" + ", ".join(f"{spell_key(k)}: {in_line(v, brackets=True)}" for k, v in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(in_line(each, brackets=True) for each in value) + "]"
    if isinstance(value, str):
        return _text(value, brackets=brackets)
    if value is None:
        return "null"
    return str(value).lower() if isinstance(value, bool) else str(value)


def spell_key(key: str) -> str:
    """*key* as it stands before a colon, in quotes where it needs them.

    >>> spell_key("designing.r4"), spell_key("10")
    ('designing.r4', '"10"')
    """
    try:
        bare = resolve_key(key) == key and bool(_BARE.fullmatch(key)) and not _BRACKETS.search(key)
    except Refused:
        bare = False
    return key if bare else quoted(key)


def quoted(text: str) -> str:
    """*text* in double quotes, on one line whatever it holds."""
    return '"' + "".join(_ESCAPES.get(each, each) for each in text) + '"'


def entry(path: Sequence[str | int], value: Any, column: int) -> list[str]:
    """The lines of a new entry: *value* under the keys of *path*, the first of which stands at *column*.

    A number in the path, or none, stands for an item of a list.

    >>> entry(("ladder", "designing.r4", "leaders"), 3, 2)
    ['  ladder:', '    designing.r4:', '      leaders: 3']
    >>> entry((0,), {"what": "the notes", "kind": "written"}, 4)
    ['    - {what: the notes, kind: written}']
    """
    margin = " " * column
    step, *rest = path
    head = "-" if isinstance(step, int) else f"{spell_key(step)}:"
    if not rest and stands_in_line(value, column + len(head)):
        return [f"{margin}{head} {in_line(value)}"]
    below = entry(rest, value, column + 2) if rest else block(value, column + 2)
    if isinstance(step, int):
        # The first line of what an item holds stands beside its dash.
        return [f"{margin}- {below[0].lstrip(' ')}", *below[1:]]
    return [f"{margin}{head}", *below]


def block(value: Any, column: int) -> list[str]:
    """The lines of a mapping or list with something in it, from *column*, an entry a line."""
    steps = value.items() if isinstance(value, dict) else enumerate(value)
    return [line for step, each in steps for line in entry((step,), each, column)]


def stands_in_line(value: Any, column: int) -> bool:
    """Whether *value*, from *column* on, is put on one line: a plain value, or a short one in brackets."""
    if not isinstance(value, dict | list) or not value:
        return True
    return _depth(value) <= DEPTH and column + 1 + len(in_line(value)) <= WIDTH


def _depth(value: Any) -> int:
    if not isinstance(value, dict | list):
        return 0
    inside = value.values() if isinstance(value, dict) else value
    return 1 + max((_depth(each) for each in inside), default=0)


def _text(text: str, *, brackets: bool) -> str:
    return text if _is_bare(text) and not (brackets and _BRACKETS.search(text)) else quoted(text)


def _is_bare(text: str) -> bool:
    if not _BARE.fullmatch(text):
        return False
    try:
        return resolve(text) == text
    except Refused:
        return False
