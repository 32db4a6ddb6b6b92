"""A YAML file that we change while somebody else may change it too: nothing of theirs is lost."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

from ladder_check.documents import places
from ladder_check.documents.document import parse
from ladder_check.documents.edit import append, get, remove, set_value
from ladder_check.documents.reading import read_bytes
from ladder_check.documents.spelling import plain_data
from ladder_check.documents.store import cannot_write, locked, overwrite, write
from ladder_check.errors import LadderCheckError


@dataclass(frozen=True, slots=True)
class Change:
    """What to do at *path*: put *value* there; or add it to the list there; or remove what is there."""

    path: places.Path
    value: Any = None
    adds: bool = False
    removes: bool = False

    def apply(self, text: str) -> str:
        """*text* with this change."""
        if self.removes:
            return remove(text, self.path)
        return (append if self.adds else set_value)(text, self.path, self.value)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a change: *saved*, or not, because somebody else put *theirs* there meanwhile."""

    saved: bool
    others_changed: bool
    theirs: Any = None


class SharedFile:
    """A YAML file that we change while an editor, or another terminal, may change it too.

    *text* is the file as we last read or wrote it.
    """

    def __init__(self, path: Path, text: str) -> None:
        self.path, self.text = path, text

    @classmethod
    def open(cls, path: Path) -> Self:
        """The file at *path*, read.

        Raises:
            LadderCheckError: it is not there, or is not a file that we can read.
        """
        shared = cls(path, _read(path))
        shared.data  # noqa: B018 (a file that cannot be read is refused at once)
        return shared

    @classmethod
    def create(cls, path: Path, text: str) -> Self:
        """A new file at *path*.

        Raises:
            LadderCheckError: there is one already, or it cannot be written.
        """
        if path.exists():
            raise LadderCheckError(f"{path}: there already. Nothing was written over.")
        write(text, path)
        return cls(path, text)

    @property
    def data(self) -> Any:
        """What the file says, as plain data."""
        return parse(self.text.encode("utf-8"), str(self.path)).data

    def change(self, changes: Sequence[Change]) -> Outcome:
        """Apply *changes* to the file as it is on disk now, and write it: all of them or none.

        The first change is what was meant; the others follow from it.  If somebody else has changed the same
        place since we last looked, theirs stays, and nothing is written.

        Raises:
            LadderCheckError: the file cannot be read or written now; it is as it was.
        """
        try:
            with locked(self.path.resolve().parent):
                return self._change(changes)
        except (OSError, RuntimeError) as error:
            raise cannot_write(self.path, error) from None

    def _change(self, changes: Sequence[Change]) -> Outcome:
        now = _read(self.path) if self.path.exists() else self.text
        others = now != self.text
        if others and (clash := self._clash(changes[0], now)):
            self.text = now
            return clash
        for each in changes:
            now = each.apply(now)
        overwrite(now.encode("utf-8"), self.path.resolve())
        self.text = now
        return Outcome(saved=True, others_changed=others)

    def _clash(self, change: Change, now: str) -> Outcome | None:
        """The outcome if somebody else changed the same place, and not to the same value."""
        data = parse(now.encode("utf-8"), str(self.path)).data
        theirs = get(data, change.path)
        same = change.adds or theirs in (get(self.data, change.path), plain_data(change.value))
        if same and _things_on(data, change.path) == _things_on(self.data, change.path):
            return None
        return Outcome(saved=False, others_changed=True, theirs=theirs)


def _things_on(data: Any, path: places.Path) -> list[Any]:
    """What the items of lists on the way along *path* are, so that none is taken for another."""
    ways = [path[: place + 1] for place, step in enumerate(path) if isinstance(step, int)]
    return [get(data, (*way, key)) for way in ways for key in ("id", "about")]


def _read(path: Path) -> str:
    try:
        return read_bytes(path).decode("utf-8")
    except UnicodeDecodeError:
        # Our reader says where.
        return parse(read_bytes(path), str(path)).text
