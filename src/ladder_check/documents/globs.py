"""Patterns such as `teams/**/*.assessment.yaml`, where no shell has put the names in their place."""

import glob
import os
from collections.abc import Iterator, Sequence
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Final

_ANY_DEPTH: Final = "**"


def is_pattern(name: str) -> bool:
    """Whether *name* may stand for several names.

    >>> is_pattern("team?/*.yaml"), is_pattern("team/day.yaml")
    (True, False)
    """
    return glob.has_magic(name)


def match(pattern: str) -> tuple[tuple[Path, ...], tuple[OSError, ...]]:
    """The files and folders that *pattern* means, in order, and why some folders could not be looked into.

    `**` goes down any number of folders.  It follows no link, so that a circle of links ends, and enters
    no hidden folder.
    """
    path = Path(pattern)
    names = path.parts[1:] if path.anchor else path.parts
    faults: list[OSError] = []
    found = _match(Path(path.anchor), _once(names), faults)
    return tuple(dict.fromkeys(found)), tuple(faults)


def _once(names: Sequence[str]) -> list[str]:
    """*names* with one `**` where several follow each other, which mean the same."""
    pairs = zip(names, ["", *names], strict=False)
    return [name for name, before in pairs if (name, before) != (_ANY_DEPTH, _ANY_DEPTH)]


def _match(folder: Path, names: Sequence[str], faults: list[OSError]) -> Iterator[Path]:
    if not names:
        yield folder
    elif names[0] == _ANY_DEPTH:
        yield from _at_any_depth(folder, names, faults)
    else:
        for name in _named(names[0], folder, faults):
            yield from _match(folder / name, names[1:], faults)


def _at_any_depth(folder: Path, names: Sequence[str], faults: list[OSError]) -> Iterator[Path]:
    yield from _match(folder, names[1:], faults)
    for each in _listed(folder, faults):
        if not each.name.startswith(".") and each.is_dir(follow_symlinks=False):
            yield from _match(folder / each.name, names, faults)


def _named(pattern: str, folder: Path, faults: list[OSError]) -> list[str]:
    """The names in *folder* that *pattern*, which holds no `/`, means."""
    if is_pattern(pattern):
        return [each.name for each in _listed(folder, faults) if _is_meant(each.name, pattern)]
    return [pattern] if os.path.lexists(folder / pattern) else []


def _is_meant(name: str, pattern: str) -> bool:
    hidden = name.startswith(".") and not pattern.startswith(".")
    return not hidden and fnmatchcase(name, pattern)


def _listed(folder: Path, faults: list[OSError]) -> "list[os.DirEntry[str]]":
    try:
        with os.scandir(folder) as entries:
            return sorted(entries, key=lambda entry: entry.name)
    except NotADirectoryError:
        return []
    except OSError as fault:
        faults.append(fault)
        return []
