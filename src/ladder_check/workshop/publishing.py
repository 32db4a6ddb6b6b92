"""From a record to an assessment file: read, compared, completed, and written whole or not at all."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

from ladder_check.documents.characters import clean
from ladder_check.documents.document import parse
from ladder_check.documents.edit import set_value
from ladder_check.documents.library import Shelf, build_case
from ladder_check.documents.reading import read_bytes
from ladder_check.documents.store import put_in_place, write_new
from ladder_check.errors import LadderCheckError
from ladder_check.workshop.completing import Clash, clashes, complete
from ladder_check.workshop.publication import Publication, publication_of
from ladder_check.workshop.record import Record


@dataclass(frozen=True)
class Publishing:
    """A *publication* on its way into the file at *path*, which holds the bytes *before*, if any.

    *start* is the text that it is put into.
    """

    path: Path
    before: bytes | None
    start: str
    shelf: Shelf
    publication: Publication

    @property
    def names_missing(self) -> bool:
        """Whether it says already who was missing."""
        data: Any = parse(self.start.encode(), str(self.path)).data
        return bool(data.get("missing_voices")) or ("missing_voices",) in self.publication.entries

    @property
    def clashes(self) -> tuple[Clash, ...]:
        """Where the file says something else, which would go."""
        return clashes(self.start, self.publication.entries)

    @property
    def text(self) -> str:
        """The file as it is going to be.

        Raises:
            InvalidDocument: it would not be an assessment, with the banks that are there today.
        """
        text = complete(self.start, self.publication.entries)
        build_case(parse(text.encode(), str(self.path)), self.shelf)
        return text

    def with_missing(self, missing: Sequence[str]) -> "Publishing":
        """The same, and who was *missing*."""
        missing = list(filter(None, map(clean, missing)))
        if not missing:
            return self
        entries = self.publication.entries
        above = {path: value for path, value in entries.items() if path[0] in ("banks", "took_part")}
        entries = {**above, ("missing_voices",): missing, **entries}
        return replace(self, publication=replace(self.publication, entries=entries))

    def write(self) -> bool:
        """Write the file, whole; whether anything is new in it.

        Raises:
            LadderCheckError: it cannot be written, or somebody has changed it meanwhile; it is as it was.
        """
        text = self.text
        if self.before is None:
            write_new(text, self.path)
        elif text.encode() == self.before:
            return False
        else:
            put_in_place(text, self.path, of=self.before)
        return True


def begin_publishing(
    record: Record, path: Path, number: int | None, shelf: Shelf, new_file: str
) -> Publishing:
    """What is to be published of *record* in the file at *path*; a *new_file* begins with that text.

    From here on what was published counts as shown: nothing in its rounds can change any more.

    Raises:
        InvalidDocument: the file is there and is no right assessment.
        LadderCheckError: nothing may be shown, or the file or the record cannot be read.
    """
    before = read_bytes(path) if path.exists() else None
    if before is not None:
        build_case(parse(before, str(path)), shelf)
    with record.database.transaction():
        publication = publication_of(record, number)
        if publication.entries:
            record.note_shown(publication.rounds)
    if not publication.entries:
        raise LadderCheckError("\n".join([f"{record.path}: {_NOTHING}", *publication.remarks]))
    start = before.decode() if before is not None else _begin(new_file, publication)
    return Publishing(path, before, start, shelf, publication)


def _begin(text: str, publication: Publication) -> str:
    for key, value in publication.head.items():
        text = set_value(text, (key,), value)
    return text


_NOTHING: Final = "nothing of this may be shown, so nothing was written."
