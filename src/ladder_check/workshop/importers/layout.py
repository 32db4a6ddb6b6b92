"""How the files of one source are laid out, and how a table laid out so becomes a sheet."""

import hashlib
import re
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from ladder_check.workshop.importers.sheet import Reply, Row, Sheet, Table, fold, letter
from ladder_check.workshop.importers.times import read_times

NOTES_ABOVE: Final = 10
"""A header stands in one of the first rows; some sources write notes above it."""
MAIL: Final = (
    "email",
    "e-mail",
    "email address",
    "e-mail address",
    "username",
    "user email",
    "participant email",
)
_PERSONAL: Final = frozenset(
    {
        *MAIL,
        *("name", "your name", "full name", "first name", "last name", "surname", "user name"),
        *("participant name", "participant company", "company", "user company", "user"),
        *("ipaddr", "ip address", "ip", "refurl", "referrer url", "user agent", "useragent", "browser"),
        *("phone", "phone number", "telephone", "mobile", "address", "postcode", "post code", "zip code"),
        *("token", "access code", "_submitted_by", "submitterid", "submittername", "deviceid", "device id"),
        *(
            "username",
            "phonenumber",
            "subscriberid",
            "simid",
            "e-mail-adresse",
            "e-mailadres",
            "adresse e-mail",
        ),
    }
)


@dataclass(frozen=True, slots=True)
class Layout:
    """What the files of *source* look like; every name of a column is folded.

    *needs* are the columns it is known by, and those in *lacks* are none of its.  *machine* matches what
    the source adds by itself.  *who* are the columns that tell people apart, the surest first, and *sent*
    those that say when.  *everywhere* says that a person has the same name in all forms of the source.
    """

    source: str
    needs: frozenset[str]
    machine: re.Pattern[str]
    lacks: frozenset[str] = frozenset()
    who: tuple[str, ...] = ()
    sent: tuple[str, ...] = ()
    everywhere: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    """A table that a layout fits: its headers, folded too, and the rows below them."""

    layout: Layout
    headers: tuple[str, ...]
    folded: tuple[str, ...]
    rows: tuple[Row, ...]

    def cell(self, row: Row, names: Sequence[str]) -> str:
        """What stands in *row* in the first column called one of *names* that says something."""
        places = (self.folded.index(name) for name in names if name in self.folded)
        return next((row.cells[at] for at in places if at < len(row.cells) and row.cells[at]), "")


def find(layout: Layout, tables: Sequence[Table]) -> Found | None:
    """The first of *tables* that *layout* fits; None if it fits none."""
    for table in tables:
        for at, row in enumerate(table.rows[:NOTES_ABOVE]):
            folded = tuple(map(fold, row.cells))
            if layout.needs <= set(folded) and not layout.lacks & set(folded):
                return Found(layout, _named(row.cells, table.rows[at + 1 :]), folded, table.rows[at + 1 :])
    return None


def _named(cells: Sequence[str], rows: Sequence[Row]) -> tuple[str, ...]:
    """Each column by a name of its own; empty for one without a header and without content."""
    names: list[str] = []
    width = max((len(row.cells) for row in rows), default=0)
    for at in range(max(len(cells), width)):
        name = " ".join(cells[at].split()) if at < len(cells) else ""
        if not name and any(at < len(row.cells) and row.cells[at] for row in rows):
            name = f"column {letter(at)}"
        names.append(f"{name} ({letter(at)})" if name and name in names else name)
    return tuple(names)


def to_sheet(found: Found, file: str, person: Callable[[Found, Row], str] | None = None) -> Sheet:
    """The sheet of what was *found* in *file*; *person* says who sent a row, where the layout cannot."""
    kept = {at: name for at, name in enumerate(found.headers) if name and not _is_dropped(found, at)}
    times = read_times([found.cell(row, found.layout.sent) for row in found.rows]) if found.rows else None
    replies = [
        Reply(
            row=row.number,
            cells={name: row.cells[at] for at, name in kept.items() if at < len(row.cells) and row.cells[at]},
            person=(person or _person)(found, row),
            sent=times[place] if times else None,
        )
        for place, row in enumerate(found.rows)
    ]
    sheet = Sheet(
        file=file,
        source=found.layout.source,
        headers=tuple(kept.values()),
        replies=tuple(replies),
        form="" if found.layout.everywhere else _fingerprint(found),
        linked=found.layout.everywhere,
        personal=tuple(_personal(found)),
    )
    return keep_last(sheet)


def _is_dropped(found: Found, at: int) -> bool:
    name = found.folded[at] if at < len(found.folded) else ""
    return bool(found.layout.machine.fullmatch(name)) or name in _PERSONAL


def _personal(found: Found) -> Iterator[str]:
    return (found.headers[at] for at, name in enumerate(found.folded) if name in _PERSONAL)


def _person(found: Found, row: Row) -> str:
    """Who sent *row*: by an address, used here to pair and never kept; by an id; or by its place."""
    mail = found.cell(row, MAIL).casefold()
    if "@" in mail:
        return mail
    return found.cell(row, found.layout.who) or f"row {row.number}"


def _fingerprint(found: Found) -> str:
    """A short text that differs from form to form: numbers begin at 1 in each of them."""
    words = sorted(name for name in found.folded if name)
    return hashlib.sha256("\n".join([found.layout.source, *words]).encode()).hexdigest()


def keep_last(sheet: Sheet) -> Sheet:
    """*sheet* in the order of time, with only the last that each person sent in each session."""
    timed = all(reply.sent for reply in sheet.replies)
    replies = sorted(sheet.replies, key=lambda each: str(each.sent)) if timed else sheet.replies
    last = {_who(each): each for each in replies}
    again = tuple(_sent_again(replies, last))
    return replace(sheet, replies=tuple(last.values()), notes=(*sheet.notes, *again))


def _who(reply: Reply) -> Hashable:
    return (reply.person, reply.session) if reply.person else reply.row


def _sent_again(replies: Sequence[Reply], last: Mapping[Hashable, Reply]) -> Iterator[str]:
    for each in replies:
        newest = last[_who(each)]
        if newest is not each:
            yield f"Row {each.row} was sent again by the same person in row {newest.row}, which counts."
