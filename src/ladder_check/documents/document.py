"""A file that was read: plain data, and the place of every part of it."""

from dataclasses import dataclass, field
from typing import Any

from ladder_check.documents.characters import read_text
from ladder_check.documents.events import read_events
from ladder_check.documents.finding import Finding, InvalidDocument, Place
from ladder_check.documents.places import Branch, Path, find, place_of, source_of

__all__ = ["MAX_BYTES", "Document", "Path", "parse"]

MAX_BYTES = 1024 * 1024
"""About thirty thousand lines of an assessment; a long one has a few hundred."""


@dataclass(frozen=True, slots=True)
class Document:
    """The *data* of *file* – only dict, list, str, int, float, bool and None – and its *text*.

    The data is a mapping; keys are text, in Unicode's composed form (NFC).
    """

    file: str
    data: dict[str, Any]
    text: str = field(repr=False)
    _root: Branch = field(repr=False, compare=False)

    def locate(self, path: Path, *, key: bool = False) -> Place:
        """The place of the value at *path*, or of its key.

        If there is nothing at *path*, the place of the nearest thing above it.  An item of a list
        and the whole document have no key: theirs is the place of the value.
        """
        found = find(self._root, path)
        return place_of(found.key if key and found.key else found.value, self.text)

    def source(self, path: Path) -> str | None:
        """The value at *path* as it was written, with its quotes; None if that is not one scalar.

        `version: 1.10` is the number 1.1, and its source is "1.10".
        """
        found = find(self._root, path)
        if not found.exact or isinstance(found.value, Branch):
            return None
        return source_of(found.value, self.text)


def parse(data: bytes, file: str) -> Document:
    """The document that *data* holds; *file* is the name that findings give it.

    Raises:
        InvalidDocument: *data* is not YAML that every reader and every person reads in the same way.
            All its findings are told, as far as reading could go on (at most a hundred or so).
    """
    if len(data) > MAX_BYTES:
        message = f"The file has {len(data):,} bytes; at most {MAX_BYTES:,} (1 MiB) are read."
        way_out = "Please either split it, or check that this is the file you meant."
        raise InvalidDocument([Finding("LC005", f"{message} {way_out}", file, Place(1, 1, 1, 1))])
    text = read_text(data, file)
    content, root = read_events(text, file)
    return Document(file, content, text, root)
