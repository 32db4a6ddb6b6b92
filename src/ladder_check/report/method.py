"""How it was worked out, what it cannot tell, and what the words mean: the fixed texts of a report."""

from collections.abc import Iterator, Sequence
from typing import Final

from ladder_check.model.bank import Bank, BankStatus
from ladder_check.model.ladder import Ladder, Match
from ladder_check.report.annex_view import BankNote, CrosswalkRow, CrosswalkView
from ladder_check.report.aspect_view import Fact
from ladder_check.report.material import Material
from ladder_check.report.wording import capital, small
from ladder_check.scoring.standing import AspectProfile

METHOD: Final = (
    "Each question has five answers, from 0 (no) to 4 (built in, and people say so too).",
    "A question is in place from 3 upwards. A question nobody is sure about is not known.",
    "From a group we take the middle answer. Of two middle answers we take the lower.",
    "Where a group sees two different things, we take no answer. That is one to talk about.",
    "Staff who answer 3 or 4 say what someone else could see or ask about. "
    "Without that, or if it is older than 24 months, the answer counts as 2.",
    "We ask people and carers for no proof. What they say is the proof.",
    "We climb from the bottom. The climb ends at the first rung that is not in place.",
    "We ask first if anybody is treated badly. Until that is clear, the work stays at the bottom.",
    "Help to learn is a rung one can step over. It is then shown as a gap.",
    "Staff reach the top two rungs only where people and carers say the same.",
    "An area of work stands on the lower of two rungs: what staff say, and what people and carers say.",
    "What is not known gives a range. The low end takes it as a no, the high end as a yes.",
    "With fewer than two thirds of the answers, there is not enough to say.",
    "With fewer than 3 people on the lived side, the rung is provisional and stays below the top two.",
    "A ceiling changes what we aim for. It never changes a rung.",
    "Rungs are put in order and counted. They are never added up.",
)
LIMITS: Final = (
    "The people who answered are not a random sample. Others might answer in other ways.",
    "It does not show who chose them, or if anybody felt they could not speak freely.",
    "The order of the rungs comes from policy. It is not a measured scale.",
    "A rung says how power is shared. It does not say how good the support is.",
)
STATUS: Final[dict[BankStatus, str]] = {
    "drafted": "drafted; not yet tested with people who draw on services",
    "tested-with-people": "tested with people who draw on services",
}
REPLACED: Final = "Your own questions, in place of the ones that come with the tool."
LOOSE: Final = "about"
NO_MATCH: Final = "no match"

_WORDS: Final = {
    "Co-production": "People and staff working and deciding together, as equals, from start to finish.",
    "People": "People who draw on care and support.",
    "Carers": "Family or friends who give support without pay.",
    "Staff": "Everyone who is paid to do this work: those who give support, leaders and partners.",
    "Lived side": "People and carers.",
    "Area of work": "A part of the work that is looked at on its own.",
    "Rung": "A place on the ladder.",
    "Claimed": "What somebody said about the rung before the questions were asked.",
    "Stands on": "The rung that the answers show. It is the lower of both sides.",
    "Holds back": "The first thing that is not in place, while something above it is.",
    "Gap": "How far the claim is above the answers.",
    "Ceiling": "A limit on one decision, with a reason that is said openly.",
    "A limit we have chosen": "A limit that could be changed, such as money or time.",
    "Provisional": "Not settled, because too few people on the lived side took part.",
    "Not enough to say": "Too few answers for a rung. It does not mean the bottom rung.",
    "Bolt-on": "Something is done, but those who do it do not yet believe in it.",
    "Warm words": "Something is believed in, and not yet done.",
    "Footing": "What the rungs rest on.",
}


def word_list(material: Material) -> tuple[Fact, ...]:
    """The words of the report, and every rung."""
    ladder = material.case.ladder
    rungs = [
        Fact(f"Rung {n}, {rung.name}", _rung_means(material, n)) for n, rung in enumerate(ladder.rungs, 1)
    ]
    return (*(Fact(word, means) for word, means in _WORDS.items()), *rungs)


def _rung_means(material: Material, number: int) -> str:
    means = material.case.ladder.rung(number).means
    if number == 1 and material.rungs.has_gate:
        return f"{means} We use this name only where somebody reports it."
    return means


def crosswalks(material: Material) -> tuple[CrosswalkView, ...]:
    """The rungs on each other ladder that is at hand."""
    ladder = material.case.ladder
    at_hand = [other for other in ladder.crosswalk if other in material.case.ladders]
    return tuple(_crosswalk(material, material.case.ladders[other]) for other in at_hand)


def _crosswalk(material: Material, other: Ladder) -> CrosswalkView:
    rows = [
        row for number in range(material.case.ladder.top, 0, -1) for row in _rows(material, other, number)
    ]
    return CrosswalkView(other.title, other.source.name, tuple(rows))


def _rows(material: Material, other: Ladder, number: int) -> Iterator[CrosswalkRow]:
    here = [each for each in material.in_play if each.standing and each.standing.low == number]
    harmed = [each for each in here if material.has_harm(each)]
    matches = {match.from_: match for match in material.case.ladder.crosswalk[other.id]}
    match = matches.get(material.case.ladder.rung(number).id)
    if number > 1 or not material.rungs.has_gate:
        yield _row(material, number, _other(other, match), here)
        return
    # The bottom without harm has no match: other ladders name there what is done to people.
    if harmed:
        yield _row(material, number, _other(other, match), harmed)
    if len(here) > len(harmed) or not harmed:
        yield _row(material, number, NO_MATCH, [each for each in here if each not in harmed])


def _row(material: Material, number: int, other: str, here: Sequence[AspectProfile]) -> CrosswalkRow:
    harm = any(material.has_harm(each) for each in here)
    rung = capital(material.rungs.rung(number, harm=harm))
    return CrosswalkRow(rung, other, "; ".join(each.aspect.name for each in here))


def _other(other: Ladder, match: Match | None) -> str:
    if match is None:
        return NO_MATCH
    number = other.number(match.to)
    name = f"rung {number}, {small(other.rung(number).name)}"
    return f"{LOOSE} {name}" if match.about else capital(name)


def bank_notes(material: Material) -> tuple[BankNote, ...]:
    """The banks that were used, with the ladder bank first."""
    case = material.case
    return tuple(
        _bank(bank, is_own=bank.id in case.replaced) for bank in (case.ladder_bank, *case.other_banks)
    )


def _bank(bank: Bank, *, is_own: bool) -> BankNote:
    return BankNote(
        title=bank.title,
        version=bank.version,
        status=STATUS[bank.status],
        source=bank.source.name,
        link=bank.source.link,
        replaced=REPLACED if is_own else "",
    )


def status_line(material: Material) -> str:
    """How far the questions were tested, for the front of the report."""
    return " ".join(_statuses(material))


def _statuses(material: Material) -> Iterator[str]:
    statuses = {bank.status for bank in (material.case.ladder_bank, *material.case.other_banks)}
    if "drafted" in statuses:
        yield f"The questions are {STATUS['drafted']}."
    else:
        yield f"The questions were {STATUS['tested-with-people']}."
