"""What every source becomes: replies with cells under headers, and nothing that says who somebody is."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from ladder_check.documents.characters import unwanted

_SIGNS: Final = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"', "–": "-", "—": "-", "‑": "-"})


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a file; *number* is the one that a spreadsheet shows beside it."""

    number: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """The rows of a file, or of one sheet of a workbook; empty rows are not among them."""

    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Reply:
    """What one person sent: a cell for each header.

    *person* is what the source calls whoever sent it, and is never stored; None where a ballot number says
    it.  *session* is there where a file holds several.
    """

    row: int
    cells: Mapping[str, str]
    person: str | None = None
    sent: datetime | None = None
    session: str | None = None


@dataclass(frozen=True, slots=True)
class Sheet:
    """A file, read: its *headers* that may be questions, and its *replies* in the order they were sent.

    *form* tells this form from any other; it is empty where a *person* has the same name in all of them.
    *linked* says that the same person in another round is known by it.  *personal* are the headers of the
    columns that say who somebody is: what stood there is gone already.
    """

    file: str
    source: str
    headers: tuple[str, ...]
    replies: tuple[Reply, ...]
    form: str = ""
    linked: bool = False
    personal: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def sessions(self) -> tuple[str, ...]:
        """The sessions in it, where it holds any."""
        return tuple(dict.fromkeys(each.session for each in self.replies if each.session))


def fold(text: str) -> str:
    r"""*text* as it is compared: one kind of space, quote and dash, no capitals, nothing invisible.

    >>> fold("  How often…\n was it?\u00a0"), fold("Not sure.")
    ('how often... was it?', 'not sure')
    """
    plain = unicodedata.normalize("NFKC", text).translate(_SIGNS)
    return " ".join(tidy(plain).split()).rstrip(".:; ").casefold() or " ".join(plain.split())


def tidy(text: str) -> str:
    """*text* without characters that nobody can see."""
    return text if text.isascii() and text.isprintable() else _without_unwanted(text)


def _without_unwanted(text: str) -> str:
    gone = {found[0] for found in unwanted(text)} - {"\r"}
    return re.sub(f"[{re.escape(''.join(gone))}]", "", text) if gone else text


def without_last_sign(text: str) -> str:
    """*text* without the semicolon that some forms put behind a choice.

    >>> without_last_sign("Carers;")
    'Carers'
    """
    return text.strip().removesuffix(";").strip()


def letter(place: int) -> str:
    """What a spreadsheet calls the column at *place*, from 0.

    >>> letter(0), letter(25), letter(26)
    ('A', 'Z', 'AA')
    """
    return (letter(place // 26 - 1) if place >= 26 else "") + chr(ord("A") + place % 26)
