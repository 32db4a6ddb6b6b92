"""When files were last changed, as git keeps it: asked once for many files, and again only for older days."""

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from typing import Final

from ladder_check.documents.git import ask_git, root_of
from ladder_check.errors import LadderCheckError

_MARK: Final = "\x01"
_EARLIER: Final = timedelta(days=365)
"""So much more is asked for than somebody needs, so that the next file seldom needs to ask again."""


@dataclass
class Changes:
    """The changes to files that git kept, and those nobody has committed yet, which count as of *today*.

    That a file was added is no change: it says nothing about what was looked at.  Where there is no git, or
    no repository, nothing is known.
    """

    today: date
    _known: dict[Path, tuple[date, dict[str, date]]] = field(default_factory=dict, repr=False)

    def after(self, day: date, where: str, beside: Path) -> date | None:
        """The day of the last change of the file *where*, seen from *beside*, if that is later than *day*."""
        root = root_of(beside)
        if root is None:
            return None
        found = os.path.normpath(beside.absolute().parent / where)
        changed = self._since(day, root).get(os.path.relpath(found, root))
        return changed if changed and changed > day else None

    def _since(self, day: date, root: Path) -> dict[str, date]:
        """The last change of each file of *root* that changed after *day*, and of some before."""
        begin, days = self._known.get(root, (date.max, {}))
        if day >= begin:
            return days
        begin = day - _EARLIER if day - date.min > _EARLIER else date.min
        days = _committed(root, begin) | dict.fromkeys(_uncommitted(root), self.today)
        self._known[root] = (begin, days)
        return days


def _committed(root: Path, begin: date) -> dict[str, date]:
    asked = ("log", "-z", "--no-renames", "--diff-filter=M", "--name-only", f"--format={_MARK}%cs")
    found: dict[str, date] = {}
    day = date.min
    for word in _words(root, *asked, f"--since={begin}T00:00:00Z"):
        if word.startswith(_MARK):
            day = date.fromisoformat(word.removeprefix(_MARK))
        else:
            found[word] = max(day, found.get(word, day))
    return found


def _uncommitted(root: Path) -> Iterator[str]:
    return _words(
        root, "diff", "--no-ext-diff", "--no-renames", "--diff-filter=M", "--name-only", "-z", "HEAD"
    )


def _words(root: Path, *arguments: str) -> Iterator[str]:
    """What git answers, in words; nothing where it cannot."""
    try:
        status, answer, _ = ask_git(root, *arguments)
    except LadderCheckError:
        return
    if status == 0:
        yield from filter(None, (word.strip("\n") for word in os.fsdecode(answer).split("\0")))
