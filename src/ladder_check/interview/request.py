"""What somebody wants to be asked, and the banks and ladders that it takes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from ladder_check.documents.library import Shelf, build_case, read_document
from ladder_check.errors import UnknownName
from ladder_check.interview.agenda import DEFAULT_BANKS
from ladder_check.model.answer import VOICES, Voice
from ladder_check.model.bank import Bank
from ladder_check.model.ladder import Ladder

_WHO_IS_MISSING = "missing"


@dataclass(frozen=True, slots=True)
class Wishes:
    """What was said on the command line; nothing said means the usual."""

    voice: str | None = None
    aspects: tuple[str, ...] = ()
    banks: tuple[str, ...] = ()
    quick: bool = False
    changed: bool = False

    def __str__(self) -> str:
        """The wishes as they are typed."""
        flags = [f"--aspect {each}" for each in self.aspects] + [f"--bank {each}" for each in self.banks]
        flags += ["--quick"] if self.quick else []
        flags += ["--changed"] if self.changed else []
        return " ".join(flags)


@dataclass(frozen=True, slots=True)
class Request:
    """What is asked: *banks* in order, with their *ladders*; *groups* that may be missing from the room."""

    path: Path
    wishes: Wishes
    voice: Voice | None
    banks: tuple[Bank, ...]
    ladders: Mapping[str, Ladder]
    groups: tuple[str, ...]
    today: date


def read_request(path: Path, shelf: Shelf, wishes: Wishes, today: date) -> Request:
    """All that the interview needs to know before it begins.

    Raises:
        UnknownName: a perspective, a bank or an aspect is not there.
        InvalidDocument: the file at *path* is there and is not right.
    """
    # A file that is not right is refused here, with every finding, before anybody answers anything.
    case = build_case(read_document(path), shelf) if path.exists() else None
    asked = case.assessment.asked_banks if case else ()
    banks = tuple(shelf.bank(bank) for bank in wishes.banks or _usual(asked, shelf))
    if (wishes.aspects or wishes.quick) and not wishes.banks:
        banks = tuple(bank for bank in banks if bank.kind == "ladder")
    missing = shelf.bank(_WHO_IS_MISSING).groups if _WHO_IS_MISSING in shelf.banks else ()
    ladders = {bank.ladder: shelf.ladder(bank.ladder) for bank in banks if bank.ladder}
    return Request(path, wishes, read_voice(wishes.voice), banks, ladders, missing, today)


def read_voice(name: str | None) -> Voice | None:
    """The perspective or side called *name*; None if nothing was named.

    Raises:
        UnknownName: there is none called that.
    """
    found = next((voice for voice in VOICES if voice == name), None)
    if name is not None and found is None:
        raise UnknownName("perspective or side", name, VOICES)
    return found


def _usual(asked: Sequence[str], shelf: Shelf) -> list[str]:
    """The usual banks, and those in the file; one ladder bank is enough."""
    order = [*(bank for bank in DEFAULT_BANKS if bank in asked), *asked, *DEFAULT_BANKS]
    own_ladder = any(bank != DEFAULT_BANKS[0] and shelf.bank(bank).kind == "ladder" for bank in asked)
    usual = list(dict.fromkeys(order))
    if own_ladder and DEFAULT_BANKS[0] not in asked:
        usual.remove(DEFAULT_BANKS[0])
    return sorted(usual, key=lambda bank: shelf.bank(bank).kind != "ladder")
