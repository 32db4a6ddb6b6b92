"""Privacy: what a file that everybody may read must not give away (LC4xx)."""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Final

from ladder_check.lint.personal import looks_like_a_name, names_somebody, personal_data
from ladder_check.lint.rule import Hit, Severity, Sheet, rule
from ladder_check.lint.texts import Whose
from ladder_check.model.answer import SIDE_OF, SIDES, Side, Tally, Voice
from ladder_check.scoring.privacy import SMALL_GROUP, shown_nodes

Heads = tuple[tuple[Voice, int], ...]
"""Whose counts are given, and how many people are in them."""


@rule("LC411", "counts-of-a-small-group", Severity.ERROR)
def counts_of_a_small_group(sheet: Sheet) -> Iterator[Hit]:
    """Counts are given of a perspective or side only if nobody's answer can be worked out from them.

    Why: where three carers answered, everybody who was there may know who said what.

    Fails:
        answers: {ladder: {deciding.r3: {carers: {counts: [2, 1, 0, 0, 0]}}}}

    Passes:
        answers: {ladder: {deciding.r3: {lived: {counts: [2, 3, 4, 0, 0]}}}}
    """
    # A group may agree to be shown from three people on, but then its middle answer only, never its counts.
    k = max(sheet.world.config.small_group, SMALL_GROUP)
    for path, tallies in sheet.tallies:
        for voice, message in _told_too_much(_heads(tallies), k):
            yield (*path, voice), message


@rule("LC412", "personal-data", Severity.ERROR)
def personal_data_in_a_text(sheet: Sheet) -> Iterator[Hit]:
    """No text holds an e-mail address, phone number, NHS or National Insurance number, or home address.

    Why: what is committed is copied and kept, and cannot be taken back.

    Fails:
        answers: {ladder: {deciding.r3: {people: 2, note: "Ring 07700 900123 for more."}}}

    Passes:
        answers: {ladder: {deciding.r3: {people: 2, note: "The front desk knows more."}}}
    """
    for written in sheet.texts if any(personal_data(sheet.all_text)) else ():
        for kind in personal_data(written.text):
            yield written.path, f"{kind} stands in this text. {_TAKE_OUT}"


@rule("LC413", "names-a-person", Severity.WARNING)
def names_a_person(sheet: Sheet) -> Iterator[Hit]:
    """No text names a person.

    Why: people speak more freely where it is told what was said, and not who said it.

    Fails:
        answers: {ladder: {deciding.r3: {in_their_words: {people: "My name is Ash. I was not asked."}}}}

    Passes:
        answers: {ladder: {deciding.r3: {in_their_words: {people: "I was not asked."}}}}
    """
    for written in sheet.texts if names_somebody(sheet.all_text) else ():
        if names_somebody(written.text):
            yield written.path, _NAMED


@rule("LC414", "name-for-a-role", Severity.WARNING)
def name_for_a_role(sheet: Sheet) -> Iterator[Hit]:
    """Who does something is told by a role or a group, not by a person's name.

    Why: a role still holds when somebody leaves, and nobody is named in a file that stays for ever.

    Fails:
        actions: [{id: a1, what: Ask again, owner: Ashley Example, partner: People's group}]

    Passes:
        actions: [{id: a1, what: Ask again, owner: Service manager, partner: People's group}]
    """
    for written in sheet.texts:
        if written.whose is Whose.ROLE and looks_like_a_name(written.text):
            yield written.path, _A_NAME


def _heads(tallies: Mapping[Voice, Tally]) -> Heads:
    """How many are in each tally: those who gave a level, or, where nobody did, those who gave none."""
    return tuple((voice, n) for voice, tally in tallies.items() if (n := sum(tally.counts) or tally.unknowns))


@lru_cache(maxsize=256)
def _told_too_much(heads: Heads, k: int) -> tuple[tuple[Voice, str], ...]:
    """For each side the first counts that may not be shown, and what to say of them all.

    A room answers many questions, and mostly as many people answer each: what was worked out is kept.
    """
    shown = shown_nodes(dict(heads), k)
    found = []
    for side in SIDES:
        given = [(voice, n) for voice, n in heads if SIDE_OF[voice] == side]
        small = [voice for voice, n in given if n < k]
        hidden = small or [voice for voice, _ in given if voice not in shown]
        if hidden:
            how = "" if small else f" are left over when this is taken away from {side}"
            said = f"{' and '.join(hidden)}: fewer than {k} people{how}, so {_WHO}"
            found.append((hidden[0], f"{said} {_way_out(hidden, side)}"))
    return tuple(found)


def _way_out(hidden: list[Voice], side: Side) -> str:
    if side in hidden:
        return f"Either wait until more people have answered, or {_AGREED}"
    return f"Either give the counts for the side as a whole ({side}), or {_AGREED}"


_AGREED: Final = "take the counts out and give one answer that the group agreed."
_WHO: Final = "who said what can be worked out."
_TAKE_OUT: Final = (
    "Either take it out, or keep it where only those who need it can read it, and say here who knows it. "
    "If it is in a version you have shared already, tell those whose it is."
)
_NAMED: Final = "This text seems to name a person. Either say what part they play, or leave out who it was."
_A_NAME: Final = (
    "This looks like a person's name. Either write the role, or, if this is a group, write (group) after it."
)
