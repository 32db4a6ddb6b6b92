"""From what a session names to the questions it asks, each with its words."""

from collections.abc import Callable, Iterable, Iterator
from typing import Final

from ladder_check.documents.library import Shelf
from ladder_check.documents.places import Path
from ladder_check.errors import LadderCheckError, UnknownName
from ladder_check.model.bank import Aspect, Bank
from ladder_check.model.case import DEFAULT_LADDER_BANK
from ladder_check.model.ladder import Ladder
from ladder_check.model.room import CLAIM, Asked, Scale, Session, asked_of

CLAIM_ASK: Final = "Which rung is this on, as things are today?"


def questions_of(session: Session, shelf: Shelf) -> tuple[Asked, ...]:
    """Every question of *session*, claims first where areas of work are named, in the order to ask.

    Raises:
        UnknownName: a bank, an area of work or a question is not there.
        InvalidDocument: a bank is not right.
    """
    if session.agenda:
        return tuple(_named(each, session, shelf) for each in session.agenda)
    banks = [shelf.bank(name) for name in session.banks]
    if not any(bank.kind == "ladder" for bank in banks) and session.aspects:
        banks.insert(0, shelf.bank(DEFAULT_LADDER_BANK))
    ladder_banks = [bank.id for bank in banks if bank.kind == "ladder"]
    if len(ladder_banks) > 1:
        # The claims of both would be called the same.
        raise LadderCheckError(f"A workshop asks for rungs by one bank. Choose: {' or '.join(ladder_banks)}.")
    asked = [asked for bank in banks for asked in _whole(bank, session, shelf)]
    return tuple(sorted(asked, key=lambda each: not each.is_claim))


def bank_ids(questions: Iterable[Asked], ladder_bank: str = DEFAULT_LADDER_BANK) -> tuple[str, ...]:
    """The banks that *questions* come from, in their order; claims belong to the *ladder_bank*."""
    first = (ladder_bank if each.is_claim else each.id.partition(".")[0] for each in questions)
    return tuple(dict.fromkeys(first))


def ladder_bank_of(session: Session, shelf: Shelf) -> Bank:
    """The bank whose areas of work *session* asks about; the shipped one if it names none.

    Raises:
        LadderCheckError: it has no ladder.
    """
    named = dict.fromkeys([*session.banks, *(whole.partition(".")[0] for whole in session.agenda)])
    banks = (shelf.bank(name) for name in named if name in shelf.banks)
    found = next((bank for bank in banks if bank.kind == "ladder"), None) or shelf.bank(DEFAULT_LADDER_BANK)
    if not found.ladder:
        raise LadderCheckError(f"The bank {found.id!r} names no ladder, so nobody can claim a rung.")
    return found


def unknown_names(session: Session, shelf: Shelf) -> Iterator[tuple[Path, UnknownName]]:
    """Each name in *session* that leads nowhere, with where it stands."""
    look_ups: dict[str, Callable[[str], object]] = {
        "banks": shelf.bank,
        "aspects": lambda name: _aspect(ladder_bank_of(session, shelf), name),
        "agenda": lambda name: _named(name, session, shelf),
    }
    for key, look_up in look_ups.items():
        for place, name in enumerate(getattr(session, key)):
            try:
                look_up(name)
            except UnknownName as error:
                yield (key, place), error


def _whole(bank: Bank, session: Session, shelf: Shelf) -> Iterator[Asked]:
    if bank.kind != "ladder":
        yield from (asked_of(bank, each) for each in bank.questions)
        return
    aspects = _aspects(bank, session)
    ladder = shelf.ladder(bank.ladder or "")
    yield from (_claim(aspect, ladder) for aspect in aspects)
    for aspect in aspects:
        yield from (asked_of(bank, each) for each in bank.asked_of(aspect.id))


def _aspects(bank: Bank, session: Session) -> tuple[Aspect, ...]:
    """The areas of work that are named; all but the optional ones where none is."""
    if session.aspects:
        return tuple(_aspect(bank, name) for name in session.aspects)
    return tuple(each for each in bank.aspects if not each.optional)


def _aspect(bank: Bank, name: str) -> Aspect:
    found = bank.aspect(name)
    if found is None:
        raise UnknownName("area of work", name, (each.id for each in bank.aspects))
    return found


def _named(whole: str, session: Session, shelf: Shelf) -> Asked:
    first, _, rest = whole.partition(".")
    if first == CLAIM:
        return _named_claim(rest, session, shelf)
    bank = shelf.bank(first)
    question = next((each for each in bank.questions if each.id == rest), None)
    if question is None:
        raise UnknownName("question", whole, (f"{first}.{each.id}" for each in bank.questions))
    return asked_of(bank, question)


def _named_claim(aspect_id: str, session: Session, shelf: Shelf) -> Asked:
    bank = ladder_bank_of(session, shelf)
    aspect = bank.aspect(aspect_id)
    if aspect is None:
        raise UnknownName("question", f"{CLAIM}.{aspect_id}", (f"{CLAIM}.{each.id}" for each in bank.aspects))
    return _claim(aspect, shelf.ladder(bank.ladder or ""))


def _claim(aspect: Aspect, ladder: Ladder) -> Asked:
    return Asked(
        id=f"{CLAIM}.{aspect.id}",
        scale=Scale(1, ladder.top),
        heading=aspect.name,
        name=aspect.short,
        ask=CLAIM_ASK,
        labels=tuple(f"{rung.name}: {rung.means}" for rung in ladder.rungs),
        values=ladder.ids,
    )
