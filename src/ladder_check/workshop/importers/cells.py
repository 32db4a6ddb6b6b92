"""What one cell says: a step, a voice, a round, a ballot number; or why it says nothing, and what to do."""

import re
from typing import Final

from ladder_check.documents.characters import shown
from ladder_check.model.answer import PERSPECTIVES, Voice
from ladder_check.model.room import Asked
from ladder_check.workshop.importers.matching import Left, Matcher, Step, is_number
from ladder_check.workshop.importers.sheet import tidy

MOST_LETTERS: Final = 2_000
"""Of what one person may say in their own words."""
_BALLOT: Final = re.compile(r"[\w.-]{1,20}")


class BadCell(Exception):
    """A cell that says nothing we could count.  Its text says what was found, and what to do."""


def read_step(matcher: Matcher, asked: Asked, text: str) -> Step:
    """The answer to *asked* that *text* is.

    Raises:
        BadCell: it is none.
    """
    found = matcher.step(asked, text)
    if found == "does-not-fit" and not asked.may_not_fit:
        raise BadCell(
            f"{asked.id} fits everybody, so nobody can say that it does not. Write a step, "
            f"{asked.scale.low} to {asked.scale.high}, or not-sure, or leave it empty."
        )
    if found is not None:
        return found
    if is_number(text):
        raise BadCell(
            f"{shown(text)} is not on the scale of {asked.id}, {asked.scale.low} to {asked.scale.high}."
        )
    steps = f"{asked.scale.low} to {asked.scale.high}"
    raise BadCell(
        f"“{shown(text)}” is no answer to {asked.id}. Its steps are {steps}. Say in a map which one is "
        "meant, or leave-out."
    )


def read_voice(matcher: Matcher, text: str) -> Voice | Left:
    """Whom *text* names.

    Raises:
        BadCell: nobody.
    """
    known = ", ".join(PERSPECTIVES)
    if not text:
        raise BadCell(f"nothing says whose answers these are. Write one of {known}.")
    found = matcher.voice(text)
    if found is None:
        raise BadCell(f"“{shown(text)}” is no group that we know: {known}. Say in a map which one is meant.")
    return found


def read_round(text: str, last: int, wanted: int | None) -> int:
    """The number of a round that *text* is, where *last* is the last one there is.

    Raises:
        BadCell: it is none, it would come after a round that is not there, or another one is *wanted*.
    """
    if not (text.isascii() and text.isdecimal() and 0 < len(text) < 4 and int(text)):
        raise BadCell(f"“{shown(text)}” is no round. Write its number, such as 1.")
    if wanted not in (None, int(text)):
        raise BadCell(f"this row is for round {text}, and --round says {wanted}. Take one of them out.")
    if int(text) > last + 1:
        raise BadCell(f"round {text} cannot begin before round {last + 1} has.")
    return int(text)


def read_ballot(text: str) -> str:
    """The ballot number that *text* is.

    Raises:
        BadCell: it is none; most of all, if it is somebody's name or address.
    """
    if not text:
        raise BadCell("there is no ballot number here. Write the one on the ballot.")
    if not _BALLOT.fullmatch(text):
        raise BadCell(
            "this is no ballot number: it has at most 20 letters and digits and no spaces, and is nobody's "
            "name or address."
        )
    return text


def read_words(text: str) -> str:
    """What somebody said, on one line and without characters that nobody can see.

    Raises:
        BadCell: it is very long.
    """
    said = " ".join(tidy(text).split())
    if len(said) > MOST_LETTERS:
        raise BadCell(f"these words have {len(said):,} letters; at most {MOST_LETTERS:,} are kept.")
    return said
